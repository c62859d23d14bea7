// In and out: hostile words are shown as words wherever they come in and go out, and what is saved opens again as it was.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { NAMES, drop, keys, open, paste, press, settled, texts, tool } from './tools.mjs';

const fc = await tool('fast-check');
const folder = mkdtempSync(join(tmpdir(), 'lupe-io-'));
after(() => rmSync(folder, { recursive: true }));

/** Each would set `hit` if anything ran it. */
const XSS = [
  '<script>globalThis.hit=1</script>', '<img src=x onerror="globalThis.hit=1">', '"><svg onload=globalThis.hit=1>', '</textarea><script>hit=1</script>',
  '<iframe srcdoc="<script>parent.hit=1</script>"></iframe>', '<a href="javascript:hit=1">x</a>', '<math><mtext></mtext><mglyph><style><img src onerror=hit=1>',
  '</script><script>globalThis.hit=1</script>', '<!--><img src=x onerror=hit=1>-->', '<template><script>hit=1</script></template>', '<details open ontoggle=hit=1>x</details>',
  '<input autofocus onfocus=hit=1>', '<body onload=hit=1>', '<style>@import "javascript:hit=1"</style>', '<object data="data:text/html,<script>parent.hit=1</script>">',
  '&lt;script&gt;globalThis.hit=1&lt;/script&gt;', '\'-globalThis.hit=1-\'', '{{constructor.constructor("globalThis.hit=1")()}}', '<p style="background:url(https://example.org/x)">12 Euro</p>',
  '<base href="https://example.org/"><form action="https://example.org/"><button>12</button></form>', '=HYPERLINK("https://example.org";"12 Euro")',
];

/** Keeps what the page offers for download. */
function keepSaved() {
  globalThis.saved = [];
  const original = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (blob) => { if (!blob.type.includes('javascript')) globalThis.saved.push(blob); return original(blob); };
  HTMLAnchorElement.prototype.click = () => {}; // the file itself would go to the reader's downloads
}

/** Saves in one format. @param {any} page @param {string} format @returns {Promise<string>} the first file */
async function save(page, format) {
  await page.evaluate(() => { globalThis.saved.length = 0; });
  await press(page, '#save');
  await press(page, `#format-${format}`);
  await press(page, '#download');
  await press(page, '#dialog-close');
  await page.waitForFunction(() => !document.querySelector('#dialog').open);
  return page.evaluate(async () => new TextDecoder('utf-8', { ignoreBOM: true }).decode(await globalThis.saved[0].arrayBuffer()));
}

/** @param {any} page the article holds nothing but what the page draws, and nothing ran */
async function assertHarmless(page) {
  const found = await page.evaluate(() => ({
    hit: globalThis.hit ?? null,
    elements: [...document.querySelectorAll('#article *')].filter((element) => !element.matches('p, h2, mark, span.badge')).map((element) => element.outerHTML.slice(0, 80)),
    handlers: [...document.querySelectorAll('*')].filter((element) => [...element.attributes].some((a) => a.name.startsWith('on'))).length,
  }));
  assert.deepEqual(found, { hit: null, elements: [], handlers: 0 });
}

