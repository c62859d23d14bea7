// Seeing: what the page says of what it found. Mentions light up together and stand in the card with their reason; tables are
// sorted, drawings say what they show and lead to the text; the browser's own search finds words across highlights.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { NAMES, drop, open, paste, press, settled, texts } from './tools.mjs';

const ARTICLES = { de: read('de'), en: read('en') };
/** @param {string} language */
function read(language) { return readFileSync(new URL(`articles/${language}.md`, import.meta.url), 'utf8'); }

/** A page with a long article. @param {any} name @param {'de' | 'en'} language @param {Parameters<typeof open>[1]} [options] */
async function opened(name, language, options) {
  const browser = await open(name, { language, ...options });
  await drop(browser.page, [{ name: 'artikel.md', text: ARTICLES[language] }]);
  await browser.page.waitForSelector('#article mark');
  await settled(browser.page);
  return browser;
}

/** @param {any} page @param {string} words @param {number} [nth] */
const click = (page, words, nth = 0) => page.evaluate((/** @type {string} */ wanted, /** @type {number} */ index) =>
  [...document.querySelectorAll('#article mark')].filter((mark) => mark.textContent === wanted)[index].click(), words, nth);

/** Boxes of elements that are seen, and how wide the page is. @param {any} page @param {string} selector */
const boxes = (page, selector) => page.$$eval(selector, (/** @type {Element[]} */ all) => all.filter((one) => one.checkVisibility())
  .map((one) => ({ words: one.textContent || one.id, ...one.getBoundingClientRect().toJSON() })));

