// All tasks without a mouse: open, read, walk, correct, choose, save, edit.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NAMES, keys, open, settled, texts, type } from './tools.mjs';

/**
 * Presses Tab until an element has the focus. (Not round the end of the page: Firefox's own interface lies there, and a driven
 * Firefox that went through it lets no key press a button any more.)
 * @param {any} page @param {string} selector @param {'on' | 'back'} [direction]
 */
async function tabTo(page, selector, direction = 'on') {
  if (direction === 'back') await page.keyboard.down('Shift');
  for (let n = 0; n < 120; n += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) {
      if (direction === 'back') await page.keyboard.up('Shift');
      return;
    }
    await keys(page, 'Tab');
  }
  throw new Error(`Tab never reaches ${selector}`);
}

const focused = (/** @type {any} */ page) => page.evaluate(() => document.activeElement?.textContent ?? '');

/** The focused element is on the screen, and nothing lies over it: not the card, which covers half of a small one. @param {any} page */
const assertSeen = async (page) => assert.ok(await page.evaluate(() => {
  const element = document.activeElement;
  const { left, top, width, height } = element.getClientRects()[0];
  const there = document.elementFromPoint(left + width / 2, top + height / 2);
  return element === there || element.contains(there);
}), 'what has the focus is seen');

const RUNS = NAMES.flatMap((name) => [1200, 320].map((width) => /** @type {const} */ ([name, width])));

for (const [name, width] of RUNS) {
  test(`${name}, ${width} px: a keyboard-only run`, async () => {
    const { page, errors } = await open(name, { width, height: width === 320 ? 640 : 900 });
    await tabTo(page, '#sample-de');
    await keys(page, 'Enter');
    await settled(page);

    await keys(page, 'j');
    const first = await focused(page);
    for (let n = 0; n < 25; n += 1) {
      await keys(page, 'j');
      await assertSeen(page);
    }
    for (let n = 0; n < 24; n += 1) await keys(page, 'k');
    assert.notEqual(await page.evaluate(() => [...document.querySelectorAll('#article mark')].indexOf(document.activeElement)), 0);
    await keys(page, 'k');
    assert.equal(await focused(page), first);
    assert.equal((await texts(page, '#card h2'))[0], first);
    await keys(page, 'n');
    assert.equal((await page.$$('#article mark.is-selected')).length, 1);
    await keys(page, 'Escape');
    assert.equal(await page.$eval('#card', (card) => card.hidden), true);

    await keys(page, 'Enter');
    assert.equal(await page.$eval('#card', (card) => card.hidden), false);
    await keys(page, '4');
    assert.equal(await page.$eval('#article mark.is-selected', (mark) => mark.dataset.type), 'misc');
    await keys(page, 'z');
    assert.notEqual(await page.$eval('#article mark.is-selected', (mark) => mark.dataset.type), 'misc');
    const count = (await page.$$('#article mark')).length;
    await keys(page, 'Delete');
    assert.equal((await page.$$('#article mark')).length, count - 1);
    const chord = async (/** @type {string[]} */ ...held) => {
      for (const key of held.slice(0, -1)) await page.keyboard.down(key);
      await keys(page, held.at(-1));
      for (const key of held.slice(0, -1)) await page.keyboard.up(key);
      return (await page.$$('#article mark')).length - count;
    };
    assert.deepEqual([await chord('Control', 'z'), await chord('Control', 'y'), await chord('Control', 'z'), await chord('Control', 'Shift', 'z'), await chord('Control', 'z')], [0, -1, 0, -1, 0]);

    await tabTo(page, '[role="tab"][aria-selected="true"]');
    await keys(page, 'ArrowRight');
    assert.equal(await page.$eval('#tab-amounts', (tab) => tab.getAttribute('aria-selected')), 'true');
    await tabTo(page, '#sort-amounts-value');
    await keys(page, 'Enter');
    assert.equal(await page.$eval('#sort-amounts-value', (button) => button.getAttribute('aria-pressed')), 'true');

    await keys(page, '?');
    assert.equal(await page.$eval('#dialog', (dialog) => dialog.open), true);
    await keys(page, 'Escape');
    await page.waitForFunction(() => !document.querySelector('#dialog').open);

    await keys(page, 'e');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'input');
    await type(page, 'Vorweg 7 Dinge. ');
    await settled(page);
    await keys(page, 'Escape');
    assert.equal(await page.$eval('#article', (article) => article.hidden), false);
    assert.match((await texts(page, '#article'))[0], /Vorweg 7 Dinge/);
    assert.deepEqual(errors, []);
    await page.close();
  });

  test(`${name}, ${width} px: correcting and saving without a mouse`, async () => {
    const { page, errors } = await open(name, { width, height: width === 320 ? 640 : 900 });
    await page.focus('#input');
    await type(page, 'Kestrion zahlte 12 Euro an Mirabello.');
    await settled(page);
    await page.keyboard.down('Control'); // the text's beginning: on a phone it has two lines
    await keys(page, 'Home');
    await page.keyboard.up('Control');
    await page.keyboard.down('Shift');
    for (let n = 0; n < 8; n += 1) await keys(page, 'ArrowRight');
    await page.keyboard.up('Shift');
    await page.waitForFunction(() => document.querySelector('#pick-title')?.textContent.includes('Kestrion'));
    await tabTo(page, '#type-person');
    await keys(page, 'Enter');
    assert.ok((await texts(page, '#backdrop mark[data-type="person"]')).includes('Kestrion'));

    await tabTo(page, '#tab-names');
    await keys(page, 'ArrowLeft');
    await tabTo(page, '#words');
    await type(page, 'Mirabello');
    await keys(page, 'Enter');
    await settled(page);
    assert.ok((await texts(page, '#backdrop mark[data-type="organization"]')).includes('Mirabello'));

    await tabTo(page, '#tab-dictionary', 'back');
    await keys(page, 'ArrowRight');
    await tabTo(page, '#tab-panel td button');
    await keys(page, 'Enter');
    await page.waitForSelector('#correct');
    await tabTo(page, '#correct-summary');
    await keys(page, 'Enter');
    await tabTo(page, '#merge');
    await keys(page, 'Enter');
    assert.match((await texts(page, '.walker'))[0], /von 2/);
    await tabTo(page, '#undo');
    await keys(page, 'Enter');
    assert.deepEqual(await texts(page, '.walker'), []);
    await tabTo(page, '#remove', 'back');
    await keys(page, 'Enter');
    assert.equal(await page.$eval('#card', (card) => card.hidden), true);
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'article', 'the focus does not fall out of the page');
    await keys(page, 'z');

    await tabTo(page, '#reference', 'back');
    await type(page, '2023-09');
    await keys(page, 'Enter');
    await settled(page);
    assert.equal(await page.evaluate(() => JSON.parse(globalThis.answers.at(-1)).referenceDate), '2023-09');
    await tabTo(page, '#save', 'back');
    await keys(page, 'Enter');
    await keys(page, 'ArrowDown');
    assert.match((await texts(page, '#preview'))[0], /"schema":"lupe\/1"/);
    await keys(page, 'Escape');
    assert.equal(await page.$eval('#dialog', (dialog) => dialog.open), false);
    assert.deepEqual(errors, []);
    await page.close();
  });

}

