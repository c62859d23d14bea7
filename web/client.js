// Talks to the analyzer's worker: one request at a time, the newest wins, and a worker that traps or hangs is replaced.

/**
 * @typedef {{text: string, language: string, referenceDate: string, today: string}} Request
 * @typedef {{json: string}} Answer the analyzer's own bytes, so that what is saved is exactly what it said
 * @typedef {'engineRestarted' | 'engineFailed' | 'tooLarge'} Trouble
 */

/** Time without a sign of life after which a worker counts as hung, by the length of its text. @param {number} units */
const patience = (units) => 45_000 + units / 25;

/** A running request is dropped for a newer one only after this long, from when its worker was ready: most finish sooner than a worker starts. */
const RESTART_AFTER_MS = 700;

export class Client {
  /**
   * @param {() => Worker} start makes a worker that has its engine on the way
   * @param {(trouble: Trouble) => void} tell
   * @param {(share: number) => void} onProgress how far the running request is, 0 to 1
   */
  constructor(start, tell, onProgress) {
    this.start = start;
    this.tell = tell;
    this.onProgress = onProgress;
    /** @type {Worker | null} */
    this.worker = null;
    this.isReady = false;
    /** @type {{id: number, request: Request, since: number, resolve: (answer: Answer | null) => void} | null} */
    this.running = null;
    /** @type {{request: Request, resolve: (answer: Answer | null) => void} | null} */
    this.waiting = null;
    this.lastId = 0;
    this.timer = 0;
  }

  /** Starts the worker before there is anything to do. */
  warm() {
    this.worker ??= this.listen(this.start());
  }

  /**
   * @param {Request} request
   * @returns {Promise<Answer | null>} null when a newer request, cancel() or a failure came between
   */
  analyze(request) {
    return new Promise((resolve) => {
      this.waiting?.resolve(null);
      this.waiting = { request, resolve };
      if (this.running && this.isReady && performance.now() - this.running.since > RESTART_AFTER_MS) this.stop();
      this.next();
    });
  }

  /** Gives up what is running and waiting. */
  cancel() {
    this.waiting?.resolve(null);
    this.waiting = null;
    if (this.running) this.stop();
  }

  next() {
    if (this.running || !this.waiting) return;
    const { request, resolve } = this.waiting;
    this.waiting = null;
    this.warm();
    this.lastId += 1;
    this.running = { id: this.lastId, request, since: performance.now(), resolve };
    this.watch(request);
    /** @type {Worker} */ (this.worker).postMessage({ id: this.lastId, ...request });
  }

  /** @param {Request} request */
  watch(request) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.replaceWorker('engineRestarted'), patience(request.text.length));
  }

  /** @param {Worker} worker */
  listen(worker) {
    worker.onmessage = ({ data }) => this.receive(data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.replaceWorker('engineRestarted');
    };
    return worker;
  }

  /** @param {{id: number, json?: string, error?: string, progress?: number, isReady?: boolean}} message */
  receive({ id, json, error, progress, isReady }) {
    if (isReady) {
      this.isReady = true;
      if (this.running) this.running.since = performance.now();
      return;
    }
    if (error === 'start') { this.replaceWorker('engineFailed'); return; }
    if (!this.running || id !== this.running.id) return;
    if (progress !== undefined) {
      this.watch(this.running.request);
      this.onProgress(progress);
      return;
    }
    if (error === 'trap') { this.replaceWorker('engineRestarted'); return; }
    const { resolve } = this.running;
    this.settle();
    if (error) this.tell('tooLarge');
    resolve(json === undefined ? null : { json });
    this.next();
  }

  settle() {
    clearTimeout(this.timer);
    this.running = null;
  }

  /** @param {Trouble} trouble */
  replaceWorker(trouble) {
    this.stop();
    this.tell(trouble);
    if (trouble !== 'engineFailed') this.next();
  }

  stop() {
    this.worker?.terminate();
    this.worker = null;
    this.isReady = false;
    const resolve = this.running?.resolve;
    this.settle();
    resolve?.(null);
  }
}
