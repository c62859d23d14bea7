// Correcting: types, removing, adding, one or all, entities, undo and redo, the dictionary; corrections outlive edits.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NAMES, keys, open, paste, press, settled, texts, type } from './tools.mjs';

const TEXT = 'Kestrion zahlte 12 Euro an Kestrion.\nMirabello lobte Kestrion und 34 Leute.';

/** @param {string} name */
async function opened(name) {
  const browser = await open(/** @type {any} */ (name));
  await paste(browser.page, { 'text/plain': TEXT });
  await settled(browser.page);
  return browser;
}

/** Selects words in the article as a reader does with the mouse, and goes on when the page has heard of it. @param {any} page @param {string} words @param {number} [occurrence] */
async function selectWords(page, words, occurrence = 0) {
  await page.evaluate((wanted, nth) => new Promise((resolve, reject) => {
    document.addEventListener('selectionchange', () => resolve(true), { once: true });
    const walker = document.createTreeWalker(document.querySelector('#article'), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(), seen = 0; node; node = walker.nextNode()) {
      for (let at = node.data.indexOf(wanted); at >= 0; at = node.data.indexOf(wanted, at + 1), seen += 1) {
        if (seen === nth) { getSelection().setBaseAndExtent(node, at, node, at + wanted.length); return; }
      }
    }
    reject(new Error(`no ${wanted}`));
  }), words, occurrence);
  await page.waitForFunction((wanted) => document.querySelector('#pick-title')?.textContent.includes(wanted), {}, words);
}

/** @param {any} page @returns {Promise<string[]>} "type text" of all marks */
const marks = (page) => page.$$eval('#article mark', (all) => all.map((mark) => `${mark.dataset.type} ${mark.textContent}`));

/** Opens the card of the mention with these words. @param {any} page @param {string} words @param {number} [occurrence] */
async function openCard(page, words, occurrence = 0) {
  await page.evaluate((wanted, nth) => {
    getSelection().removeAllRanges();
    [...document.querySelectorAll('#article mark')].filter((mark) => mark.textContent === wanted)[nth].click();
  }, words, occurrence);
  await page.waitForSelector('#correct');
}

