// The page's first promises: it starts from a file without any network, highlights as one types, and shows what it found.

import assert from 'node:assert/strict';
import { networkInterfaces } from 'node:os';
import { test } from 'node:test';
import { NAMES, drop, open, paste, press, settled, texts, type } from './tools.mjs';

const ARTICLE = 'Am 14. März 2024 zahlte die Firma 1,4 Milliarden Euro für 820 Stellen.';

test('no network interface is up but the loopback device', { skip: !process.env.LUPE_OFFLINE && 'no network namespace here' }, () => {
  assert.deepEqual(Object.keys(networkInterfaces()).filter((name) => name !== 'lo'), []);
});

for (const name of NAMES) {
  test(`${name}: the whole way, and no request leaves the page`, async () => {
    const { page, requests, errors } = await open(name);
    await press(page, '#sample-de');
    await settled(page);
    assert.ok((await page.$$('#article mark')).length > 10);
    await press(page, '#article mark');
    await press(page, '#tab-amounts');
    await press(page, '#tab-times');
    await press(page, '#about');
    await press(page, '#dialog-close');
    // Firefox draws list marks with a font of its own, as a data address.
    const outside = requests.filter((url) => !/^(file:|blob:|data:font\/)/.test(url));
    assert.deepEqual(outside, []);
    assert.ok(requests.filter((url) => url.startsWith('file:')).length <= 1, 'the page is one file (Firefox does not report it)');
    assert.deepEqual(errors, []);
    await page.close();
  });

  test(`${name}: the policy stops requests, markup from strings and code from strings`, async () => {
    const { page } = await open(name);
    const outcome = await page.evaluate(async () => {
      const failed = async (/** @type {() => unknown} */ act) => { try { await act(); return false; } catch { return true; } };
      const violations = [];
      document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
      const image = new Image();
      const blocked = new Promise((resolve) => { image.onerror = () => resolve(true); image.onload = () => resolve(false); });
      image.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
      const script = document.createElement('script');
      script.append('globalThis.wasRun = true');
      document.body.append(script);
      return {
        fetch: await failed(() => fetch('https://example.org/')),
        socket: await failed(() => new Promise((resolve, reject) => { const socket = new WebSocket('wss://example.org/'); socket.onopen = resolve; socket.onerror = reject; })),
        markup: await failed(() => { document.createElement('p').innerHTML = '<b>x</b>'; }),
        image: await blocked,
        script: globalThis.wasRun === undefined,
        violations: violations.length > 0,
      };
    });
    assert.deepEqual(outcome, { fetch: true, socket: true, markup: true, image: true, script: true, violations: true });
    await page.close();
  });

  test(`${name}: highlights appear as one types, and lines that do not change are not drawn again`, async () => {
    const { page } = await open(name);
    await page.focus('#input');
    await type(page, 'Hier kamen 12 Leute.\nDort waren es 34 Leute und 5');
    await settled(page);
    assert.deepEqual(await texts(page, '#backdrop mark'), ['12', '34', '5']);
    await page.evaluate(() => { document.querySelector('#backdrop mark').isOld = true; });
    await type(page, '6 Tiere');
    await settled(page);
    assert.deepEqual(await texts(page, '#backdrop mark'), ['12', '34', '56']);
    assert.deepEqual(await texts(page, '#legend-number .count'), ['3'], 'the panel follows');
    assert.equal(await page.$eval('#backdrop mark', (mark) => mark.isOld), true);
    await page.close();
  });

  test(`${name}: the marks behind the editor lie exactly under its words`, async () => {
    const { page } = await open(name);
    await page.evaluate((text) => {
      const input = document.querySelector('#input');
      input.value = text;
      input.dispatchEvent(new Event('input'));
    }, `${'Wörter und 12 Zahlen, mal kurz, mal lang, damit Zeilen umbrechen. '.repeat(30)}\n\n\tEinzug  und   Leerräume 34\n`);
    await settled(page);
    const heights = await page.evaluate(() => {
      const input = document.querySelector('#input');
      return { field: input.scrollHeight, box: input.clientHeight, backdrop: document.querySelector('#backdrop').scrollHeight };
    });
    assert.equal(heights.field, heights.box, 'the field never scrolls inside');
    assert.ok(Math.abs(heights.field - heights.backdrop) <= 1, JSON.stringify(heights));
    await page.close();
  });

  test(`${name}: the newest text wins`, async () => {
    const { page } = await open(name);
    await page.evaluate(() => {
      const input = document.querySelector('#input');
      for (let n = 1; n <= 40; n += 1) {
        input.value = `${'es geht weiter '.repeat(700)} ${n} Leute`;
        input.dispatchEvent(new Event('input'));
      }
    });
    await settled(page);
    assert.deepEqual(await texts(page, '#backdrop mark'), ['40']);
    const asked = await page.evaluate(() => globalThis.answers.length);
    assert.ok(asked < 20, `${asked} answers: texts that were replaced at once are not analysed`);
    await page.close();
  });

  test(`${name}: legend, card and tables show what was found`, async () => {
    const { page } = await open(name);
    await paste(page, { 'text/plain': ARTICLE });
    await settled(page);
    const marks = await texts(page, '#article mark');
    const answer = JSON.parse(await page.evaluate(() => globalThis.answers.at(-1)));
    assert.deepEqual(marks, answer.annotations.map((annotation) => annotation.text));
    for (const { start, end, text } of answer.annotations) assert.equal(ARTICLE.slice(start, end), text);
    const last = answer.annotations.at(-1);
    await page.evaluate(() => [...document.querySelectorAll('#article mark')].at(-1).click());
    assert.equal((await texts(page, '#card h2'))[0], last.text);
    assert.equal((await texts(page, '#card .value'))[0], '820');
    await press(page, '#tab-amounts');
    assert.ok((await texts(page, '#tab-panel td:first-child')).includes('820'));
    await press(page, `#legend-${last.type}`);
    assert.equal(await page.$eval(`#article mark[data-type="${last.type}"]`, (mark) => getComputedStyle(mark).backgroundColor), 'rgba(0, 0, 0, 0)');
    assert.equal(await page.$eval(`#legend-${last.type}`, (key) => key.getAttribute('aria-pressed')), 'false');
    await page.close();
  });

  test(`${name}: the reference date is shown, can be set, and is checked`, async () => {
    const { page } = await open(name);
    await paste(page, { 'text/plain': ARTICLE });
    await settled(page);
    const set = (value) => page.$eval('#reference', (input, text) => { input.value = text; input.dispatchEvent(new Event('change')); }, value);
    await set('2021-02-03');
    await settled(page);
    assert.equal(await page.evaluate(() => globalThis.asked.at(-1).referenceDate), '2021-02-03');
    assert.deepEqual(await texts(page, '#reference-hint'), ['von Ihnen']);
    const before = await page.evaluate(() => globalThis.answers.length);
    await set('2021-02-31');
    assert.equal(await page.$eval('#reference', (input) => input.validity.valid), false);
    assert.equal(await page.evaluate(() => globalThis.answers.length), before);
    await page.close();
  });

  test(`${name}: German and English, light and dark`, async () => {
    const { page } = await open(name);
    assert.equal(await page.$eval('html', (root) => root.lang), 'de');
    assert.deepEqual(await texts(page, '#about'), ['Über Lupe']);
    await page.select('#ui-language', 'en');
    assert.equal(await page.$eval('html', (root) => root.lang), 'en');
    assert.deepEqual(await texts(page, '#about'), ['About Lupe']);
    const paper = () => page.$eval('body', (body) => getComputedStyle(body).backgroundColor);
    await page.select('#theme', 'light');
    const light = await paper();
    await page.select('#theme', 'dark');
    assert.notEqual(await paper(), light);
    await page.close();
  });

  test(`${name}: several articles, each with its own text`, async () => {
    const { page } = await open(name);
    await drop(page, [{ name: 'eins.txt', text: 'Hier: 11 Leute.' }, { name: 'zwei.md', text: '# Titel\n\nDort: 22 Leute.' }, { name: 'drei.html', text: '<h1>Kopf</h1><p>Da: <b>33</b> Leute.' }]);
    await page.waitForFunction(() => document.querySelectorAll('.articles li').length === 4);
    await settled(page);
    assert.deepEqual(await texts(page, '#article mark'), ['11']);
    await press(page, '.articles li:nth-child(3) button');
    await settled(page);
    assert.deepEqual(await texts(page, '#article > *'), ['Kopf', 'Da: 33 Leute.']);
    assert.deepEqual(await texts(page, '#article h2'), ['Kopf']);
    await press(page, '.articles li:nth-child(3) .close');
    assert.equal((await page.$$('.articles li')).length, 3);
    await page.close();
  });
}
