// The tables beside the article: names by entity, amounts, times with their drawings, and the reader's dictionary. One at a time
// on the screen; on paper, where there is nothing to press, all that was found.

import { byId, h, replace } from '../dom.js';
import { effective } from '../model/effective.js';
import { amountRows, byValue, nameRows, paragraphs, timeRows } from '../model/tables.js';
import { typesOf } from '../model/types.js';
import { timexRange } from '../model/timex.js';
import { valueText } from '../model/values.js';
import { currentArticle } from '../state.js';
import { STRINGS } from '../strings.js';
import { amountBars, timeline } from './charts.js';
import { dictionaryPanel } from './dictionary.js';
import { textNodes } from './pieces.js';

/** @typedef {import('./article.js').Send} Send */
/** @typedef {import('../strings.js').Strings} Strings */
/** @typedef {{show: (start: number) => void}} Page */

/** Rows that are drawn until the reader asks for all. */
const FIRST_ROWS = 60;

/** @param {State} state */
export const needs = (state) => [currentArticle(state), state.dictionary, state.panel, state.wishes, state.ui.language, state.off, state.paper];

/** @param {State} state @param {Send} send @param {Page} page */
export function draw(state, send, page) {
  const t = STRINGS[state.ui.language];
  const article = currentArticle(state);
  if (article.text === '') return;
  const all = effective(article);
  const shown = { entities: all.entities.filter((entity) => !state.off.includes(entity.type)), annotations: all.annotations };
  const visible = (/** @type {Annotation[]} */ rows) => rows.filter((row) => !state.off.includes(row.type));
  const counts = { names: nameRows(shown).length, amounts: visible(amountRows(all)).length, times: visible(timeRows(all)).length };
  const panels = {
    names: () => names(shown, state, send, page),
    amounts: () => amounts(visible(amountRows(all)), state, send, page),
    times: () => times(visible(timeRows(all)), state, send, page),
    dictionary: () => dictionaryPanel(state, send),
  };
  const labels = { names: t.families.name, amounts: t.families.amount, times: t.families.time, dictionary: t.dictionary.tab };
  if (state.paper) {
    replace(byId('tables'), /** @type {const} */ (['names', 'amounts', 'times']).map((id) => h('section', {}, h('h2', {}, labels[id]), panels[id]())));
    return;
  }
  const ids = /** @type {PanelId[]} */ (Object.keys(panels));
  replace(byId('tables'),
    h('div', { class: 'tabs', role: 'tablist', 'aria-label': t.panelLabel, onkeydown: (/** @type {KeyboardEvent} */ event) => walkTabs(event, ids, state.panel, send) },
      ids.map((id) => h('button', { id: `tab-${id}`, type: 'button', role: 'tab', 'aria-selected': String(id === state.panel), 'aria-controls': 'tab-panel',
        tabindex: id === state.panel ? 0 : -1, onclick: () => send({ type: 'panel', panel: id }) },
      labels[id], id !== 'dictionary' && h('span', { class: 'count' }, String(counts[id]))))),
    h('div', { id: 'tab-panel', role: 'tabpanel', 'aria-labelledby': `tab-${state.panel}`, tabindex: 0 }, panels[state.panel]()));
}

/** @param {KeyboardEvent} event @param {PanelId[]} ids @param {PanelId} current @param {Send} send */
function walkTabs(event, ids, current, send) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const next = ids[(ids.indexOf(current) + step + ids.length) % ids.length];
  send({ type: 'panel', panel: next });
  queueMicrotask(() => byId(`tab-${next}`).focus());
}

