// Memory: how much is asked for, that it grows, and that a call that finds too little says so and spoils none that follows.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { load } from '../../wasm/lupe.mjs';
import { memoryOf, withMaximum } from './limit.mjs';

const bytes = readFileSync(process.env.LUPE_WASM ?? new URL('../../build/wasm/lupe.wasm', import.meta.url));
const PAGE = 65536;
const NEWS = readFileSync(new URL('../../web/samples/de.txt', import.meta.url), 'utf8');
const MB = 1 << 20;
const news = (/** @type {number} */ size) => NEWS.repeat(Math.ceil(size / NEWS.length)).slice(0, size);

test('memory begins at 32 MB and ends at 1 GB', () => {
  const { least, most } = memoryOf(bytes);
  assert.equal(least * PAGE, 32 * MB);
  assert.equal(most * PAGE, 1024 * MB);
});

test('memory grows with the text, in the same call, and less than its limit', async () => {
  const lupe = await load(bytes);
  const size = () => lupe.wasm?.memory.buffer.byteLength;
  assert.equal(size(), 32 * MB);
  const text = news(2 * MB);
  const { annotations } = lupe.analyze(text, { language: 'de' });
  assert.ok(size() > 32 * MB, `${size()}`);
  assert.ok(annotations.length > 1000);
  for (const { start, end, text: words } of annotations) assert.equal(text.slice(start, end), words);
});

test('wherever memory ends, the call gives its result or OUT_OF_MEMORY, and the next one works', async () => {
  const text = news(MB / 8);
  const small = 'Es kamen 12 Leute, e\u0301.';
  const whole = await load(bytes);
  const expected = [text, small].map((one) => whole.analyzeToJson(one));
  /** @type {{result: number, refused: number, goesOn: boolean}} */
  const seen = { result: 0, refused: 0, goesOn: false };
  // From what the module's own data and its stack take at most.
  for (let pages = Math.ceil((bytes.length + MB) / PAGE); seen.result < 3; pages = Math.ceil(pages * 1.1)) {
    const lupe = await load(withMaximum(bytes, pages));
    const answers = [text, small, small].map((one) => {
      try {
        return lupe.analyzeToJson(one);
      } catch (error) {
        assert.equal(/** @type {any} */ (error).code, 'OUT_OF_MEMORY', `${pages} pages: ${/** @type {any} */ (error).cause?.stack}`);
        return null;
      }
    });
    for (const [index, answer] of answers.entries()) assert.ok(answer === null || answer === expected[Math.min(index, 1)]);
    assert.equal(answers[1], answers[2], `${pages} pages`);
    seen[answers[0] === null ? 'refused' : 'result'] += 1;
    if (answers[0] === null && answers[1] !== null) seen.goesOn = true;
  }
  assert.ok(seen.refused >= 4 && seen.goesOn, JSON.stringify(seen));
});

test('a text that does not even fit in is OUT_OF_MEMORY, one that is too large is refused before that', async () => {
  const lupe = await load(withMaximum(bytes, memoryOf(bytes).least));
  assert.throws(() => lupe.analyze('ä'.repeat(15 * MB)), { code: 'OUT_OF_MEMORY' });
  assert.equal(lupe.wasm, null, 'that memory is given back');
  for (const long of ['x'.repeat(32 * MB + 1), 'ä'.repeat(16 * MB + 1), '\ud800'.repeat(11 * MB), '🙂'.repeat(8 * MB + 1)]) {
    assert.throws(() => lupe.analyze(long), { code: 'INPUT_TOO_LARGE' });
    assert.equal(lupe.wasm?.memory.buffer.byteLength, 32 * MB, 'nothing was done');
  }
});

test('without room for an instance it is OUT_OF_MEMORY, too', async () => {
  const lupe = await load(bytes);
  lupe.wasm = null;
  const { Instance } = WebAssembly;
  try {
    WebAssembly.Instance = /** @type {any} */ (function noRoom() { throw new RangeError('could not allocate memory'); });
    assert.throws(() => lupe.analyze('x'), { code: 'OUT_OF_MEMORY' });
  } finally {
    WebAssembly.Instance = Instance;
  }
  assert.equal(lupe.analyze('12 Leute').annotations.length, 1);
});
