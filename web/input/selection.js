// What the reader has selected in the article or the editor, so that it can be given a type.

import { byId } from '../dom.js';
import * as articleView from '../view/article.js';
import * as editor from '../view/editor.js';

/** @typedef {import('./events.js').Page} Page */

/** Brings the selection into the state. @param {Page} page */
export function pick({ state, send }) {
  const active = document.activeElement;
  if (state().mode === 'edit') {
    if (active === byId('input')) send({ type: 'pick', span: editor.selectedSpan() });
  } else if (active === document.body || byId('article').contains(active) || !getSelection()?.isCollapsed) {
    const span = articleView.selectedSpan();
    // A click into the panel empties the selection; what was picked stays until the reader selects or opens something else.
    if (span || byId('article').contains(active)) send({ type: 'pick', span });
  }
}
