// The engine is by far the longest part of the page, and its last: it is handed over piece by piece while the browser still
// reads the file, so that it is unpacked when the last piece comes. build.mjs cuts it.

/** @param {(piece: string | null) => void} give gets the pieces in order, then null */
export function readEngine(give) {
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
