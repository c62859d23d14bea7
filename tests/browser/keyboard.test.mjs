// All tasks without a mouse: open, read, walk, correct, choose, save, edit.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NAMES, open, settled, texts } from './tools.mjs';

/** Presses Tab until an element has the focus. @param {any} page @param {string} selector */
async function tabTo(page, selector) {
  for (let n = 0; n < 120; n += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${selector}`);
}

const focused = (/** @type {any} */ page) => page.evaluate(() => document.activeElement?.textContent ?? '');

for (const name of NAMES) {
  test(`${name}: a keyboard-only run`, async () => {
    const { page, errors } = await open(name);
    await tabTo(page, '#sample-de');
    await page.keyboard.press('Enter');
    await settled(page);

    await page.keyboard.press('j');
    const first = await focused(page);
    await page.keyboard.press('j');
    assert.notEqual(await page.evaluate(() => [...document.querySelectorAll('#article mark')].indexOf(document.activeElement)), 0);
    await page.keyboard.press('k');
    assert.equal(await focused(page), first);
    assert.equal((await texts(page, '#card h2'))[0], first);
    await page.keyboard.press('n');
    assert.equal((await page.$$('#article mark.is-selected')).length, 1);
    await page.keyboard.press('Escape');
    assert.equal(await page.$eval('#card', (card) => card.hidden), true);

    await page.keyboard.press('Enter');
    assert.equal(await page.$eval('#card', (card) => card.hidden), false);
    await page.keyboard.press('4');
    assert.equal(await page.$eval('#article mark.is-selected', (mark) => mark.dataset.type), 'misc');
    await page.keyboard.press('z');
    assert.notEqual(await page.$eval('#article mark.is-selected', (mark) => mark.dataset.type), 'misc');
    const count = (await page.$$('#article mark')).length;
    await page.keyboard.press('Delete');
    assert.equal((await page.$$('#article mark')).length, count - 1);
    await page.keyboard.press('z');

    await tabTo(page, '[role="tab"][aria-selected="true"]');
    await page.keyboard.press('ArrowRight');
    assert.equal(await page.$eval('#tab-amounts', (tab) => tab.getAttribute('aria-selected')), 'true');
    await tabTo(page, '#sort-amounts-value');
    await page.keyboard.press('Enter');
    assert.equal(await page.$eval('#sort-amounts-value', (button) => button.getAttribute('aria-pressed')), 'true');

    await page.keyboard.press('?');
    assert.equal(await page.$eval('#dialog', (dialog) => dialog.open), true);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.querySelector('#dialog').open);

    await page.keyboard.press('e');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'input');
    await page.keyboard.type('Vorweg 7 Dinge. ');
    await settled(page);
    await page.keyboard.press('Escape');
    assert.equal(await page.$eval('#article', (article) => article.hidden), false);
    assert.match((await texts(page, '#article'))[0], /Vorweg 7 Dinge/);
    assert.deepEqual(errors, []);
    await page.close();
  });

  test(`${name}: a key counts as soon as the dialog before it is closed`, async () => {
    const { page } = await open(name);
    await tabTo(page, '#sample-de');
    await page.keyboard.press('Enter');
    await settled(page);
    await page.keyboard.press('?');
    // Both in one turn, before the page hears of the closing.
    await page.evaluate(() => {
      document.querySelector('#dialog').close();
      document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'e', bubbles: true, cancelable: true }));
    });
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'input');
    assert.equal(await page.$eval('#dialog', (dialog) => dialog.open), false);
    await page.close();
  });

  test(`${name}: the focus stays where it was when the panel is drawn again`, async () => {
    const { page } = await open(name);
    await tabTo(page, '#sample-en');
    await page.keyboard.press('Enter');
    await settled(page);
    await tabTo(page, '#legend-date');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'legend-date');
    assert.equal(await page.$eval('#legend-date', (key) => key.getAttribute('aria-pressed')), 'false');
    await page.close();
  });
}
