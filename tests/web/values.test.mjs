// Normalised values as a person reads them, in both languages of the page.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

import { hasName, unitText } from '../../web/model/units.js';
import { exactText, valueText } from '../../web/model/values.js';
import { invisibles } from '../../web/model/invisible.js';
import { STRINGS } from '../../web/strings.js';
import { fc } from './sample.mjs';

const say = (type, value, ui) => valueText({ type, value }, { ui, t: STRINGS[ui] }).replace(/\u00a0/g, ' ').replace(/[\u2009\u202f]/g, '');
const exact = (type, value, ui) => exactText({ type, value }, { ui, t: STRINGS[ui] });

test('times', () => {
  const cases = [
    ['date', { timex: '2023-09-25', assumed: true }, 'Montag, 25. September 2023, angenommen', 'Monday, 25 September 2023, assumed'],
    ['date', { timex: '0044-03-15' }, 'Dienstag, 15. März 44', 'Tuesday, 15 March 44'],
    ['date', { timex: '2023-05' }, 'Mai 2023', 'May 2023'],
    ['date', { timex: '2023-10', mod: 'END' }, 'Ende Oktober 2023', 'end of October 2023'],
    ['date', { timex: '2026', mod: 'START', assumed: true }, 'Anfang 2026, angenommen', 'start of 2026, assumed'],
    ['date', { timex: '203', mod: 'END' }, 'Ende der 2030er-Jahre', 'end of the 2030s'],
    ['date', { timex: '2020', mod: 'MORE_THAN' }, '2020 oder weiter weg', '2020 or further away'],
    ['date', { timex: '2006-10-09', mod: 'END' }, 'spät am Montag, 9. Oktober 2006', 'late on Monday, 9 October 2006'],
    ['date', { timex: '2006-10-09', mod: 'ON_OR_AFTER' }, 'frühestens Montag, 9. Oktober 2006', 'Monday, 9 October 2006 at the earliest'],
    ['date', { timex: '2025-WI' }, 'Winter 2025/26', 'winter 2025/26'],
    ['date', { timex: '2021-W11', mod: 'START' }, 'Anfang der Woche vom 15. März 2021 (KW 11)', 'start of the week of 15 March 2021 (week 11)'],
    ['date', { timex: '2023-W21-WE' }, 'Wochenende 27.–28. Mai 2023', 'weekend of 27–28 May 2023'],
    ['date', { timex: '2023-05', mod: 'toString' }, 'Mai 2023, toString', 'May 2023, toString'],
    ['date', { timex: '2023-Q3' }, '3. Quartal 2023', '3rd quarter of 2023'],
    ['date', { timex: '2024-H1' }, '1. Halbjahr 2024', '1st half of 2024'],
    ['date', { timex: '2022/2023' }, '2022/23', '2022/23'],
    ['date', { timex: '199' }, '1990er-Jahre', '1990s'],
    ['date', { timex: '20' }, '21. Jahrhundert', '21st century'],
    ['date', { timex: '2023-SU' }, 'Sommer 2023', 'summer 2023'],
    ['date', { timex: '2023-W39' }, 'Woche vom 25. September 2023 (KW 39)', 'week of 25 September 2023 (week 39)'],
    [
      'time',
      { timex: '2023-09-26T14:30', mod: 'APPROX' },
      'Dienstag, 26. September 2023, ungefähr 14:30 Uhr',
      'Tuesday, 26 September 2023, about 14:30',
    ],
    ['time', { timex: '2023-09-25TEV' }, 'Montag, 25. September 2023, abends', 'Monday, 25 September 2023, evening'],
    ['time', { timex: 'XXXX-WXX-3T10:00' }, 'ein Mittwoch, 10:00 Uhr', 'a Wednesday, 10:00'],
    ['time', { timex: 'XXXX-XX-XXT05:00' }, '05:00 Uhr, ohne Tag', '05:00, no day given'],
    ['time', { timex: '2017-06-20TNI', mod: 'END' }, 'Dienstag, 20. Juni 2017, spät nachts', 'Tuesday, 20 June 2017, late night'],
    ['duration', { timex: 'P3Y', mod: 'MORE_THAN' }, 'mehr als 3 Jahre', 'more than 3 years'],
    ['duration', { timex: 'P3Y' }, '3 Jahre', '3 years'],
    ['duration', { timex: 'P2.5D', mod: 'EQUAL_OR_LESS' }, '2,5 Tage, höchstens', '2.5 days, at most'],
    ['duration', { timex: 'PT1H30M' }, '1 Stunde 30 Minuten', '1 hour 30 minutes'],
    ['duration', { timex: 'P18M' }, '18 Monate', '18 months'],
    ['set', { timex: 'XXXX-WXX-1' }, 'jeden Montag', 'every Monday'],
    ['set', { timex: 'XXXX-FA' }, 'jeden Herbst', 'every autumn'],
    ['set', { timex: 'XXXX-12-25' }, 'jeden 25. Dezember', 'every 25 December'],
    ['set', { timex: 'P1Y' }, 'je Jahr', 'per year'],
    ['set', { timex: 'P2W' }, 'alle 2 Wochen', 'every 2 weeks'],
  ];
  for (const [type, value, de, en] of cases) assert.deepEqual([say(type, value, 'de'), say(type, value, 'en')], [de, en]);
});

