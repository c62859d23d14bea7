// The analyzer's worker: inflates the engine that the page hands over, then answers one text after the other.

import { load, LupeError } from '../wasm/lupe.mjs';
import { unpack } from './packing.js';

/** The module comes as gzip, as text, in pieces, and is compiled meanwhile; questions may come before it, and wait for it. */
const { readable, writable } = new DecompressionStream('gzip');
const packed = writable.getWriter();
const module = new Response(readable, { headers: { 'Content-Type': 'application/wasm' } });
const engine = WebAssembly.compileStreaming(module).then(load).then(warmUp);
engine.then(() => self.postMessage({ id: 0, isReady: true }), (error) => self.postMessage({ id: 0, error: 'start', detail: String(error) }));

/** What is wrong with the pieces `engine` says, too. @param {string | null} piece null after the last */
const take = (piece) => (piece === null ? packed.close() : packed.write(unpack(piece))).catch(() => {});

/** The first analysis unpacks the model: better before there is a text. @param {import('../wasm/lupe.mjs').Engine} ready */
function warmUp(ready) {
  ready.analyzeToJson('Anna zahlt 1 Euro.');
  return ready;
}

self.onmessage = async ({ data }) => {
  if ('engine' in data) {
    take(data.engine);
    return;
  }
  try {
    const ready = await engine;
    const onProgress = (/** @type {number} */ progress) => self.postMessage({ id: data.id, progress });
    const utf8 = ready.analyzeToUtf8(data.text, { ...data, onProgress });
    self.postMessage({ id: data.id, utf8 }, [utf8.buffer]);
  } catch (error) {
    self.postMessage({ id: data.id, error: error instanceof LupeError ? error.code : 'INTERNAL_TRAP', detail: String(error) });
  }
};
