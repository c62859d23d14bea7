// Two drawings: the dated mentions on a line of time, and the amounts of each currency as bars. Each says in words what it
// shows; the table beside it has the same figures.

import { h, svg } from '../dom.js';
import { magnitude, measure } from '../model/tables.js';
import { timexRange, timexText } from '../model/timex.js';
import { currencyName, valueText } from '../model/values.js';
import { STRINGS } from '../strings.js';

/** @typedef {{show: (start: number) => void}} Page */

const WIDTH = 320;
const MOST_BARS = 12;
const MOST_DOTS = 400;

/** @param {Annotation[]} rows times @param {State} state @param {Page} page */
export function timeline(rows, { ui: { language: ui } }, page) {
  const t = STRINGS[ui];
  const dated = rows.filter((row) => row.type === 'date' || row.type === 'time').slice(0, MOST_DOTS)
    .flatMap((row) => { const range = timexRange(row.value?.timex ?? ''); return range ? [{ row, range }] : []; });
  if (dated.length < 2) return null;
  const low = Math.min(...dated.map(({ range }) => range.from));
  const high = Math.max(...dated.map(({ range }) => range.to));
  const x = (/** @type {number} */ time) => 8 + ((time - low) / Math.max(1, high - low)) * (WIDTH - 16);
  const placed = stack(dated.map((one) => ({ ...one, x: x((one.range.from + one.range.to) / 2) })));
  const height = 34 + 12 * Math.max(...placed.map(({ level }) => level));
  const base = height - 22;
  const year = (/** @type {number} */ time) => String(new Date(time).getUTCFullYear());
  const label = t.charts.timelineText(dated.length, year(low), year(high - 1));
  return h('figure', {}, h('figcaption', {}, t.charts.timeline, h('small', {}, label)),
    svg('svg', { viewBox: `0 0 ${WIDTH} ${height}`, role: 'img', 'aria-label': label, class: 'timeline' },
      svg('line', { x1: 4, x2: WIDTH - 4, y1: base + 6, y2: base + 6, class: 'axis' }),
      ticks(low, high).map((time) => [svg('line', { x1: x(time), x2: x(time), y1: base + 3, y2: base + 9, class: 'axis' }),
        svg('text', { x: Math.min(Math.max(x(time), 14), WIDTH - 14), y: base + 20, 'text-anchor': 'middle' }, year(time))]).flat(),
      placed.map(({ row, range, x: center, level }) => dot(row, center, base - level * 12, Math.max(0, x(range.to) - x(range.from)), ui, page))));
}

/** Dots that would cover each other go one level up. @template {{x: number}} T @param {T[]} dots @returns {(T & {level: number})[]} */
function stack(dots) {
  /** @type {number[]} */
  const ends = [];
  return [...dots].sort((a, b) => a.x - b.x).map((one) => {
    let level = ends.findIndex((end) => end <= one.x - 9);
    if (level < 0) level = Math.min(ends.length, 12);
    ends[level] = one.x;
    return { ...one, level };
  });
}

/** @param {Annotation} row @param {number} x @param {number} y @param {number} length of the time it covers @param {'de' | 'en'} ui @param {Page} page */
function dot(row, x, y, length, ui, page) {
  const words = `${row.text}: ${timexText(row.value?.timex ?? '', row.type, { ui, t: STRINGS[ui] })}`;
  return svg('g', { class: 'dot', 'data-type': row.type, onclick: () => page.show(row.start) },
    svg('title', {}, words),
    length > 9 && svg('line', { x1: x - length / 2, x2: x + length / 2, y1: y, y2: y, class: 'stretch' }),
    svg('circle', { cx: x, cy: y, r: 4 }));
}

/** @param {number} low @param {number} high @returns {number[]} up to six starts of years */
function ticks(low, high) {
  const first = new Date(low).getUTCFullYear();
  const last = new Date(high - 1).getUTCFullYear();
  const step = Math.max(1, Math.ceil((last - first + 1) / 6));
  const years = [];
  for (let y = first; y <= last; y += step) years.push(Math.max(low, Date.UTC(y, 0, 1)));
  return years;
}

/** @param {Annotation[]} rows amounts @param {State} state @param {Page} page @returns {(HTMLElement | null)[]} one drawing per currency */
export function amountBars(rows, { ui: { language: ui } }, page) {
  const money = rows.filter((row) => row.type === 'money' && row.value?.currency && magnitude(row.value) >= 0);
  const currencies = [...new Set(money.map(measure))];
  return currencies.map((currency) => bars(currency, money.filter((row) => measure(row) === currency), ui, page));
}

/** @param {string} currency @param {Annotation[]} rows @param {'de' | 'en'} ui @param {Page} page */
function bars(currency, rows, ui, page) {
  const t = STRINGS[ui];
  const shown = [...rows].sort((a, b) => magnitude(b.value) - magnitude(a.value)).slice(0, MOST_BARS);
  if (shown.length < 2) return null;
  const top = Math.max(...shown.map((row) => row.value?.max ?? magnitude(row.value)));
  const label = t.charts.barsText(rows.length, currencyName(currency, { ui, t }) || currency);
  return h('figure', {}, h('figcaption', {}, t.charts.bars, h('small', {}, label)),
    svg('svg', { viewBox: `0 0 ${WIDTH} ${shown.length * 26}`, role: 'img', 'aria-label': label, class: 'bars' },
      shown.map((row, index) => {
        const words = valueText(row, { ui, t });
        const width = Math.max(1, ((row.value?.max ?? magnitude(row.value)) / Math.max(top, Number.MIN_VALUE)) * WIDTH);
        return svg('g', { class: 'bar', onclick: () => page.show(row.start) }, svg('title', {}, `${row.text}: ${words}`),
          svg('text', { x: 0, y: index * 26 + 11 }, words),
          svg('rect', { x: 0, y: index * 26 + 15, width, height: 6 }));
      })));
}
