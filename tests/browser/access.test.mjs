// axe-core finds nothing to complain about in any state, theme and width; nothing is wider than a small phone, and nothing to
// press is cut off by its edge.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { NAMES, open, paste, press, settled, toolPath } from './tools.mjs';

const axe = readFileSync(toolPath('axe-core'), 'utf8');

/** @param {any} page @param {string} where */
async function check(page, where) {
  const violations = await page.evaluate(async () => {
    const { violations: found } = await globalThis.axe.run(document, { resultTypes: ['violations'] });
    return found.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => `${node.html.slice(0, 120)} ${node.any[0]?.message ?? ''}`).join(' | ')}`);
  });
  assert.deepEqual(violations, [], where);
  const width = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(width <= 0, `${where}: ${width} px too wide`);
  // But for the list of articles, which may be longer than any screen: its end, "New", stays in sight.
  const cut = await page.evaluate(() => [...document.querySelectorAll(':is(button, select, input):not(.articles li:not(:last-child) *)')]
    .filter((one) => one.checkVisibility() && !one.closest('dialog:not([open]), [hidden]') && one.type !== 'file')
    .filter((one) => { const { left, right } = one.getBoundingClientRect(); return left < 0 || right > document.documentElement.clientWidth; }).map(({ id }) => id));
  assert.deepEqual(cut, [], `${where}: cut off`);
}

/** @type {[string, (page: any) => Promise<unknown>][]} */
const STATES = [
  ['empty', async () => {}],
  ['the rarer actions', (page) => press(page, '#more')],
  ['read', async (page) => { await press(page, '[id^="sample-"]'); await settled(page); }],
  ['card', (page) => page.evaluate(() => { document.querySelector('#article mark').click(); document.querySelector('#correct').open = true; })],
  ['card of an amount', (page) => page.evaluate(() => document.querySelector('#article mark[data-type="money"]').click())],
  ['selected words', async (page) => {
    await page.evaluate(() => { const line = document.querySelector('#article > :nth-child(2)'); getSelection().setBaseAndExtent(line, 0, line, 1); });
    await page.waitForSelector('#pick');
  }],
  ['names', (page) => press(page, '#tab-names')],
  ['amounts', (page) => press(page, '#tab-amounts')],
  ['times', (page) => press(page, '#tab-times')],
  ['dictionary', (page) => press(page, '#tab-dictionary')],
  ['a type off', (page) => press(page, '#legend-date')],
  ['keys', (page) => press(page, '#keys')],
  ['about', async (page) => { await press(page, '#dialog-close'); await press(page, '#about'); }],
  ['save', async (page) => { await press(page, '#dialog-close'); await press(page, '#save'); }],
  ['edit', async (page) => { await press(page, '#dialog-close'); await press(page, '#mode-edit'); }],
  ['two articles and a notice', async (page) => {
    await press(page, '#new');
    await paste(page, { 'text/plain': 'Mit \u202e Zeichen 12 Leute' });
    await page.evaluate(() => globalThis.workers.at(-1).dispatchEvent(new ErrorEvent('error', { cancelable: true })));
    await page.waitForSelector('#dismiss');
    await settled(page);
  }],
];

for (const name of NAMES) {
  for (const theme of ['light', 'dark', 'forced']) {
    for (const [width, language] of /** @type {const} */ ([[1200, 'de'], [320, 'en']])) {
      test(`${name}: ${theme}, ${width} px, ${language}`, { timeout: 240_000 }, async () => {
        const { page } = await open(name, { width, height: 800, language, isForced: theme === 'forced' });
        if (theme !== 'forced') await page.select('#theme', theme);
        await page.evaluate(axe);
        for (const [state, enter] of STATES) {
          await enter(page);
          await check(page, state);
        }
        await page.close();
      });
    }
  }

  test(`${name}: type is told by label and underline, not by colour alone`, async () => {
    const { page } = await open(name);
    await press(page, '#sample-de');
    await settled(page);
    const looks = await page.$$eval('#article mark', (marks) => marks.map((mark) => ({ type: mark.dataset.type, label: mark.dataset.label,
      isShown: getComputedStyle(mark, '::after').content.includes('label') || getComputedStyle(mark, '::after').content.includes(mark.dataset.label),
      line: getComputedStyle(mark).textDecorationLine })));
    const labels = new Map(looks.map(({ type, label }) => [type, label]));
    assert.ok(labels.size >= 4);
    assert.equal(new Set(labels.values()).size, labels.size);
    assert.ok(looks.every(({ line, isShown }) => line === 'underline' && isShown));
    await page.close();
  });
}
