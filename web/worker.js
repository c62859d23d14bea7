// The analyzer's worker: inflates the engine that the page hands over, then answers one text after the other.

import { load, LupeError } from '../wasm/lupe.mjs';
import { unpack } from './packing.js';

/** @type {Promise<import('../wasm/lupe.mjs').Engine> | undefined} */
let engine;

/** @param {string} packed the module, as gzip, as text */
async function inflate(packed) {
  const stream = new Blob([unpack(packed)]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** The first analysis unpacks the model: better before there is a text. @param {import('../wasm/lupe.mjs').Engine} ready */
function warmUp(ready) {
  ready.analyzeToJson('Anna zahlt 1 Euro.');
  return ready;
}

self.onmessage = async ({ data }) => {
  if ('engine' in data) {
    engine = inflate(data.engine).then(load).then(warmUp);
    engine.then(() => self.postMessage({ id: 0, isReady: true }), (error) => self.postMessage({ id: 0, error: 'start', detail: String(error) }));
    return;
  }
  try {
    const ready = await engine;
    if (!ready) throw new Error('no engine yet');
    const onProgress = (/** @type {number} */ progress) => self.postMessage({ id: data.id, progress });
    self.postMessage({ id: data.id, json: ready.analyzeToJson(data.text, { ...data, onProgress }) });
  } catch (error) {
    self.postMessage({ id: data.id, error: error instanceof LupeError ? error.code : 'INTERNAL_TRAP', detail: String(error) });
  }
};
