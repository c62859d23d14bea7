// Small strict checks for JSON from outside: each takes a value and its path, and gives a fresh copy of just what it knows.

/**
 * What can be wrong with a file; `message` says it in English with the place, `code` lets the page say it in its language:
 * 'json' (no JSON at all), 'schema' (JSON of another kind), 'version' (of a later Lupe), 'shape' (damaged), 'text' (belongs to
 * another text).
 * @typedef {'json' | 'schema' | 'version' | 'shape' | 'text'} FormatErrorCode
 */
export class FormatError extends Error {
  /** @param {FormatErrorCode} code @param {string} path like "articles[0].text" @param {string} problem */
  constructor(code, path, problem) {
    super(path ? `${path}: ${problem}` : problem);
    this.name = 'FormatError';
    this.code = code;
    this.path = path;
  }
}

/**
 * @template T
 * @typedef {(value: unknown, path: string) => T} Check
 */

/** @param {string} path @param {string} wanted @returns {never} */
const wrong = (path, wanted) => { throw new FormatError('shape', path, `should be ${wanted}`); };

/**
 * @param {string} json @param {string} schema the only one that is understood
 * @returns {unknown}
 */
export function parseJson(json, schema) {
  const parsed = jsonOf(json);
  const found = schemaOf(parsed);
  if (found === schema) return parsed;
  if (typeof found !== 'string') throw new FormatError('schema', 'schema', 'is missing: this is no file of Lupe');
  const isKind = found.startsWith(schema.slice(0, schema.indexOf('/') + 1));
  throw new FormatError(isKind ? 'version' : 'schema', 'schema', `is "${found.slice(0, 40)}"; this reads "${schema}"`);
}

/** @param {string} json @returns {unknown} */
function jsonOf(json) {
  try {
    return JSON.parse(json.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new FormatError('json', '', `no JSON: ${/** @type {Error} */ (error).message}`);
  }
}

/** @param {unknown} parsed @returns {unknown} */
export const schemaOf = (parsed) => (typeof parsed === 'object' && parsed !== null && Object.hasOwn(parsed, 'schema')
  ? /** @type {{schema: unknown}} */ (parsed).schema : undefined);

/** @type {Check<string>} */
export const string = (value, path) => (typeof value === 'string' ? value : wrong(path, 'a string'));

/** @type {Check<number>} */
export const number = (value, path) => (typeof value === 'number' && Number.isFinite(value) ? value : wrong(path, 'a number'));

/** @type {Check<number>} */
export const integer = (value, path) => (Number.isSafeInteger(value) && /** @type {number} */ (value) >= 0
  ? /** @type {number} */ (value) : wrong(path, 'a whole number, zero or more'));

/** @type {Check<boolean>} */
export const boolean = (value, path) => (typeof value === 'boolean' ? value : wrong(path, 'true or false'));

/** @template {string} T @param {...T} names @returns {Check<T>} */
export const oneOf = (...names) => (value, path) => (names.includes(/** @type {T} */ (value))
  ? /** @type {T} */ (value) : wrong(path, `one of ${names.join(', ')}`));

/**
 * @template T @template {T} U @param {Check<T>} check @param {((value: T) => value is U) | ((value: T) => boolean)} test
 * @param {string} wanted @returns {Check<U>}
 */
export const checked = (check, test, wanted) => (value, path) => {
  const known = check(value, path);
  return /** @type {U} */ (test(known) ? known : wrong(path, wanted));
};

/** @template T @param {Check<T>} check @returns {Check<T | undefined>} may be missing */
export const optional = (check) => (value, path) => (value === undefined ? undefined : check(value, path));

/** @template T @param {Check<T>} check @returns {Check<T | null>} */
export const nullable = (check) => (value, path) => (value === null ? null : check(value, path));

/** @template T @param {Check<T>} item @returns {Check<T[]>} */
export const array = (item) => (value, path) => (Array.isArray(value)
  ? value.map((element, index) => item(element, `${path}[${index}]`)) : wrong(path, 'a list'));

/**
 * @template {Record<string, Check<any>>} S
 * @param {S} shape its keys and no others; missing optional ones stay missing
 * @returns {Check<{[K in keyof S]: ReturnType<S[K]>}>}
 */
export const object = (shape) => (value, path) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong(path || 'the file', 'an object');
  const given = /** @type {Record<string, unknown>} */ (value);
  const unknown = Object.keys(given).find((key) => !Object.hasOwn(shape, key));
  if (unknown !== undefined) throw new FormatError('shape', dotted(path, unknown.slice(0, 40)), 'is not known here');
  const copy = /** @type {Record<string, unknown>} */ ({});
  for (const [key, check] of Object.entries(shape)) {
    const known = check(Object.hasOwn(given, key) ? given[key] : undefined, dotted(path, key));
    if (known !== undefined) copy[key] = known;
  }
  return /** @type {any} */ (copy);
};

/** @param {string} path @param {string} key */
const dotted = (path, key) => (path ? `${path}.${key}` : key);
