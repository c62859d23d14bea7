// The project file ("lupe-project/1"): articles with their texts, settings and corrections, and the reader's dictionary, as
// one JSON file that opens again as it was. Results are not in it: they are worked out anew when it opens.

import { NAMES, isType } from '../model/types.js';
import { checkValue, value } from './json.js';
import { FormatError, array, checked, integer, nullable, object, oneOf, optional, parseJson, schemaOf, string } from './shape.js';

export const PROJECT_SCHEMA = 'lupe-project/1';

/**
 * What a project keeps of the page's state.
 * @typedef {{title: string, text: string, headings: Span[], language: Article['language'], referenceDate: string,
 *   corrections: Correction[]}} ProjectArticle
 * @typedef {{articles: ProjectArticle[], current: number, off: TypeId[], dictionary: DictionaryRow[]}} Project `current` is an index
 */

/** @param {Project} project @param {string} version of Lupe @returns {string} */
export function toProject({ articles, current, off, dictionary }, version) {
  return `${JSON.stringify({
    schema: PROJECT_SCHEMA,
    engine: { version },
    articles: articles.map(({ title, text, headings, language, referenceDate, corrections }) => ({
      title, text, headings: headings.map(({ start, end }) => ({ start, end })), language, referenceDate, corrections,
    })),
    current, off, dictionary,
  }, null, 1)}\n`;
}

const type = checked(string, isType, 'a type of annotation');
const place = { start: integer, end: integer };
const words = { ...place, text: string };
const date = checked(string, isDate, 'a date like 2023-09-26, 2023-09 or 2023, or empty');

/** @type {Record<string, import('./shape.js').Check<any>>} */
const CORRECTIONS = {
  set: object({ kind: string, ...words, type, value: optional(value) }),
  remove: object({ kind: string, ...words }),
  split: object({ kind: string, ...words }),
  all: object({ kind: string, text: string, type: nullable(type), value: optional(value) }),
  merge: object({ kind: string, from: string, into: string }),
};

/** @type {import('./shape.js').Check<Correction>} */
function correction(given, path) {
  const kind = typeof given === 'object' && given !== null && 'kind' in given ? given.kind : undefined;
  const known = oneOf(...Object.keys(CORRECTIONS))(kind, `${path}.kind`);
  return CORRECTIONS[known](given, path);
}

const dictionaryRow = object({
  text: checked(string, (text) => text.trim() !== '', 'some words'),
  type: nullable(oneOf(...NAMES)),
});

const project = object({
  schema: string,
  engine: object({ version: string }),
  articles: array(object({
    title: string, text: string, headings: array(object(place)), language: oneOf('auto', 'de', 'en'), referenceDate: date,
    corrections: array(correction),
  })),
  current: integer,
  off: array(type),
  dictionary: array(dictionaryRow),
});

/** @param {string} json @returns {Project} @throws {FormatError} */
export function fromProject(json) {
  const { articles, current, off, dictionary } = project(parseJson(json, PROJECT_SCHEMA), '');
  articles.forEach((article, index) => checkArticle(article, `articles[${index}]`));
  if (articles.length === 0) throw new FormatError('shape', 'articles', 'should have one article at least');
  if (current >= articles.length) throw new FormatError('shape', 'current', 'names no article');
  return { articles, current, off, dictionary };
}

/** @param {ProjectArticle} article @param {string} path */
function checkArticle({ text, headings, corrections }, path) {
  headings.forEach((span, index) => {
    if (!isWithin(span, text)) throw new FormatError('shape', `${path}.headings[${index}]`, 'is no place in the text');
  });
  corrections.forEach((one, index) => {
    const where = `${path}.corrections[${index}]`;
    if ('start' in one && (!isWithin(one, text) || text.slice(one.start, one.end) !== one.text)) {
      throw new FormatError('text', where, 'its words do not stand at that place in the text');
    }
    if (one.kind === 'set' || (one.kind === 'all' && one.type)) checkValue(/** @type {{type: TypeId, value?: Value}} */ (one), where);
  });
}

/** @param {Span} span @param {string} text */
const isWithin = ({ start, end }, text) => start < end && end <= text.length;

/** @param {string} text */
function isDate(text) {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text);
  if (!match) return text === '';
  const [, year, month = '01', day = '01'] = match;
  const time = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(`${year}-${month}-${day}`);
}

/** What a JSON file is, before it is read for good. @param {string} json @returns {'project' | 'result' | null} null: neither */
export function kindOfJson(json) {
  try {
    const schema = schemaOf(JSON.parse(json.replace(/^\ufeff/, '')));
    if (typeof schema !== 'string') return null;
    return schema.startsWith('lupe-project/') ? 'project' : schema.startsWith('lupe/') ? 'result' : null;
  } catch {
    return null;
  }
}
