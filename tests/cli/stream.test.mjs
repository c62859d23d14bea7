// The streaming mode: --format jsonl.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { article, folder, lines, lupe, records, start } from './command.mjs';

const stream = (input, args = []) => {
  const done = lupe(['-f', 'jsonl', ...args], { input });
  return { ...done, records: records(done.out) };
};
const line = (record) => JSON.stringify(record) + '\n';

test('each record gives the result that its text gives alone, with its id', () => {
  const text = 'Die Firma zahlt am Ende 17 Dollar 🎉 für den Bau.';
  const { code, out } = stream(line({ id: 'a1', text, language: 'de', date: '2023-09-26', other: [1] }));
  assert.equal(code, 0);
  const alone = lupe(['--lang', 'de', '--date', '2023-09-26'], { input: text }).out;
  assert.equal(out, '{"id":"a1",' + alone.slice(1));
});

test('the language of a record goes before that of the command line', () => {
  const results = stream(line({ id: 1, text: 'x', language: 'en' }) + line({ id: 2, text: 'x', language: null }), ['--lang', 'de']).records;
  assert.deepEqual(
    results.map((r) => r.language),
    ['en', 'de'],
  );
});

test('ids are kept as they are; lists and objects are none', () => {
  const ids = ['x', 7, 1.5, true, null, '🎉"\\\n', ''];
  assert.deepEqual(
    stream(ids.map((id) => line({ id, text: 'x' })).join('')).records.map((r) => r.id),
    ids,
  );
  assert.deepEqual(
    stream(line({ text: 'x' }) + line({ id: [1], text: 'x' })).records.map((r) => r.id),
    [null, null],
  );
});

test('a bad record gives an error in its place, and the stream goes on', () => {
  const bad = [
    ['not json\n', null, 'BAD_RECORD'],
    ['[1]\n', null, 'BAD_RECORD'],
    ['{"id":"b"}\n', 'b', 'BAD_RECORD'],
    ['{"id":"b","text":5}\n', 'b', 'BAD_RECORD'],
    [Buffer.from([...Buffer.from('{"id":"b","text":"'), 0xff, ...Buffer.from('"}\n')]), null, 'BAD_RECORD'],
    ['{"id":"b","text":"\\ud800"}\n', null, 'BAD_RECORD'],
    ['{"id":"b","text":"x","language":"klingon"}\n', 'b', 'BAD_OPTION'],
    ['{"id":"b","text":"x","language":5}\n', 'b', 'BAD_OPTION'],
    [line({ id: 'b', text: 'x'.repeat(1001) }), 'b', 'INPUT_TOO_LARGE'],
    [line({ id: 'b', text: 'x'.repeat(200000) }), null, 'INPUT_TOO_LARGE'],
    ['['.repeat(50000) + '\n', null, 'BAD_RECORD'],
  ];
  const good = line({ id: 'good', text: 'x' });
  const input = Buffer.concat(bad.flatMap(([record]) => [Buffer.from(record), Buffer.from(good)]));
  for (const jobs of ['1', '3']) {
    const { code, err, records: results } = stream(input, ['--max-bytes', '1000', '--jobs', jobs]);
    assert.equal(code, 1);
    assert.equal(err, `lupe: ${bad.length} bad records, each with an error in its place\n`);
    assert.equal(results.length, 2 * bad.length);
    for (const [i, [, id, errorCode]] of bad.entries()) {
      assert.equal(results[2 * i].id, id);
      assert.equal(results[2 * i].error.code, errorCode);
      assert.equal(results[2 * i + 1].id, 'good');
      assert.deepEqual(results[2 * i + 1].annotations, []);
    }
  }
});

test('empty lines, CRLF and a last line without an end', () => {
  const { code, records: results } = stream('\n' + JSON.stringify({ id: 1, text: 'x' }) + '\r\n  \n' + JSON.stringify({ id: 2, text: 'y' }));
  assert.equal(code, 0);
  assert.deepEqual(
    results.map((r) => r.id),
    [1, 2],
  );
  assert.equal(stream('').code, 0);
});

test('files of records, and texts whose id is their path', (t) => {
  const path = folder(t, { 'r.jsonl': line({ id: 1, text: 'x' }) + line({ id: 2, text: 'y' }), 'a.txt': 'z', 'bad.txt': Buffer.from([0xff]) });
  const { code, out, err } = lupe(['-f', 'jsonl', `${path}/r.jsonl`, `${path}/a.txt`, `${path}/bad.txt`, `${path}/missing.jsonl`]);
  assert.equal(code, 1);
  assert.deepEqual(
    records(out).map((r) => r.id),
    [1, 2, `${path}/a.txt`, `${path}/bad.txt`, `${path}/missing.jsonl`],
  );
  assert.deepEqual(
    records(out).map((r) => r.error?.code),
    [undefined, undefined, undefined, 'INPUT_UNREADABLE', 'INPUT_UNREADABLE'],
  );
  assert.equal(lines(err).length, 2);
  assert.equal(lupe(['-f', 'jsonl', `${path}/missing.jsonl`]).code, 3);
});

test('order is kept with several jobs although the texts differ in length', () => {
  const input = Array.from({ length: 300 }, (_, i) => line({ id: i, text: article(i, i % 7 === 0 ? 300 : 1) })).join('');
  const one = stream(input);
  assert.deepEqual(
    one.records.map((r) => r.id),
    Array.from({ length: 300 }, (_, i) => i),
  );
  assert.equal(stream(input, ['--jobs', '4']).out, one.out);
});

const peakKilobytes = (pid) => Number(readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmHWM:\s+(\d+) kB/)[1]);

test('an answer comes before the next record is sent, and memory does not grow beyond what is remembered', async (t) => {
  for (const jobs of ['1', '2']) {
    const child = start(['-f', 'jsonl', '--jobs', jobs]);
    t.after(() => child.kill());
    const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const send = async (from, to) => {
      for (let id = from; id < to; ++id) {
        child.stdin.write(line({ id, text: article(id, 20) }));
        assert.equal(JSON.parse((await answers.next()).value).id, id);
      }
    };
    const peaks = [];
    for (const [from, to] of [[0, 200], [200, 6000], [6000, 12_000]]) {
      await send(from, to);
      peaks.push(peakKilobytes(child.pid));
    }
    const [first, filled, last] = peaks;
    assert.ok(last < first + 18_000 * Number(jobs), `${peaks} kB: more than the word forms that each thread remembers`);
    if (jobs === '1') assert.ok(last < filled + 2048, `${peaks} kB: it grows although as many word forms were met as are remembered`);
    child.stdin.end();
    const [code] = await once(child, 'exit');
    assert.equal(code, 0);
  }
});
