// Normalised values as a person reads them, in both languages of the page.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { unitText } from '../../web/model/units.js';
import { exactText, valueText } from '../../web/model/values.js';
import { invisibles } from '../../web/model/invisible.js';
import { STRINGS } from '../../web/strings.js';
import { fc } from './sample.mjs';

const say = (type, value, ui) => valueText({ type, value }, { ui, t: STRINGS[ui] }).replaceAll('\u00a0', ' ');
const exact = (type, value, ui) => exactText({ type, value }, { ui, t: STRINGS[ui] });

test('times', () => {
  const cases = [
    ['date', { timex: '2023-09-25', assumed: true }, 'Montag, 25. September 2023, angenommen', 'Monday, 25 September 2023, assumed'],
    ['date', { timex: '0044-03-15' }, 'Dienstag, 15. März 44', 'Tuesday, 15 March 44'],
    ['date', { timex: '2023-05' }, 'Mai 2023', 'May 2023'],
    ['date', { timex: '2023-10', mod: 'END' }, 'Oktober 2023, Ende', 'October 2023, end'],
    ['date', { timex: '2023-Q3' }, '3. Quartal 2023', '3rd quarter of 2023'],
    ['date', { timex: '2024-H1' }, '1. Halbjahr 2024', '1st half of 2024'],
    ['date', { timex: '2022/2023' }, '2022/23', '2022/23'],
    ['date', { timex: '199' }, '1990er-Jahre', '1990s'],
    ['date', { timex: '20' }, '21. Jahrhundert', '21st century'],
    ['date', { timex: '2023-SU' }, 'Sommer 2023', 'summer 2023'],
    ['date', { timex: '2023-W39' }, 'Kalenderwoche 39, 2023', 'week 39 of 2023'],
    [
      'time',
      { timex: '2023-09-26T14:30', mod: 'APPROX' },
      'Dienstag, 26. September 2023, 14:30 Uhr, ungefähr',
      'Tuesday, 26 September 2023, 14:30, about',
    ],
    ['time', { timex: '2023-09-25TEV' }, 'Montag, 25. September 2023, abends', 'Monday, 25 September 2023, evening'],
    ['time', { timex: 'XXXX-WXX-3T10:00' }, 'ein Mittwoch, 10:00 Uhr', 'a Wednesday, 10:00'],
    ['duration', { timex: 'P3Y' }, '3 Jahre', '3 years'],
    ['duration', { timex: 'P2.5D', mod: 'EQUAL_OR_LESS' }, '2,5 Tage, höchstens', '2.5 days, at most'],
    ['duration', { timex: 'PT1H30M' }, '1 Stunde 30 Minuten', '1 hour 30 minutes'],
    ['duration', { timex: 'P18M' }, '18 Monate', '18 months'],
    ['set', { timex: 'XXXX-WXX-1' }, 'jeden Montag', 'every Monday'],
    ['set', { timex: 'XXXX-FA' }, 'jeden Herbst', 'every autumn'],
    ['set', { timex: 'P1Y' }, 'je Jahr', 'per year'],
    ['set', { timex: 'P2W' }, 'alle 2 Wochen', 'every 2 weeks'],
  ];
  for (const [type, value, de, en] of cases) assert.deepEqual([say(type, value, 'de'), say(type, value, 'en')], [de, en]);
});

test('amounts: millions and more in words where that says all of it', () => {
  const cases = [
    ['money', { number: 4e9, currency: 'USD', modifier: 'at_most' }, '4 Mrd. USD, höchstens', '4 billion USD, at most'],
    ['money', { min: 3e9, max: 5e9, currency: 'EUR' }, '3 Mrd. bis 5 Mrd. EUR', '3 billion to 5 billion EUR'],
    ['money', { number: 1.25e9 }, '1,25 Mrd. (ohne Währung)', '1.25 billion (no currency)'],
    ['money', { number: 0.045, currency: 'GBP' }, '0,045 GBP', '0.045 GBP'],
    ['percent', { number: -2.6 }, '\u22122,6 %', '\u22122.6%'],
    ['quantity', { number: 1, unit: 'kilowatt-hour' }, '1 Kilowattstunde', '1 kilowatt hour'],
    ['quantity', { number: 500, unit: 'megawatt' }, '500 Megawatt', '500 megawatts'],
    ['number', { number: 1234567 }, '1.234.567', '1,234,567'],
    ['number', { number: 999999 }, '999.999', '999,999'],
    ['number', { number: 0 }, '0', '0'],
  ];
  for (const [type, value, de, en] of cases) assert.deepEqual([say(type, value, 'de'), say(type, value, 'en')], [de, en]);
  assert.equal(exact('money', { number: 4e9, currency: 'USD' }, 'de'), '4.000.000.000 USD');
  assert.equal(exact('number', { number: 1234567 }, 'de'), '');
  assert.deepEqual([unitText('furlong-per-hour', 'de', false), unitText('kilometer-per-hour', 'en', true)], ['furlong per hour', 'km/h']);
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
