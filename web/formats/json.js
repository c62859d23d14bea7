// The result of an analysis as JSON ("lupe/1"), and back: strict, with an error that says what is wrong and where.

import { isType, typesOf } from '../model/types.js';
import { toUtf16 } from './offsets.js';
import { FormatError, array, boolean, checked, integer, number, object, oneOf, optional, parseJson, string } from './shape.js';

/** @typedef {import('./index.js').Marked} Marked */

const type = checked(string, isType, 'a type of annotation');

/** Letters, digits and the signs that normalised values consist of: nothing that one cannot see. */
const code = checked(string, (text) => /^[A-Za-z0-9_:./+-]{1,60}$/.test(text), 'a code of plain letters and digits');
const word = checked(string, (text) => /^[\p{L}\p{N}\p{P}\p{S} ]{1,200}$/u.test(text), 'a word');

export const value = object({
  number: optional(number),
  min: optional(number),
  max: optional(number),
  currency: optional(checked(string, (text) => /^[A-Z]{3}$/.test(text), 'a currency code')),
  unit: optional(word),
  modifier: optional(oneOf('at_most', 'at_least', 'more_than', 'less_than', 'approximate')),
  timex: optional(code),
  mod: optional(oneOf('START', 'MID', 'END', 'APPROX', 'ON_OR_AFTER', 'ON_OR_BEFORE', 'LESS_THAN', 'MORE_THAN', 'EQUAL_OR_LESS', 'EQUAL_OR_MORE')),
  assumed: optional(boolean),
});

const result = object({
  schema: oneOf('lupe/1'),
  engine: object({ version: word }),
  language: code,
  referenceDate: optional(code),
  offsetUnit: oneOf('utf16', 'codepoint', 'byte'),
  annotations: array(object({
    id: integer, start: integer, end: integer, text: string, type, value: optional(value), entity: optional(integer),
    rule: word, confidence: oneOf('certain', 'likely', 'possible'),
  })),
  entities: array(object({ id: integer, type, name: string, mentions: array(integer) })),
  warnings: array(string),
});

/**
 * Keys in the order of the command line's output, so that an answer without corrections is written as it came.
 * @param {string} _text @param {Marked} marked @returns {string}
 */
export function toJson(_text, { schema, engine, language, referenceDate, offsetUnit, annotations, entities, warnings }) {
  return JSON.stringify({
    schema, engine, language, referenceDate, offsetUnit,
    annotations: annotations.map((a) => ({
      id: a.id, start: a.start, end: a.end, text: a.text, type: a.type, value: a.value, entity: a.entity, rule: a.rule, confidence: a.confidence,
    })),
    entities: entities.map(({ id, type: kind, name, mentions }) => ({ id, type: kind, name, mentions })),
    warnings,
  });
}

/**
 * Reads what toJson(), the command line or the library wrote, for the text that it was written for.
 * @param {string} json @param {string} text
 * @returns {Result} offsets in UTF-16 units @throws {FormatError}
 */
export function fromJson(json, text) {
  const parsed = /** @type {Result} */ (result(parseJson(json, 'lupe/1'), ''));
  const offset = toUtf16(text, /** @type {import('./offsets.js').OffsetUnit} */ (parsed.offsetUnit));
  let last = 0;
  const annotations = parsed.annotations.map((annotation, index) => {
    const path = `annotations[${index}]`;
    if (annotation.id !== index) throw new FormatError('shape', `${path}.id`, `should be ${index}`);
    if (annotation.start < last || annotation.end <= annotation.start) {
      throw new FormatError('shape', path, 'should start where the one before it ends or later, and not be empty');
    }
    last = annotation.end;
    const start = offset(annotation.start);
    const end = offset(annotation.end);
    const words = text.slice(start, end);
    if (start < 0 || end < 0 || wellFormed(words) !== wellFormed(annotation.text)) {
      throw new FormatError('text', path, 'its words do not stand at that place in the text');
    }
    checkValue(annotation, path);
    checkEntity(annotation, parsed.entities, path);
    return { ...annotation, start, end, text: words };
  });
  checkEntities(parsed);
  return { ...parsed, offsetUnit: 'utf16', annotations };
}

/** The engine writes half surrogate pairs as U+FFFD. @param {string} text */
const wellFormed = (text) => text.replace(/\p{Surrogate}/gu, '\ufffd');

/** Type and value agree. @param {{type: TypeId, value?: Value}} annotation @param {string} path */
export function checkValue({ type: kind, value: given }, path) {
  if (!given) return;
  const { number: one, min, max, timex } = given;
  const isAmount = typesOf('amount').includes(kind);
  const hasAmount = one !== undefined ? min === undefined && max === undefined : min !== undefined && max !== undefined;
  if (isAmount ? !hasAmount || timex !== undefined : !typesOf('time').includes(kind) || timex === undefined) {
    throw new FormatError('shape', `${path}.value`, `is not a value for the type ${kind}`);
  }
}

/** @param {Annotation} annotation @param {Entity[]} entities @param {string} path */
function checkEntity({ id, entity }, entities, path) {
  if (entity === undefined) return;
  const group = entities[entity];
  if (!group || !group.mentions.includes(id)) throw new FormatError('shape', `${path}.entity`, 'names no entity that has this mention');
}

/** @param {Result} parsed */
function checkEntities({ entities, annotations }) {
  entities.forEach(({ id, mentions }, index) => {
    if (id !== index) throw new FormatError('shape', `entities[${index}].id`, `should be ${index}`);
    const foreign = mentions.find((mention) => annotations[mention]?.entity !== id);
    if (foreign !== undefined) throw new FormatError('shape', `entities[${index}].mentions`, `${foreign} is no mention of this entity`);
  });
}
