// The page in Chromium: what its reader waits for, and how long each stage of the analysis takes there.

import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { news } from './text.mjs';

const { launch } = createRequire(new URL('../../web/', import.meta.url))('puppeteer-core');
const RUNS = 7;

const median = (/** @type {number[]} */ values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** Runs before the page: keeps the worker, and when it said that it is ready. */
function watch() {
  const Original = globalThis.Worker;
  globalThis.Worker = class extends Original {
    constructor(...args) {
      super(...args);
      globalThis.worker = this;
      this.addEventListener('message', ({ data }) => { if (data.isReady) globalThis.ready = performance.now(); });
    }
  };
}

/** In the page: pastes a text into an empty page; until its highlights are drawn. */
async function paste(text) {
  const drawn = () => document.documentElement.dataset.settled === 'true' && document.querySelector('mark');
  const transfer = new DataTransfer();
  transfer.setData('text/plain', text);
  const start = performance.now();
  document.body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: transfer }));
  while (!drawn()) await new Promise((done) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = done; port2.postMessage(0); });
  await new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); });
  return performance.now() - start;
}

/** In the page: types a letter into the middle of the text; until its highlights are up to date again. */
async function type(times) {
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'e', bubbles: true }));
  const input = document.querySelector('#input');
  const taken = [];
  for (let run = 0; run < times; run += 1) {
    const middle = input.value.indexOf(' ', input.value.length / 2);
    const start = performance.now();
    input.setRangeText('x', middle, middle, 'end');
    input.dispatchEvent(new Event('input', { bubbles: true }));
    while (document.documentElement.dataset.settled !== 'true') await new Promise((done) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = done; port2.postMessage(0); });
    document.body.getBoundingClientRect(); // laid out, too
    taken.push(performance.now() - start);
    await new Promise((done) => { setTimeout(done, 50); });
  }
  return taken;
}

/** In the page: asks the worker itself; when each stage was done, the answer there, and a text that can be parsed. */
function stages(text) {
  return new Promise((resolve) => {
    const start = performance.now();
    const at = [];
    const listen = ({ data }) => {
      if (data.id !== 1e6) return;
      at.push(performance.now() - start);
      if (data.progress !== undefined) return;
      globalThis.worker.removeEventListener('message', listen);
      new TextDecoder().decode(data.utf8);
      at.push(performance.now() - start);
      resolve(at);
    };
    globalThis.worker.addEventListener('message', listen);
    globalThis.worker.postMessage({ id: 1e6, text, language: 'auto', referenceDate: '', today: '' });
  });
}

/** @param {string} file @param {{de?: string}} files */
export async function page(file, files) {
  const browser = await launch({ browser: 'chrome', executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'], headless: true, protocolTimeout: 600_000 });
  const open = async () => {
    const tab = await browser.newPage();
    await tab.evaluateOnNewDocument(watch);
    await tab.goto(pathToFileURL(file).href);
    await tab.waitForFunction(() => globalThis.ready !== undefined);
    return tab;
  };
  /** @type {Record<string, number[]>} */
  const taken = { ready: [], small: [], large: [], key: [] };
  const texts = { small: news('de', 4096, files.de), large: news('de', 1e6, files.de), huge: news('de', 1e7, files.de) };
  for (let run = 0; run < RUNS; run += 1) {
    const tab = await open();
    taken.ready.push(await tab.evaluate(() => globalThis.ready));
    taken.small.push(await tab.evaluate(paste, texts.small));
    if (run === 0) taken.key = (await tab.evaluate(type, 3 * RUNS)).slice(RUNS);
    await tab.close();
  }
  for (let run = 0; run < 3; run += 1) {
    const tab = await open();
    taken.large.push(await tab.evaluate(paste, texts.large));
    await tab.close();
  }
  const tab = await open();
  const one = [];
  for (let run = 0; run < 3; run += 1) one.push(await tab.evaluate(stages, texts.large));
  const ten = await tab.evaluate(stages, texts.huge);
  await browser.close();
  return {
    times: Object.fromEntries(Object.entries(taken).map(([name, values]) => [name, median(values)])),
    stages: { 1: one[0].map((_, index) => median(one.map((at) => at[index]))), 10: ten },
  };
}
