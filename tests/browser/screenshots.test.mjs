// Takes the pictures of the page, build/screenshots/*.png, and looks at each: it is not blank, has the colours of its theme, and
// every mark that should be seen is drawn with its colour and its line. The README's are kept in web/screenshots/:
//   tests/browser/run.sh tests/browser/screenshots.test.mjs && cp build/screenshots/{desktop,dark,phone}.png web/screenshots/

import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readPng } from './png.mjs';
import { NAMES, open, press, settled } from './tools.mjs';

const folder = fileURLToPath(new URL('../../build/screenshots', import.meta.url));
mkdirSync(folder, { recursive: true });

/** Opens the card of a mention of this type. @param {string} type @param {number} [nth] */
const card = (type, nth = 0) => (/** @type {any} */ page) => page.evaluate((wanted, index) => document.querySelectorAll(`#article mark[data-type="${wanted}"]`)[index].click(), type, nth);

/** @typedef {{size: [number, number], language: 'de' | 'en', theme: 'light' | 'dark', tab: string, enter?: (page: any) => Promise<unknown>}} Picture */
/** @type {Record<string, Picture>} */
const PICTURES = {
  desktop: { size: [1280, 900], language: 'de', theme: 'light', tab: 'amounts', enter: card('money', 1) },
  dark: { size: [1280, 900], language: 'en', theme: 'dark', tab: 'times', enter: card('date', 1) },
  phone: { size: [390, 844], language: 'de', theme: 'light', tab: 'names', enter: card('organization') },
  names: { size: [1280, 900], language: 'de', theme: 'light', tab: 'names', enter: card('organization', 1) },
  correct: { size: [1280, 900], language: 'en', theme: 'light', tab: 'dictionary', enter: async (page) => {
    await card('money', 1)(page);
    await page.evaluate(() => { document.querySelector('#correct').open = true; });
  } },
  save: { size: [1280, 900], language: 'en', theme: 'light', tab: 'names', enter: (page) => press(page, '#save') },
  edit: { size: [390, 844], language: 'en', theme: 'dark', tab: 'names', enter: (page) => press(page, '#mode-edit') },
  narrow: { size: [320, 640], language: 'en', theme: 'light', tab: 'names' },
};

/**
 * What should be seen, from the page itself: its ground, and the parts of marks that are whole on the screen with nothing over them.
 * @param {any} page @returns {Promise<{paper: number, marks: {words: string, box: Box, fill: number | null, pen: number}[]}>}
 */
const seen = (page) => page.evaluate(() => {
  const number = (/** @type {string} */ colour) => {
    const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g).map(Number);
    return alpha === 0 ? null : (red << 16) + (green << 8) + blue;
  };
  const [LINE, SHADOW] = [8, 32]; // pixels: the line lies that far below the words at most, and the card's shadow reaches that far up
  const marks = [...document.querySelectorAll(':is(#article, #editor, #legend) :is(mark, .swatch:not([data-type=""]))')].flatMap((mark) => {
    const root = mark.closest('#article, #editor, #legend');
    const isFree = ([x, y]) => root.contains(document.elementFromPoint(x, y));
    const { backgroundColor, textDecorationColor } = getComputedStyle(mark);
    return [...mark.getClientRects()].map(({ left, right, top, bottom }) => ({ left, right, top, bottom, below: bottom + LINE }))
      .filter(({ left, right, top, below }) => right - left > 8 && [[left + 1, top], [right - 1, top], [left + 1, below + SHADOW], [right - 1, below + SHADOW]].every(isFree))
      .map((box) => ({ words: mark.textContent, box, fill: number(backgroundColor), pen: number(textDecorationColor) }));
  });
  return { paper: number(getComputedStyle(document.body).backgroundColor), marks };
});

/** @typedef {{left: number, right: number, top: number, bottom: number, below?: number}} Box */

/** Whether a pixel has a colour, but for what a browser rounds. @param {number} one @param {number} colour */
const isNear = (one, colour) => [16, 8, 0].every((shift) => Math.abs(((one >> shift) & 255) - ((colour >> shift) & 255)) <= 3);

/** @param {number} from @param {number} to @returns {number[]} whole pixels */
const between = (from, to) => Array.from({ length: Math.max(0, Math.floor(to) - Math.ceil(from)) }, (_, index) => Math.ceil(from) + index);

/** How much of a box has a colour. @param {ReturnType<typeof readPng>} picture @param {Box} box @param {number} colour */
function share({ at }, { left, right, top, bottom }, colour) {
  const all = between(top, bottom).flatMap((y) => between(left, right).map((x) => at(x, y)));
  return all.filter((one) => isNear(one, colour)).length / all.length;
}

/** How much of the words' length has a colour under them. @param {ReturnType<typeof readPng>} picture @param {Box} box @param {number} colour */
function underlined({ at }, { left, right, bottom, below = bottom }, colour) {
  const columns = between(left, right);
  return columns.filter((x) => between(bottom - 6, below).some((y) => isNear(at(x, y), colour))).length / columns.length;
}

/** @param {any} page @param {Picture} wanted */
async function enter(page, { language, theme, tab, enter: more }) {
  await page.select('#theme', theme);
  await press(page, `#sample-${language}`);
  await settled(page);
  await press(page, `#tab-${tab}`);
  await more?.(page);
  await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(() => done(true))); }));
}

for (const name of NAMES) {
  for (const [what, wanted] of Object.entries(PICTURES)) {
    test(`${name}: ${what}`, async () => {
      const [width, height] = wanted.size;
      const { page } = await open(name, { width, height, language: wanted.language });
      await enter(page, wanted);
      const { paper, marks } = await seen(page);
      const picture = readPng(Buffer.from(await page.screenshot({ path: `${folder}/${what}${name === 'chromium' ? '' : `-${name}`}.png` })));
      assert.deepEqual([picture.width, picture.height], wanted.size);
      const isDialog = await page.$eval('#dialog', (/** @type {HTMLDialogElement} */ dialog) => dialog.open);
      if (isDialog) {
        const { left, right, top, bottom } = await page.$eval('#preview', (/** @type {Element} */ preview) => preview.getBoundingClientRect().toJSON());
        assert.equal(marks.length, 0, 'the page behind is covered');
        const ground = share(picture, { left: left + 2, right: right - 16, top: top + 2, bottom: bottom - 2 }, picture.at(Math.ceil(left) + 3, Math.ceil(top) + 3));
        assert.ok(ground > 0.5 && ground < 0.98, `words on a ground: ${ground}`);
      } else {
        const ground = share(picture, { left: 0, right: width, top: 0, bottom: height }, paper);
        assert.ok(ground > 0.2 && ground < 0.95, `the theme's ground: ${ground}`);
        assert.ok(marks.length >= 3, `${marks.length} marks are seen`);
      }
      if (what === 'dark') {
        const { right, bottom } = await page.$eval('#panel', (/** @type {Element} */ panel) => panel.getBoundingClientRect().toJSON());
        assert.equal(share(picture, { left: right - 16, right, top: 120, bottom: Math.min(bottom, height) }, 0xffffff), 0, 'its scroll bar is dark, too');
      }
      for (const { words, box, fill, pen } of marks) {
        if (fill !== null) assert.ok(share(picture, box, fill) > 0.25, `“${words}” has its colour: ${share(picture, box, fill)}`);
        assert.ok(underlined(picture, box, pen) > 0.3, `“${words}” has its line: ${underlined(picture, box, pen)}`);
      }
      await page.close();
    });
  }
}
