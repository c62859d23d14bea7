// The page's size, and the time from opening the file to the first highlight; printed, and held under limits that a busy
// machine keeps as well. To read the figures alone: tests/browser/run.sh tests/browser/measure.test.mjs

import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { test } from 'node:test';
import { NAMES, PAGE, open } from './tools.mjs';

const MB = 1 << 20;

test('size', (t) => {
  const { size } = statSync(PAGE);
  t.diagnostic(`page: ${(size / MB).toFixed(2)} MB`);
  assert.ok(size < 4 * MB);
});

/** Runs before the page: puts a text into it as soon as it can take one, and notes when its first mark is there. */
function race() {
  const text = 'Am 14. März 2024 zahlte die Firma 1,4 Milliarden Euro für 820 Stellen in Bremen.';
  const start = () => {
    const input = document.querySelector('#input');
    if (!input || !document.querySelector('#ui-language')) { setTimeout(start, 1); return; }
    globalThis.ready = performance.now();
    input.value = text;
    input.dispatchEvent(new Event('input'));
  };
  document.addEventListener('DOMContentLoaded', start);
  const watch = () => {
    if (document.querySelector('#backdrop mark')) globalThis.first = performance.now();
    else setTimeout(watch, 1);
  };
  watch();
}

/** Runs in the page: how long a text of 1 MB takes until its marks are drawn, and the longest time the page did not answer. */
async function long() {
  const gaps = [0];
  let last = performance.now();
  const clock = setInterval(() => { const now = performance.now(); gaps.push(now - last); last = now; }, 10);
  const start = performance.now();
  const transfer = new DataTransfer();
  transfer.setData('text/plain', 'Am Montag zahlte die Firma 4,5 Mio. Euro an 20 Leute in Köln, hieß es am 3. Mai 2023 in Bonn.\n\n'.repeat(10_500));
  const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
  Object.defineProperty(event, 'clipboardData', { value: transfer });
  document.body.dispatchEvent(event);
  while (document.documentElement.dataset.settled !== 'true') await new Promise((done) => { setTimeout(done, 5); });
  await new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); });
  clearInterval(clock);
  return { total: performance.now() - start, gap: Math.max(...gaps), marks: document.querySelectorAll('#article mark').length };
}

for (const name of NAMES) {
  test(`${name}: time to the first highlight`, async (t) => {
    const times = [];
    for (let run = 0; run < 5; run += 1) {
      const { page } = await open(name, { before: race });
      await page.waitForFunction(() => globalThis.first !== undefined);
      times.push(await page.evaluate(() => Math.round(globalThis.first)));
      await page.close();
    }
    times.sort((a, b) => a - b);
    t.diagnostic(`${name}: first highlight after ${times[2]} ms (median of 5: ${times.join(', ')})`);
    assert.ok(times[2] < 10_000);
  });

  test(`${name}: 1 MB of news`, { timeout: 240_000 }, async (t) => {
    const { page } = await open(name);
    const { total, gap, marks } = await page.evaluate(long);
    t.diagnostic(`${name}: 1 MB drawn after ${Math.round(total)} ms with ${marks} marks so far, longest pause ${Math.round(gap)} ms`);
    assert.ok(total < 90_000);
    await page.close();
  });
}
