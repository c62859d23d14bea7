// The command line, the module in Node, and the page in Chromium and Firefox give the same JSON for the same text.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { load } from '../../wasm/lupe.mjs';
import { TEXTS } from './texts.mjs';
import { NAMES, open } from './tools.mjs';

const lupe = await load(readFileSync(new URL('../../build/wasm/lupe.wasm', import.meta.url)));
const expected = TEXTS.map(({ text, language, date }) => lupe.analyzeToJson(text, { language, referenceDate: date }));
const native = fileURLToPath(new URL('../../build/native/lupe', import.meta.url));

/** @param {string[]} answers @param {string} where */
function compare(answers, where) {
  const other = TEXTS.filter((_, index) => answers[index] !== expected[index]);
  assert.deepEqual(other.map(({ name }) => name), [], where);
}

test(`native: ${TEXTS.length} texts`, { skip: !existsSync(native) && 'build/native/lupe is not built' }, () => {
  compare(TEXTS.map(({ text, language, date }) => {
    const { stdout, status } = spawnSync(native, ['--lang', language, ...(date ? ['--date', date] : []), '-'], { input: text, encoding: 'utf8' });
    assert.equal(status, 0);
    return stdout.replace(/\n$/, '');
  }), 'command line');
});

/** Texts of one call into the page: a driver gives up on a call after two minutes, which all of them take on a busy machine. */
const SLICE = 200;

/** Runs in the page. @param {{text: string, language: string, date?: string}[]} texts @param {number} from number of the first one */
async function analyzed(texts, from) {
  const [worker] = globalThis.workers;
  const answer = (/** @type {any} */ { text, language, date }, /** @type {number} */ id) => new Promise((resolve) => {
    const listen = (/** @type {MessageEvent} */ { data }) => { if (data.id === id && data.utf8) { worker.removeEventListener('message', listen); resolve(new TextDecoder().decode(data.utf8)); } };
    worker.addEventListener('message', listen);
    worker.postMessage({ id, text, language, referenceDate: date, today: '' });
  });
  return Promise.all(texts.map((text, index) => answer(text, 1_000_000 + from + index)));
}

for (const name of NAMES) {
  test(`${name}: ${TEXTS.length} texts`, { timeout: 240_000 }, async () => {
    const { page } = await open(name);
    const answers = [];
    for (let from = 0; from < TEXTS.length; from += SLICE) answers.push(...await page.evaluate(analyzed, TEXTS.slice(from, from + SLICE), from));
    compare(answers, name);
    await page.close();
  });
}
