/** A wording that is always of a type, or never a name. */
export interface DictionaryEntry {
  /** As it stands in texts; matched on whole words, capitals count. */
  surface: string;
  type: NameType | 'never';
}

export interface TextOptions {
  /** 'auto' (the default) recognises it by frequent words. */
  language?: 'auto' | 'de' | 'en' | (string & {});
  /** When the article appeared: '2023-09-26', '2023-09' or '2023'. Default: the text's own dateline, else none. */
  referenceDate?: string;
}

export interface AnalyzerOptions extends TextOptions {
  dictionary?: DictionaryEntry[];
  /** lupe.wasm, as bytes or compiled. Default: the lupe.wasm that lies beside this package's file is loaded, in a browser by the only fetch that the package ever makes. */
  wasmBinary?: BufferSource | WebAssembly.Module;
  /** Longer texts, in bytes of UTF-8, are refused before any work. Default and most: 33554432. */
  maxBytes?: number;
}

export interface AnalyzeOptions extends TextOptions {
  /** Aborting rejects the promise with ABORTED at once, also in the middle of the work. */
  signal?: AbortSignal;
  /** Called with the share of the stages that are done, from 0 to 1, never less than before. Stages take unequal time. */
  onProgress?: (done: number) => void;
}

export interface Analyzer {
  /**
   * Analyses a text in the analyzer's own thread; the caller's stays free. Several calls are answered in order.
   * Where there are no threads (a content policy without `worker-src blob:`) the caller's own thread does it, and an abort
   * counts only before it begins. `start` and `end` of the result count UTF-16 units: text.slice(start, end) is the annotation.
   * Rejects with a LupeError.
   *
   *     const { annotations } = await lupe.analyze('Die Firma zahlt 17 Dollar.', { signal: AbortSignal.timeout(1000) });
   */
  analyze(text: string, options?: AnalyzeOptions): Promise<Result>;
  /** The same result at once, in the caller's thread, which stands still meanwhile. Throws a LupeError. */
  analyzeSync(text: string, options?: TextOptions): Result;
  /** Ends the thread and lets the memory go. Running calls reject with ABORTED, later ones too. */
  dispose(): void;
}

export type LupeErrorCode = 'BAD_OPTION' | 'INPUT_TOO_LARGE' | 'ABORTED' | 'OUT_OF_MEMORY' | 'INTERNAL_TRAP';

/** Whatever fails in this package fails with this. After any of them the analyzer can be used further. */
export class LupeError extends Error {
  readonly name: 'LupeError';
  readonly code: LupeErrorCode;
  /** ABORTED: the signal's reason. INTERNAL_TRAP: what the engine threw. */
  readonly cause?: unknown;
}

/**
 * Makes an analyzer. Rejects with a LupeError of code BAD_OPTION if an option cannot be used.
 *
 *     import { createAnalyzer } from 'lupe';
 *     const lupe = await createAnalyzer({ language: 'de', referenceDate: '2023-09-26' });
 *     const { annotations } = lupe.analyzeSync('Die Firma zahlt 17 Dollar.');
 *     lupe.dispose();
 */
export function createAnalyzer(options?: AnalyzerOptions): Promise<Analyzer>;
