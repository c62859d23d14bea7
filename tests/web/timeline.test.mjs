// The timeline's scale: every mention has its place, in the order of time, however uneven the times are.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { middle, named, stacked, timeScale } from '../../web/model/timeline.js';
import { timexRange, unitName } from '../../web/model/timex.js';
import { fc } from './sample.mjs';

const ranges = (...timexes) => timexes.map((timex) => timexRange(timex));
const two = (n) => String(n).padStart(2, '0');
const anyTimex = fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 2 }))
  .map(([year, ...rest]) => [String(year).padStart(4, '0'), ...rest.slice(0, 2).map(two)].slice(0, 1 + rest[2]).join('-'));

test('the stretch of time that a value covers', () => {
  const days = (timex) => { const range = timexRange(timex); return range && [range.from, range.to].map((time) => new Date(time).toISOString().slice(0, 10)).join(' '); };
  const cases = { '2025': '2025-01-01 2026-01-01', '2024-02': '2024-02-01 2024-03-01', '2025-10-16T18:30': '2025-10-16 2025-10-17', '2025-Q4': '2025-10-01 2026-01-01', '2025-H2': '2025-07-01 2026-01-01',
    '2025-WI': '2025-12-01 2026-03-01', '2023-W39': '2023-09-25 2023-10-02', '2023-W21-WE': '2023-05-27 2023-05-29', 'XXXX-12': undefined, '199': undefined, '2022/2023': undefined };
  for (const [timex, range] of Object.entries(cases)) assert.equal(days(timex), range, timex);
});

test('years, months or days, as far apart as the times are', () => {
  const names = (...timexes) => { const { unit, units } = timeScale(ranges(...timexes)); return units.map(({ time }) => unitName(time, unit, 'short', 'de')); };
  assert.deepEqual(names('1972', '2025-10-16', '2034'), ['1972', '2025', '2034']);
  assert.deepEqual(names('2025-10-16', '2026-03'), ['Okt. 2025', 'März 2026']);
  assert.deepEqual(names('2025-10-16', '2025-10-15T18:30', '2025-11-02'), ['16. Okt.', '15. Okt.', '2. Nov.']);
});

test('the empty years between take little room, the full ones much', () => {
  const { x, gaps, units } = timeScale(ranges('1972', '2025-01', '2025-05', '2025-09', '2026-02'));
  assert.equal(gaps.length, 1, '2025 and 2026 follow each other');
  const width = (year) => x(Date.UTC(year + 1, 0)) - x(Date.UTC(year, 0));
  assert.ok(width(2025) > width(1972) && width(1972) > gaps[0].to - gaps[0].from);
  assert.deepEqual(units.map(({ count }) => count), [1, 3, 1]);
});

test('any times: places between 0 and 1, in the order of time; no two names overlap, no two dots cover each other', () =>
  fc.assert(fc.property(fc.array(anyTimex, { minLength: 1, maxLength: 60 }), (timexes) => {
    const all = ranges(...timexes);
    const scale = timeScale(all);
    const places = all.map(middle).sort((a, b) => a - b).map(scale.x);
    assert.ok(places.every((place, index) => place >= 0 && place <= 1 && place >= (places[index - 1] ?? 0)), places.join());
    assert.ok(all.every(({ from, to }) => scale.x(from) <= scale.x(to)));
    const names = named(scale.units, 0.2).map(({ x }) => x).sort((a, b) => a - b);
    assert.ok(names.length > 0 && names.every((place, index) => index === 0 || place - names[index - 1] >= 0.2));
    const dots = stacked(places.map((x) => ({ x })), 0.03);
    for (const { x, level } of dots.slice(0, 13)) assert.ok(dots.every((other) => other.level !== level || level === 12 || other.x === x || Math.abs(other.x - x) >= 0.03 - 1e-9));
  })));
