// The reader's own dictionary: wordings that are always of a type, or never a name.

import { h } from '../dom.js';
import { typesOf } from '../model/types.js';
import { STRINGS } from '../strings.js';
import { chooser } from './bar.js';
import { history } from './correct.js';
import { textNodes } from './pieces.js';

/** @param {State} state @param {import('./article.js').Send} send */
export function dictionaryPanel(state, send) {
  const t = STRINGS[state.ui.language];
  const { rows, keep } = state.dictionary;
  const words = h('input', { id: 'words', type: 'text', 'aria-label': t.dictionary.words, placeholder: t.dictionary.words, required: true, autocomplete: 'off', 'data-draft': true });
  const type = chooser('words-type', t.dictionary.kind, [...typesOf('name').map((id) => /** @type {[string, string]} */ ([id, t.types[id]])),
    ['never', t.dictionary.never]], 'organization', () => {});
  type.setAttribute('data-draft', '');
  const add = (/** @type {Event} */ event) => {
    event.preventDefault();
    const text = words.value.trim();
    if (text === '') return;
    const row = { text, type: type.value === 'never' ? null : /** @type {NameType} */ (type.value) };
    words.value = '';
    send({ type: 'words', rows: [...rows.filter((old) => old.text !== text), row] });
  };
  const box = h('input', { id: 'keep', type: 'checkbox', checked: keep, 'aria-describedby': 'keep-why', onchange: () => send({ type: 'dictionary', keep: box.checked }) });
  return [
    h('p', { class: 'hint' }, t.dictionary.about),
    h('form', { class: 'row', onsubmit: add }, words, type, h('button', { id: 'words-add', type: 'submit' }, t.dictionary.add)),
    rows.length === 0 ? h('p', { class: 'empty' }, t.dictionary.empty) : h('ul', { class: 'rows' }, rows.map((row, index) => h('li', {},
      row.type ? h('span', { class: 'swatch', 'data-type': row.type }, textNodes(row.text)) : h('s', {}, textNodes(row.text)),
      h('small', {}, row.type ? t.types[row.type] : t.dictionary.never),
      h('button', { id: `forget-${index}`, type: 'button', class: 'close', 'aria-label': t.dictionary.remove(row.text),
        onclick: () => send({ type: 'words', rows: rows.filter((other) => other !== row) }) }, '×')))),
    history(state, send, '-words'),
    h('label', { class: 'check' }, box, t.dictionary.keep),
    h('p', { id: 'keep-why', class: 'hint' }, t.dictionary.keepWhy),
  ];
}
