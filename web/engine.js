// The analyzer's worker, and the engine on its way to it. This is the page's first script, before that of the page itself, so
// that the worker starts while the browser reads the rest. The engine is by far the longest part of the page, and its last: it is
// handed over piece by piece while the browser still reads the file, so that it is unpacked when the last piece comes.

/** The service worker of the served page (site/sw.js). */
const SERVICE_WORKER = 'sw.js';

/** The content policy lets only this policy name scripts, and it names only what the page itself made or came with. */
const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy('lupe', {
  createScriptURL: (/** @type {string} */ url) => {
    if (!url.startsWith('blob:') && url !== SERVICE_WORKER) throw new TypeError(url);
    return url;
  },
});

/** @param {string} url @returns {string} */
const trustedUrl = (url) => policy?.createScriptURL(url) ?? url;

/** @returns {Worker} one that has its engine on the way */
function startWorker() {
  const worker = new Worker(trustedUrl(URL.createObjectURL(new Blob([LUPE_WORKER], { type: 'text/javascript' }))));
  readEngine((piece) => worker.postMessage({ engine: piece }));
  return worker;
}

/** @param {(piece: string | null) => void} give gets the pieces that build.mjs cut in order, then null */
function readEngine(give) {
  const pieces = document.getElementsByClassName('engine');
  let given = 0;
  const giveRead = () => {
    const isLoading = document.readyState === 'loading';
    const whole = isLoading ? pieces.length - 1 : pieces.length; // the last one may be half read
    for (; given < whole; given += 1) give(/** @type {string} */ (pieces[given].textContent));
    if (!isLoading) give(null);
  };
  if (document.readyState !== 'loading') { giveRead(); return; }
  const observer = new MutationObserver(giveRead);
  observer.observe(document.body, { childList: true });
  addEventListener('DOMContentLoaded', () => { observer.disconnect(); giveRead(); }, { once: true });
}

let first = /** @type {Worker | null} */ (startWorker());

/** For the page's own script. */
globalThis.lupeEngine = {
  /** The worker that started with the page, then new ones. */
  worker() {
    const worker = first ?? startWorker();
    first = null;
    return worker;
  },
  /** Served pages install themselves for offline use; a page from disk has no need to. */
  install() {
    if (location.protocol.startsWith('http')) navigator.serviceWorker?.register(trustedUrl(SERVICE_WORKER));
  },
};
