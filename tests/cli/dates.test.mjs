// The reference date: --date, a record's own, and what is none.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lupe, records } from './command.mjs';

const referenceDate = (args, input = 'x') => JSON.parse(lupe(args, { input }).out).referenceDate;

test('a day, a month or a year', () => {
  for (const date of ['2024-02-29', '2023-09', '2023']) assert.equal(referenceDate(['--date', date]), date);
  assert.equal(referenceDate([]), undefined);
});

test('what is no date is exit code 2', () => {
  for (const date of ['yesterday', '2023-02-30', '2023-13', '23', '2023-9-1', '2023-09-26T10:00', ' 2023']) {
    const { code, err } = lupe(['--date', date]);
    assert.equal(code, 2, date);
    assert.ok(err.includes(date));
  }
});

test("a record's date goes before the command line's, a wrong one makes an error record", () => {
  const input = [{ date: '2024-01-31' }, { date: null }, { date: '2023-02-30' }].map((record) => JSON.stringify({ text: 'x', ...record }) + '\n').join('');
  const { code, out } = lupe(['-f', 'jsonl', '--date', '2023-09'], { input });
  assert.equal(code, 1);
  assert.deepEqual(
    records(out).map((r) => r.referenceDate ?? r.error.code),
    ['2024-01-31', '2023-09', 'BAD_OPTION'],
  );
});
