// One line about what just happened or went wrong; it stays until it is dismissed or replaced.

import { byId, h, replace } from '../dom.js';
import { STRINGS } from '../strings.js';

/** @param {State} state */
export const needs = (state) => [state.notice, state.ui.language];

/** @param {State} state @param {import('./article.js').Send} send */
export function draw(state, send) {
  const t = STRINGS[state.ui.language];
  const { notice } = state;
  replace(byId('notice'), notice && [h('span', { id: `notice-${notice.id}` }, t.notices[notice.id](notice.detail)),
    h('button', { id: 'dismiss', type: 'button', class: 'close', 'aria-label': t.close, onclick: () => send({ type: 'dismiss' }) }, '×')]);
}
