// A text of 1 MB in each view: reading, editing, tables, corrections, the dictionary and every export answer, and lead to the right place.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NAMES, keys, open, paste, press, settled, texts } from './tools.mjs';

const LINE = (/** @type {number} */ n) => `Am Montag zahlte die Kestrion AG ${n} Mio. Euro an ${n + 7} Leute in Köln, hieß es am 3. Mai 2023 in Bonn bei Enno Harmsen.`;
const COUNT = 9_400;
const TEXT = Array.from({ length: COUNT }, (_, n) => LINE(n + 1)).join('\n\n');

/** @param {any} page @param {string} selector */
const isOnScreen = (page, selector) => page.waitForFunction((/** @type {string} */ wanted) => {
  const { top, bottom } = document.querySelector(wanted)?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
  return top >= 0 && bottom <= innerHeight;
}, {}, selector);

for (const name of NAMES) {
  test(`${name}: 1 MB in each view`, { timeout: 600_000 }, async (t) => {
    const { page, errors } = await open(name, { before: () => {
      globalThis.saved = [];
      const make = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (blob) => { if (!blob.type.includes('javascript')) globalThis.saved.push(blob.size); return make(blob); };
      HTMLAnchorElement.prototype.click = () => {};
    } });
    const clock = async (/** @type {string} */ what, /** @type {() => Promise<unknown>} */ act) => {
      const start = performance.now();
      await act();
      t.diagnostic(`${name}: ${what} ${Math.round(performance.now() - start)} ms`);
    };
    assert.ok(TEXT.length > 1_000_000);
    await clock('paste and analysis', async () => { await paste(page, { 'text/plain': TEXT }); await settled(page); });
    assert.equal(await page.$eval('#article', (/** @type {Element} */ article) => article.children.length), COUNT);
    await clock('last mention', () => keys(page, 'k'));
    await isOnScreen(page, '#article .is-selected');
    assert.deepEqual(await texts(page, '#article .is-selected'), ['Enno Harmsen']);
    for (const tab of ['names', 'amounts', 'times', 'dictionary']) await clock(tab, () => press(page, `#tab-${tab}`));
    await press(page, '#tab-amounts');
    await clock('sorted', () => press(page, '#sort-amounts-value'));
    assert.match((await texts(page, '#table-amounts td'))[0], new RegExp(`^${COUNT} Mio`));
    await press(page, '#table-amounts td button');
    await isOnScreen(page, '#article .is-selected');
    assert.deepEqual(await texts(page, '#article .is-selected'), [`${COUNT} Mio. Euro`], 'from the table to the last paragraph');

    await clock('type off', () => press(page, '#legend-date'));
    await clock('correction everywhere', async () => {
      await press(page, '#tab-names');
      await press(page, '#table-names-organization td button');
      await press(page, '#everywhere');
      await press(page, '#type-misc');
    });
    assert.equal((await texts(page, '#legend-misc .count'))[0], String(COUNT));
    await clock('undo', () => press(page, '#undo'));
    assert.equal((await texts(page, '#legend-organization .count'))[0], String(COUNT));

    await clock('editor', () => press(page, '#mode-edit'));
    assert.equal(await page.$eval('#input', (/** @type {HTMLTextAreaElement} */ input) => input.value.length), TEXT.length);
    await clock('reading again', () => press(page, '#mode-read'));
    await press(page, '#save');
    for (const format of ['project', 'json', 'names', 'amounts', 'times', 'web', 'brat', 'conll', 'html', 'text']) {
      await clock(format, async () => { await press(page, `#format-${format}`); await press(page, '#download'); });
    }
    const sizes = await page.evaluate(() => globalThis.saved);
    assert.equal(sizes.length, 11, 'brat has two files');
    assert.ok(sizes.filter((/** @type {number} */ size) => size > 1_000_000).length >= 8, sizes.join());
    assert.deepEqual(errors, []);
    await page.close();
  });
}
