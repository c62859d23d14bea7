// The worker is watched: an engine that really traps, never ends or finds no memory is replaced or told of, the text stays, the
// reader is told once, and the next text is analysed. The engine here is one with faults to order (tests/npm/package.mjs).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { pack } from '../../web/packing.js';
import { faultyModule } from '../npm/package.mjs';
import { NAMES, open, settled, texts } from './tools.mjs';

// Patience with a hung worker is 45 seconds and little more for a short text; this test waits less.
const FAULTY = `(() => {
  const engine = ${JSON.stringify(pack(gzipSync(faultyModule())))};
  const Before = globalThis.Worker;
  globalThis.Worker = class extends Before {
    postMessage(message) {
      if (message.engine) return; // a piece of the right one
      if (message.engine === null) super.postMessage({ engine });
      super.postMessage(message);
    }
  };
  const wait = globalThis.setTimeout;
  globalThis.setTimeout = (act, time, ...rest) => wait(act, time >= 45000 && time < 46000 ? 1500 : time, ...rest);
})()`;

const FAULTS = {
  'a trap': { text: 'T 12 Leute', notice: 'engineGaveUp', asked: 2 },
  'a loop without end': { text: 'L 12 Leute', notice: 'engineGaveUp', asked: 2 },
  'too little memory': { text: 'x'.repeat(1_200_000), notice: 'tooLarge', asked: 1 },
};

for (const name of NAMES) {
  for (const [fault, { text, notice, asked }] of Object.entries(FAULTS)) {
    test(`${name}: ${fault} is told once, the text stays, the next one is analysed`, async () => {
      const { page, errors } = await open(name, { before: FAULTY });
      const put = (/** @type {string} */ value) => page.evaluate((/** @type {string} */ given) => {
        const input = document.querySelector('#input');
        input.value = given;
        input.dispatchEvent(new Event('input'));
      }, value);
      const shown = () => page.$$eval('#notice > *', (/** @type {Element[]} */ all) => all.map(({ id }) => id.replace('notice-', '')));
      await put(text);
      await page.waitForSelector(`#notice-${notice}`);
      assert.equal((await texts(page, `#notice-${notice}`)).length, 1);
      assert.equal(await page.$eval('#input', (/** @type {HTMLTextAreaElement} */ input) => input.value), text);
      await put('Alles in Ordnung.');
      await settled(page);
      assert.equal(await page.evaluate(() => JSON.parse(globalThis.answers.at(-1)).engine.version), '0.0.0', 'answered by the same faulty engine');
      assert.equal(await page.evaluate((/** @type {string} */ of) => globalThis.asked.filter((/** @type {any} */ message) => message.text === of).length, text), asked, 'tried once more at most');
      assert.ok((await shown()).filter((/** @type {string} */ id) => id.startsWith('engine')).length <= 1);
      assert.deepEqual(errors, []);
      await page.close();
    });
  }
}