for (const name of NAMES) {
  test(`${name}: selected words get a type, here or everywhere; undo and redo`, async () => {
    const { page, errors } = await opened(name);
    const before = await marks(page);
    await selectWords(page, 'Kestrion', 1);
    await press(page, '#type-set');
    const once = await marks(page);
    assert.equal(once.filter((mark) => mark === 'set Kestrion').length, 1);
    assert.deepEqual([await texts(page, '#card h2'), await page.evaluate(() => document.activeElement?.className)], [['Kestrion'], 'is-selected'], 'its card is open, the focus on it');
    await selectWords(page, 'Mirabello');
    await press(page, '#everywhere');
    await press(page, '#type-location');
    assert.ok((await marks(page)).includes('location Mirabello'));
    await keys(page, 'Escape');
    await page.evaluate(() => document.activeElement?.blur());
    await keys(page, 'z');
    assert.deepEqual(await marks(page), once);
    await keys(page, 'z');
    assert.deepEqual(await marks(page), before);
    await keys(page, 'y');
    await keys(page, 'y');
    assert.ok((await marks(page)).includes('location Mirabello'));
    assert.deepEqual(errors, []);
    await page.close();
  });

  test(`${name}: a mention changes its type, is removed, everywhere too`, async () => {
    const { page } = await opened(name);
    await selectWords(page, 'Kestrion');
    await press(page, '#everywhere');
    await press(page, '#type-organization');
    assert.equal((await marks(page)).filter((mark) => mark === 'organization Kestrion').length, 3);
    await openCard(page, 'Kestrion', 1);
    await press(page, '#type-misc');
    assert.equal((await marks(page)).filter((mark) => mark === 'misc Kestrion').length, 3);
    await press(page, '#everywhere');
    await openCard(page, 'Kestrion', 1);
    await press(page, '#remove');
    assert.equal((await marks(page)).filter((mark) => mark === 'misc Kestrion').length, 2);
    assert.equal(await page.$eval('#card', (card) => card.hidden), true);
    await press(page, '#undo-top'); // above the article, for the card is gone
    assert.equal((await marks(page)).filter((mark) => mark === 'misc Kestrion').length, 3);
    await page.close();
  });

  test(`${name}: entities are merged and split`, async () => {
    const { page } = await opened(name);
    await selectWords(page, 'Kestrion');
    await press(page, '#everywhere');
    await press(page, '#type-organization');
    await selectWords(page, 'Mirabello');
    await press(page, '#type-organization');
    await press(page, '#tab-names');
    const names = async () => (await texts(page, '#tab-panel td')).filter((_, index) => index % 3 === 2).map(Number);
    const before = await names();
    assert.ok(before.includes(3));
    await openCard(page, 'Mirabello');
    await page.select('#merge-with', 'organization|Kestrion');
    await press(page, '#merge');
    assert.ok((await names()).includes(4));
    await openCard(page, 'Mirabello');
    assert.match((await texts(page, '.walker'))[0], /von 4/);
    await press(page, '#split');
    assert.deepEqual(await names(), before);
    await page.close();
  });

  test(`${name}: an amount that is marked by hand gets its value, from its words or from the reader`, async () => {
    const { page, errors } = await opened(name);
    await openCard(page, '12 Euro');
    await press(page, '#remove');
    await selectWords(page, '12 Euro');
    await press(page, '#type-money');
    await openCard(page, '12 Euro');
    await page.waitForFunction(() => document.querySelector('#card .value')?.textContent === '12 EUR');
    await page.evaluate(() => { document.querySelector('#correct').open = true; });

    const write = async (words) => {
      await page.focus('#value');
      await page.$eval('#value', (input) => { input.value = ''; });
      await type(page, words);
      await keys(page, 'Enter');
    };
    await write('kein Betrag');
    await page.waitForFunction(() => !document.querySelector('#value').validity.valid);
    assert.match(await page.$eval('#value', (input) => input.validationMessage), /3,5 Mio/);
    await write('bis zu 3,5 Mio. Dollar');
    await page.waitForFunction(() => document.querySelector('#card .value')?.textContent === '3,5\u00a0Mio. USD, höchstens');
    assert.equal(await page.$eval('#value', (input) => input.value), '');
    await press(page, '#undo');
    assert.deepEqual(await texts(page, '#card .value'), ['12 EUR']);

    await selectWords(page, 'Mirabello');
    await press(page, '#type-date');
    await openCard(page, 'Mirabello');
    assert.deepEqual(await texts(page, '#card .value'), []);
    await write('14. März 2024');
    await page.waitForFunction(() => document.querySelector('#card .value')?.textContent === 'Donnerstag, 14. März 2024');
    assert.deepEqual(errors, []);
    await page.close();
  });

  test(`${name}: the dictionary works at once, in every article, and is kept only when asked`, async () => {
    const { page } = await opened(name);
    await press(page, '#tab-dictionary');
    const add = async (words, kind) => {
      await page.$eval('#words', (input, text) => { input.value = text; }, words);
      await page.select('#words-type', kind);
      await press(page, '#words-add');
      await settled(page);
    };
    await add('Kestrion', 'never');
    assert.ok(!(await marks(page)).some((mark) => mark.endsWith(' Kestrion')));
    await add('Kestrion', 'location');
    assert.equal((await marks(page)).filter((mark) => mark === 'location Kestrion').length, 3);
    await press(page, '#tab-names');
    assert.deepEqual((await texts(page, '#table-names-location tbody td')).slice(0, 3), ['Kestrion', '1', '3'], 'one entity');
    await press(page, '#tab-dictionary');
    await press(page, '#undo-words');
    await settled(page);
    assert.ok(!(await marks(page)).some((mark) => mark.endsWith(' Kestrion')), 'never, as before');
    await press(page, '#redo-words');
    await settled(page);
    assert.ok((await marks(page)).includes('location Kestrion'));
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    await press(page, '#keep');
    assert.equal(await page.evaluate(() => localStorage.length), 1);
    await page.reload();
    await page.waitForSelector('#sample-de');
    await paste(page, { 'text/plain': 'In Kestrion.' });
    await settled(page);
    assert.ok((await marks(page)).includes('location Kestrion'));
    await press(page, '#tab-dictionary');
    await press(page, '#keep');
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    await page.close();
  });

  test(`${name}: corrections outlive edits, and the reader is told when one is lost`, async () => {
    const { page } = await opened(name);
    await selectWords(page, 'Mirabello');
    await press(page, '#type-person');
    const edit = (text) => page.evaluate((value) => { const input = document.querySelector('#input'); input.value = value; input.dispatchEvent(new Event('input')); }, text);
    await press(page, '#mode-edit');
    await edit(`Vorspann mit 5 Euro.\n\n${TEXT}`);
    await settled(page);
    await edit(`Ganz neu. Darin lobte Mirabello die Lage.`);
    await settled(page);
    await press(page, '#mode-read');
    assert.ok((await marks(page)).includes('person Mirabello'));
    assert.deepEqual(await texts(page, '#notice span'), []);
    await press(page, '#mode-edit');
    await edit('Niemand lobte.');
    await page.waitForSelector('#notice-correctionsLost');
    await page.close();
  });

  test(`${name}: words selected in the editor get a type as well`, async () => {
    const { page } = await opened(name);
    await press(page, '#mode-edit');
    await page.focus('#input');
    await page.$eval('#input', (input) => { const at = input.value.indexOf('Mirabello'); input.setSelectionRange(at, at + 9); });
    await page.waitForSelector('#pick');
    await press(page, '#type-person');
    await press(page, '#mode-read');
    assert.ok((await marks(page)).includes('person Mirabello'));
    await page.close();
  });
}
