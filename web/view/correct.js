// What the reader can say about a mention or about selected words: another type, nothing, the same thing as, someone else.

import { h } from '../dom.js';
import { effective, entityKey } from '../model/effective.js';
import { familyOf, TYPES } from '../model/types.js';
import { currentArticle } from '../state.js';
import { STRINGS } from '../strings.js';
import { button } from './bar.js';
import { textNodes } from './pieces.js';

/** @typedef {import('./article.js').Send} Send */
/** @typedef {import('../strings.js').Strings} Strings */

/** Whether a change is meant for this place only or for all places with these words; kept while the page is open. */
let isEverywhere = false;

/** @param {State} state @param {Annotation} annotation @param {Entity[]} entities @param {Send} send */
export function correctMention(state, annotation, entities, send) {
  const t = STRINGS[state.ui.language];
  return h('details', { id: 'correct', open: wasOpen, ontoggle: (/** @type {Event} */ event) => {
    wasOpen = /** @type {HTMLDetailsElement} */ (event.currentTarget).open;
  } },
  h('summary', { id: 'correct-summary' }, t.correct.title),
  scope(t),
  typeButtons(annotation.type, t, (type) => send(retype(annotation, type))),
  button('remove', t.correct.remove, () => send(removal(annotation))),
  familyOf(annotation.type) === 'name' && entityControls(annotation, entities, t, send),
  always(annotation, t, state, send),
  history(state, send));
}

let wasOpen = false;

/** @param {State} state @param {Span} span @param {Send} send */
export function correctPick(state, span, send) {
  const t = STRINGS[state.ui.language];
  const text = currentArticle(state).text.slice(span.start, span.end);
  const short = text.length > 60 ? `${text.slice(0, 57)}…` : text;
  return h('div', { id: 'pick', role: 'group', 'aria-labelledby': 'pick-title' },
    h('p', { id: 'pick-title', dir: 'auto' }, textNodes(t.correct.markSelection(short))),
    scope(t),
    typeButtons(undefined, t, (type) => send(retype({ ...span, text }, type))),
    history(state, send));
}

/** @param {Strings} t */
function scope(t) {
  const box = h('input', { id: 'everywhere', type: 'checkbox', checked: isEverywhere, onchange: () => { isEverywhere = box.checked; } });
  return h('label', { class: 'check' }, box, t.correct.every);
}

/** @param {TypeId | undefined} current @param {Strings} t @param {(type: TypeId) => void} choose */
function typeButtons(current, t, choose) {
  return h('div', { class: 'types', role: 'group', 'aria-label': t.correct.type }, TYPES.map(({ id }) =>
    h('button', { id: `type-${id}`, type: 'button', 'aria-pressed': current && String(current === id), onclick: () => choose(id) },
      h('span', { class: 'swatch', 'data-type': id }, t.types[id]))));
}

/** @param {Span & {text: string}} where @param {TypeId} type @returns {import('../state.js').Action} */
export function retype({ start, end, text }, type) {
  return { type: 'correct', corrections: [isEverywhere ? { kind: 'all', text, type } : { kind: 'set', start, end, text, type }] };
}

/** @param {Span & {text: string}} where @returns {import('../state.js').Action} */
export function removal({ start, end, text }) {
  return { type: 'correct', corrections: [isEverywhere ? { kind: 'all', text, type: null } : { kind: 'remove', start, end, text }] };
}

/** @param {Annotation} annotation @param {Entity[]} entities @param {Strings} t @param {Send} send */
function entityControls(annotation, entities, t, send) {
  const own = entities[/** @type {number} */ (annotation.entity)];
  const others = entities.filter((entity) => entity !== own).sort((a, b) => a.name.localeCompare(b.name));
  const select = h('select', { id: 'merge-with', 'aria-label': t.correct.mergeWith },
    others.map((entity) => h('option', { value: entityKey(entity) }, entity.name)));
  const { start, end, text } = annotation;
  return h('div', { class: 'entity' },
    others.length > 0 && h('div', { class: 'row' }, h('label', { for: 'merge-with' }, t.correct.mergeWith), select,
      button('merge', t.correct.merge, () => send({ type: 'correct', corrections: [{ kind: 'merge', from: entityKey(own), into: select.value }] }))),
    own.mentions.length > 1 && button('split', t.correct.split, () => send({ type: 'correct', corrections: [{ kind: 'split', start, end, text }] })));
}

/** @param {Annotation} annotation @param {Strings} t @param {State} state @param {Send} send rows of the reader's own dictionary */
function always({ text, type }, t, state, send) {
  const add = (/** @type {TypeId | null} */ wish) => () => send({ type: 'dictionary',
    rows: [...state.dictionary.rows.filter((row) => row.text !== text), { text, type: wish }] });
  return h('div', { class: 'row' }, h('span', {}, `${t.dictionary.tab}:`), button('always', t.correct.always, add(type)), button('never', t.correct.never, add(null)));
}

/** @param {State} state @param {Send} send */
export function history(state, send) {
  const t = STRINGS[state.ui.language];
  const { past, future } = currentArticle(state);
  const undo = button('undo', t.correct.undo, () => send({ type: 'undo' }));
  undo.disabled = past.length === 0;
  const redo = button('redo', t.correct.redo, () => send({ type: 'redo' }));
  redo.disabled = future.length === 0;
  return h('div', { class: 'row' }, undo, redo);
}

/** @param {State} state @param {TypeId} type @returns {import('../state.js').Action | null} what a type's key does */
export function keyCorrection(state, type) {
  const article = currentArticle(state);
  if (state.picked) return retype({ ...state.picked, text: article.text.slice(state.picked.start, state.picked.end) }, type);
  const annotation = effective(article, state.dictionary.rows).annotations.find((a) => a.start === state.selected);
  return annotation ? retype(annotation, type) : null;
}
