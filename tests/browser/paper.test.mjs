// On paper: the article with its highlights, what they mean, and all that was found with its drawings, whatever tab was open.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { NAMES, drop, open, press, settled, texts } from './tools.mjs';

const ARTICLE = readFileSync(new URL('articles/en.md', import.meta.url), 'utf8');

/** @param {any} name */
async function opened(name) {
  const browser = await open(name, { language: 'en' });
  await browser.page.select('#theme', 'dark');
  await drop(browser.page, [{ name: 'article.md', text: ARTICLE }]);
  await browser.page.waitForSelector('#article mark');
  await settled(browser.page);
  return browser;
}

for (const name of NAMES) {
  test(`${name}: printing takes all tables and drawings, and gives the page back as it was`, async () => {
    const { page, errors } = await opened(name);
    await press(page, '#tab-names');
    const names = await page.$$eval('#tables table', (tables) => tables.map(({ id }) => id));
    assert.ok(names.length >= 3 && names.every((id) => id.startsWith('table-names-')), `${names}`);
    await press(page, '#tab-dictionary');
    await page.evaluate(() => {
      // Later than the page's own listener: what it has drawn by now goes to paper.
      addEventListener('beforeprint', () => {
        globalThis.printed = { heads: [...document.querySelectorAll('#tables h2')].map((head) => head.textContent), tables: [...document.querySelectorAll('#tables table')].map(({ id }) => id),
          drawings: [...document.querySelectorAll('#tables svg')].map((drawing) => drawing.getAttribute('class')), rows: document.querySelectorAll('#table-amounts tbody tr').length,
          ids: [...document.querySelectorAll('[id]')].map(({ id }) => id).filter((id, index, all) => all.indexOf(id) !== index) };
      });
    });
    const pdf = await page.pdf({ format: 'A4' });
    assert.ok(pdf.length > 20_000);
    const printed = await page.evaluate(() => globalThis.printed);
    assert.deepEqual(printed, { heads: ['Names', 'Amounts', 'Times'], tables: [...names, 'table-amounts', 'table-times'],
      drawings: ['bars', 'timeline'], rows: Number((await texts(page, '#tab-amounts .count'))[0]), ids: [] });
    await page.waitForSelector('#words');
    assert.equal(await page.$eval('#tab-dictionary', (/** @type {Element} */ tab) => tab.getAttribute('aria-selected')), 'true');
    assert.deepEqual(errors, []);
    await page.close();
  });
}

test('chromium: dark text on white and nothing to press, whatever the theme; the drawings are whole', { skip: !NAMES.includes('chromium') && 'needs Chromium' }, async () => {
  const { page } = await opened('chromium');
  await page.emulateMediaType('print');
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const paper = await page.evaluate(() => {
    const light = (/** @type {string} */ colour) => { const [r, g, b] = colour.match(/\d+/g).map(Number); return 0.299 * r + 0.587 * g + 0.114 * b; };
    const look = (/** @type {string} */ selector) => getComputedStyle(document.querySelector(selector));
    return {
      back: light(look('body').backgroundColor), ink: light(look('#article p').color), mark: light(look('#article mark:not([data-confidence="possible"])').backgroundColor), cell: light(look('td.number').color),
      bar: light(look('.bar rect').fill), dot: light(look('.dot circle').fill), words: light(look('figure text').fill),
      pressed: [...document.querySelectorAll('button, select, input')].filter((element) => element.checkVisibility() && !element.closest('table, #legend')).map(({ id }) => id),
      isSeen: ['#article', '#legend', '#table-names-organization', '#table-amounts', '#table-times', 'svg.timeline', 'svg.bars'].every((one) => document.querySelector(one).checkVisibility()),
      isWhole: ['figure', 'tr'].every((one) => look(one).breakInside === 'avoid'),
    };
  });
  assert.deepEqual([paper.back, paper.pressed, paper.isSeen, paper.isWhole], [255, [], true, true]);
  assert.ok([paper.ink, paper.cell, paper.bar, paper.dot, paper.words].every((one) => one < 100) && paper.mark > 180, JSON.stringify(paper));
  await page.close();
});
