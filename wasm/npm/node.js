// The package in Node.
import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { createAnalyzer as create } from './analyzer.js';
import { nodeThreads } from './node-thread.js';

export { LupeError } from '../lupe.mjs';

const ownWasm = () => readFile(new URL('./lupe.wasm', import.meta.url));
const startThread = nodeThreads(Worker);

export const createAnalyzer = (options = {}) => create(options, { ownWasm, startThread });
