// The package in Node, from the packed tarball.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { memoryOf, withMaximum } from '../wasm/limit.mjs';
import { faultyModule, install, root } from './package.mjs';

const { folder, resolve } = install(after);
const entries = { lupe: await import(resolve('lupe')), 'lupe/single': await import(resolve('lupe/single')) };
const { createAnalyzer, LupeError } = entries.lupe;
const article = 'Berlin, 26. September 2023. Die Firma zahlt 🎉 am Montag 17 Dollar und 4,5 Prozent.';

/** An analyzer that is disposed of after the test. */
async function make(t, options, entry = 'lupe') {
  const lupe = await entries[entry].createAnalyzer(options);
  t.after(() => lupe.dispose());
  return lupe;
}
const code = (expected) => (error) => {
  assert.equal(error.name, 'LupeError');
  assert.equal(error.code, expected, error.message);
  return true;
};

test('the package holds what it exports and nothing else', () => {
  const path = join(folder, 'node_modules/lupe');
  assert.deepEqual(readdirSync(path).sort(), ['LICENCES.txt', 'LICENSE', 'README.md', 'browser.js', 'index.d.ts', 'lupe-1.schema.json', 'lupe.cdx.json', 'lupe.wasm', 'node.js', 'package.json', 'single.js']);
  for (const name of ['lupe/lupe.wasm', 'lupe/schema.json', 'lupe/package.json']) assert.ok(readFileSync(resolve(name)).length > 0, name);
  assert.throws(() => resolve('lupe/browser.js'), { code: 'ERR_PACKAGE_PATH_NOT_EXPORTED' });
});

for (const name of Object.keys(entries)) {
  test(`${name}: analyze and analyzeSync give what the command line gives`, async (t) => {
    const lupe = await make(t, { language: 'de', referenceDate: '2023-09' }, name);
    const printed = execFileSync(join(root, 'build/native/lupe'), ['--lang', 'de', '--date', '2023-09'], { input: article, encoding: 'utf8' });
    const result = await lupe.analyze(article);
    assert.equal(JSON.stringify(result) + '\n', printed);
    assert.deepEqual(lupe.analyzeSync(article), result);
    assert.ok(result.annotations.length >= 3);
    for (const { start, end, text } of result.annotations) assert.equal(article.slice(start, end), text);
  });
}

test('the module can be given as bytes or compiled', async (t) => {
  const bytes = readFileSync(resolve('lupe/lupe.wasm'));
  const expected = (await make(t, {})).analyzeSync(article);
  const sources = [bytes, new Uint8Array(bytes), new Uint8Array(bytes).buffer, new DataView(new Uint8Array(bytes).buffer), await WebAssembly.compile(bytes)];
  for (const wasmBinary of sources) assert.deepEqual(await (await make(t, { wasmBinary })).analyze(article), expected);
});

test('the language of a call goes before that of the analyzer', async (t) => {
  const lupe = await make(t, { language: 'de' });
  assert.equal(lupe.analyzeSync('x', { language: 'en' }).language, 'en');
  assert.equal((await lupe.analyze('x', { language: 'en' })).language, 'en');
  assert.equal(lupe.analyzeSync('x').language, 'de');
});

test('the dictionary decides about its names', async (t) => {
  const dictionary = [{ surface: 'Quirlix', type: 'person' }, { surface: 'Berlin', type: 'never' }];
  const lupe = await make(t, { language: 'de', dictionary });
  const { annotations, entities } = await lupe.analyze('Im August kam Quirlix nach Berlin. Quirlix blieb in Berlin.');
  const names = annotations.filter((a) => !a.value);
  assert.deepEqual(names.map((a) => [a.text, a.type, a.entity]), [['Quirlix', 'person', 0], ['Quirlix', 'person', 0]]);
  assert.deepEqual(entities, [{ id: 0, type: 'person', name: 'Quirlix', mentions: names.map((a) => a.id) }]);
});

test('lone surrogates keep their place', async (t) => {
  const text = `a\ud800b 17 Dollar \udc00`;
  const { annotations } = await (await make(t, {})).analyze(text);
  assert.ok(annotations.length > 0);
  for (const a of annotations) assert.equal(text.slice(a.start, a.end), a.text);
});