/** People, organisations, places and other names, each from the most often mentioned on. @param {import('../model/effective.js').Effective} shown @param {State} state @param {Send} send @param {Page} page */
function names(shown, state, send, page) {
  const t = STRINGS[state.ui.language];
  const all = nameRows(shown);
  const paragraphOf = paragraphs(currentArticle(state).text);
  if (all.length === 0) return h('p', { class: 'empty' }, t.tables.empty);
  return typesOf('name').map((type) => {
    const rows = all.filter(({ entity }) => entity.type === type);
    return rows.length > 0 && table(`names-${type}`, [t.typesPlural[type], t.tables.first, t.tables.count], rows.length, state, send, (limit) => rows.slice(0, limit)
      .map(({ entity, count, first }) => h('tr', {},
        h('td', {}, link(`name-${entity.id}`, first.start, page, [h('span', { class: 'swatch', 'data-type': type }, textNodes(entity.name))])),
        h('td', { class: 'number', title: t.tables.firstHint }, String(paragraphOf(first.start))),
        h('td', { class: 'number' }, String(count)))));
  });
}

/** @param {Annotation[]} rows @param {State} state @param {Send} send @param {Page} page */
function amounts(rows, state, send, page) {
  const t = STRINGS[state.ui.language];
  const sorted = state.wishes.amountOrder === 'value' ? byValue(rows) : rows;
  return [
    sorter('amounts', 'amountOrder', state, send),
    table('amounts', [t.tables.text, t.tables.amount], rows.length, state, send, (limit) => sorted.slice(0, limit).map((row) => valueRow(row, state, page))),
    amountBars(rows, state, page),
  ];
}

/** @param {Annotation[]} rows @param {State} state @param {Send} send @param {Page} page */
function times(rows, state, send, page) {
  const t = STRINGS[state.ui.language];
  const sorted = state.wishes.timeOrder === 'value' ? [...rows].sort((a, b) => from(a) - from(b)) : rows;
  return [
    sorter('times', 'timeOrder', state, send),
    table('times', [t.tables.text, t.tables.when], rows.length, state, send, (limit) => sorted.slice(0, limit).map((row) => valueRow(row, state, page))),
    timeline(rows, state, page),
  ];
}

/** @param {Annotation} row those without a place in time come last */
const from = ({ value }) => timexRange(value?.timex ?? '')?.from ?? Number.MAX_SAFE_INTEGER;

/** @param {Annotation} row @param {State} state @param {Page} page */
function valueRow(row, { ui: { language: ui } }, page) {
  return h('tr', {},
    h('td', {}, link(`value-${row.start}`, row.start, page, [h('span', { class: 'swatch', 'data-type': row.type }, textNodes(row.text))])),
    h('td', { class: 'number' }, valueText(row, { ui, t: STRINGS[ui] })));
}

/** @param {string} id @param {number} start @param {Page} page @param {import('../dom.js').Child[]} children */
const link = (id, start, page, children) => h('button', { id, type: 'button', dir: 'auto', onclick: () => page.show(start) }, children);

/** @param {'amounts' | 'times'} which @param {'amountOrder' | 'timeOrder'} wish @param {State} state @param {Send} send */
function sorter(which, wish, { ui, wishes }, send) {
  const t = STRINGS[ui.language];
  return h('div', { class: 'sorter', role: 'group', 'aria-label': t.tables.order }, /** @type {const} */ (['text', 'value']).map((order) =>
    h('button', { id: `sort-${which}-${order}`, type: 'button', 'aria-pressed': String(wishes[wish] === order),
      onclick: () => send({ type: 'wish', wish: { [wish]: order } }) }, order === 'text' ? t.tables.inText : t.tables.byValue[which])));
}

/**
 * @param {string} id @param {string[]} heads @param {number} count @param {State} state @param {Send} send
 * @param {(limit: number) => HTMLElement[]} rows
 */
function table(id, heads, count, state, send, rows) {
  const t = STRINGS[state.ui.language];
  if (count === 0) return h('p', { class: 'empty' }, t.tables.empty);
  const isWhole = state.paper || state.wishes.whole === id || count <= FIRST_ROWS;
  return [
    h('table', { id: `table-${id}` }, h('thead', {}, h('tr', {}, heads.map((head) => h('th', { scope: 'col' }, head)))),
      h('tbody', {}, rows(isWhole ? count : FIRST_ROWS))),
    !isWhole && h('button', { id: `whole-${id}`, type: 'button', onclick: () => send({ type: 'wish', wish: { whole: id } }) }, t.tables.showAll(count)),
  ].filter((part) => part !== false);
}
