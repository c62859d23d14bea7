// The page's side of the worker: newest text wins, a dead or hung worker is replaced and told of once, cancel works.

import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { Client } from '../../web/client.js';

const bytes = (/** @type {string} */ json) => new TextEncoder().encode(json);

/** A worker that answers when the test says so. */
class FakeWorker {
  constructor() {
    /** @type {any[]} */
    this.asked = [];
    this.isDead = false;
  }

  /** @param {any} message */
  postMessage(message) { this.asked.push(message); }

  terminate() { this.isDead = true; }

  /** @param {any} data */
  say(data) { /** @type {any} */ (this).onmessage({ data }); }

  answer() { const { id, text } = this.asked.at(-1); this.say({ id, utf8: bytes(`"${text}"`) }); }
}

function made() {
  /** @type {FakeWorker[]} */
  const workers = [];
  /** @type {string[]} */
  const told = [];
  const client = new Client(() => { const worker = new FakeWorker(); workers.push(worker); return /** @type {any} */ (worker); }, (trouble) => told.push(trouble), (share) => told.push(String(share)));
  const request = (/** @type {string} */ text) => ({ text, language: 'auto', referenceDate: '', today: '', dictionary: [] });
  const ask = (/** @type {string} */ text) => client.analyze(request(text));
  return { client, workers, told, ask, request };
}

/** Timers that go only when told: node:test's own are called differently in Node 18 and 20. */
function stoppedClock() {
  let now = 0;
  let last = 0;
  /** @type {Map<number, {at: number, act: () => void}>} */
  const waiting = new Map();
  const set = mock.method(globalThis, 'setTimeout', /** @type {any} */ ((/** @type {() => void} */ act, ms = 0) => { waiting.set(last += 1, { at: now + ms, act }); return last; }));
  const clear = mock.method(globalThis, 'clearTimeout', /** @type {any} */ ((/** @type {number} */ id) => { waiting.delete(id); }));
  return {
    tick(/** @type {number} */ ms) {
      now += ms;
      for (const [id, { at, act }] of [...waiting]) if (at <= now && waiting.delete(id)) act();
    },
    restore() { set.mock.restore(); clear.mock.restore(); },
  };
}

test('one request at a time; of those that wait only the newest is asked', async () => {
  const { workers, ask } = made();
  const answers = [ask('a'), ask('b'), ask('c')];
  assert.deepEqual(workers[0].asked.map(({ text }) => text), ['a']);
  workers[0].answer();
  assert.deepEqual(workers[0].asked.map(({ text }) => text), ['a', 'c']);
  workers[0].answer();
  assert.deepEqual(await Promise.all(answers), [{ json: '"a"' }, 'superseded', { json: '"c"' }]);
});

test('a request that runs long gives way to a newer one', async () => {
  const clock = stoppedClock();
  const now = mock.method(performance, 'now', () => 0);
  const { workers, told, ask } = made();
  const first = ask('long');
  workers[0].say({ id: 0, isReady: true });
  now.mock.mockImplementation(() => 5000);
  const second = ask('new');
  assert.equal(await first, 'superseded');
  assert.ok(workers[0].isDead);
  workers[1].answer();
  assert.deepEqual(await second, { json: '"new"' });
  assert.deepEqual(told, []);
  now.mock.restore();
  clock.restore();
});

test('a worker that is still starting is not replaced for a newer text', async () => {
  const now = mock.method(performance, 'now', () => 0);
  const { workers, ask } = made();
  ask('early');
  now.mock.mockImplementation(() => 5000);
  ask('later');
  assert.equal(workers.length, 1);
  assert.ok(!workers[0].isDead);
  now.mock.restore();
  workers[0].answer();
  workers[0].answer();
});

test('a worker that hangs is replaced, told of once, and its text asked once more', async () => {
  const clock = stoppedClock();
  const { workers, told, ask } = made();
  const stuck = ask('stuck');
  clock.tick(40_000);
  workers[0].say({ id: 1, progress: 0.5 });
  clock.tick(40_000);
  assert.deepEqual(told, ['0.5'], 'a sign of life starts the wait anew');
  told.length = 0;
  clock.tick(6_000);
  assert.ok(workers[0].isDead);
  assert.deepEqual(told, ['engineRestarted']);
  workers[1].answer();
  assert.deepEqual(await stuck, { json: '"stuck"' });
  clock.tick(100_000);
  assert.deepEqual(told, ['engineRestarted']);
  clock.restore();
});