for (const name of NAMES) {
  test(`${name}: hostile markup through paste, drop, title, dictionary, project and every export`, { timeout: 240_000 }, async () => {
    const { page, requests } = await open(name, { before: keepSaved });
    const all = XSS.join('\n\n');
    await paste(page, { 'text/html': all, 'text/plain': all });
    await settled(page);
    await assertHarmless(page);
    await page.evaluate(() => { document.activeElement?.blur(); });
    await paste(page, { 'text/plain': `Es kamen 12 Leute.\n\n${all}` });
    await settled(page);
    await assertHarmless(page);
    assert.ok((await texts(page, '#article'))[0].includes('<script>globalThis.hit=1</script>'), 'plain text stays as it is');
    const project = { schema: 'lupe-project/1', engine: { version: '0' }, current: 0, off: [], dictionary: XSS.map((text) => ({ text, type: 'person' })),
      articles: [{ title: XSS[0], text: all, headings: [], language: 'auto', referenceDate: '', corrections: [] }] };
    await drop(page, [{ name: `${XSS[1]}.txt`, text: all }, { name: 'seite.html', text: all }, { name: 'liste.md', text: all }, { name: 'x.json', text: JSON.stringify(project) }]);
    await page.waitForSelector('#notice-imported');
    await settled(page);
    await assertHarmless(page);
    for (const tab of ['names', 'amounts', 'dictionary']) await press(page, `#tab-${tab}`);
    await page.evaluate(() => document.querySelector('#article mark').click());
    await assertHarmless(page);
    for (const format of ['project', 'json', 'names', 'amounts', 'times', 'web', 'brat', 'conll', 'text']) await save(page, format);
    const html = await save(page, 'html');
    await assertHarmless(page);
    assert.deepEqual(requests.filter((url) => !/^(file:|blob:|data:font\/)/.test(url)), []);

    const file = join(folder, `${name}.html`);
    writeFileSync(file, html);
    /** @type {string[]} */
    const asked = [];
    page.on('request', (/** @type {any} */ request) => asked.push(request.url()));
    await page.goto(pathToFileURL(file).href);
    const standalone = await page.evaluate(() => ({ hit: globalThis.hit ?? null, scripts: document.querySelectorAll('script, img, iframe, object, svg, form, a').length, marks: document.querySelectorAll('mark').length > 0 }));
    assert.deepEqual(standalone, { hit: null, scripts: 0, marks: true });
    assert.deepEqual(asked.filter((url) => !/^(file:|data:font\/)/.test(url)), []);
    await page.close();
  });

  test(`${name}: a project and a result open again as they were`, async () => {
    const { page } = await open(name, { before: keepSaved });
    await press(page, '#sample-de');
    await settled(page);
    await page.evaluate(() => document.querySelector('#article mark').click());
    await keys(page, '4');
    await page.evaluate(() => document.querySelectorAll('#article mark')[3].click());
    await keys(page, 'Delete');
    await press(page, '#tab-dictionary');
    await page.$eval('#words', (input) => { input.value = 'Energiekonzern'; });
    await press(page, '#words-add');
    await settled(page);
    const marks = () => page.$$eval('#article mark', (all) => all.map((mark) => `${mark.dataset.type} ${mark.dataset.offset} ${mark.textContent}`));
    const before = await marks();
    const [project, result] = [await save(page, 'project'), await save(page, 'json')];
    const words = () => texts(page, '#tab-panel .rows li > :first-child');

    await page.reload();
    await page.waitForSelector('#sample-de');
    await drop(page, [{ name: 'a.lupe.json', text: project }]);
    await page.waitForSelector('#notice-imported');
    await settled(page);
    assert.deepEqual(await marks(), before);
    assert.ok(before.some((mark) => /^organization \d+ Energiekonzern$/.test(mark)), before.join(', '));
    await press(page, '#tab-dictionary');
    assert.deepEqual(await words(), ['Energiekonzern']);

    await page.reload();
    await page.waitForSelector('#sample-de');
    await press(page, '#sample-de');
    await settled(page);
    assert.notDeepEqual(await marks(), before);
    await drop(page, [{ name: 'a.json', text: result }]);
    await page.waitForSelector('#notice-imported');
    assert.deepEqual(await marks(), before);
    await drop(page, [{ name: 'b.json', text: '{"schema":"lupe/1"' }]);
    await page.waitForSelector('#notice-badProject');
    await page.close();
  });

  test(`${name}: saved JSON is the analyzer's own answer, byte for byte`, async () => {
    const { page } = await open(name, { before: keepSaved });
    await press(page, '#sample-en');
    await settled(page);
    assert.equal(await save(page, 'json'), await page.evaluate(() => globalThis.answers.at(-1)));
    await page.close();
  });

  test(`${name}: for any text, offsets point at the words they name, and invisible characters show as badges`, { timeout: 240_000 }, async () => {
    const { page } = await open(name);
    const piece = fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.constantFrom('12 Euro', ' 3,4 % ', 'Montag', '\r\n', '\n\n', '😀', '👩‍👩‍👧', 'e\u0301', '\ud83d', '\udc00', '\u202e', '\u2066', '\u200b', '\0', 'في', ' '));
    const anyText = fc.array(piece, { maxLength: 30 }).map((/** @type {string[]} */ parts) => parts.join(''));
    let asked = 0;
    await fc.assert(fc.asyncProperty(anyText, async (/** @type {string} */ text) => {
      asked += 1;
      const json = await page.evaluate((given, id) => new Promise((resolve) => {
        const [worker] = globalThis.workers;
        const listen = ({ data }) => { if (data.id === id && data.utf8) { worker.removeEventListener('message', listen); resolve(new TextDecoder().decode(data.utf8)); } };
        worker.addEventListener('message', listen);
        worker.postMessage({ id, text: given, language: 'auto', referenceDate: '', today: '2024-05-06' });
      }), text, 1_000_000 + asked); // the page's own questions have small numbers
      let last = 0;
      for (const { start, end, text: words } of JSON.parse(json).annotations) {
        assert.ok(start >= last && end > start && end <= text.length);
        assert.equal(text.slice(start, end).replace(/\p{Surrogate}/gu, '\ufffd'), words);
        last = end;
      }
    }), { numRuns: 300, seed: 7 });
    await paste(page, { 'text/plain': 'Um\u202e 12 \u2066Euro\u200b und 1\u200b2 Leute\u0007' });
    await settled(page);
    assert.deepEqual(await page.$$eval('#article .badge', (badges) => badges.map((badge) => badge.dataset.name)), ['RLO', 'LRI', 'ZWSP', 'ZWSP', 'U+0007']);
    assert.ok(!/[\u202e\u2066\u200b]/.test((await texts(page, '#tables')).join('')));
    await page.close();
  });
}
