// Characters that one cannot see but that change what one sees: controls, zero-width and bidirectional characters.

/**
 * Half-open place of one such character in UTF-16 units, its short name ("RLO") and its code ("U+202E").
 * @typedef {{start: number, end: number, name: string, code: string}} Invisible
 */

/**
 * Line ends, tabs and soft hyphens are what they seem. Joiners count but behind emoji and letters of other scripts than
 * Latin, which need them. Variation selectors belong to their emoji; tag characters and fillers hide text.
 */
const INVISIBLE = new RegExp(
  '[\\0-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180e\\u200b\\u200e\\u200f\\u2028\\u2029'
  + '\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufeff\\uffa0\\ufff9-\\ufffb\\u{e0000}-\\u{e007f}]'
  + '|(?<![\\p{L}\\p{M}\\p{Extended_Pictographic}\\p{Emoji_Modifier}])[\\u200c\\u200d]|(?<=\\p{Script=Latin})[\\u200c\\u200d]', 'gu');

/** @type {Record<string, string>} */
const NAMES = {
  '\0': 'NUL', '\u034f': 'CGJ', '\u061c': 'ALM', '\u200b': 'ZWSP', '\u200c': 'ZWNJ', '\u200d': 'ZWJ', '\u200e': 'LRM', '\u200f': 'RLM',
  '\u2028': 'LSEP', '\u2029': 'PSEP', '\u202a': 'LRE', '\u202b': 'RLE', '\u202c': 'PDF', '\u202d': 'LRO', '\u202e': 'RLO',
  '\u2060': 'WJ', '\u2066': 'LRI', '\u2067': 'RLI', '\u2068': 'FSI', '\u2069': 'PDI', '\ufeff': 'BOM',
};

/** @param {string} text @returns {Invisible[]} in the order of the text */
export function invisibles(text) {
  return [...text.matchAll(INVISIBLE)].map((match) => {
    const [character] = match;
    const code = `U+${/** @type {number} */ (character.codePointAt(0)).toString(16).toUpperCase().padStart(4, '0')}`;
    return { start: match.index, end: match.index + character.length, name: NAMES[character] ?? code, code };
  });
}

/** @param {string} text @returns {string} without them: for values, names in tables and file names */
export const withoutInvisibles = (text) => text.replace(INVISIBLE, '');
