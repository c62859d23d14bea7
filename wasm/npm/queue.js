// The analyzer's thread and what waits for it: one text at a time, the others in order. An abort of the running one ends the
// thread, for nothing else stops WebAssembly; the next text gets a new thread.
import { LupeError } from '../lupe.mjs';

/**
 * @typedef {{postMessage(message: any): void, terminate(): void, idle(isIdle: boolean): void}} Thread
 * @typedef {(receive: (message: any) => void, fail: (error: Error) => void) => Thread} StartThread throws where there are no threads
 * @typedef {{text: string, options: any, signal?: AbortSignal, onProgress?: (done: number) => void,
 *   resolve: (result: any) => void, reject: (error: Error) => void, abort: () => void}} Job
 */

export class Queue {
  /** @param {WebAssembly.Module} module @param {StartThread} start @param {(text: string, options: any) => any} here without threads */
  constructor(module, start, here) {
    this.module = module;
    this.start = start;
    this.here = here;
    /** @type {Job[]} the first is running if there is a thread and it is not idle */
    this.jobs = [];
    /** @type {Thread | null} */
    this.thread = null;
    this.isRunning = false;
    this.hasAnswered = false;
    this.hasThreads = true;
    this.lastId = 0;
  }

  /** @param {string} text @param {any} options @param {AbortSignal} [signal] @param {(done: number) => void} [onProgress] */
  add(text, options, signal, onProgress) {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) throw new LupeError('ABORTED', 'aborted before it began', signal.reason);
      /** @type {Job} */
      const job = { text, options, signal, onProgress, resolve, reject, abort: () => this.drop(job, signal?.reason) };
      signal?.addEventListener('abort', job.abort, { once: true });
      this.jobs.push(job);
      this.next();
    });
  }

  /** Ends the thread and all jobs. */
  close() {
    this.stop();
    for (const job of this.jobs.splice(0)) this.settle(job).reject(new LupeError('ABORTED', 'the analyzer was disposed of'));
  }

  /** @param {Job} job @param {unknown} reason */
  drop(job, reason) {
    const at = this.jobs.indexOf(job);
    if (at < 0) return;
    if (this.isRunning && at === 0) this.stop();
    this.jobs.splice(at, 1);
    this.settle(job).reject(new LupeError('ABORTED', 'aborted', reason));
    this.next();
  }

  /** @param {Job} job */
  settle(job) {
    job.signal?.removeEventListener('abort', job.abort);
    return job;
  }

  next() {
    if (this.isRunning || this.jobs.length === 0) return;
    this.isRunning = true;
    this.lastId += 1;
    const id = this.lastId;
    this.report(0);
    if (id !== this.lastId || !this.isRunning) return; // the listener dropped it
    this.thread ??= this.open();
    if (!this.thread) {
      setTimeout(() => this.runHere(id), 0);
      return;
    }
    const { text, options } = this.jobs[0];
    this.thread.idle(false);
    this.thread.postMessage({ id, text, options });
  }

  /** Null where there are no threads: a content policy may forbid them, by an exception or later by an error event. */
  open() {
    if (!this.hasThreads) return null;
    try {
      const thread = this.start((message) => this.receive(message), (error) => this.fail(error));
      thread.postMessage({ module: this.module });
      return thread;
    } catch {
      this.hasThreads = false;
      return null;
    }
  }

  /** How much of the running job is done, from 0 to 1. A listener that throws ends its own job only. @param {number} done */
  report(done) {
    const job = this.jobs[0];
    try {
      job.onProgress?.(done);
    } catch (/** @type {any} */ error) {
      this.drop(job, error);
    }
  }

  /** @param {number} id */
  runHere(id) {
    const job = this.jobs[0];
    if (id !== this.lastId || !this.isRunning) return;
    try {
      this.receive({ id: this.lastId, result: this.here(job.text, job.options) });
    } catch (/** @type {any} */ error) {
      this.receive({ id: this.lastId, error });
    }
  }

  /** @param {{id: number, progress?: number, result?: any, error?: any}} message */
  receive({ id, progress, result, error }) {
    if (id !== this.lastId || !this.isRunning) return; // of a job that was dropped
    this.hasAnswered = true;
    if (progress !== undefined || !error) this.report(progress ?? 1);
    if (progress !== undefined || id !== this.lastId || !this.isRunning) return;
    const job = this.settle(/** @type {Job} */ (this.jobs.shift()));
    this.isRunning = false;
    this.thread?.idle(true);
    if (error) job.reject(error instanceof LupeError ? error : new LupeError(error.code, error.message)); // a thread's comes as plain data
    else job.resolve(result);
    this.next();
  }

  /** The thread itself broke. @param {Error} error */
  fail(error) {
    const wasRunning = this.isRunning;
    this.stop();
    this.hasThreads = this.hasAnswered; // one that never answered could not be started
    if (wasRunning && this.hasThreads) {
      const job = this.settle(/** @type {Job} */ (this.jobs.shift()));
      job.reject(new LupeError('INTERNAL_TRAP', `the analyzer's thread ended: ${error.message}`, error));
    }
    this.next();
  }

  stop() {
    this.thread?.terminate();
    this.thread = null;
    this.isRunning = false;
  }
}
