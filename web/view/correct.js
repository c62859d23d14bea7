// What the reader can say about a mention or about selected words: another type, nothing, the same thing as, someone else.

import { byId, h } from '../dom.js';
import { effective, entityKey } from '../model/effective.js';
import { familyOf, TYPES, typesOf } from '../model/types.js';
import { currentArticle } from '../state.js';
import { STRINGS } from '../strings.js';
import { button } from './bar.js';
import { textNodes } from './pieces.js';

/** @typedef {import('./article.js').Send} Send */
/** @typedef {import('../strings.js').Strings} Strings */
/** @typedef {{show: (start: number) => void, valueOf: (words: string, type: TypeId) => Promise<Value | undefined>}} Page */

/** @param {State} state @param {Annotation} annotation @param {Entity[]} entities @param {Send} send @param {Page} page */
export function correctMention(state, annotation, entities, send, page) {
  const t = STRINGS[state.ui.language];
  const isName = familyOf(annotation.type) === 'name';
  return h('details', { id: 'correct', open: state.wishes.correcting, ontoggle: (/** @type {Event} */ event) => {
    const { open } = /** @type {HTMLDetailsElement} */ (event.currentTarget);
    if (open === state.wishes.correcting) return;
    send({ type: 'wish', wish: { correcting: open } });
    if (open) byId('correct').scrollIntoView({ block: 'nearest' }); // what opened is seen, in a small card, too
  } },
  h('summary', { id: 'correct-summary' }, t.correct.title),
  h('div', { class: 'stack' }, scope(state, send),
    typeButtons(annotation.type, t, (type) => send(retype(state, annotation, type))),
    !isName && valueForm(state, annotation, send, page),
    button('remove', t.correct.remove, () => send(removal(state, annotation))),
    isName && entityControls(annotation, entities, t, send),
    isName && always(annotation, t, state, send),
    history(state, send)));
}

/** @param {State} state @param {Span} span @param {Send} send @param {Page} page */
export function correctPick(state, span, send, page) {
  const t = STRINGS[state.ui.language];
  const text = currentArticle(state).text.slice(span.start, span.end);
  const short = text.length > 60 ? `${text.slice(0, 57)}…` : text;
  return h('div', { id: 'pick', class: 'stack', role: 'group', 'aria-labelledby': 'pick-title' },
    h('p', { id: 'pick-title', dir: 'auto' }, textNodes(t.correct.markSelection(short))),
    scope(state, send),
    typeButtons(undefined, t, (type) => {
      send(retype(state, { ...span, text }, type));
      if (state.mode === 'read') page.show(span.start); // its card is where its value can be said
    }),
    history(state, send));
}

/** @param {State} state @param {Send} send */
function scope({ ui, wishes }, send) {
  const box = h('input', { id: 'everywhere', type: 'checkbox', checked: wishes.everywhere, onchange: () => send({ type: 'wish', wish: { everywhere: box.checked } }) });
  return h('label', { class: 'check' }, box, STRINGS[ui.language].correct.every);
}

/** @param {TypeId | undefined} current @param {Strings} t @param {(type: TypeId) => void} choose */
function typeButtons(current, t, choose) {
  return h('div', { class: 'types', role: 'group', 'aria-label': t.correct.type }, TYPES.map(({ id }) =>
    h('button', { id: `type-${id}`, type: 'button', 'aria-pressed': current && String(current === id), onclick: () => choose(id) },
      h('span', { class: 'swatch', 'data-type': id }, t.types[id]))));
}

/** @typedef {Span & {text: string}} Place */

/** @param {State} state @param {Place} where @param {TypeId} type @param {Value} [value] @returns {import('../state.js').Action} */
export function retype({ wishes }, { start, end, text }, type, value) {
  const what = { text, type, ...value && { value } };
  return { type: 'correct', corrections: [wishes.everywhere ? { kind: 'all', ...what } : { kind: 'set', start, end, ...what }] };
}

