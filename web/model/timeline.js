// The scale of the timeline. News tells of one month many times and of long ago once, so the scale is no even one: years (months,
// days) in which something was get the room, and the empty stretches between them are drawn together.

/** @typedef {import('./timex.js').Range} Range */
/** @typedef {'year' | 'month' | 'day'} Unit */

const DAY = 86_400_000;

/** How much room an empty stretch takes; a unit with one mention takes 1, with more it takes less than as many times that. */
const GAP = 0.5;

/**
 * `x` places a time between 0 and 1. `units` are those with mentions, `gaps` the empty stretches between them.
 * @typedef {{unit: Unit, x: (time: number) => number, units: {time: number, x: number, count: number}[], gaps: {from: number, to: number}[]}} Scale
 */

/** @param {Range[]} ranges at least one @returns {Scale} */
export function timeScale(ranges) {
  const unit = unitFor(ranges);
  const counts = countBy(ranges, unit);
  /** @type {{time: number, room: number}[]} where something begins, and how much room there was up to there */
  const knots = [];
  const gaps = [];
  let room = 0;
  for (const [time, count] of [...counts].sort(([a], [b]) => a - b)) {
    const last = knots.at(-1);
    if (last && last.time < time) {
      gaps.push({ from: room, to: room + GAP });
      room += GAP;
    }
    if (last?.time !== time) knots.push({ time, room });
    room += count ** 0.7;
    knots.push({ time: next(time, unit), room });
  }
  const x = (/** @type {number} */ time) => between(knots, time) / room;
  return { unit, x, units: [...counts].map(([time, count]) => ({ time, x: x(time), count })), gaps: gaps.map(({ from, to }) => ({ from: from / room, to: to / room })) };
}

/** @param {Range[]} ranges @returns {Unit} */
function unitFor(ranges) {
  const spread = Math.max(...ranges.map(({ to }) => to)) - Math.min(...ranges.map(({ from }) => from));
  return spread > 3 * 366 * DAY ? 'year' : spread > 92 * DAY ? 'month' : 'day';
}

/** @param {Range[]} ranges @param {Unit} unit @returns {Map<number, number>} how many mentions have their middle in each unit */
function countBy(ranges, unit) {
  const counts = new Map();
  for (const range of ranges) {
    const time = start(middle(range), unit);
    counts.set(time, (counts.get(time) ?? 0) + 1);
  }
  return counts;
}

/** @param {Range} range */
export const middle = ({ from, to }) => (from + to) / 2;

/** @param {number} time @param {Unit} unit @returns {number} where the unit begins that a time lies in */
function start(time, unit) {
  const date = new Date(Math.floor(time / DAY) * DAY);
  if (unit !== 'day') date.setUTCDate(1);
  if (unit === 'year') date.setUTCMonth(0);
  return date.getTime();
}

/** @param {number} time @param {Unit} unit */
function next(time, unit) {
  const date = new Date(time);
  if (unit === 'year') return date.setUTCFullYear(date.getUTCFullYear() + 1);
  return unit === 'month' ? date.setUTCMonth(date.getUTCMonth() + 1) : time + DAY;
}

/** @param {{time: number, room: number}[]} knots in their order @param {number} time what lies outside goes to the ends */
function between(knots, time) {
  const after = knots.findIndex((knot) => knot.time > time);
  if (after <= 0) return after === 0 ? 0 : /** @type {{room: number}} */ (knots.at(-1)).room;
  const [a, b] = [knots[after - 1], knots[after]];
  return a.room + ((time - a.time) / (b.time - a.time)) * (b.room - a.room);
}

/**
 * Which of the units get their name written, and where it begins: those with the most mentions first, none so near another that
 * they would overlap, and none over the end.
 * @param {Scale['units']} units @param {number} apart how long a name is @returns {Scale['units']}
 */
export function named(units, apart) {
  /** @type {Scale['units']} */
  const chosen = [];
  const within = units.map((unit) => ({ ...unit, x: Math.min(unit.x, 1 - apart) }));
  for (const unit of within.sort((a, b) => b.count - a.count || a.time - b.time)) {
    if (chosen.every((other) => Math.abs(other.x - unit.x) >= apart)) chosen.push(unit);
  }
  return chosen;
}

/** Dots that would cover each other go one level up. @template {{x: number}} T @param {T[]} dots @param {number} apart @returns {(T & {level: number})[]} */
export function stacked(dots, apart) {
  /** @type {number[]} */
  const ends = [];
  return [...dots].sort((a, b) => a.x - b.x).map((one) => {
    let level = ends.findIndex((end) => end <= one.x - apart);
    if (level < 0) level = Math.min(ends.length, HIGHEST);
    ends[level] = one.x;
    return { ...one, level };
  });
}

/** Higher than this no stack grows: what is beyond lies over each other. */
const HIGHEST = 12;
