// Values for what the reader marks: what of one outlives a change of type, and what the analyzer reads from a few words.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { fitValue, valueFor } from '../../web/model/fit.js';
import { valueReader } from '../../web/value-reader.js';

test('a value keeps what its new type can have', () => {
  const price = { number: 12, currency: 'EUR', modifier: 'at_most' };
  assert.deepEqual(fitValue(price, 'money'), price);
  assert.deepEqual(fitValue(price, 'number'), { number: 12, modifier: 'at_most' });
  assert.deepEqual(fitValue({ min: 1, max: 2, unit: 'tonne' }, 'quantity'), { min: 1, max: 2, unit: 'tonne' });
  assert.deepEqual(fitValue({ min: 1, max: 2, unit: 'tonne' }, 'percent'), { min: 1, max: 2 });
  assert.deepEqual(fitValue({ timex: '2024-05', mod: 'END', assumed: true }, 'date'), { timex: '2024-05', mod: 'END', assumed: true });
  assert.deepEqual(fitValue({ timex: 'P1Y' }, 'set'), { timex: 'P1Y' });
  assert.deepEqual(fitValue({ timex: 'PAST_REF' }, 'date'), { timex: 'PAST_REF' });
  for (const [value, type] of [[price, 'person'], [price, 'date'], [{ timex: '2024' }, 'money'], [{ timex: 'P1Y' }, 'date'],
    [{ timex: '2024' }, 'duration'], [{ timex: '2024-05-06T10:00' }, 'date'], [{ timex: '2024-05-06' }, 'time'], [undefined, 'money']]) {
    assert.equal(fitValue(value, type), undefined, JSON.stringify([value, type]));
  }
});

test('the words must have one thing that fits', () => {
  const [money, number, date] = [{ type: 'money', value: { number: 5, currency: 'EUR' } }, { type: 'number', value: { number: 7 } }, { type: 'date', value: { timex: '2024' } }];
  assert.deepEqual(valueFor([money, date], 'money'), { number: 5, currency: 'EUR' });
  assert.deepEqual(valueFor([money, number], 'number'), { number: 7 });
  assert.deepEqual(valueFor([number], 'percent'), { number: 7 });
  assert.equal(valueFor([money, money], 'money'), undefined);
  assert.equal(valueFor([date], 'money'), undefined);
});

test('each correction gets its value once; the same question is asked once; a language that reads nothing gives way to the next', async () => {
  const sent = [];
  const asked = [];
  const said = { de: [], en: [{ type: 'money', value: { number: 3, currency: 'GBP' } }] };
  const { findValues, valueOf } = valueReader({
    send: (action) => sent.push(action),
    ask: async ({ language, referenceDate }, words) => { asked.push([language, referenceDate, words]); return { json: JSON.stringify({ annotations: said[language] }) }; },
    languages: () => ['de', 'en'],
  });
  const corrections = [{ kind: 'set', start: 0, end: 2, text: 'x1', type: 'money' }, { kind: 'all', text: 'x1', type: 'money' },
    { kind: 'all', text: 'x2', type: 'person' }, { kind: 'all', text: 'x2', type: null }, { kind: 'remove', start: 0, end: 2, text: 'x1' },
    { kind: 'set', start: 0, end: 2, text: 'x3', type: 'number', value: { number: 1 } }];
  const article = { id: 4, referenceDate: '', result: { referenceDate: '2024' }, corrections };
  findValues(article);
  findValues(article);
  assert.deepEqual(await valueOf(article, 'x1', 'money'), { number: 3, currency: 'GBP' });
  assert.deepEqual(asked, [['de', '2024', 'x1'], ['en', '2024', 'x1']]);
  assert.deepEqual(sent.map(({ id, correction, value }) => [id, corrections.indexOf(correction), value.currency]), [[4, 0, 'GBP'], [4, 1, 'GBP']]);
});

test('a question that got no answer can be asked again', async () => {
  let isBroken = true;
  const { valueOf } = valueReader({ send() {}, languages: () => ['de'],
    ask: async () => (isBroken ? 'stopped' : { json: '{"annotations":[{"type":"number","value":{"number":2}}]}' }) });
  const article = { id: 1, referenceDate: '', result: null, corrections: [] };
  assert.equal(await valueOf(article, 'zwei', 'number'), undefined);
  isBroken = false;
  assert.deepEqual(await valueOf(article, 'zwei', 'number'), { number: 2 });
});