/** @param {State} state @param {Place} where @returns {import('../state.js').Action} */
export function removal({ wishes }, { start, end, text }) {
  return { type: 'correct', corrections: [wishes.everywhere ? { kind: 'all', text, type: null } : { kind: 'remove', start, end, text }] };
}

/** The reader writes the value as an article would; the analyzer reads it. @param {State} state @param {Annotation} annotation @param {Send} send @param {Page} page */
function valueForm(state, annotation, send, page) {
  const t = STRINGS[state.ui.language];
  const input = h('input', { id: 'value', 'data-draft': annotation.start, type: 'text', required: true, autocomplete: 'off', placeholder: t.correct.valueExamples[annotation.type],
    oninput: () => input.setCustomValidity('') });
  const apply = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const value = await page.valueOf(input.value, annotation.type);
    if (value) { input.value = ''; send(retype(state, annotation, annotation.type, value)); return; }
    input.setCustomValidity(t.correct.valueUnclear(t.correct.valueExamples[annotation.type]));
    input.reportValidity();
  };
  return h('form', { class: 'row', onsubmit: apply }, h('label', { for: 'value' }, t.correct.value), input, h('button', { id: 'value-set', type: 'submit' }, t.correct.apply));
}

/** @param {Annotation} annotation @param {Entity[]} entities @param {Strings} t @param {Send} send */
function entityControls(annotation, entities, t, send) {
  const own = entities[/** @type {number} */ (annotation.entity)];
  const others = entities.filter((entity) => entity !== own).sort((a, b) => a.name.localeCompare(b.name));
  const types = [annotation.type, ...typesOf('name').filter((type) => type !== annotation.type)];
  const select = h('select', { id: 'merge-with', 'data-draft': annotation.start, 'aria-label': t.correct.mergeWith },
    types.map((type) => ({ type, own: others.filter((entity) => entity.type === type) })).filter(({ own: { length } }) => length > 0)
      .map(({ type, own: group }) => h('optgroup', { label: t.typesPlural[type] }, group.map((entity) => h('option', { value: entityKey(entity) }, entity.name)))));
  const { start, end, text } = annotation;
  return h('div', { class: 'entity' },
    others.length > 0 && h('div', { class: 'row' }, h('label', { for: 'merge-with' }, t.correct.mergeWith), select,
      button('merge', t.correct.merge, () => send({ type: 'correct', corrections: [{ kind: 'merge', from: entityKey(own), into: select.value }] }))),
    own.mentions.length > 1 && button('split', t.correct.split, () => send({ type: 'correct', corrections: [{ kind: 'split', start, end, text }] })));
}

/** @param {Annotation} annotation @param {Strings} t @param {State} state @param {Send} send rows of the reader's own dictionary */
function always({ text, type }, t, state, send) {
  const add = (/** @type {NameType | null} */ wish) => () => send({ type: 'words',
    rows: [...state.dictionary.rows.filter((row) => row.text !== text), { text, type: wish }] });
  return h('div', { class: 'row' }, h('span', {}, `${t.dictionary.tab}:`), button('always', t.correct.always(t.types[type]), add(/** @type {NameType} */ (type))), button('never', t.correct.never, add(null)));
}

/** @param {State} state @param {Send} send @param {string} [place] tells the buttons of two places apart */
export function history(state, send, place = '') {
  const t = STRINGS[state.ui.language];
  const { past, future } = currentArticle(state);
  const undo = button(`undo${place}`, t.correct.undo, () => send({ type: 'undo' }));
  undo.disabled = past.length === 0;
  const redo = button(`redo${place}`, t.correct.redo, () => send({ type: 'redo' }));
  redo.disabled = future.length === 0;
  return h('div', { class: 'row' }, undo, redo);
}

/** @param {State} state @param {TypeId} type @returns {import('../state.js').Action | null} what a type's key does */
export function keyCorrection(state, type) {
  const article = currentArticle(state);
  if (state.picked) return retype(state, { ...state.picked, text: article.text.slice(state.picked.start, state.picked.end) }, type);
  const annotation = effective(article).annotations.find((a) => a.start === state.selected);
  return annotation ? retype(state, annotation, type) : null;
}
