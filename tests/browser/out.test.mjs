// Taking away: copying gives what saving gives, with and without the browser's clipboard; and nothing stays behind.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NAMES, open, press, settled, texts } from './tools.mjs';

/** A clipboard that keeps what it gets, or refuses as that of some file pages does. */
function keepCopied() {
  globalThis.copied = [];
  globalThis.isRefused = false;
  Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => {
    if (globalThis.isRefused) throw new DOMException('not here', 'NotAllowedError');
    globalThis.copied.push(text);
  } } });
  addEventListener('copy', ({ clipboardData }) => globalThis.copied.push(clipboardData.getData('text/plain'))); // after the page
}

for (const name of NAMES) {
  test(`${name}: every format is copied whole, also where the clipboard refuses`, async () => {
    const { page, errors } = await open(name, { before: keepCopied });
    await press(page, '#sample-de');
    await settled(page);
    await press(page, '#save');
    const formats = await page.$$eval('[name="format"]', (/** @type {Element[]} */ all) => all.map(({ id }) => id));
    assert.equal(formats.length, 10);
    for (const format of formats) {
      await press(page, `#${format}`);
      assert.ok((await texts(page, '#save-hint'))[0].length > 20, 'says what it is for');
      for (const isRefused of [false, true]) {
        await page.evaluate((/** @type {boolean} */ value) => { globalThis.isRefused = value; globalThis.copied.length = 0; }, isRefused);
        await page.click('#copy'); // only a true click may copy
        await page.waitForFunction(() => document.querySelector('#save-done')?.textContent === 'Kopiert.' && globalThis.copied.length === 1);
        const [copied, preview] = await page.evaluate(() => [globalThis.copied[0], document.querySelector('#preview').textContent]);
        assert.equal(copied.slice(0, 500), preview.slice(0, 500), format);
        assert.ok(copied.length > 500 && copied.length >= preview.length - 2, `${format}: ${copied.length}`);
      }
    }
    await page.evaluate(() => { document.execCommand = () => false; });
    await page.click('#copy');
    await page.waitForFunction(() => document.querySelector('#save-done')?.textContent.startsWith('Der Browser lässt hier kein Kopieren zu.'));
    assert.deepEqual(errors, []);
    await page.close();
  });

  test(`${name}: nothing is stored of what was read`, async () => {
    const { page } = await open(name);
    await press(page, '#sample-de');
    await settled(page);
    await page.evaluate(() => document.querySelector('#article mark').click());
    const stored = await page.evaluate(async () => [localStorage.length, sessionStorage.length, document.cookie,
      await (indexedDB.databases?.() ?? Promise.resolve([])).then((all) => all.length, () => 0), location.hash]);
    assert.deepEqual(stored, [0, 0, '', 0, '']);
    await page.close();
  });
}