for (const name of NAMES) {
  test(`${name}: a mention lights up with all that mean the same, and the card shows them in context and why`, async () => {
    const { page } = await opened(name, 'de');
    await click(page, 'Jörn Uwe Petersen-Kalle');
    assert.deepEqual(await texts(page, '#article .is-selected'), ['Jörn Uwe Petersen-Kalle']);
    assert.deepEqual(await texts(page, '#article .is-same'), ['Petersen-Kalle', 'Petersen-Kalle']);
    assert.equal((await texts(page, '.walker'))[0].includes('1 von 3'), true);
    assert.match((await texts(page, '.contexts button'))[2], /Petersen-Kalle geht Ende des Jahres/);
    await press(page, '.contexts li:nth-child(3) button');
    assert.deepEqual(await texts(page, '#article .is-selected'), ['Petersen-Kalle']);
    assert.equal(await page.evaluate(() => document.activeElement?.className), 'is-selected', 'the reader is taken there');

    await click(page, '700 Millionen Euro');
    const facts = Object.fromEntries(await page.$$eval('#card dt', (/** @type {Element[]} */ all) => all.map((dt) => [dt.textContent, dt.nextElementSibling?.textContent])));
    assert.deepEqual(facts, { Wert: '700\u00a0Mio. EUR, höchstens', Genau: '700.000.000 EUR', Währung: 'Euro', Sicherheit: 'sicher', Grund: 'Zahl mit Währung dahinter' });
    await page.select('#ui-language', 'en');
    assert.equal((await texts(page, '#card .value'))[0].replace('\u00a0', ' '), '700 million EUR, at most', 'in the language of the page');
    await page.close();
  });

  test(`${name}: the dateline is the reference date and shown as such`, async () => {
    const { page } = await opened(name, 'de');
    assert.equal(await page.$eval('#reference', (/** @type {HTMLInputElement} */ input) => input.placeholder), '2025-10-17');
    assert.deepEqual(await texts(page, '#reference-hint'), ['aus dem Text']);
    await click(page, 'Donnerstagabend');
    assert.deepEqual(await texts(page, '#card .value'), ['Donnerstag, 16. Oktober 2025, abends, angenommen']);
    await page.close();
  });

  test(`${name}: amounts are sorted by size within a currency, times by time`, async () => {
    const { page } = await opened(name, 'de');
    await press(page, '#tab-amounts');
    const inText = await texts(page, '#table-amounts td.number');
    await press(page, '#sort-amounts-value');
    const sorted = await texts(page, '#table-amounts td.number');
    assert.deepEqual([...sorted].sort(), [...inText].sort());
    const euros = sorted.filter((words) => / EUR/.test(words)).map((words) => Number.parseFloat(words.replace(/^\D+/, '').replace(',', '.')) * (/Mrd/.test(words) ? 1e9 : /Mio/.test(words) ? 1e6 : 1));
    assert.ok(euros.length > 20 && euros.every((euro, index) => index === 0 || euro <= euros[index - 1]), euros.join());
    assert.equal(new Set(sorted.map((words) => words.match(/[A-Z]{3}(?=,|$)/)?.[0]).filter((currency, index, all) => currency && currency !== all[index - 1])).size,
      sorted.map((words) => words.match(/[A-Z]{3}(?=,|$)/)?.[0]).filter((currency, index, all) => currency && currency !== all[index - 1]).length, 'each currency in one piece');
    await press(page, '#tab-times');
    await press(page, '#sort-times-value');
    const times = await texts(page, '#table-times td.number');
    assert.deepEqual([times[0], times.indexOf('2034') > times.indexOf('Herbst 2028')], ['1972', true]);
    await page.close();
  });

  for (const [width, height] of [[1280, 900], [320, 640]]) {
    test(`${name}, ${width} px: the drawings say what they show, their words do not overlap, and they lead to the text`, async () => {
      const { page } = await opened(name, 'de', { width, height });
      await press(page, '#tab-times');
      assert.match(await page.$eval('svg.timeline', (/** @type {Element} */ svg) => `${svg.getAttribute('role')}: ${svg.getAttribute('aria-label')}`), /^img: \d\d datierte Stellen von 1972 bis 2034$/);
      await assertApart(page, 'svg.timeline');
      await page.$eval('svg.timeline .dot', (/** @type {Element} */ dot) => dot.dispatchEvent(new MouseEvent('click', { bubbles: true })));
      assert.deepEqual(await texts(page, '#article .is-selected'), ['1972']);
      await press(page, '#tab-amounts');
      assert.match(await page.$eval('svg.bars', (/** @type {Element} */ svg) => `${svg.getAttribute('role')}: ${svg.getAttribute('aria-label')}`), /^img: \d\d Beträge · Euro$/);
      await assertApart(page, 'svg.bars');
      const lengths = (await boxes(page, 'svg.bars rect')).map((/** @type {DOMRect} */ box) => box.width);
      assert.ok(lengths.every((/** @type {number} */ one, /** @type {number} */ index) => index === 0 || one <= lengths[index - 1] + 0.01), 'the longest first');
      await page.close();
    });
  }

  test(`${name}: the browser's search finds words across highlights, also far away`, async () => {
    const { page } = await opened(name, 'de');
    const find = (/** @type {string} */ words) => page.evaluate((/** @type {string} */ wanted) => {
      getSelection()?.removeAllRanges();
      return /** @type {any} */ (globalThis).find(wanted) && getSelection()?.getRangeAt(0).toString();
    }, words);
    assert.equal(await find('mit 31 zu 28 Stimmen'), 'mit 31 zu 28 Stimmen');
    assert.equal(await find('mit 31 zu 29 Stimmen'), false);
    assert.equal(await find('entscheidet der Rat am 11. Dezember'), 'entscheidet der Rat am 11. Dezember');
    await page.close();
  });

  test(`${name}: pasted HTML keeps headings and paragraphs`, async () => {
    const { page } = await open(name);
    await paste(page, { 'text/html': '<h1>Kopf</h1><p>Hier 12 <b>Euro</b>.</p><h2>Mitte</h2><ul><li>eins</li><li>zwei</li></ul>', 'text/plain': 'anders' });
    await settled(page);
    assert.deepEqual(await page.$$eval('#article > *', (/** @type {Element[]} */ all) => all.map((line) => `${line.localName} ${line.textContent}`)),
      ['h2 Kopf', 'p Hier 12 Euro.', 'h2 Mitte', 'p eins', 'p zwei']);
    await page.close();
  });

  test(`${name}: the box about Lupe tells version, sources, licences and how to check`, async () => {
    const { page } = await open(name);
    await press(page, '#check');
    const words = (await texts(page, '#dialog'))[0];
    for (const part of [/Version\d+\.\d+\.\d+/, /Lupe: Apache-2\.0/, /Keine Verbindung möglich/, /Trennen Sie den Rechner vom Netz/]) assert.match(words, part);
    assert.ok((await texts(page, '#dialog pre'))[0].length > 1000, 'the licences themselves');
    await page.close();
  });

  test(`${name}: on a phone a tap on a mark leaves it in sight above the card; another article begins at its beginning`, async () => {
    const { page } = await opened(name, 'de', { width: 390, height: 700 });
    const low = await page.evaluate(() => {
      scrollTo(0, 600);
      return [...document.querySelectorAll('#article mark')].findLastIndex((mark) => mark.getBoundingClientRect().bottom < innerHeight - 20);
    });
    const mark = (await page.$$('#article mark'))[low];
    await mark.click();
    await page.waitForSelector('#card:not([hidden])');
    const [box, card] = await page.evaluate(() => ['.is-selected', '#card'].map((one) => document.querySelector(one)?.getBoundingClientRect().toJSON()));
    assert.ok(box.top >= 0 && box.bottom <= card.top, JSON.stringify([box, card]));
    assert.equal(await page.$eval('#tip', (/** @type {HTMLElement} */ tip) => tip.hidden), true, 'the card says all');
    await press(page, '#correct-summary');
    await page.waitForFunction(() => {
      const [correct, around] = ['#correct', '#card'].map((one) => document.querySelector(one)?.getBoundingClientRect());
      return correct.height > 100 && correct.top < around.bottom - 100;
    });
    await press(page, '#new');
    await page.waitForFunction(() => scrollY === 0);
    await page.close();
  });

  test(`${name}: on a phone the findings are one press away, and the rarer actions behind one button`, async () => {
    const { page } = await opened(name, 'en', { width: 320, height: 640 });
    await press(page, '#to-panel');
    await page.waitForFunction(() => { const { top } = document.querySelector('#legend').getBoundingClientRect(); return top >= 0 && top < innerHeight / 2; });
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'tab-names');
    const seen = async () => (await boxes(page, '#bar :is(button, select)')).map(({ words }) => words);
    const before = await seen();
    assert.ok(!before.includes('Print'));
    await press(page, '#more');
    assert.equal(await page.$eval('#more', (/** @type {Element} */ more) => more.getAttribute('aria-expanded')), 'true');
    assert.ok((await seen()).includes('Print') && (await seen()).includes('Keyboard'));
    await page.close();
  });
}

/** No two words of a drawing lie over each other, and none leaves it. @param {any} page @param {string} drawing */
async function assertApart(page, drawing) {
  const [{ left, right }] = await boxes(page, drawing);
  const words = await boxes(page, `${drawing} text`);
  assert.ok(words.length > 1);
  for (const one of words) {
    assert.ok(one.left >= left - 1 && one.right <= right + 1, `${one.words} is within the drawing`);
    for (const other of words) assert.ok(one === other || one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top, `${one.words}, ${other.words}`);
  }
}
