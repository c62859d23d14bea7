// A thread of Node, from the script itself.

/**
 * @param {any} Worker node:worker_threads' own
 * @returns {import('./queue.js').StartThread}
 */
export const nodeThreads = (Worker) => (receive, fail) => {
  const worker = new Worker(`${LUPE_THREAD};lupeThread.serve(require('node:worker_threads').parentPort);`, { eval: true });
  worker.on('message', receive);
  worker.on('error', fail);
  return {
    postMessage: (message) => worker.postMessage(message),
    terminate: () => void worker.terminate(),
    // An idle thread does not keep the program alive.
    idle: (isIdle) => (isIdle ? worker.unref() : worker.ref()),
  };
};
