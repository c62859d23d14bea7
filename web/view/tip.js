// The small tip beside a mark under the pointer or the focus: its type and its value in words. What is open has its card.

import { byId, h, replace } from '../dom.js';
import { effective } from '../model/effective.js';
import { annotationAt } from '../model/mentions.js';
import { valueText } from '../model/values.js';
import { currentArticle } from '../state.js';
import { STRINGS } from '../strings.js';

/** @param {State} state what it was beside may be gone with these */
export const needs = (state) => [state.mode, state.current, state.selected, state.picked];

export function draw() {
  byId('tip').hidden = true;
}

/** @param {State} state @param {number} start of an annotation, or -1 to hide the tip @param {DOMRect | null} at where its mark is */
export function showTip(state, start, at) {
  const tip = byId('tip');
  const annotation = start < 0 || !at || start === state.selected ? undefined : annotationAt(effective(currentArticle(state)).annotations, start);
  tip.hidden = !annotation;
  if (!annotation || !at) return;
  const ui = state.ui.language;
  const t = STRINGS[ui];
  const value = valueText(annotation, { ui, t });
  const confidence = annotation.confidence === 'certain' ? '' : t.confidences[annotation.confidence];
  replace(tip, h('span', { class: 'swatch', 'data-type': annotation.type }, t.types[annotation.type]),
    value && h('b', {}, value), confidence && h('small', {}, confidence));
  const box = tip.getBoundingClientRect();
  const left = Math.min(Math.max(8, at.left), document.documentElement.clientWidth - box.width - 8);
  const below = at.bottom + 6;
  const top = below + box.height > innerHeight ? at.top - box.height - 6 : below;
  tip.style.left = `${Math.max(8, left)}px`;
  tip.style.top = `${Math.max(4, top)}px`;
}
