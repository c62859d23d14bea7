// Annotations -> CSV, one table each for names, amounts and times, by RFC 4180. Columns have the same names as in the
// command line's table. Text that a spreadsheet would evaluate as a formula gets an apostrophe before it.

import { familyOf } from '../model/types.js';
import { withoutInvisibles } from '../model/invisible.js';
import { plainNumber } from './numbers.js';

/** @typedef {import('./index.js').Marked} Marked @typedef {import('./index.js').Meta} Meta */

/**
 * One line for each entity, in the order of their first mentions; `start`, `end` and `text` are those of the first.
 * @param {string} _text @param {Marked} marked @param {Meta} meta @param {TypeId[]} [types] default: all names
 */
export function namesCsv(_text, { annotations, entities }, { source }, types) {
  const rows = entities
    .filter(({ type, mentions }) => mentions.length > 0 && (!types || types.includes(type)))
    .map((entity) => ({ ...entity, first: annotations[entity.mentions[0]] }))
    .sort((a, b) => a.first.start - b.first.start)
    .map(({ id, type, name, mentions, first }) => [
      words(source), id, type, words(withoutInvisibles(name)), mentions.length, first.start, first.end, words(first.text)]);
  return table(['source', 'entity', 'type', 'name', 'mentions', 'start', 'end', 'text'], rows);
}

/** @param {string} _text @param {Marked} marked @param {Meta} meta */
export function amountsCsv(_text, { annotations }, { source }) {
  const rows = annotations.filter(({ type }) => familyOf(type) === 'amount').map((annotation) => {
    const { number, min, max, currency, unit, modifier } = annotation.value ?? {};
    return [...place(source, annotation), number, min, max, currency, words(unit), modifier, ...reason(annotation)];
  });
  return table([...PLACE, 'number', 'min', 'max', 'currency', 'unit', 'modifier', ...REASON], rows);
}

/** @param {string} _text @param {Marked} marked @param {Meta} meta */
export function timesCsv(_text, { annotations }, { source }) {
  const rows = annotations.filter(({ type }) => familyOf(type) === 'time').map((annotation) => {
    const { timex, mod, assumed } = annotation.value ?? {};
    return [...place(source, annotation), timex, mod, assumed ? 'true' : '', ...reason(annotation)];
  });
  return table([...PLACE, 'timex', 'mod', 'assumed', ...REASON], rows);
}

const PLACE = ['source', 'id', 'start', 'end', 'text', 'type'];
/** @param {string} source @param {Annotation} annotation @returns {Cell[]} */
const place = (source, { id, start, end, text, type }) => [words(source), id, start, end, words(text), type];

const REASON = ['rule', 'confidence'];
/** @param {Annotation} annotation @returns {Cell[]} */
const reason = ({ rule, confidence }) => [words(rule), confidence];

/** @typedef {string | number | undefined} Cell */

/** @param {Cell[]} header @param {Cell[][]} rows */
const table = (header, rows) => [header, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');

/** @param {Cell} value */
function cell(value) {
  const text = typeof value === 'number' ? plainNumber(value) : value ?? '';
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * The reader's own words, made harmless. Spreadsheets evaluate a cell that starts with one of these, also in the wide
 * forms of East Asian keyboards; and where semicolons or tabs part cells, a part of ours may become a cell of its own.
 * @template {string | undefined} T @param {T} text @returns {T}
 */
const words = (text) => /** @type {T} */ (text?.replace(/(^|[;\t\r\n])(?=[^\S\t\r\n]*[=+\-@|＝＋－＠])/g, "$1'"));
