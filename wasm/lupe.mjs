// Lupe for JavaScript: who, how much and when in a news article, found by WebAssembly, without any connection.
//
//   import { load } from './lupe.mjs';
//   const lupe = await load(bytesOfLupeWasm);
//   const { annotations } = lupe.analyze('Amazon zahlt vier Milliarden Dollar.', { language: 'de' });
//   text.slice(annotations[0].start, annotations[0].end) === annotations[0].text
//
// Works in browsers, workers and Node. Offsets count UTF-16 units, as JavaScript's strings do. Lone surrogates are analysed
// as U+FFFD, and keep their place. One engine answers one call at a time; a call blocks until it is done.

/**
 * @typedef {object} Options
 * @property {'auto' | 'de' | 'en' | string} [language] default 'auto': recognised
 * @property {string} [referenceDate] '2023-09-26', '2023-09' or '2023'; default: the text's own dateline
 * @property {string} [today] reference date where neither of them gives one; default: none
 * @property {{surface: string, type: 'person' | 'organization' | 'location' | 'misc' | 'never'}[]} [dictionary]
 *   wordings that are always of a type, or never a name
 * @property {(done: number) => void} [onProgress] called during the call after each stage with the share that is done, up to 1
 *
 * @typedef {{id: number, start: number, end: number, text: string, type: string, value?: Record<string, any>,
 *   entity?: number, rule: string, confidence: 'certain' | 'likely' | 'possible'}} Annotation
 * @typedef {{schema: string, engine: {version: string}, language: string, referenceDate?: string, offsetUnit: 'utf16',
 *   annotations: Annotation[], entities: {id: number, type: string, name: string, mentions: number[]}[],
 *   warnings: string[]}} Result
 */

/**
 * What can go wrong, by its `code`; the next call works after any of them.
 *   BAD_OPTION        an option cannot be used
 *   INPUT_TOO_LARGE   the text is longer than 32 MB of UTF-8 (or a smaller limit that was set); nothing was done
 *   OUT_OF_MEMORY     the module's memory, or the machine's, does not suffice for this text
 *   INTERNAL_TRAP     the module stopped unexpectedly and was thrown away; the next call gets a new one
 *   ABORTED           only in the npm package: the signal was aborted or the analyzer disposed of; `cause` is the signal's reason
 */
export class LupeError extends Error {
  /** @param {string} code @param {string} message @param {unknown} [cause] */
  constructor(code, message, cause) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'LupeError';
    this.code = code;
  }
}

/** @param {unknown} [cause] */
const noMemory = (cause) => new LupeError('OUT_OF_MEMORY', 'the memory does not suffice for this text', cause);
/** Engines say with a RangeError that they have no room for another instance's memory. @param {unknown} error */
const startError = (error) => (error instanceof RangeError ? noMemory(error) : error);
/** Bytes of a text; lupe::default_max_bytes. */
const MOST_BYTES = 32 << 20;
/** @type {[string, string]} */
const TOO_LARGE = ['INPUT_TOO_LARGE', 'the text is longer than 32 MB'];
const STATUS = [
  null,
  TOO_LARGE,
  ['BAD_OPTION', 'unknown language, reference date or type in the dictionary'],
];

/** Bytes of UTF-8, a lone surrogate as U+FFFD. @param {string} text */
function utf8Length(text) {
  let bytes = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) continue;
    bytes += unit < 0x800 ? 1 : 2;
    // Four bytes for the two units of a pair.
    if (unit >= 0xd800 && unit < 0xdc00 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) at += 1;
  }
  return bytes;
}

/**
 * @param {BufferSource | WebAssembly.Module} source lupe.wasm
 * @returns {Promise<Engine>}
 */
export async function load(source) {
  const module = source instanceof WebAssembly.Module ? source : await WebAssembly.compile(source);
  const engine = new Engine(module);
  await engine.start();
  return engine;
}

/**
 * The result in some JSON of the analyzer, which is well-formed Unicode; a text that is not gets its own units back.
 * @param {string} json @param {string} text that it was made for @returns {Result}
 */
export function readResult(json, text) {
  const result = JSON.parse(json);
  if (/\p{Surrogate}/u.test(text)) for (const a of result.annotations) a.text = text.slice(a.start, a.end);
  return result;
}

export class Engine {
  /** @param {WebAssembly.Module} module */
  constructor(module) {
    this.module = module;
    /** @type {Record<string, any> | null} null after a trap, until the next call */
    this.wasm = null;
    /** @type {((done: number) => void) | undefined} of the call that runs */
    this.onProgress = undefined;
  }

  /** Instantiates without blocking; browsers allow a blocking start in workers only. */
  async start() {
    /** @type {WebAssembly.Instance} */
    const instance = await WebAssembly.instantiate(this.module, this.imports(() => instance)).catch((error) => { throw startError(error); });
    this.use(instance);
  }

