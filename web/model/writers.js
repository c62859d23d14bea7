// The browser's own writers of numbers and dates, kept: making one costs more than writing hundreds of values with it.

/** @type {Map<string, Intl.NumberFormat>} */
const numbers = new Map();
/** @type {Map<string, Intl.DateTimeFormat>} */
const dates = new Map();

/** @param {string} language @param {Intl.NumberFormatOptions} [options] @returns {Intl.NumberFormat} */
export const numberWriter = (language, options = {}) => kept(numbers, language, options, () => new Intl.NumberFormat(language, options));

/** Of UTC, as all times here are. @param {string} language @param {Intl.DateTimeFormatOptions} options @returns {Intl.DateTimeFormat} */
export const dateWriter = (language, options) => kept(dates, language, options, () => new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options }));

/** @template T @param {Map<string, T>} writers @param {string} language @param {object} options @param {() => T} make @returns {T} */
function kept(writers, language, options, make) {
  const key = `${language} ${JSON.stringify(options)}`;
  const writer = writers.get(key) ?? make();
  writers.set(key, writer);
  return writer;
}
