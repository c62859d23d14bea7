// Talks to the analyzer's worker: one article at a time, the newest wins, and a worker that traps or hangs is replaced.

/**
 * @typedef {{text: string, language: string, referenceDate: string, today: string, dictionary: import('../wasm/lupe.mjs').Options['dictionary']}} Request
 * @typedef {{json: string}} Answer the analyzer's own bytes, so that what is saved is exactly what it said
 * @typedef {'superseded' | 'stopped'} NoAnswer a newer request came; or cancelled, or it cannot be analysed
 * @typedef {'engineRestarted' | 'engineFailed' | 'engineGaveUp' | 'tooLarge'} Trouble
 * @typedef {{request: Request, isRetry: boolean, resolve: (answer: Answer | NoAnswer) => void}} Job
 */

/** Time without a sign of life after which a worker counts as hung, by the length of its text. @param {number} units */
const patience = (units) => 45_000 + units / 25;

/** A running request is dropped for a newer one only after this long, from when its worker was ready: most finish sooner than a worker starts. */
const RESTART_AFTER_MS = 700;

/** The errors of a text that is too much for the analyzer, which itself is well. */
const OUTGROWN = ['INPUT_TOO_LARGE', 'OUT_OF_MEMORY'];

/** @param {Uint8Array | undefined} utf8 JSON, transferred by the worker @returns {Answer | null} null if there is none, or no memory for its text */
function answerOf(utf8) {
  try {
    return utf8 ? { json: new TextDecoder().decode(utf8) } : null;
  } catch {
    return null;
  }
}

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
    /** @type {Job & {id: number, since: number} | null} */
    this.running = null;
    /** @type {Job | null} */
    this.waiting = null;
    /** Short questions beside the article, by id. @type {Map<number, (answer: Answer | NoAnswer) => void>} */
    this.asides = new Map();
    this.lastId = 0;
    this.timer = 0;
  }

  /** Starts the worker before there is anything to do. */
  warm() {
    this.worker ??= this.listen(this.start());
  }

  /** @param {Request} request @returns {Promise<Answer | NoAnswer>} */
  analyze(request) {
    return new Promise((resolve) => {
      this.waiting?.resolve('superseded');
      this.waiting = { request, isRetry: false, resolve };
      if (this.running && this.isReady && performance.now() - this.running.since > RESTART_AFTER_MS) this.stop('superseded');
      this.next();
    });
  }

  /** Analyses a few words beside the article, without taking its place. @param {Request} request @returns {Promise<Answer | NoAnswer>} */
  aside(request) {
    this.warm();
    this.lastId += 1;
    const id = this.lastId;
    return new Promise((resolve) => {
      this.asides.set(id, resolve);
      this.post({ id, ...request });
    });
  }

  /** Gives up what is running and waiting. */
  cancel() {
    this.waiting?.resolve('stopped');
    this.waiting = null;
    if (this.running) this.stop('stopped');
  }

  next() {
    if (this.running || !this.waiting) return;
    this.warm();
    this.lastId += 1;
    this.running = { ...this.waiting, id: this.lastId, since: performance.now() };
    this.waiting = null;
    this.watch(this.running.request);
    this.post({ id: this.lastId, ...this.running.request });
  }

  /** @param {Request & {id: number}} message */
  post(message) {
    /** @type {Worker} */ (this.worker).postMessage(message);
  }

  /** @param {Request} request */
  watch(request) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.replaceWorker(), patience(request.text.length));
  }

  /** @param {Worker} worker */
  listen(worker) {
    worker.onmessage = ({ data }) => this.receive(data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.replaceWorker();
    };
    return worker;
  }

  /** @param {{id: number, utf8?: Uint8Array, error?: string, progress?: number, isReady?: boolean}} message */
  receive({ id, utf8, error, progress, isReady }) {
    if (isReady) {
      this.isReady = true;
      if (this.running) this.running.since = performance.now();
    } else if (error === 'start') {
      this.cancel();
      this.stop('stopped');
      this.tell('engineFailed');
    } else if (this.asides.has(id)) {
      if (progress === undefined) this.answerAside(id, utf8);
    } else if (id === this.running?.id) {
      this.receiveOwn(utf8, error, progress);
    }
  }

  /** About the running request. @param {Uint8Array | undefined} utf8 @param {string | undefined} error @param {number | undefined} progress */
  receiveOwn(utf8, error, progress) {
    const { request, resolve } = /** @type {NonNullable<Client['running']>} */ (this.running);
    if (progress !== undefined) {
      this.watch(request);
      this.onProgress(progress);
    } else if (error && !OUTGROWN.includes(error)) {
      this.replaceWorker();
    } else {
      const answer = answerOf(utf8);
      this.settle();
      if (!answer) this.tell('tooLarge');
      resolve(answer ?? 'stopped');
      this.next();
    }
  }

  /** @param {number} id @param {Uint8Array | undefined} utf8 */
  answerAside(id, utf8) {
    const resolve = this.asides.get(id);
    this.asides.delete(id);
    resolve?.(answerOf(utf8) ?? 'stopped');
  }

  settle() {
    clearTimeout(this.timer);
    this.running = null;
  }

  /** What broke down with its worker is tried once more, with a new one; then it is given up. */
  replaceWorker() {
    const job = this.running;
    const isLast = job?.isRetry ?? false;
    if (job && !isLast) this.running = null;
    this.stop('stopped');
    this.tell(isLast ? 'engineGaveUp' : 'engineRestarted');
    if (job && !isLast) {
      if (this.waiting) job.resolve('superseded');
      else this.waiting = { ...job, isRetry: true };
    }
    this.next();
  }

  /** @param {NoAnswer} why */
  stop(why) {
    this.worker?.terminate();
    this.worker = null;
    this.isReady = false;
    for (const id of [...this.asides.keys()]) this.answerAside(id, undefined);
    const resolve = this.running?.resolve;
    this.settle();
    resolve?.(why);
  }
}
