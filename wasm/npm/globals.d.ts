// What build.mjs puts in, and what of Node is used, for checking the types of the package's sources.
/** thread.js as a script. */
declare const LUPE_THREAD: string;
/** lupe.wasm as gzip in base64. */
declare const LUPE_WASM: string;
declare var process: any;
declare module 'node:fs/promises' {
  export function readFile(path: URL): Promise<Uint8Array<ArrayBuffer>>;
}
declare module 'node:worker_threads' {
  export const Worker: any;
}
