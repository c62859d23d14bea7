// The keys of the page; the dialog "keys" lists them.

import { byId } from '../dom.js';
import { effective } from '../model/effective.js';
import { mentionsLike, neighbour } from '../model/mentions.js';
import { TYPES } from '../model/types.js';
import { currentArticle } from '../state.js';
import { startAt } from '../view/article.js';
import { keyCorrection, removal } from '../view/correct.js';
import { pick } from './selection.js';

/** @typedef {import('./events.js').Page} Page */

/** @param {KeyboardEvent} event @param {Page} page */
export function onKey(event, page) {
  const { state, send } = page;
  // The element is asked, not the state: that hears of a closing only with the next event, after a quick key.
  if (/** @type {HTMLDialogElement} */ (byId('dialog')).open) return;
  if (event.target === byId('input')) {
    if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) read(event, page);
    return;
  }
  if (event.altKey || isField(event.target)) return;
  const act = event.ctrlKey || event.metaKey ? chords[chordOf(event)] : keys[event.key] ?? (/^[1-9]$/.test(event.key) ? setType : undefined);
  if (act?.(event, page)) event.preventDefault();
  else if (event.key === 'Escape' && state().picked) send({ type: 'pick', span: null });
}

/** @param {EventTarget | null} target */
const isField = (target) => target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;

/** @param {KeyboardEvent} event @param {Page} page */
function read(event, { state, send }) {
  if (currentArticle(state()).text === '') return;
  event.preventDefault();
  send({ type: 'mode', mode: 'read' });
  byId('article').focus();
}

/** Each says whether it did something. @type {Record<string, (event: KeyboardEvent, page: Page) => boolean>} */
const keys = {
  n: (_, page) => walk(page, 1, true),
  p: (_, page) => walk(page, -1, true),
  j: (_, page) => walk(page, 1, false),
  k: (_, page) => walk(page, -1, false),
  Enter: open,
  ' ': open,
  Escape: (_, { state, send }) => {
    if (state().selected < 0) return false;
    send({ type: 'select', start: -1 });
    return true;
  },
  e: (_, { state, send }) => {
    if (state().mode === 'edit') return false;
    send({ type: 'mode', mode: 'edit' });
    byId('input').focus();
    return true;
  },
  z: (_, { send }) => { send({ type: 'undo' }); return true; },
  y: (_, { send }) => { send({ type: 'redo' }); return true; },
  Delete: (_, { state, send }) => {
    const annotation = annotations(state()).find((one) => one.start === state().selected);
    if (annotation) send(removal(state(), annotation));
    return annotation !== undefined;
  },
  '?': (_, { send }) => { send({ type: 'dialog', dialog: 'keys' }); return true; },
};

/** With the control key, as everywhere; in a field it is the field's own. @type {typeof keys} */
const chords = { z: keys.z, y: keys.y, 'shift z': keys.y };

/** @param {KeyboardEvent} event */
const chordOf = ({ key, shiftKey }) => `${shiftKey ? 'shift ' : ''}${key.toLowerCase()}`;

/** @param {State} state those that the legend shows */
const annotations = (state) => effective(currentArticle(state)).annotations.filter((one) => !state.off.includes(one.type));

/** @param {Page} page @param {1 | -1} step @param {boolean} isSame walk the mentions of one thing, or all highlights */
function walk({ state, page }, step, isSame) {
  const current = state();
  const all = annotations(current);
  const from = current.selected >= 0 ? current.selected : startAt(document.activeElement);
  const { entities, annotations: every } = effective(currentArticle(current));
  const list = isSame && from >= 0 ? mentionsLike(every, entities, from) : all;
  const next = neighbour(list, from, step);
  if (next) page.show(next.start);
  return next !== undefined;
}

/** @param {KeyboardEvent} event @param {Page} page */
function open(event, { send }) {
  const start = startAt(event.target);
  if (start >= 0) send({ type: 'select', start });
  return start >= 0;
}

/** @param {KeyboardEvent} event @param {Page} page the digit counts through the types in the order of the legend */
function setType(event, page) {
  const { state, send } = page;
  pick(page); // the event that tells of a selection comes later than a quick key
  const { picked, mode } = state();
  const action = keyCorrection(state(), TYPES[Number(event.key) - 1].id);
  if (action) send(action);
  if (action && picked && mode === 'read') page.page.show(picked.start);
  return action !== null;
}
