// Checks what the caller gave, before any of it reaches the module.
import { LupeError } from '../lupe.mjs';

export const DEFAULT_MAX_BYTES = 32 * 1024 * 1024;

const bad = (/** @type {string} */ message) => { throw new LupeError('BAD_OPTION', message); };
const TYPES = ['person', 'organization', 'location', 'misc', 'never'];
const KNOWN = ['language', 'referenceDate', 'dictionary', 'wasmBinary', 'maxBytes'];

/** @param {any} entry */
function checkEntry(entry) {
  if (typeof entry?.surface !== 'string' || entry.surface === '') bad('each entry of dictionary has a surface, a string that is not empty');
  if (!TYPES.includes(entry.type)) bad(`the type of '${entry.surface}' in dictionary is one of ${TYPES.join(', ')}`);
}

/**
 * Language and date in the module's form. Whether the module knows them it says itself.
 * @param {any} options
 */
export function checkTextOptions({ language = 'auto', referenceDate = '' }) {
  if (typeof language !== 'string') bad("language is 'auto', 'de' or 'en'");
  if (typeof referenceDate !== 'string') bad("referenceDate is a string like '2023-09-26', '2023-09' or '2023'");
  return { language, referenceDate };
}

/** @param {any} options what createAnalyzer was given */
export function checkOptions(options) {
  if (typeof options !== 'object' || options === null) bad('the options are an object');
  for (const name of Object.keys(options)) if (!KNOWN.includes(name)) bad(`there is no option '${name}'; there are ${KNOWN.join(', ')}`);
  const { dictionary = [], maxBytes = DEFAULT_MAX_BYTES } = options;
  if (!Array.isArray(dictionary)) bad('dictionary is an array');
  dictionary.forEach(checkEntry);
  if (!Number.isInteger(maxBytes) || maxBytes < 1 || maxBytes > DEFAULT_MAX_BYTES) bad(`maxBytes is a whole number from 1 to ${DEFAULT_MAX_BYTES}`);
  const entries = dictionary.map((/** @type {any} */ { surface, type }) => ({ surface, type }));
  return { maxBytes, settings: { ...checkTextOptions(options), dictionary: entries } };
}

/** @param {unknown} text @param {number} maxBytes */
export function checkText(text, maxBytes) {
  if (typeof text !== 'string') bad('the text is a string');
  const units = /** @type {string} */ (text).length;
  // A unit is one to three bytes of UTF-8, so most texts need not be counted.
  const bytes = units * 3 <= maxBytes ? 0 : units > maxBytes ? units : new TextEncoder().encode(/** @type {string} */ (text)).length;
  if (bytes > maxBytes) throw new LupeError('INPUT_TOO_LARGE', `the text is longer than ${maxBytes} bytes of UTF-8`);
}

/** @param {any} source @param {() => Promise<BufferSource>} own */
async function toModule(source, own) {
  if (source instanceof WebAssembly.Module) return source;
  const binary = source ?? await own();
  const isView = ArrayBuffer.isView(binary);
  if (!isView && !(binary instanceof ArrayBuffer)) bad('wasmBinary is an ArrayBuffer, a view of one, or a WebAssembly.Module');
  const bytes = isView ? new Uint8Array(binary.buffer, binary.byteOffset, binary.byteLength) : binary; // engines refuse a DataView
  return WebAssembly.compile(/** @type {BufferSource} */ (bytes)).catch((error) => bad(`wasmBinary is no WebAssembly module: ${error.message}`));
}

/** @param {any} source @param {() => Promise<BufferSource>} own @returns {Promise<WebAssembly.Module>} */
export async function compile(source, own) {
  const module = await toModule(source, own);
  const names = WebAssembly.Module.exports(module).map(({ name }) => name);
  if (!names.includes('lupe_analyze')) bad('wasmBinary is another module than lupe.wasm');
  return module;
}
