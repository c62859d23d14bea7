// The CSV tables: quoting by RFC 4180, no cell that a spreadsheet would evaluate.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { amountsCsv, namesCsv, timesCsv } from '../../web/formats/csv.js';
import { parseCsv } from './parsers.mjs';
import { HOSTILE, META, anyMarked, fc, mark } from './sample.mjs';

const objects = (csv) => {
  const [header, ...rows] = parseCsv(csv);
  return rows.map((row) => {
    assert.equal(row.length, header.length);
    return Object.fromEntries(row.map((cell, index) => [header[index], cell]));
  });
};

test('names are grouped by entity, with count and first mention', () => {
  const { text, marked } = mark([
    ['Amazon', 'organization'],
    ' und ',
    ['Anthropic', 'organization'],
    ', ',
    ['Amazon', 'organization'],
    ' in ',
    ['Köln', 'location'],
  ]);
  assert.deepEqual(parseCsv(namesCsv(text, marked, META)), [
    ['source', 'entity', 'type', 'name', 'mentions', 'start', 'end', 'text'],
    ['artikel.txt', '0', 'organization', 'Amazon', '2', '0', '6', 'Amazon'],
    ['artikel.txt', '1', 'organization', 'Anthropic', '1', '11', '20', 'Anthropic'],
    ['artikel.txt', '2', 'location', 'Köln', '1', '32', '36', 'Köln'],
  ]);
  assert.deepEqual(
    objects(namesCsv(text, marked, META, ['location'])).map(({ name }) => name),
    ['Köln'],
  );
});

test('amounts and times have their values in columns; negative numbers stay numbers', () => {
  const { text, marked } = mark([
    ['vier Mrd. Dollar, "bar"', 'money'],
    ' ',
    ['-2,6 bis 5', 'percent'],
    ' ',
    ['Montag', 'date'],
    ' ',
    ['drei Jahre', 'duration'],
  ]);
  const [money, percent] = objects(amountsCsv(text, marked, META));
  assert.deepEqual(
    [money.text, money.number, money.currency, money.modifier, money.rule, money.confidence],
    ['vier Mrd. Dollar, "bar"', '4000000000', 'USD', 'at_most', 'money.test', 'likely'],
  );
  assert.deepEqual([percent.text, percent.number, percent.min, percent.max], ["'-2,6 bis 5", '', '-2.6', '5']);
  const [date, duration] = objects(timesCsv(text, marked, META));
  assert.deepEqual([date.timex, date.mod, date.assumed], ['2023-09-25', '', 'true']);
  assert.deepEqual([duration.timex, duration.mod, duration.assumed], ['P3Y', 'APPROX', '']);
});

/** How spreadsheets cut a file into cells, with each of the separators that they may be set to. */
const cellsOf = (csv) => [parseCsv(csv).flat(), ...[';', '\t'].map((separator) => csv.split(new RegExp(`[${separator}\\r\\n]`)))].flat();
const isFormula = (cell) => /^\s*[=+@|＝＋－＠]/.test(cell) || (/^\s*-/.test(cell) && Number.isNaN(Number(cell)));

test('no cell is a formula', () => {
  for (const words of HOSTILE) {
    const { text, marked } = mark([[words, 'misc'], ' ', [words, 'money'], ' ', [words, 'date']]);
    for (const table of [namesCsv, amountsCsv, timesCsv]) {
      const csv = table(text, marked, { ...META, source: words });
      for (const cell of cellsOf(csv)) assert.ok(!isFormula(cell), `${JSON.stringify(cell)} from ${JSON.stringify(words)}`);
    }
  }
});

test('any text gives tables with whole rows, and its own words but for the guard', () =>
  fc.assert(
    fc.property(anyMarked, ({ text, marked }) => {
      const rows = [namesCsv, amountsCsv, timesCsv].map((table) => objects(table(text, marked, META)));
      assert.equal(rows[0].length, marked.entities.length);
      assert.equal(
        rows[0].reduce((sum, { mentions }) => sum + Number(mentions), 0) + rows[1].length + rows[2].length,
        marked.annotations.length,
      );
      for (const row of rows.flat())
        assert.equal(row.text.replaceAll("'", ''), text.slice(Number(row.start), Number(row.end)).replaceAll("'", ''));
    }),
  ));
