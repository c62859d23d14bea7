// The last line of the page: that it keeps everything to itself, and where it says how to check that.

import { byId, replace } from '../dom.js';
import { STRINGS } from '../strings.js';
import { button } from './bar.js';

/** @param {State} state */
export const needs = (state) => [state.ui.language];

/** @param {State} state @param {import('./article.js').Send} send */
export function draw(state, send) {
  const t = STRINGS[state.ui.language];
  replace(byId('foot'), t.private, button('check', t.privateCheck, () => send({ type: 'dialog', dialog: 'about' })));
}