test('BAD_OPTION, each with a sentence', async (t) => {
  const bad = [null, 'de', { lang: 'de' }, { language: 5 }, { language: 'klingon' }, { referenceDate: new Date() },
    { dictionary: {} }, { dictionary: [{ surface: '', type: 'person' }] }, { dictionary: [{ surface: 'x', type: 'money' }] }, { dictionary: [null] },
    { maxBytes: 0 }, { maxBytes: 1.5 }, { maxBytes: 2 ** 40 }, { maxBytes: '5' }, { wasmBinary: 'x' }, { wasmBinary: new Uint8Array(8) },
    { wasmBinary: Uint8Array.from([0, 97, 115, 109, 1, 0, 0, 0]) }];
  for (const options of bad) await assert.rejects(createAnalyzer(options), code('BAD_OPTION'), JSON.stringify(options));
  const lupe = await make(t, {});
  await assert.rejects(lupe.analyze(5), code('BAD_OPTION'));
  await assert.rejects(lupe.analyze('x', { language: 'klingon' }), code('BAD_OPTION'));
  assert.throws(() => lupe.analyzeSync(), code('BAD_OPTION'));
  assert.deepEqual(lupe.analyzeSync('x').annotations, []);
});

test('INPUT_TOO_LARGE counts bytes of UTF-8', async (t) => {
  const lupe = await make(t, { maxBytes: 10 });
  for (const fits of ['x'.repeat(10), 'ä'.repeat(5), '€€€', '🎉🎉']) assert.equal((await lupe.analyze(fits)).schema, 'lupe/1');
  for (const not of ['x'.repeat(11), 'ä'.repeat(6), '€€€€', '🎉🎉🎉']) {
    await assert.rejects(lupe.analyze(not), code('INPUT_TOO_LARGE'));
    assert.throws(() => lupe.analyzeSync(not), code('INPUT_TOO_LARGE'));
  }
});

test('ABORTED before, while waiting and in the middle; the others are answered', async (t) => {
  const lupe = await make(t, { wasmBinary: faultyModule() });
  const reason = new Error('enough');
  await assert.rejects(lupe.analyze('x', { signal: AbortSignal.abort(reason) }), (error) => code('ABORTED')(error) && error.cause === reason);
  const endless = new AbortController();
  const queued = new AbortController();
  const running = lupe.analyze('L', { signal: endless.signal });
  const waiting = lupe.analyze('x', { signal: queued.signal });
  const last = lupe.analyze('x');
  queued.abort();
  await assert.rejects(waiting, code('ABORTED'));
  setTimeout(() => endless.abort(), 100);
  await assert.rejects(running, code('ABORTED'));
  assert.equal((await last).schema, 'lupe/1');
  await assert.rejects(lupe.analyze('L', { signal: AbortSignal.timeout(50) }), code('ABORTED'));
});

test('INTERNAL_TRAP is told once, and the next call works', async (t) => {
  const lupe = await make(t, { wasmBinary: faultyModule() });
  const answers = await Promise.allSettled(['x', 'T', 'x', 'T', 'x'].map((text) => lupe.analyze(text)));
  assert.deepEqual(answers.map(({ reason }) => reason?.code), [undefined, 'INTERNAL_TRAP', undefined, 'INTERNAL_TRAP', undefined]);
  assert.throws(() => lupe.analyzeSync('T'), code('INTERNAL_TRAP'));
  assert.equal(lupe.analyzeSync('x').schema, 'lupe/1');
});

test('OUT_OF_MEMORY, and the next call works', async (t) => {
  const lupe = await make(t, { wasmBinary: faultyModule() });
  await assert.rejects(lupe.analyze('x'.repeat(1_200_000)), code('OUT_OF_MEMORY'));
  assert.throws(() => lupe.analyzeSync('x'.repeat(1_200_000)), code('OUT_OF_MEMORY'));
  assert.equal((await lupe.analyze('x')).schema, 'lupe/1');
  assert.equal(lupe.analyzeSync('x').schema, 'lupe/1');
});

