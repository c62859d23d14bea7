// Everything that the page can save, in one table: what it is called, what kind of file it makes, and how it is written.
// All writers are pure: the same text, result and meta give the same string.

import { toBrat } from './brat.js';
import { toConll } from './conll.js';
import { amountsCsv, namesCsv, timesCsv } from './csv.js';
import { toHtml } from './html.js';
import { toJson } from './json.js';
import { toWebAnnotation } from './webannotation.js';

/**
 * A result with the reader's corrections applied; offsets in UTF-16 units.
 * @typedef {Result} Marked
 *
 * What the result does not know: `source` names the text (a file's name), `title` is for people, `version` is Lupe's.
 * `types` names types in full, `labels` in short, and `valueText` writes values, all in the reader's language; without them,
 * they are written as the command line does.
 * @typedef {{source: string, title: string, version: string, headings?: Span[], types?: Record<TypeId, string>,
 *   labels?: Record<TypeId, string>, valueText?: (annotation: Annotation) => string}} Meta
 *
 * @typedef {(text: string, marked: Marked, meta: Meta) => string} Writer
 */

/**
 * `file` is appended to the text's name. A table starts with a byte order mark when it is saved (`bom`), or spreadsheets take it
 * for an old code page; copied text does not. brat wants the text itself beside it, under `companion`.
 * @typedef {{id: string, file: string, media: string, bom?: boolean, companion?: string, write: Writer}} Format
 */

/** @type {readonly Format[]} */
export const FORMATS = [
  { id: 'json', file: '.json', media: 'application/json', write: toJson },
  { id: 'names', file: '-names.csv', media: 'text/csv', bom: true, write: namesCsv },
  { id: 'amounts', file: '-amounts.csv', media: 'text/csv', bom: true, write: amountsCsv },
  { id: 'times', file: '-times.csv', media: 'text/csv', bom: true, write: timesCsv },
  { id: 'web', file: '.jsonld', media: 'application/ld+json', write: toWebAnnotation },
  { id: 'brat', file: '.ann', media: 'text/plain', companion: '.txt', write: toBrat },
  { id: 'conll', file: '.conll', media: 'text/plain', write: toConll },
  { id: 'html', file: '.html', media: 'text/html', write: toHtml },
];

export { fromJson } from './json.js';
export { fromProject, kindOfJson, toProject } from './project.js';
export { FormatError } from './shape.js';
