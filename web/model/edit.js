// What a change of the text does to spans: finds the one replacement between two texts and moves spans through it.

/**
 * The replacement text[from, to) -> `size` new units.
 * @typedef {{from: number, to: number, size: number}} Edit
 */

/**
 * The smallest single replacement that turns `before` into `after`; never cuts a surrogate pair.
 * @param {string} before @param {string} after @returns {Edit}
 */
export function difference(before, after) {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before.charCodeAt(head) === after.charCodeAt(head)) head += 1;
  let tail = 0;
  while (tail < shorter - head
    && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail += 1;
  if (head > 0 && isHigh(before.charCodeAt(head - 1))) head -= 1;
  if (tail > 0 && isLow(before.charCodeAt(before.length - tail))) tail -= 1;
  return { from: head, to: before.length - tail, size: after.length - tail - head };
}

/** @param {number} unit */
const isHigh = (unit) => unit >= 0xd800 && unit <= 0xdbff;
/** @param {number} unit */
const isLow = (unit) => unit >= 0xdc00 && unit <= 0xdfff;

/**
 * Where a span lies after the edit: moved when it is beside the edit, stretched when the edit is inside it,
 * null when the edit cuts one of its ends off.
 * @param {Span} span @param {Edit} edit @returns {Span | null}
 */
export function shift(span, edit) {
  const delta = edit.size - (edit.to - edit.from);
  if (span.end <= edit.from) return { start: span.start, end: span.end };
  if (span.start >= edit.to) return { start: span.start + delta, end: span.end + delta };
  if (span.start < edit.from && edit.to < span.end) return { start: span.start, end: span.end + delta };
  return null;
}

/**
 * The answer for the old text as a stand-in until the new text has its own: spans are moved, touched ones dropped.
 * @param {Result} result @param {Edit} edit @param {string} text the new text @returns {Result}
 */
export function shiftResult(result, edit, text) {
  const annotations = [];
  for (const annotation of result.annotations) {
    const span = shift(annotation, edit);
    if (span) annotations.push({ ...annotation, ...span, text: text.slice(span.start, span.end) });
  }
  return { ...result, annotations };
}

const CONTEXT = 24;

/**
 * Corrections after an edit. One whose span was cut is looked for by its words, first with what stood around them,
 * then alone if they occur just once; what cannot be found again is counted as lost.
 * @param {Correction[]} corrections @param {string} before @param {string} after
 * @returns {{kept: Correction[], lost: number}}
 */
export function moveCorrections(corrections, before, after) {
  const edit = difference(before, after);
  /** @type {Correction[]} */
  const kept = [];
  let lost = 0;
  for (const correction of corrections) {
    if (!('start' in correction)) { kept.push(correction); continue; }
    const span = shift(correction, edit) ?? find(correction, before, after);
    if (span) kept.push({ ...correction, ...span, text: after.slice(span.start, span.end) });
    else lost += 1;
  }
  return { kept, lost };
}

/** @param {Span & {text: string}} correction @param {string} before @param {string} after @returns {Span | null} */
function find({ start, end, text }, before, after) {
  for (const context of [CONTEXT, CONTEXT / 4, 0]) {
    const head = before.slice(Math.max(0, start - context), start);
    const needle = head + text + before.slice(end, end + context);
    const at = after.indexOf(needle);
    if (at >= 0 && after.indexOf(needle, at + 1) < 0) return { start: at + head.length, end: at + head.length + text.length };
  }
  return null;
}

/**
 * Line ends as the editor writes them (one LF each), with the spans of everything moved accordingly.
 * @template {Span} T
 * @param {string} text @param {T[]} spans @returns {{text: string, spans: T[]}}
 */
export function withPlainLineEnds(text, spans) {
  if (!text.includes('\r')) return { text, spans };
  /** @type {number[]} offsets of the CRs that go */
  const dropped = [];
  for (let at = text.indexOf('\r\n'); at >= 0; at = text.indexOf('\r\n', at + 2)) dropped.push(at);
  /** @param {number} offset */
  const moved = (offset) => offset - countBelow(dropped, offset);
  return {
    text: text.replace(/\r\n?/g, '\n'),
    spans: spans.map((span) => ({ ...span, start: moved(span.start), end: moved(span.end) })),
  };
}

/** @param {number[]} sorted @param {number} limit how many lie below limit */
function countBelow(sorted, limit) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < limit) low = middle + 1; else high = middle;
  }
  return low;
}