test('what fails twice is given up; what came meanwhile is asked instead', async () => {
  const { workers, told, ask } = made();
  const trapped = ask('a');
  workers[0].say({ id: 1, error: 'INTERNAL_TRAP' });
  /** @type {any} */ (workers[1]).onerror({ preventDefault() {} });
  assert.equal(await trapped, 'stopped');
  assert.deepEqual(told, ['engineRestarted', 'engineGaveUp']);
  const dropped = ask('b');
  const next = ask('c');
  workers[2].say({ id: 3, error: 'INTERNAL_TRAP' });
  assert.equal(await dropped, 'superseded');
  workers[3].answer();
  assert.deepEqual(await next, { json: '"c"' });
});

test('an engine that cannot start is told of, and nothing waits for it', async () => {
  const { workers, told, ask } = made();
  const answers = [ask('a'), ask('b')];
  workers[0].say({ id: 0, error: 'start' });
  assert.deepEqual(await Promise.all(answers), ['stopped', 'stopped']);
  assert.deepEqual(told, ['engineFailed']);
});

test('a question beside the article takes nobody\'s place, and ends with its worker', async () => {
  const { client, workers, ask, request } = made();
  const answer = ask('article');
  const aside = client.aside(request('12 Euro'));
  const other = client.aside(request('lost'));
  workers[0].say({ id: 2, utf8: bytes('"12 Euro"') });
  assert.deepEqual(await aside, { json: '"12 Euro"' });
  workers[0].say({ id: 1, utf8: bytes('"article"') });
  assert.deepEqual(await answer, { json: '"article"' });
  /** @type {any} */ (workers[0]).onerror({ preventDefault() {} });
  assert.equal(await other, 'stopped');
});

test('long texts get more time', () => {
  const clock = stoppedClock();
  const { workers, told, ask } = made();
  ask('x'.repeat(4_000_000));
  clock.tick(200_000);
  assert.deepEqual(told, []);
  clock.tick(60_000);
  assert.deepEqual(told, ['engineRestarted']);
  assert.ok(workers[0].isDead);
  clock.restore();
});

test('cancel gives up what runs and what waits; answers of the past are ignored', async () => {
  const { client, workers, ask } = made();
  const answers = [ask('a'), ask('b')];
  client.cancel();
  assert.deepEqual(await Promise.all(answers), ['stopped', 'stopped']);
  const next = ask('c');
  workers[1].say({ id: 1, utf8: bytes('"a"') });
  workers[1].answer();
  assert.deepEqual(await next, { json: '"c"' });
});

test('an answer that there is no memory for is told as too large, and the next one comes', async (t) => {
  const { client, workers, told, ask, request } = made();
  const answers = [ask('a'), ask('b')];
  const aside = client.aside(request('12 Euro'));
  const decode = t.mock.method(TextDecoder.prototype, 'decode', () => { throw new RangeError('no room'); });
  workers[0].say({ id: 2, utf8: bytes('"12 Euro"') });
  workers[0].say({ id: 1, utf8: bytes('"a"') });
  decode.mock.restore();
  workers[0].answer();
  assert.deepEqual(await Promise.all([...answers, aside]), ['stopped', { json: '"b"' }, 'stopped']);
  assert.deepEqual(told, ['tooLarge']);
});

test('progress of the running request is passed on, that of others is not', async () => {
  const { workers, told, ask } = made();
  const answer = ask('a');
  workers[0].say({ id: 1, progress: 0.5 });
  workers[0].say({ id: 7, progress: 0.9 });
  workers[0].answer();
  assert.deepEqual(await answer, { json: '"a"' });
  assert.deepEqual(told, ['0.5']);
});

for (const code of ['INPUT_TOO_LARGE', 'OUT_OF_MEMORY']) {
  test(`${code}: a text that is too much is told of, and the worker goes on`, async () => {
    const { workers, told, ask } = made();
    const answer = ask('a');
    workers[0].say({ id: 1, error: code });
    assert.equal(await answer, 'stopped');
    assert.deepEqual(told, ['tooLarge']);
    assert.ok(!workers[0].isDead);
  });
}
