// The package with its module inside: one file for browsers, workers and Node that loads and fetches nothing.
import { createAnalyzer as create } from './analyzer.js';
import { startThread as browserThread } from './browser-thread.js';
import { nodeThreads } from './node-thread.js';

export { LupeError } from '../lupe.mjs';

/** The module, kept as gzip in base64. */
async function ownWasm() {
  const bytes = Uint8Array.from(atob(LUPE_WASM), (unit) => unit.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}

// Without an import, which a bundler for browsers would stumble over. Node before 20.16 lacks this and does without threads.
const node = globalThis.process?.versions?.node && globalThis.process.getBuiltinModule?.('node:worker_threads');
const startThread = node ? nodeThreads(node.Worker) : browserThread;

export const createAnalyzer = (options = {}) => create(options, { ownWasm, startThread });
