// The dialogs: saving (save.js), the keyboard, and what Lupe is and how to check that it keeps to itself.

import { byId, h, replace } from '../dom.js';
import { STRINGS } from '../strings.js';
import { saving } from './save.js';

/** @typedef {import('./article.js').Send} Send */
/** @typedef {import('../strings.js').Strings} Strings */

/** @param {State} state */
export const needs = (state) => [state.dialog, state.wishes.format, state.ui.language];

/** @param {State} state @param {Send} send */
export function draw(state, send) {
  const dialog = /** @type {HTMLDialogElement} */ (byId('dialog'));
  const leave = () => send({ type: 'dialog', dialog: '' });
  // The state knows at once that a dialog is closed: the event that tells of it comes later, when another may be open.
  dialog.oncancel = (event) => { event.preventDefault(); leave(); };
  dialog.onclose = () => { if (!dialog.open) leave(); };
  if (state.dialog === '') { if (dialog.open) dialog.close(); return; }
  const t = STRINGS[state.ui.language];
  const [title, content] = { about, keys, save: () => /** @type {[string, import('../dom.js').Child]} */ ([t.exports.title, saving(state, send)]) }[state.dialog](t);
  dialog.setAttribute('aria-labelledby', 'dialog-title');
  replace(dialog, h('div', { class: 'head' }, h('h2', { id: 'dialog-title' }, title),
    h('button', { id: 'dialog-close', type: 'button', class: 'close', 'aria-label': t.close, onclick: leave }, '×')), content);
  if (!dialog.open) dialog.showModal();
}

/** @param {Strings} t @returns {[string, import('../dom.js').Child]} */
const about = (t) => [t.about, [
  h('p', {}, t.aboutText.what), h('p', {}, t.aboutText.limits),
  h('p', { class: 'trust' }, h('strong', {}, t.aboutText.trust)), h('p', {}, t.aboutText.check),
  h('dl', {}, h('dt', {}, t.aboutText.version), h('dd', {}, LUPE_VERSION), h('dt', {}, t.aboutText.sources),
    h('dd', { lang: 'en' }, h('ul', {}, h('li', {}, 'Lupe: Apache-2.0'), LUPE_CONTENTS.components.map(contents)))),
  h('details', {}, h('summary', {}, t.aboutText.licences), h('pre', { lang: 'en', tabindex: 0 }, LUPE_CONTENTS.texts))]];

/** A part of the page and its licence. @param {typeof LUPE_CONTENTS.components[number]} part */
const contents = ({ name, version = '', licence, from }) =>
  h('li', {}, `${name} ${version}`.trim(), `: ${licence}`, from ? h('ul', {}, from.map((source) => h('li', {}, source))) : null);

/** @param {Strings} t @returns {[string, import('../dom.js').Child]} */
const keys = (t) => [t.keys, h('dl', { class: 'keys' }, t.keysText.map(([key, words]) => [h('dt', {}, h('kbd', {}, key)), h('dd', {}, words)]))];
