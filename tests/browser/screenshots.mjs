// Takes the pictures of the page: build/screenshots/*.png. Those for the README are kept in web/screenshots/.
//   node tests/browser/screenshots.mjs [FOLDER]

import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { closeAll, open, press, settled } from './tools.mjs';

const folder = process.argv[2] ?? fileURLToPath(new URL('../../build/screenshots', import.meta.url));
mkdirSync(folder, { recursive: true });

/** Opens the first mention of a type. @param {any} page @param {string} type @param {number} [nth] */
const card = (page, type, nth = 0) => page.evaluate((wanted, index) => document.querySelectorAll(`#article mark[data-type="${wanted}"]`)[index]?.click(), type, nth);

/** @type {Record<string, {width: number, height: number, language: 'de' | 'en', theme: string, tab: string, enter?: (page: any) => Promise<unknown>}>} */
const PICTURES = {
  desktop: { width: 1280, height: 900, language: 'de', theme: 'light', tab: 'amounts', enter: (page) => card(page, 'money', 1) },
  dark: { width: 1280, height: 900, language: 'en', theme: 'dark', tab: 'times', enter: (page) => card(page, 'date', 1) },
  phone: { width: 390, height: 844, language: 'de', theme: 'light', tab: 'names', enter: (page) => card(page, 'money', 0) },
  names: { width: 1280, height: 900, language: 'de', theme: 'light', tab: 'names', enter: (page) => card(page, 'organization', 1) },
  correct: { width: 1280, height: 900, language: 'en', theme: 'light', tab: 'dictionary', enter: async (page) => {
    await card(page, 'money', 1);
    await page.evaluate(() => { document.querySelector('#correct').open = true; });
  } },
  save: { width: 1280, height: 900, language: 'en', theme: 'light', tab: 'names', enter: (page) => press(page, '#save') },
  edit: { width: 390, height: 844, language: 'en', theme: 'dark', tab: 'names', enter: (page) => press(page, '#mode-edit') },
  narrow: { width: 320, height: 640, language: 'en', theme: 'light', tab: 'names' },
};

for (const browser of /** @type {const} */ (['chromium', 'firefox'])) {
  for (const [name, { width, height, language, theme, tab, enter }] of Object.entries(PICTURES)) {
    const { page } = await open(browser, { width, height, language });
    await page.select('#theme', theme);
    await press(page, `#sample-${language}`);
    await settled(page);
    await press(page, `#tab-${tab}`);
    await enter?.(page);
    await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(() => done(true))); }));
    await page.screenshot({ path: `${folder}/${name}${browser === 'chromium' ? '' : '-firefox'}.png` });
    await page.close();
  }
}
await closeAll();
