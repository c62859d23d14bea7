// The JSON Schema of the result holds for what the analyzer gives, and for nothing that is wrong.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root, tool } from './package.mjs';

const Ajv = tool('ajv/dist/2020').default;
const schema = JSON.parse(readFileSync(join(root, 'core/schema/lupe-1.schema.json'), 'utf8'));
const ajv = new Ajv({ strict: true, allowUnionTypes: true, strictRequired: false, allErrors: true });
ajv.addSchema(schema);
const isResult = ajv.getSchema('urn:lupe:1');
const isError = ajv.getSchema('urn:lupe:1#/$defs/RecordError');

/** Results of the command line's streaming mode. */
function analyze(records, args = []) {
  const input = records.map((record) => JSON.stringify(record) + '\n').join('');
  const { stdout } = spawnSync(join(root, 'build/native/lupe'), ['--format', 'jsonl', ...args], { input, encoding: 'utf8', maxBuffer: 1 << 30 });
  return stdout.split('\n').slice(0, -1).map((line) => JSON.parse(line));
}

/** Every line of the case files, as text with its language. */
function cases() {
  const folder = join(root, 'tests/cases');
  return readdirSync(folder).flatMap((language) => readdirSync(join(folder, language)).filter((name) => name.endsWith('.txt')).flatMap((name) => {
    const lines = readFileSync(join(folder, language, name), 'utf8').split('\n').filter((line) => line && !line.startsWith('#'));
    return lines.map((line, i) => ({ id: `${language}/${name}:${i}`, language, date: '2023-09-26', text: line.replace(/\[([^|\]]*)\|[^\]]*\]/g, '$1') }));
  }));
}

const holds = (validate, value) => assert.ok(validate(value), `${value.id}: ${ajv.errorsText(validate.errors)}\n${JSON.stringify(value).slice(0, 2000)}`);

test('the result of every case line', () => {
  const records = cases();
  const results = analyze(records);
  assert.ok(records.length > 1000);
  assert.equal(results.length, records.length);
  for (const result of results) holds(isResult, result);
});

test('results of strange texts', () => {
  const texts = ['', ' ', '\u0000', '🎉', '1'.repeat(1000), '9'.repeat(40) + ' Euro', '1e999 Dollar', '0,' + '0'.repeat(500) + '1 Prozent', '17 Dollar '.repeat(1000),
    '12.12.12.12.12', '31.02.2023 um 25:61 Uhr', '%%%', '$', 'minus -5 -', 'مرحبا 5', 'é\u0301 17 Dollar', 'von 99999999999999999999 bis 0 Euro', 'im Jahr 0', '99.99.9999'];
  for (const language of ['de', 'en', 'auto']) for (const result of analyze(texts.map((text, id) => ({ id, text, language })))) holds(isResult, result);
});

test('error records', () => {
  const errors = analyze([{ id: 1 }, { id: 'x', text: 'x', language: 'klingon' }, { id: null, text: 'x'.repeat(100) }, []], ['--max-bytes', '50']);
  assert.equal(errors.length, 4);
  for (const error of errors) {
    holds(isError, error);
    assert.equal(isResult(error), false);
  }
});

const annotation = (type, value) => ({ id: 0, start: 0, end: 1, text: 'x', type, ...(value && { value }), rule: 'r', confidence: 'certain' });
const result = (...annotations) => ({ schema: 'lupe/1', engine: { version: '1.0.0' }, language: 'de', offsetUnit: 'utf16', annotations, entities: [], warnings: [] });

test('one result of each type holds', () => {
  const all = [annotation('person'), { ...annotation('misc'), entity: 0 }, annotation('money', { number: 1 }), annotation('money', { min: 1, max: 2, currency: 'EUR', modifier: 'at_most' }),
    annotation('percent', { number: 0.5 }), annotation('quantity', { number: 1, unit: 'kilometer' }), annotation('number', { number: -1 }), annotation('date', { timex: '2023', assumed: true }),
    annotation('time', { timex: '2023-09-26T10:00' }), annotation('duration', { timex: 'P3Y', mod: 'APPROX' }), annotation('set', { timex: 'XXXX-WXX-1' })];
  holds(isResult, result(...all));
  holds(isResult, { ...result(), id: 'a1', referenceDate: '2023-09', entities: [{ id: 0, type: 'person', name: 'x', mentions: [0] }], warnings: ['w'] });
});

test('what is wrong does not hold', () => {
  const wrong = [
    {}, [], null, { ...result(), schema: 'lupe/2' }, { ...result(), more: 1 }, { ...result(), offsetUnit: 'utf8' }, { ...result(), referenceDate: '26.9.2023' },
    { ...result(), id: {} }, { ...result(), entities: [{ id: 0, type: 'money', name: 'x', mentions: [0] }] }, { ...result(), entities: [{ id: 0, type: 'person', name: 'x', mentions: [] }] },
    ...Object.keys(result()).map((key) => ({ ...result(), [key]: undefined })),
    ...[annotation('animal'), annotation('money'), annotation('person', { number: 1 }), annotation('money', { number: 1, min: 0, max: 2 }), annotation('money', { min: 1 }), annotation('money', { number: '1' }),
      annotation('money', { number: 1, unit: 'kilometer' }), annotation('money', { number: 1, currency: 'euro' }), annotation('quantity', { number: 1 }), annotation('percent', { number: 1, currency: 'EUR' }),
      annotation('number', { number: 1, modifier: 'about' }), annotation('date', { number: 1 }), annotation('date', { timex: '' }), annotation('date', { timex: 'x y' }), annotation('date', { timex: '2023', assumed: false }),
      annotation('date', { timex: '2023', mod: 'start' }), { ...annotation('person'), more: 1 }, { ...annotation('person'), start: -1 }, { ...annotation('person'), text: '' }, { ...annotation('person'), confidence: 0.9 },
      { ...annotation('money', { number: 1 }), entity: 0 }].map((one) => result(one)),
  ];
  for (const value of wrong) assert.equal(isResult(JSON.parse(JSON.stringify(value))), false, JSON.stringify(value));
});
