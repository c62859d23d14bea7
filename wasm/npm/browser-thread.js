// A Worker made from the script itself, so that no bundler must know of a second file and no server be asked for one.
// A content policy must allow it: worker-src blob:. Where it does not, the caller analyses in its own thread.

/** @type {import('./queue.js').StartThread} */
export function startThread(receive, fail) {
  const url = URL.createObjectURL(new Blob([`${LUPE_THREAD};lupeThread.serve(self);`], { type: 'text/javascript' }));
  const worker = new Worker(url);
  worker.onmessage = ({ data }) => {
    URL.revokeObjectURL(url);
    receive(data);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    fail(new Error(event.message || 'it could not be started'));
  };
  return { postMessage: (message) => worker.postMessage(message), terminate: () => worker.terminate(), idle() {} };
}
