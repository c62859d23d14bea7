// The package in a browser's page or worker.
import { createAnalyzer as create } from './analyzer.js';
import { startThread } from './browser-thread.js';
import { LupeError } from '../lupe.mjs';

export { LupeError };

/** The one thing that this package ever fetches, and only if no wasmBinary was given. */
async function ownWasm() {
  const url = new URL('./lupe.wasm', import.meta.url);
  const response = await fetch(url).catch((error) => error);
  if (!response.ok) throw new LupeError('BAD_OPTION', `there is no lupe.wasm at ${url}; give wasmBinary`, response);
  return response.arrayBuffer();
}

export const createAnalyzer = (options = {}) => create(options, { ownWasm, startThread });
