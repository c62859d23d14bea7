// The boundary of the module: what crosses it, what it may call, and that neither bad input nor a trap breaks it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { load, LupeError } from '../../wasm/lupe.mjs';

const bytes = readFileSync(process.env.LUPE_WASM ?? new URL('../../build/wasm/lupe.wasm', import.meta.url));
const lupe = await load(bytes);

test('the module imports five functions that give it nothing, and exports the reviewed list', () => {
  const module = new WebAssembly.Module(bytes);
  assert.deepEqual(WebAssembly.Module.imports(module).map(({ name }) => name).sort(),
    ['emscripten_notify_memory_growth', 'environ_get', 'environ_sizes_get', 'lupe_out_of_memory', 'lupe_progress']);
  const reviewed = readFileSync(new URL('../../wasm/exports.txt', import.meta.url), 'utf8').trim().split('\n').map((name) => name.slice(1));
  const exported = WebAssembly.Module.exports(module).map(({ name }) => name);
  assert.deepEqual(exported.filter((name) => name.startsWith('lupe_')).sort(), reviewed.sort());
  assert.deepEqual(exported.filter((name) => !name.startsWith('lupe_')).sort(),
    ['__indirect_function_table', '_emscripten_stack_restore', '_initialize', 'emscripten_stack_get_current', 'memory']);
});

test('offsets count UTF-16 units of the given text, lone surrogates included', () => {
  for (const text of ['zahlt 12 Euro', '😀 zahlt 12 Euro 😀', 'a\r\n12 Leute', '\ud800 12 \udc00', '\ufeff12', 'e\u0301 12 \u202e 34']) {
    const { annotations, offsetUnit } = lupe.analyze(text);
    assert.equal(offsetUnit, 'utf16');
    assert.ok(annotations.length > 0, JSON.stringify(text));
    for (const { start, end, text: words } of annotations) assert.equal(text.slice(start, end), words);
  }
});

test('progress is told during the call, ascending to 1, of that call only', () => {
  /** @type {number[]} */
  const seen = [];
  lupe.analyze('Am Montag kamen 12 Leute.', { onProgress: (done) => seen.push(done) });
  assert.ok(seen.length >= 5);
  assert.deepEqual(seen, [...new Set(seen)].sort((a, b) => a - b));
  assert.equal(seen.at(-1), 1);
  const before = seen.length;
  lupe.analyze('x');
  assert.equal(seen.length, before);
});

test('the same text gives the same bytes, also after others', () => {
  const text = 'Am Montag zahlte die Firma 4,5 Mio. Euro an 20 Leute.';
  const first = lupe.analyzeToJson(text);
  lupe.analyzeToJson('Another text with 12 people. '.repeat(1000));
  assert.equal(lupe.analyzeToJson(text), first);
});

test('as bytes the result is the same, and stays the caller\'s', () => {
  const text = 'Die Münchner Kelterei zahlte am Montag 3 Mio. € – „zu viel“ 😀.';
  const bytes = lupe.analyzeToUtf8(text);
  const expected = lupe.analyzeToJson(text);
  lupe.analyzeToJson('Another text with 12 people. '.repeat(1000));
  assert.equal(new TextDecoder().decode(bytes), expected);
  assert.equal(bytes.byteLength, bytes.buffer.byteLength, 'it can be transferred without anything else');
});

test('an answer that there is no memory for is an error with a code, and the next call works', (t) => {
  const decode = t.mock.method(TextDecoder.prototype, 'decode', () => { throw new RangeError('no room'); });
  assert.throws(() => lupe.analyzeToJson('Anna zahlt 1 Euro.'), { name: 'LupeError', code: 'OUT_OF_MEMORY' });
  decode.mock.restore();
  assert.equal(lupe.analyze('Anna zahlt 1 Euro.').annotations.length, 2);
});

test('options are checked, with a code', () => {
  const code = (/** @type {() => unknown} */ act) => { try { act(); } catch (error) { return error instanceof LupeError && error.code; } return 'none'; };
  assert.equal(code(() => lupe.analyze('x', { language: 'xx' })), 'BAD_OPTION');
  assert.equal(code(() => lupe.analyze('x', { dictionary: [{ surface: 'x', type: /** @type {any} */ ('money') }] })), 'BAD_OPTION');
  assert.equal(code(() => lupe.analyze('x', { language: 'de', dictionary: [{ surface: 'X', type: 'never' }, { surface: 'Y', type: 'person' }] })), 'none');
});

test('more than 32 MB is refused, and the engine goes on', () => {
  assert.throws(() => lupe.analyze('x'.repeat(33 << 20)), { code: 'INPUT_TOO_LARGE' });
  assert.equal(lupe.analyze('12 Leute').annotations.length, 1);
});

test('empty, NUL, noise and one huge word give a document', () => {
  for (const text of ['', '\0', '\0a\0', 'x'.repeat(1 << 20), '😀'.repeat(10_000), String.fromCharCode(...Array.from({ length: 60_000 }, (_, i) => (i * 7919) % 65536))]) {
    assert.equal(lupe.analyze(text).schema, 'lupe/1');
  }
});

test('after a trap the next call works on a fresh instance', async () => {
  const broken = await load(bytes);
  broken.wasm = { ...broken.wasm, lupe_analyze() { throw new WebAssembly.RuntimeError('unreachable'); } };
  assert.throws(() => broken.analyze('12 Leute'), { code: 'INTERNAL_TRAP' });
  assert.equal(broken.analyze('12 Leute').annotations.length, 1);
});

test('memory does not grow with the number of calls', () => {
  const text = 'Am Montag zahlte die Firma 4,5 Mio. Euro an 20 Leute. '.repeat(400);
  for (let n = 0; n < 5; n += 1) lupe.analyzeToJson(text);
  const before = lupe.wasm?.memory.buffer.byteLength;
  for (let n = 0; n < 200; n += 1) lupe.analyzeToJson(text);
  assert.equal(lupe.wasm?.memory.buffer.byteLength, before);
});
