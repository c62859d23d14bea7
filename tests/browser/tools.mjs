// Drives the built page in real browsers from file://, and records what it asks the network for and what its worker answers.

import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { after } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

const require = createRequire(new URL('../../web/package.json', import.meta.url));
/** @param {string} name a development tool of web/package.json */
export const tool = async (name) => { const module = await import(pathToFileURL(require.resolve(name)).href); return module.default ?? module; };
export const toolPath = (/** @type {string} */ name) => require.resolve(name);

export const PAGE = process.env.LUPE_PAGE ?? fileURLToPath(new URL('../../build/page/lupe.html', import.meta.url));
if (!existsSync(PAGE)) throw new Error('no page at build/page/lupe.html: run web/run.sh or node web/build.mjs first');

const puppeteer = await tool('puppeteer-core');
const BROWSERS = {
  chromium: { browser: 'chrome', executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--force-color-profile=srgb'] },
  firefox: { browser: 'firefox', executablePath: '/usr/bin/firefox-esr',
    // Automation relaxes Firefox's rules for files; these put the ordinary ones back.
    extraPrefsFirefox: { 'remote.prefs.recommended': false, 'security.fileuri.strict_origin_policy': true, 'intl.accept_languages': 'de' } },
};
export const NAMES = /** @type {(keyof typeof BROWSERS)[]} */ ((process.env.LUPE_BROWSERS ?? Object.keys(BROWSERS).join(' ')).split(' '));

/** Milliseconds: a machine that does much else at once is no failure. */
const PATIENCE = 120_000;

const running = new Map();
export async function closeAll() { for (const browser of running.values()) await (await browser).close(); }
after(closeAll);

/** A Firefox of readers who want their own colours, here black on white, in place of the page's. */
const OWN_COLOURS = { 'browser.display.document_color_use': 2, 'browser.display.use_system_colors': false,
  'browser.display.foreground_color': '#000000', 'browser.display.background_color': '#ffffff' };

/** One browser per name and test file, and one more for forced colours, which Firefox has as a setting. @param {keyof typeof BROWSERS} name */
export function browserNamed(name, isForced = false) {
  const { extraPrefsFirefox, ...ordinary } = /** @type {typeof BROWSERS.firefox} */ (BROWSERS[name]);
  const prefs = isForced ? { ...extraPrefsFirefox, ...OWN_COLOURS } : extraPrefsFirefox;
  const key = `${name} ${isForced}`;
  if (!running.has(key)) running.set(key, puppeteer.launch({ ...ordinary, ...prefs && { extraPrefsFirefox: prefs }, headless: true, timeout: PATIENCE, protocolTimeout: PATIENCE, env: { ...process.env, LANG: 'de_DE.UTF-8', LANGUAGE: 'de' } }));
  return running.get(key);
}

/** Runs before the page's own script: keeps what its worker says and which keys it heard, and lets a test break the worker. */
function record() {
  globalThis.heard = { keydown: 0, keyup: 0 };
  for (const type of ['keydown', 'keyup']) addEventListener(type, () => { globalThis.heard[type] += 1; }, true);
  const Original = globalThis.Worker;
  globalThis.answers = [];
  globalThis.asked = [];
  globalThis.workers = [];
  globalThis.Worker = class extends Original {
    postMessage(message) { globalThis.asked.push(message); super.postMessage(message); }
    constructor(...args) {
      super(...args);
      globalThis.workers.push(this);
      this.addEventListener('message', ({ data }) => { if (data.utf8) globalThis.answers.push(new TextDecoder().decode(data.utf8)); });
    }
  };
}

/**
 * A fresh page, German unless told otherwise.
 * @param {keyof typeof BROWSERS} name
 * @param {{width?: number, height?: number, language?: 'de' | 'en', before?: (() => void) | string, isForced?: boolean}} [options] `isForced`: in forced colours
 */
export async function open(name, { width = 1200, height = 900, language = 'de', before, isForced = false } = {}) {
  const browser = await browserNamed(name, isForced && name === 'firefox');
  const page = await browser.newPage();
  if (isForced && name === 'chromium') await (await page.createCDPSession()).send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }, { name: 'prefers-color-scheme', value: 'light' }] });
  page.setDefaultTimeout(PATIENCE);
  await page.setViewport({ width, height });
  /** @type {string[]} */
  const requests = [];
  /** @type {string[]} */
  const errors = [];
  page.on('request', (/** @type {any} */ request) => requests.push(request.url()));
  page.on('pageerror', (/** @type {any} */ error) => errors.push(String(error?.message ?? error)));
  page.on('console', (/** @type {any} */ message) => { if (message.type() === 'error') errors.push(message.text()); });
  await page.evaluateOnNewDocument(record);
  if (before) await page.evaluateOnNewDocument(before);
  await page.goto(pathToFileURL(PAGE).href);
  await page.waitForSelector('#ui-language');
  await page.select('#ui-language', language);
  if (isForced && !await page.evaluate(() => matchMedia('(forced-colors: active)').matches)) throw new Error(`${name} does not force colours`);
  return { page, requests, errors };
}

