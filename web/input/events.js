// Turns what the reader does with keyboard, pointer, clipboard and files into actions.

import { byId } from '../dom.js';
import * as articleView from '../view/article.js';
import * as editor from '../view/editor.js';
import { showTip } from '../view/tip.js';
import { openFiles, openTransfer } from './open.js';
import { onKey } from './keys.js';
import { pick } from './selection.js';

/**
 * @typedef {{state: () => State, send: (action: import('../state.js').Action) => void,
 *   page: {show: (start: number) => void, until: (test: (state: State) => boolean) => Promise<void>}}} Page
 */

/** @param {Page} page */
export function listen(page) {
  listenToEditor(page);
  listenToArticle(page);
  listenToFiles(page);
  document.addEventListener('keydown', (event) => onKey(event, page));
  document.addEventListener('selectionchange', () => pick(page));
}

/** @param {Page} page */
function listenToEditor({ state, send }) {
  const input = /** @type {HTMLTextAreaElement} */ (byId('input'));
  input.addEventListener('input', () => send({ type: 'edit', text: input.value }));
  const follow = () => { if (!state().picked) send({ type: 'select', start: editor.startAtCaret(state()) }); };
  input.addEventListener('keyup', follow);
  input.addEventListener('click', follow);
  input.addEventListener('pointermove', (event) => {
    const start = editor.startUnder(event.clientX, event.clientY);
    showTip(state(), start, start < 0 ? null : new DOMRect(event.clientX, event.clientY - 8, 0, 24));
  });
  input.addEventListener('pointerleave', () => showTip(state(), -1, null));
}

/** @param {Page} page */
function listenToArticle({ state, send }) {
  const article = byId('article');
  const tip = (/** @type {Event} */ event) => {
    const start = articleView.startAt(event.target);
    const mark = start < 0 ? null : /** @type {Element} */ (event.target).closest('mark');
    showTip(state(), isOff(state(), mark) ? -1 : start, mark?.getClientRects()[0] ?? null);
  };
  article.addEventListener('pointerover', tip);
  article.addEventListener('focusin', tip);
  article.addEventListener('focusout', () => showTip(state(), -1, null));
  article.addEventListener('pointerleave', () => showTip(state(), -1, null));
  document.addEventListener('scroll', () => showTip(state(), -1, null), { passive: true });
  article.addEventListener('click', (event) => {
    const start = articleView.startAt(event.target);
    const mark = start < 0 ? null : /** @type {Element} */ (event.target).closest('mark');
    if (start < 0 || isOff(state(), mark) || !getSelection()?.isCollapsed) return;
    send({ type: 'select', start });
    articleView.focusMark(start); // on a small screen the card opens over the lower half
  });
}

/** @param {State} state @param {Element | null} mark */
const isOff = (state, mark) => state.off.includes(/** @type {TypeId} */ (mark?.getAttribute('data-type')));

/** @param {Page} page */
function listenToFiles(page) {
  const input = /** @type {HTMLInputElement} */ (byId('file'));
  input.addEventListener('change', async () => {
    await openFiles([...(input.files ?? [])], page);
    input.value = '';
  });
  const isOurs = (/** @type {DragEvent} */ { target, dataTransfer }) => dataTransfer !== null
    && (dataTransfer.types.includes('Files') || !(target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement)); // words are moved within a field by the field
  document.addEventListener('dragover', (event) => {
    if (!isOurs(event)) return;
    event.preventDefault();
    document.body.classList.add('is-dropping');
  });
  for (const end of ['dragleave', 'dragend', 'drop']) document.addEventListener(end, () => document.body.classList.remove('is-dropping'));
  document.addEventListener('drop', (event) => {
    const transfer = event.dataTransfer;
    if (!transfer || !isOurs(event)) return;
    event.preventDefault();
    if (transfer.files.length > 0) openFiles([...transfer.files], page);
    else openTransfer(transfer, page);
  });
  document.addEventListener('paste', (event) => {
    const { target, clipboardData } = event;
    if (!clipboardData || target instanceof HTMLInputElement) return;
    if (target instanceof HTMLTextAreaElement && !replacesAll(target)) return; // an insertion: the field does it
    if (clipboardData.files.length > 0) openFiles([...clipboardData.files], page);
    else if (!openTransfer(clipboardData, page)) return;
    event.preventDefault();
  });
}

/** @param {HTMLTextAreaElement} field */
const replacesAll = ({ value, selectionStart, selectionEnd }) => value === '' || (selectionStart === 0 && selectionEnd === value.length);