test('amounts: millions and more in words where that says all of it', () => {
  const cases = [
    ['money', { number: 4e9, currency: 'USD', modifier: 'at_most' }, '4 Mrd. USD, höchstens', '4 billion USD, at most'],
    ['money', { min: 3e9, max: 5e9, currency: 'EUR' }, '3 bis 5 Mrd. EUR', '3 to 5 billion EUR'],
    ['money', { min: 8e8, max: 1.2e9, currency: 'EUR' }, '800 Mio. bis 1,2 Mrd. EUR', '800 million to 1.2 billion EUR'],
    ['money', { number: 4.5e7, currency: 'EUR', modifier: 'more_than' }, 'mehr als 45 Mio. EUR', 'more than 45 million EUR'],
    ['money', { number: 1.25e9 }, '1,25 Mrd. (ohne Währung)', '1.25 billion (no currency)'],
    ['money', { number: 0.045, currency: 'GBP' }, '0,045 GBP', '0.045 GBP'],
    ['percent', { number: -2.6 }, '\u22122,6 %', '\u22122.6%'],
    ['quantity', { number: 1, unit: 'kilowatt-hour' }, '1 Kilowattstunde', '1 kilowatt hour'],
    ['quantity', { number: 1.5, unit: 'milligram-per-liter', modifier: 'approximate' }, 'ungefähr 1,5 Milligramm je Liter', 'about 1.5 milligrams per litre'],
    ['quantity', { number: 500, unit: 'megawatt' }, '500 Megawatt', '500 megawatts'],
    ['number', { number: 1234567 }, '1.234.567', '1,234,567'],
    ['number', { number: 999999 }, '999.999', '999,999'],
    ['number', { number: 0 }, '0', '0'],
  ];
  for (const [type, value, de, en] of cases) assert.deepEqual([say(type, value, 'de'), say(type, value, 'en')], [de, en]);
  assert.equal(exact('money', { number: 4e9, currency: 'USD' }, 'de'), '4.000.000.000 USD');
  assert.equal(exact('number', { number: 1234567 }, 'de'), '');
  assert.deepEqual([unitText('furlong-of-old', 'de', false), unitText('kilometer-per-hour', 'en', true)], ['furlong of old', 'km/h']);
});

test('every rule that the analyzer gives as a reason is told in words', () => {
  const folder = new URL('../../core/src/rules/', import.meta.url);
  const sources = readdirSync(folder).filter((name) => name.endsWith('.cpp')).map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n');
  const rules = new Set([...sources.matchAll(/"((?:money|percent|quantity|number|date|time|duration|set)\.[a-z-]+)"/g)].map(([, rule]) => rule));
  assert.ok(rules.size > 40, `${rules.size} rules`);
  for (const { rules: words } of Object.values(STRINGS)) assert.deepEqual([...rules].filter((rule) => !Object.hasOwn(words, rule)), []);
});

test('every unit that the analyzer knows has words', () => {
  const tables = ['common/units', 'de/units', 'de/cldr-units', 'en/units', 'en/cldr-units'].map((name) => readFileSync(new URL(`../../core/data/${name}.tsv`, import.meta.url), 'utf8'));
  const units = new Set(tables.flatMap((rows) => [...rows.matchAll(/^[^#\t][^\t]*\tunit(?:_noun)?\t(.+)$/gm)].flatMap(([, names]) => names.split(' '))));
  assert.ok(units.size > 150, `${units.size} units`);
  assert.deepEqual([...units].filter((unit) => !hasName(unit)), []);
});

test('any value gives words without anything that one cannot see; an unknown time is told as it is', () => {
  const timex = fc.stringMatching(/^[PTXWQH0-9:.-]{1,12}$/);
  fc.assert(
    fc.property(fc.constantFrom('date', 'time', 'duration', 'set'), timex, fc.constantFrom('de', 'en'), (type, code, ui) => {
      const words = say(type, { timex: code }, ui);
      assert.ok(words !== '' && invisibles(words).length === 0 && !/undefined|NaN|Invalid/.test(words), words);
    }),
    { numRuns: 1000 },
  );
  const number = fc.double({ noNaN: true, noDefaultInfinity: true });
  fc.assert(
    fc.property(number, fc.constantFrom('de', 'en'), (n, ui) => {
      assert.match(say('number', { number: n }, ui), /^\u2212?[\d.,]+( (Mio\.|Mrd\.|Bio\.|Brd\.|Trill?\.|\w+))?$/);
    }),
  );
});