/** Pastes into the page as a reader does after copying. @param {any} page @param {Record<string, string>} data by media type */
export const paste = (page, data) => page.evaluate((/** @type {Record<string, string>} */ items) => {
  const transfer = new DataTransfer();
  for (const [type, text] of Object.entries(items)) transfer.setData(type, text);
  const target = document.activeElement ?? document.body;
  const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
  Object.defineProperty(event, 'clipboardData', { value: transfer }); // Firefox gives events made by scripts an empty one
  target.dispatchEvent(event);
}, data);

/** Drops files on the page. @param {any} page @param {{name: string, text?: string, bytes?: number[]}[]} files */
export const drop = (page, files) => page.evaluate((/** @type {typeof files} */ items) => {
  const transfer = new DataTransfer();
  for (const { name, text, bytes } of items) transfer.items.add(new File([bytes ? new Uint8Array(bytes) : text ?? ''], name));
  document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
}, files);

/** Waits until the analyzer has answered for what the page shows, and the panel shows it, too. @param {any} page */
export async function settled(page) {
  try {
    await page.waitForFunction(() => document.documentElement.dataset.settled === 'true' && !document.querySelector('#panel[aria-busy]'), { timeout: PATIENCE });
  } catch (cause) {
    const notice = await page.evaluate(() => `${document.querySelector('#notice')?.textContent}; ${globalThis.workers.length} workers, ${globalThis.asked.length} asked`);
    throw new Error(`the analyzer does not answer: ${notice}`, { cause });
  }
}

/** @param {any} page @param {string} selector @returns {Promise<string[]>} what these elements say */
export const texts = (page, selector) => page.$$eval(selector, (/** @type {Element[]} */ elements) => elements.map((element) => element.textContent ?? ''));

/**
 * Presses keys one after the other. The page has dealt with each when this goes on: what a driver sends may arrive later than
 * the question that it asks next. (The Tab key may take the focus, and with it the key's end, out of the page.)
 * @param {any} page @param {...string} names
 */
export async function keys(page, ...names) {
  for (const name of names) {
    const type = name === 'Tab' ? 'keydown' : 'keyup';
    const before = await page.evaluate((wanted) => globalThis.heard[wanted], type);
    await page.keyboard.press(name);
    await page.waitForFunction((wanted, count) => globalThis.heard[wanted] > count, {}, type, before);
  }
}

/** Types into the field that has the focus, and goes on when all of it is there. @param {any} page @param {string} text */
export async function type(page, text) {
  await page.keyboard.type(text);
  await page.waitForFunction((wanted) => document.activeElement?.value?.includes(wanted), {}, text);
}

/** Clicks by the element's own method: nothing has to be scrolled. @param {any} page @param {string} selector */
export const press = (page, selector) => page.$eval(selector, (/** @type {HTMLElement} */ element) => element.click());
