// Forced colours: a reader's own few colours for everything. Each of the twelve types must still look like no other, in the article,
// in the editor, where marks have no label, and in the legend.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NAMES, drop, open, press, settled } from './tools.mjs';
import { readPng } from './png.mjs';

const TYPES = ['person', 'organization', 'location', 'misc', 'money', 'percent', 'quantity', 'number', 'date', 'time', 'duration', 'set'];
const TEXT = TYPES.map((type) => `Oben ~~~~ ${type}`).join('\n\n');

/** A project in which each of the lines has its "~~~~" marked as another type. */
const PROJECT = JSON.stringify({ schema: 'lupe-project/1', engine: { version: '0' }, current: 0, off: [], dictionary: [], articles: [{
  title: '', text: TEXT, headings: [], language: 'de', referenceDate: '',
  corrections: TYPES.map((type) => { const start = TEXT.indexOf(`~~~~ ${type}`); return { kind: 'set', start, end: start + 4, text: '~~~~', type }; }),
}] });

/** Above and below the words: how much of their length has a line there, and in how many rows of pixels. @param {ReturnType<typeof readPng>} picture @param {DOMRect} box */
function lines({ at }, { left, right, top, bottom }) {
  const isInk = (/** @type {number} */ colour) => ((colour >> 16) & 255) + ((colour >> 8) & 255) + (colour & 255) < 250;
  const strip = (/** @type {number} */ from, /** @type {number} */ to) => {
    const columns = Math.floor(right) - Math.ceil(left);
    const rows = Array.from({ length: to - from }, (_, row) => Array.from({ length: columns }, (__, column) => isInk(at(Math.ceil(left) + column, from + row))));
    return { rows: rows.filter((row) => row.filter(Boolean).length > columns / 4).length, share: Array.from({ length: columns }, (_, column) => rows.some((row) => row[column])).filter(Boolean).length / columns };
  };
  const middle = Math.round((top + bottom) / 2);
  return { above: strip(middle - 20, middle - 7), below: strip(middle + 9, middle + 19) };
}

/** @param {any} page @param {string} marks */
async function looks(page, marks) {
  const shapes = await page.$$eval(marks, (/** @type {Element[]} */ all) => all.map((mark) => {
    const { textDecorationLine, textDecorationStyle, borderTopStyle, borderTopWidth } = getComputedStyle(mark);
    return { type: mark.getAttribute('data-type'), box: mark.getBoundingClientRect().toJSON(),
      shape: `${textDecorationLine === 'none' ? '' : textDecorationStyle} | ${borderTopWidth === '0px' ? '' : borderTopStyle}` };
  }));
  const picture = readPng(Buffer.from(await page.screenshot()));
  return shapes.map((/** @type {any} */ one) => ({ ...one, lines: lines(picture, one.box) }));
}

for (const name of NAMES) test(`${name}: every type is told by its lines alone`, async () => {
  const { page } = await open(name, { height: 1400, isForced: true });
  await drop(page, [{ name: 'x.lupe.json', text: PROJECT }]);
  await page.waitForSelector('#article mark');
  await settled(page);
  for (const [where, marks] of [['article', '#article mark'], ['editor', '#backdrop mark'], ['legend', '#legend .swatch:not([data-type=""])']]) {
    if (where === 'editor') await press(page, '#mode-edit');
    const all = await looks(page, marks);
    assert.deepEqual(all.map(({ type }) => type), TYPES, where);
    assert.equal(new Set(all.map(({ shape }) => shape)).size, 12, `${where}: ${all.map(({ shape }) => shape).join(', ')}`);
    if (where === 'legend') continue; // its words are beside their lines
    for (const { type, lines: { above, below } } of all) {
      const [wantsAbove, wantsBelow] = [TYPES.indexOf(type) >= 4, TYPES.indexOf(type) < 8];
      assert.equal(above.share > 0.4, wantsAbove, `${where}, ${type}: a line above ${JSON.stringify(above)}`);
      assert.equal(below.share > 0.4, wantsBelow, `${where}, ${type}: a line below ${JSON.stringify(below)}`);
    }
  }
  const labels = await page.$$eval('#article mark', (/** @type {HTMLElement[]} */ all) => new Set(all.map((mark) => mark.dataset.label)).size);
  assert.equal(labels, 12);
  await page.close();
});
