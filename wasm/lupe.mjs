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

/** What can go wrong; `code` is 'too-large' | 'bad-option' | 'out-of-memory' | 'trap'. The engine stays usable. */
export class LupeError extends Error {
  /** @param {string} code @param {string} message @param {unknown} [cause] */
  constructor(code, message, cause) {
    super(message, { cause });
    this.name = 'LupeError';
    this.code = code;
  }
}

const STATUS = [
  null,
  ['too-large', 'the text is longer than 32 MB'],
  ['bad-option', 'unknown language, reference date or type in the dictionary'],
];

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
    const instance = await WebAssembly.instantiate(this.module, imports(() => instance.exports, (done) => this.onProgress?.(done)));
    this.use(instance);
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
    if (!this.wasm) {
      /** @type {WebAssembly.Instance} */
      const instance = new WebAssembly.Instance(this.module, imports(() => instance.exports, (done) => this.onProgress?.(done)));
      this.use(instance);
    }
    this.onProgress = options.onProgress;
    try {
      return this.run(String(text), options);
    } catch (error) {
      if (error instanceof LupeError) throw error;
      this.wasm = null; // what a trap leaves behind cannot be trusted
      throw new LupeError('trap', 'the analyzer stopped unexpectedly', error);
    }
  }

  /** @param {string} text @param {Options} options */
  run(text, { language = 'auto', referenceDate = '', today = '', dictionary = [] }) {
    const wasm = /** @type {Record<string, any>} */ (this.wasm);
    const rows = dictionary.map(({ surface, type }) => `${type}\t${surface.replace(/[\t\r\n]/g, ' ')}\n`).join('');
    const slices = [text, language, referenceDate, today, rows];
    const head = slices.length * 8;
    const request = wasm.lupe_allocate(head + 3 * slices.reduce((sum, { length }) => sum + length, 0));
    if (request === 0) throw new LupeError('out-of-memory', 'no memory left for this text');
    const bytes = new Uint8Array(wasm.memory.buffer);
    const words = new DataView(wasm.memory.buffer);
    let at = request + head;
    slices.forEach((slice, index) => {
      const { written } = new TextEncoder().encodeInto(slice, bytes.subarray(at, at + 3 * slice.length));
      words.setUint32(request + index * 8, at, true);
      words.setUint32(request + index * 8 + 4, written, true);
      at += written;
    });
    const status = STATUS[wasm.lupe_analyze(request)];
    wasm.lupe_free(request);
    if (status) throw new LupeError(status[0], status[1]);
    const start = wasm.lupe_result();
    return new TextDecoder().decode(new Uint8Array(wasm.memory.buffer, start, wasm.lupe_result_size()));
  }
}

/**
 * All that the module imports: an environment without variables, a note that memory grew, which nobody needs, and one of
 * how far it is. The module can open, read and print nothing. tests/wasm/boundary.test.mjs holds the list.
 * @param {() => Record<string, any>} exports
 * @param {(done: number) => void} progress
 * @returns {WebAssembly.Imports}
 */
function imports(exports, progress) {
  return {
    env: { emscripten_notify_memory_growth() {}, lupe_progress: progress },
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