  /** The same at once. */
  restart() {
    try {
      /** @type {WebAssembly.Instance} */
      const instance = new WebAssembly.Instance(this.module, this.imports(() => instance));
      this.use(instance);
    } catch (error) {
      throw startError(error);
    }
  }

  /** @param {() => WebAssembly.Instance} instance */
  imports(instance) {
    return imports(() => instance().exports, (done) => this.onProgress?.(done));
  }

  /** @param {WebAssembly.Instance} instance */
  use(instance) {
    this.wasm = /** @type {Record<string, any>} */ (instance.exports);
    this.wasm._initialize();
  }

  /** @param {string} text @param {Options} [options] @returns {Result} */
  analyze(text, options = {}) {
    return readResult(this.analyzeToJson(text, options), text);
  }

  /**
   * The same as text, byte for byte what the command line prints.
   * @param {string} text @param {Options} [options] @returns {string}
   */
  analyzeToJson(text, options = {}) {
    return this.result(text, options, (utf8) => new TextDecoder().decode(utf8));
  }

  /**
   * The same as UTF-8 in memory of its own, which a worker can transfer: much cheaper than a long string between threads.
   * @param {string} text @param {Options} [options] @returns {Uint8Array<ArrayBuffer>}
   */
  analyzeToUtf8(text, options = {}) {
    return this.result(text, options, (utf8) => new Uint8Array(utf8));
  }

  /**
   * What `take` makes of the JSON, which it sees where the module keeps it.
   * @template T @param {string} text @param {Options} options @param {(utf8: Uint8Array) => T} take @returns {T}
   */
  result(text, options, take) {
    if (!this.wasm) this.restart();
    this.onProgress = options.onProgress;
    try {
      return this.run(String(text), options, take);
    } catch (error) {
      if (error instanceof LupeError && error.code !== 'OUT_OF_MEMORY') throw error;
      this.wasm = null; // what a call leaves behind that did not end cannot be trusted
      throw error instanceof LupeError ? error : new LupeError('INTERNAL_TRAP', 'the analyzer stopped unexpectedly', error);
    }
  }

  /** @template T @param {string} text @param {Options} options @param {(utf8: Uint8Array) => T} take @returns {T} */
  run(text, { language = 'auto', referenceDate = '', today = '', dictionary = [] }, take) {
    const wasm = /** @type {Record<string, any>} */ (this.wasm);
    const rows = dictionary.map(({ surface, type }) => `${type}\t${surface.replace(/[\t\r\n]/g, ' ')}\n`).join('');
    const slices = [text, language, referenceDate, today, rows];
    const sizes = slices.map(utf8Length);
    if (sizes[0] > MOST_BYTES) throw new LupeError(...TOO_LARGE);
    const head = slices.length * 8;
    const request = wasm.lupe_allocate(head + sizes.reduce((sum, size) => sum + size, 0));
    if (request === 0) throw noMemory();
    const bytes = new Uint8Array(wasm.memory.buffer);
    const words = new DataView(wasm.memory.buffer);
    let at = request + head;
    slices.forEach((slice, index) => {
      new TextEncoder().encodeInto(slice, bytes.subarray(at, at + sizes[index]));
      words.setUint32(request + index * 8, at, true);
      words.setUint32(request + index * 8 + 4, sizes[index], true);
      at += sizes[index];
    });
    const status = STATUS[wasm.lupe_analyze(request)];
    wasm.lupe_free(request);
    if (status) throw new LupeError(status[0], status[1]);
    const start = wasm.lupe_result();
    try {
      return take(new Uint8Array(wasm.memory.buffer, start, wasm.lupe_result_size()));
    } catch (error) {
      throw noMemory(error); // there is nothing else that could be wrong
    }
  }
}

/**
 * All that the module imports: an environment without variables, notes that memory grew, which nobody needs, of how far it is,
 * and that memory is used up, which ends the call. The module can open, read and print nothing. tests/wasm/boundary.test.mjs holds the list.
 * @param {() => Record<string, any>} exports
 * @param {(done: number) => void} progress
 * @returns {WebAssembly.Imports}
 */
function imports(exports, progress) {
  return {
    env: { emscripten_notify_memory_growth() {}, lupe_progress: progress, lupe_out_of_memory() { throw noMemory(); } },
    wasi_snapshot_preview1: {
      /** @param {number} count @param {number} size */
      environ_sizes_get(count, size) {
        const words = new DataView(exports().memory.buffer);
        words.setUint32(count, 0, true);
        words.setUint32(size, 0, true);
        return 0;
      },
      environ_get: () => 0,
    },
  };
}
