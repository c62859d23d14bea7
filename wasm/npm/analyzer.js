// createAnalyzer, the same for every surrounding; what differs (the own wasm, threads) is the host's.
import { load, LupeError } from '../lupe.mjs';
import { checkOptions, checkText, checkTextOptions, compile } from './options.js';
import { Queue } from './queue.js';

/** @typedef {{ownWasm: () => Promise<BufferSource>, startThread: import('./queue.js').StartThread}} Host */

class Analyzer {
  #engine;
  #queue;
  #settings;
  #maxBytes;
  #isDisposed = false;

  /** @param {import('../lupe.mjs').Engine} engine @param {any} settings @param {number} maxBytes @param {Host} host */
  constructor(engine, settings, maxBytes, host) {
    this.#engine = engine;
    this.#settings = settings;
    this.#maxBytes = maxBytes;
    this.#queue = new Queue(engine.module, host.startThread, (text, options) => engine.analyze(text, options));
  }

  /** @param {string} text @param {any} [options] */
  async analyze(text, { signal, onProgress, ...rest } = {}) {
    const options = this.#prepare(text, rest);
    return this.#queue.add(text, options, signal, onProgress);
  }

  /** @param {string} text @param {any} [options] */
  analyzeSync(text, options = {}) {
    return this.#engine.analyze(text, this.#prepare(text, options));
  }

  dispose() {
    this.#isDisposed = true;
    this.#queue.close();
    this.#engine.wasm = null; // its memory can go
  }

  /** @param {string} text @param {any} options language and referenceDate go before the analyzer's own */
  #prepare(text, options) {
    if (this.#isDisposed) throw new LupeError('ABORTED', 'the analyzer was disposed of');
    checkText(text, this.#maxBytes);
    return { ...this.#settings, ...checkTextOptions({ ...this.#settings, ...options }) };
  }
}

/** @param {any} options @param {Host} host */
export async function createAnalyzer(options, host) {
  const { maxBytes, settings } = checkOptions(options);
  const module = await compile(options.wasmBinary, host.ownWasm);
  try {
    const engine = await load(module);
    engine.analyze('', settings); // it knows the languages and what is a date
    return new Analyzer(engine, settings, maxBytes, host);
  } catch (/** @type {any} */ error) {
    throw error instanceof WebAssembly.LinkError ? new LupeError('BAD_OPTION', 'wasmBinary is of another version', error) : error;
  }
}
