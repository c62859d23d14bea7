// The legend: what each highlight means, how many there are, and which are shown.

import { byId, h, replace } from '../dom.js';
import { effective } from '../model/effective.js';
import { TYPES, typesOf } from '../model/types.js';
import { currentArticle } from '../state.js';
import { STRINGS } from '../strings.js';

/** @param {State} state */
export const needs = (state) => [currentArticle(state), state.off, state.ui.language];

/** @param {State} state @param {import('./article.js').Send} send */
export function draw(state, send) {
  const t = STRINGS[state.ui.language];
  const article = currentArticle(state);
  byId('panel').hidden = article.text === '';
  byId('panel').setAttribute('aria-label', t.panelLabel);
  if (article.text === '') return;
  const counts = countByType(effective(article).annotations);
  const families = /** @type {const} */ (['name', 'amount', 'time']).map((family) => {
    const found = typesOf(family).filter((type) => counts.has(type));
    const total = found.reduce((sum, type) => sum + (counts.get(type) ?? 0), 0);
    return h('div', { class: 'family', role: 'group', 'aria-label': t.families[family] },
      toggle(`family-${family}`, `${t.families[family]}`, total, typesOf(family), state, send, ''),
      h('div', {}, found.map((type) => toggle(`legend-${type}`, t.typesPlural[type], counts.get(type) ?? 0, [type], state, send, type))));
  });
  replace(byId('legend'), families);
}

/** @param {Annotation[]} annotations */
function countByType(annotations) {
  /** @type {Map<TypeId, number>} */
  const counts = new Map();
  for (const { id } of TYPES) {
    const n = annotations.filter((annotation) => annotation.type === id).length;
    if (n > 0) counts.set(id, n);
  }
  return counts;
}

/**
 * @param {string} id @param {string} label @param {number} count @param {TypeId[]} types @param {State} state
 * @param {import('./article.js').Send} send @param {TypeId | ''} type
 */
function toggle(id, label, count, types, state, send, type) {
  const isOn = types.some((one) => !state.off.includes(one));
  return h('button', { id, type: 'button', class: type ? 'key' : 'key is-family', 'aria-pressed': String(isOn), disabled: count === 0,
    title: STRINGS[state.ui.language].legendHint, onclick: () => send({ type: 'toggle', types }) },
  h('span', { class: 'swatch', 'data-type': type }, label), h('span', { class: 'count' }, String(count)));
}
