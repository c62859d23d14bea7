// Annotations -> CoNLL-2002: "token tag" a line, BIO tags, an empty line after each sentence.

/** @typedef {import('./index.js').Marked} Marked */

/** The names of the shared task; our other types in the same manner. @type {Record<string, string>} */
const LABELS = { person: 'PER', organization: 'ORG', location: 'LOC' };

/**
 * Words (with marks, joiners, and signs like that of O'Neill or dpa.de inside, but for an English genitive), numerals with
 * their separators, or one other visible character with its marks: nearly the analyzer's own tokens. White space and controls
 * part tokens and belong to none.
 */
const LETTERS = String.raw`[\p{L}_][\p{L}\p{M}_\u00ad\u200c\u200d]*`;
const INNER = String.raw`(?:[.:·]|['’](?![sS](?![\p{L}\p{N}_])))`;
const NUMERAL = String.raw`\p{N}+(?:[.,:'’]\p{N}+)*`;
const OTHER = String.raw`[^\p{Z}\p{C}][\p{M}\u200d]*|[\p{Cf}\p{Co}\p{Cs}\p{Cn}]`;
const TOKEN = new RegExp(`${LETTERS}(?:${INNER}${LETTERS})*|${NUMERAL}|${OTHER}`, 'gu');

/**
 * Tokens are cut at the ends of annotations, so that every annotation can be read back. A sentence ends at a line's end, or
 * behind a stop before white space and a capital where the word before is no usual abbreviation; never inside of an annotation.
 * @param {string} text @param {Marked} marked @returns {string} lines end in "\n"
 */
export function toConll(text, { annotations }) {
  const lines = ['-DOCSTART- O', ''];
  let at = 0;
  for (const annotation of annotations) {
    plainLines(text, at, annotation.start, lines);
    const label = LABELS[annotation.type] ?? annotation.type.toUpperCase();
    tokens(annotation.text).forEach(({ token }, index) => lines.push(`${token} ${index === 0 ? 'B' : 'I'}-${label}`));
    at = annotation.end;
  }
  plainLines(text, at, text.length, lines);
  if (lines[lines.length - 1] !== '') lines.push('');
  return lines.map((line) => `${line}\n`).join('');
}

/** @param {string} text @returns {{token: string, start: number}[]} */
const tokens = (text) => [...text.matchAll(TOKEN)].map((match) => ({ token: match[0], start: match.index }));

/**
 * The lines of text[from, to), which has no annotation, with an empty line wherever a sentence ends before or in it.
 * @param {string} text @param {number} from @param {number} to @param {string[]} lines
 */
function plainLines(text, from, to, lines) {
  const part = text.slice(from, to);
  let end = 0;
  for (const { token, start } of tokens(part)) {
    if (endsSentence(lines, part.slice(end, start), token)) lines.push('');
    lines.push(`${token} O`);
    end = start + token.length;
  }
  const next = String.fromCodePoint(text.codePointAt(to) ?? 0);
  if (endsSentence(lines, part.slice(end), next)) lines.push('');
}

/** Words that a stop belongs to: single letters, ordinals, and the commonest abbreviations before a capital. */
const ABBREVIATED = /^(?:\p{L}|\d{1,2}|Prof|Dr|Mr|Mrs|Ms|St|Nr|No|Mio|Mrd|Bd|ca|bzw|vgl|vs|Jan|Feb|Aug|Sept|Okt|Oct|Nov|Dez|Dec) /u;

/** @param {string[]} lines so far @param {string} gap what stands before the next token @param {string} next */
function endsSentence(lines, gap, next) {
  const last = lines[lines.length - 1];
  if (last === '') return false;
  if (/[\r\n\u2028\u2029]/.test(gap)) return true;
  if (gap === '' || !/^[.!?…] /.test(last) || !/^[\p{Lu}\p{N}„“"«»‚‘']/u.test(next)) return false;
  return !(last.startsWith('. ') && ABBREVIATED.test(lines[lines.length - 2]));
}
