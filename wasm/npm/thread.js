// What runs in the analyzer's own thread (a Worker of the browser or of Node): one text after another.
// build.mjs makes a self-contained script of it, in which `lupeThread` is this module.
import { load } from '../lupe.mjs';

/**
 * @param {{onmessage: any, postMessage(message: any): void}} port takes {module} once, then {id, text, options};
 *   gives {id, progress}, and at last {id, result} or {id, error: {code, message}}
 */
export function serve(port) {
  /** @type {Promise<import('../lupe.mjs').Engine>} */
  let engine;
  port.onmessage = async (/** @type {{data: any}} */ { data }) => {
    if (data.module) {
      engine = load(data.module);
      return;
    }
    const { id, text, options } = data;
    try {
      const ready = await engine;
      const onProgress = (/** @type {number} */ done) => done < 1 && port.postMessage({ id, progress: done });
      port.postMessage({ id, result: ready.analyze(text, { ...options, onProgress }) });
    } catch (/** @type {any} */ error) {
      port.postMessage({ id, error: { code: error?.code ?? 'INTERNAL_TRAP', message: String(error?.message ?? error) } });
    }
  };
}
