// Which lines of an article are headings: those that came in so, and in plain text those that look it.

const LONGEST = 110;

/** "Von Anna Weber und Jan Kern": who wrote it, and no heading. */
const BYLINE = /^(?:von|by|text):?(?: (?:und|and|von|van|de|der|&|\p{Lu}[\p{L}.’'-]*,?))+$/u;

/**
 * A short line that stands alone and does not end as a sentence does.
 * @param {string} text @param {Span[]} headings known ones @returns {(line: Span) => boolean}
 */
export function headingTest(text, headings) {
  const starts = new Set(headings.map((span) => span.start));
  return ({ start, end }) => {
    if (starts.has(start)) return true;
    if (end - start > LONGEST || starts.size > 0) return false;
    const line = text.slice(start, end).trim();
    const isAlone = /(^|\n\s*\n|\r\s*\r)$/.test(text.slice(Math.max(0, start - 8), start)) && /^\r?\n\r?\n/.test(text.slice(end, end + 4));
    return isAlone && /^[\p{Lu}\p{N}„“"«»‚‘']/u.test(line) && !/[.:;,!…–-]["“”«»‘’']?$/.test(line) && line.length > 3 && !BYLINE.test(line.replace(/^\S+/, (word) => word.toLowerCase()));
  };
}

/** @param {string} text @param {Span[]} headings known ones @returns {Span[]} all of them, as places in the text */
export function headingsOf(text, headings) {
  const isHeading = headingTest(text, headings);
  return [...text.matchAll(/[^\r\n]+/g)].map(({ 0: line, index }) => ({ start: index, end: index + line.length })).filter(isHeading);
}