for (const name of NAMES) {
  test(`${name}: the rest of what one does, without a mouse: articles, value, split, legend, dictionary, colours, saving`, async () => {
    const { page, errors } = await open(name, { width: 390, height: 844, before: () => {
      globalThis.saved = [];
      HTMLAnchorElement.prototype.click = function keep() { globalThis.saved.push(this.download); };
    } });
    await page.focus('#input');
    await type(page, 'Kestrion AG zahlte 12 Euro. Die Kestrion AG klagt.');
    await settled(page);
    await keys(page, 'Escape', 'j');
    assert.equal((await texts(page, '#card h2'))[0], 'Kestrion AG');
    await tabTo(page, '#correct-summary');
    await keys(page, 'Enter');
    await tabTo(page, '#split');
    await keys(page, 'Enter');
    assert.deepEqual(await texts(page, '.walker'), []);
    await tabTo(page, '#never');
    await keys(page, 'Enter');
    await settled(page);
    assert.deepEqual(await texts(page, '#article mark'), ['12 Euro']);

    await tabTo(page, '#tab-names');
    await keys(page, 'ArrowLeft');
    await tabTo(page, '#forget-0');
    await keys(page, 'Enter');
    await settled(page);
    assert.ok((await texts(page, '#article mark')).includes('Kestrion AG'));

    await tabTo(page, '#article mark[tabindex="0"]', 'back');
    await keys(page, 'j');
    while ((await texts(page, '#card h2'))[0] !== '12 Euro') await keys(page, 'j');
    await tabTo(page, '#value');
    await type(page, '13 Dollar');
    await keys(page, 'Enter');
    await page.waitForFunction(() => document.querySelector('#card .value')?.textContent === '13 USD');

    await tabTo(page, '#legend-money', 'back');
    await keys(page, ' ');
    assert.equal(await page.$eval('#legend-money', (key) => key.getAttribute('aria-pressed')), 'false');

    await tabTo(page, '#new', 'back');
    await keys(page, 'Enter');
    assert.equal((await page.$$('.articles li')).length, 3);
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'input', 'one can write or paste at once');
    await tabTo(page, '#article-1', 'back');
    await keys(page, 'Enter');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'article-1', 'the focus stays');
    assert.equal(await page.$eval('#mode-read', (button) => button.getAttribute('aria-pressed')), 'true', 'it is read as before');
    await tabTo(page, '#close-2');
    await keys(page, 'Enter');
    assert.equal((await page.$$('.articles li')).length, 2);
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'article-1', 'the focus goes to what is left');

    await tabTo(page, '#more', 'back');
    await keys(page, 'Enter');
    await tabTo(page, '#theme');
    await keys(page, 'ArrowDown');
    assert.equal(await page.$eval('html', (root) => root.dataset.theme), 'light');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'theme');
    await tabTo(page, '#about', 'back');
    await keys(page, 'Enter');
    assert.equal(await page.$eval('#dialog', (dialog) => dialog.open), true);
    await keys(page, 'Escape');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'about', 'a dialog gives the focus back');
    await tabTo(page, '#save', 'back');
    await keys(page, 'Enter', 'ArrowDown');
    await tabTo(page, '#download');
    await keys(page, 'Enter');
    assert.deepEqual(await page.evaluate(() => globalThis.saved), ['Kestrion-AG-zahlte-12-Euro-Die.json']);
    assert.match((await texts(page, '#save-done'))[0], /Kestrion/);
    assert.deepEqual(errors, []);
    await page.close();
  });

  test(`${name}: a key counts as soon as the dialog before it is closed`, async () => {
    const { page } = await open(name);
    await tabTo(page, '#sample-de');
    await keys(page, 'Enter');
    await settled(page);
    await keys(page, '?');
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
    await keys(page, 'Enter');
    await settled(page);
    await tabTo(page, '#legend-date');
    await keys(page, 'Enter');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'legend-date');
    assert.equal(await page.$eval('#legend-date', (key) => key.getAttribute('aria-pressed')), 'false');
    await page.close();
  });
}
