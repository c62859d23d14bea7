// Two drawings: the dated mentions on a line of time, and the amounts of each currency as bars. Each says in words what it
// shows; the table beside it has the same figures. Places are shares of the width, so that words and dots keep their size.

import { h, svg } from '../dom.js';
import { magnitude, measure } from '../model/tables.js';
import { middle, named, stacked, timeScale } from '../model/timeline.js';
import { timexRange, unitName } from '../model/timex.js';
import { currencyName, valueText } from '../model/values.js';
import { STRINGS } from '../strings.js';

/** @typedef {{show: (start: number) => void}} Page */

const MOST_BARS = 12;
const MOST_DOTS = 400;

/** Pixels. */
const [DOT, LEVEL, BAR] = [4, 12, 28];

/** Shares of a narrow drawing's width that a dot and a name need. */
const [DOT_ROOM, NAME_ROOM] = [0.036, { year: 0.14, month: 0.24, day: 0.2 }];

/** Leaves room for half a dot at both ends. @param {number} share */
const across = (share) => `${(2 + share * 96).toFixed(2)}%`;

/** @param {Annotation[]} rows times @param {State} state @param {Page} page */
export function timeline(rows, { ui: { language: ui } }, page) {
  const t = STRINGS[ui];
  const dated = rows.filter((row) => row.type === 'date' || row.type === 'time').slice(0, MOST_DOTS)
    .flatMap((row) => { const range = timexRange(row.value?.timex ?? ''); return range ? [{ row, range }] : []; });
  if (dated.length < 2) return null;
  const scale = timeScale(dated.map(({ range }) => range));
  const placed = stacked(dated.map((one) => ({ ...one, x: scale.x(middle(one.range)) })), DOT_ROOM);
  const base = 2 * DOT + LEVEL * Math.max(...placed.map(({ level }) => level));
  const name = (/** @type {number} */ time) => unitName(time, scale.unit, 'long', ui);
  const label = t.charts.timelineText(dated.length, name(Math.min(...dated.map(({ range }) => range.from))), name(Math.max(...dated.map(({ range }) => range.to)) - 1));
  return h('figure', {}, h('figcaption', {}, t.charts.timeline, h('small', {}, label)),
    svg('svg', { height: base + 30, role: 'img', 'aria-label': label, class: 'timeline' },
      axis(scale, base + 8, ui),
      placed.map(({ row, range, x, level }) => dot(row, x, base - level * LEVEL, [scale.x(range.from), scale.x(range.to)], ui, page))));
}

/** @param {import('../model/timeline.js').Scale} scale @param {number} y @param {'de' | 'en'} ui */
function axis({ unit, units, gaps }, y, ui) {
  const ends = [0, ...gaps.flatMap(({ from, to }) => [from, to]), 1];
  return [
    ends.slice(1).map((to, index) => svg('line', { x1: across(ends[index]), x2: across(to), y1: y, y2: y, class: index % 2 ? 'axis is-gap' : 'axis' })),
    units.map(({ x }) => svg('line', { x1: across(x), x2: across(x), y1: y - 3, y2: y + 3, class: 'axis' })),
    named(units, NAME_ROOM[unit]).map(({ time, x }) => svg('text', { x: across(x), y: y + 15 }, unitName(time, unit, 'short', ui))),
  ];
}

/**
 * @param {Annotation} row @param {number} x @param {number} y @param {[number, number]} stretch of the time it covers
 * @param {'de' | 'en'} ui @param {Page} page
 */
function dot(row, x, y, [from, to], ui, page) {
  const words = `${row.text}: ${valueText(row, { ui, t: STRINGS[ui] })}`;
  return svg('g', { class: 'dot', 'data-type': row.type, onclick: () => page.show(row.start) },
    svg('title', {}, words),
    to - from > DOT_ROOM && svg('line', { x1: across(from), x2: across(to), y1: y, y2: y, class: 'stretch' }),
    svg('circle', { cx: across(x), cy: y, r: DOT }));
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
    svg('svg', { height: shown.length * BAR, role: 'img', 'aria-label': label, class: 'bars' },
      shown.map((row, index) => {
        const words = valueText(row, { ui, t });
        const share = (row.value?.max ?? magnitude(row.value)) / Math.max(top, Number.MIN_VALUE);
        return svg('g', { class: 'bar', onclick: () => page.show(row.start) }, svg('title', {}, `${row.text}: ${words}`),
          svg('text', { x: 0, y: index * BAR + 12 }, words),
          svg('rect', { x: 0, y: index * BAR + 16, width: `${Math.max(0.4, share * 100).toFixed(2)}%`, height: 6 }));
      })));
}