test('OUT_OF_MEMORY of the real module, in its thread and here, and the next call works', async (t) => {
  const bytes = readFileSync(resolve('lupe/lupe.wasm'));
  const lupe = await make(t, { wasmBinary: withMaximum(bytes, memoryOf(bytes).least + 64) });
  const long = article.repeat(50_000);
  await assert.rejects(lupe.analyze(long), code('OUT_OF_MEMORY'));
  assert.throws(() => lupe.analyzeSync(long), code('OUT_OF_MEMORY'));
  assert.ok((await lupe.analyze(article)).annotations.length >= 3);
  assert.ok(lupe.analyzeSync(article).annotations.length >= 3);
});

test('progress goes from 0 to 1; a listener that throws ends its own call only', async (t) => {
  const lupe = await make(t, {});
  const seen = [];
  await lupe.analyze(article.repeat(2000), { onProgress: (done) => seen.push(done) });
  assert.ok(seen.length >= 6, `${seen}`);
  assert.equal(seen[0], 0);
  assert.equal(seen.at(-1), 1);
  assert.deepEqual(seen, [...seen].sort((a, b) => a - b));
  const fault = new Error('listener');
  await assert.rejects(lupe.analyze('x', { onProgress() { throw fault; } }), (error) => error.cause === fault);
  assert.equal((await lupe.analyze('x')).schema, 'lupe/1');
});

test('analyze leaves the thread of the caller free', async (t) => {
  const lupe = await make(t, {});
  let ticks = 0;
  const timer = setInterval(() => ++ticks, 1);
  await lupe.analyze(article.repeat(20_000));
  clearInterval(timer);
  assert.ok(ticks >= 20, `${ticks} ticks`);
});

test('dispose ends what runs and waits; later calls are refused', async () => {
  const lupe = await createAnalyzer({ wasmBinary: faultyModule() });
  const calls = [lupe.analyze('L'), lupe.analyze('x')];
  lupe.dispose();
  for (const call of calls) await assert.rejects(call, code('ABORTED'));
  await assert.rejects(lupe.analyze('x'), code('ABORTED'));
  assert.throws(() => lupe.analyzeSync('x'), code('ABORTED'));
  lupe.dispose();
});

test('a program ends by itself although its analyzer was not disposed of, and not before its answers', () => {
  for (const name of Object.keys(entries)) {
    writeFileSync(join(folder, 'program.js'), `import { createAnalyzer } from '${name}';
      const lupe = await createAnalyzer({ language: 'de' });
      for (let i = 0; i < 3; ++i) lupe.analyze('Das kostet 17 Dollar.').then(({ annotations }) => console.log(annotations.length > 0));`);
    const { status, stdout, stderr } = spawnSync('node', ['program.js'], { cwd: folder, encoding: 'utf8', timeout: 20_000 });
    assert.deepEqual({ status, stdout, stderr }, { status: 0, stdout: 'true\ntrue\ntrue\n', stderr: '' });
  }
});

test('in a worker of Node', () => {
  writeFileSync(join(folder, 'worker.js'), `import { createAnalyzer } from 'lupe'; import { parentPort } from 'node:worker_threads';
    const lupe = await createAnalyzer({ language: 'de' });
    parentPort.postMessage([await lupe.analyze('Das kostet 17 Dollar.'), lupe.analyzeSync('Das kostet 17 Dollar.')]);`);
  writeFileSync(join(folder, 'program.js'), `import { Worker } from 'node:worker_threads'; import assert from 'node:assert';
    new Worker(new URL('./worker.js', import.meta.url)).on('message', ([a, b]) => { assert.deepEqual(a, b); assert(a.annotations.length > 0); console.log('ok'); });`);
  assert.equal(execFileSync('node', ['program.js'], { cwd: folder, encoding: 'utf8', timeout: 20_000 }), 'ok\n');
});

test('LupeError is an Error with a stack', () => {
  const error = new LupeError('ABORTED', 'x');
  assert.ok(error instanceof Error && error.stack.includes('LupeError'));
});
