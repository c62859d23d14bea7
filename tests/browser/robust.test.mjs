// What bad input gets: a result or one clear message, never a hang, a trap or lost text.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NAMES, drop, keys, open, paste, settled, texts, type } from './tools.mjs';

/** @type {Record<string, () => string>} */
const TEXTS = {
  'only emoji': () => '😀👩‍👩‍👧‍👦🏳️‍🌈'.repeat(500),
  'right to left': () => 'في 12 مارس 2024 دفعت الشركة 5 ملايين دولار. עברית 34'.repeat(100),
  'lone surrogates': () => 'vor \ud800 12 Leute \udc00\ud800 nach',
  'NUL and controls': () => 'a\0b 12 \x01\x02 Leute \x7f\x85',
  'binary noise': () => Array.from({ length: 200_000 }, (_, i) => String.fromCharCode((i * 7919) % 509)).join(''),
  'one word of 1 MB': () => 'x'.repeat(1_000_000),
  '1 MB of news': () => 'Am Montag zahlte die Firma 4,5 Mio. Euro an 20 Leute in Köln.\n'.repeat(16_000),
};

for (const name of NAMES) {
  for (const [what, make] of Object.entries(TEXTS)) {
    test(`${name}: ${what}`, { timeout: 240_000 }, async () => {
      const { page, errors } = await open(name);
      await paste(page, { 'text/plain': make() });
      await settled(page);
      const shown = await page.evaluate(() => {
        const answer = globalThis.answers.at(-1);
        return { schema: JSON.parse(answer).schema, articles: document.querySelectorAll('.articles li').length };
      });
      assert.equal(shown.schema, 'lupe/1');
      assert.equal(shown.articles, 2);
      assert.deepEqual(await texts(page, '#notice span'), []);
      assert.deepEqual(errors, []);
      await page.close();
    });
  }

  test(`${name}: 10 MB is refused in one clear sentence, and what was there stays`, async () => {
    const { page } = await open(name);
    await page.focus('#input');
    await type(page, 'Es kamen 12 Leute');
    await drop(page, [{ name: 'gross.txt', text: 'x y\n'.repeat(2_500_000) }]);
    await page.waitForSelector('#notice-tooLong');
    assert.equal(await page.$eval('#input', (input) => input.value), 'Es kamen 12 Leute');
    await page.evaluate(() => { const input = document.querySelector('#input'); input.value = 'x y '.repeat(2_500_000); input.dispatchEvent(new Event('input')); });
    await page.waitForSelector('#notice-tooLong');
    assert.equal(await page.$eval('#input', (input) => input.value.length), 10_000_000, 'what was typed stays');
    await page.close();
  });

  test(`${name}: a file that is no text is refused by name, Windows-1252 is read and said so`, async () => {
    const { page } = await open(name);
    await drop(page, [{ name: 'bild.txt', bytes: [0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0xff] }]);
    await page.waitForSelector('#notice-notText');
    assert.match((await texts(page, '#notice span'))[0], /bild\.txt/);
    await drop(page, [{ name: 'alt.txt', bytes: [...Buffer.from('K\xf6ln zahlt 12 Euro \x80', 'latin1')] }]);
    await page.waitForSelector('#notice-decoded');
    await settled(page);
    assert.deepEqual(await texts(page, '#article p'), ['Köln zahlt 12 Euro €']);
    await page.close();
  });

  test(`${name}: a worker that dies is replaced once, the text stays, the reader is told`, async () => {
    const { page } = await open(name);
    await page.focus('#input');
    await type(page, 'Es kamen 12 Leute');
    await settled(page);
    await page.evaluate(() => globalThis.workers.at(-1).dispatchEvent(new ErrorEvent('error', { cancelable: true })));
    await page.waitForSelector('#notice-engineRestarted');
    await type(page, ' und 34 Tiere');
    await settled(page);
    assert.deepEqual(await texts(page, '#backdrop mark'), ['12', '34']);
    assert.equal(await page.$eval('#input', (input) => input.value), 'Es kamen 12 Leute und 34 Tiere');
    assert.equal(await page.evaluate(() => globalThis.workers.length), 2);
    await page.close();
  });

  test(`${name}: what a worker was at when it died is analysed by the next; what kills that one too can be tried again`, async () => {
    const { page } = await open(name, { before: () => {
      const Before = globalThis.Worker;
      globalThis.Worker = class extends Before { postMessage(message) { if (!message.text || !globalThis.isStuck) super.postMessage(message); } };
    } });
    await settled(page);
    const die = () => page.evaluate(() => globalThis.workers.at(-1).dispatchEvent(new ErrorEvent('error', { cancelable: true })));
    await page.evaluate(() => { globalThis.isStuck = true; });
    await page.focus('#input');
    await type(page, 'Es kamen 12 Leute');
    await page.evaluate(() => { globalThis.isStuck = false; });
    await die();
    await settled(page);
    assert.deepEqual(await texts(page, '#backdrop mark'), ['12']);
    await page.waitForSelector('#notice-engineRestarted');

    await page.evaluate(() => { globalThis.isStuck = true; });
    await type(page, ' und 34');
    await die();
    await die();
    await page.waitForSelector('#notice-engineGaveUp');
    assert.equal(await page.$eval('#input', (input) => input.value), 'Es kamen 12 Leute und 34');
    await page.evaluate(() => { globalThis.isStuck = false; });
    await page.$eval('#retry', (button) => button.click());
    await settled(page);
    assert.deepEqual(await texts(page, '#backdrop mark'), ['12', '34']);
    assert.equal((await page.$$('#retry')).length, 0);
    await page.close();
  });

  test(`${name}: without WebAssembly the page says so and keeps the text`, async () => {
    const { page } = await open(name, { before: () => {
      const Before = globalThis.Worker;
      globalThis.Worker = class extends Before { postMessage(message) { super.postMessage(message.engine ? { engine: 'broken' } : message); } };
    } });
    await page.waitForSelector('#notice-engineFailed');
    await page.focus('#input');
    await type(page, 'Der Text bleibt.');
    assert.equal(await page.$eval('#input', (input) => input.value), 'Der Text bleibt.');
    await page.close();
  });

  test(`${name}: an analysis that takes long says so and can be given up; the next text is analysed`, async () => {
    const { page } = await open(name, { before: () => {
      const Before = globalThis.Worker;
      globalThis.Worker = class extends Before { postMessage(message) { if (!message.text?.includes('HALT')) super.postMessage(message); } };
    } });
    await page.focus('#input');
    await type(page, 'HALT 12 Leute');
    await page.waitForSelector('#cancel');
    assert.equal((await page.$$('.busy progress')).length, 1);
    await page.$eval('#cancel', (button) => button.click());
    await page.waitForFunction(() => !document.querySelector('.busy'));
    assert.equal(await page.$eval('#input', (input) => input.value), 'HALT 12 Leute');
    await page.evaluate(() => { const input = document.querySelector('#input'); input.value = 'Es kamen 12 Leute'; input.dispatchEvent(new Event('input')); });
    await settled(page);
    assert.deepEqual(await texts(page, '#backdrop mark'), ['12']);
    await page.close();
  });

  test(`${name}: far marks of a long text are drawn when one goes there, by key, scroll or print`, async () => {
    const { page } = await open(name);
    await paste(page, { 'text/plain': 'Es zahlten 12 Leute 34 Euro.\n\n'.repeat(3000) });
    await settled(page);
    const count = () => page.evaluate(() => document.querySelectorAll('#article mark').length);
    const first = await count();
    assert.ok(first < 3000, `${first} marks at once`);
    await keys(page, 'k'); // from the first mark round to the last
    assert.equal(await page.evaluate(() => document.activeElement?.closest('#article > *') === document.querySelector('#article').lastElementChild), true);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    assert.equal(await count(), 6000);
    await page.close();
  });
}
