// The editor: a plain text field, with the highlights drawn behind it while one types.

import { byId, h } from '../dom.js';
import { effective } from '../model/effective.js';
import { annotationOver } from '../model/mentions.js';
import { currentArticle } from '../state.js';
import { STRINGS } from '../strings.js';
import { fillLine, Lines, lines } from './pieces.js';

/** Longer texts are edited without highlights: drawing the field itself takes its time then. */
const HIGHLIGHT_LIMIT = 200_000;

/** @type {Lines | undefined} */
let drawn;
let currentText = '';

/** @param {State} state */
export const needs = (state) => [currentArticle(state), state.mode, state.off, state.ui.language];

/** @param {State} state */
export function draw(state) {
  const root = byId('editor');
  root.hidden = state.mode !== 'edit';
  if (root.hidden) return;
  const article = currentArticle(state);
  const t = STRINGS[state.ui.language];
  const input = field();
  input.placeholder = t.placeholder;
  input.setAttribute('aria-label', t.textLabel);
  const plain = article.text.replace(/\r\n?/g, '\n');
  if (input.value !== plain) input.value = plain;
  const isLong = article.text.length > HIGHLIGHT_LIMIT;
  root.classList.toggle('is-long', isLong);
  // Offsets of a text with CR are those of another text than the field shows: its marks wait for the first edit.
  const isSame = plain === article.text;
  drawBackdrop(isLong ? '' : plain, isLong || !isSame ? [] : effective(article).annotations);
  byId('backdrop').dataset.off = state.off.join(' ');
}

const field = () => /** @type {HTMLTextAreaElement} */ (byId('input'));

/** @param {string} text @param {Annotation[]} annotations */
function drawBackdrop(text, annotations) {
  currentText = text;
  drawn ??= new Lines(byId('backdrop'), () => h('div', {}), (element, line, marks) => {
    fillLine(element, currentText, line, marks, ({ type, confidence }, offset) => h('mark', { 'data-type': type, 'data-offset': offset, 'data-confidence': confidence }));
    if (line.start === line.end) element.append(h('br'));
  });
  drawn.update(text, lines(text), annotations, () => '');
}

/** @param {State} state @returns {number} start of the annotation at the text cursor, or -1 */
export function startAtCaret(state) {
  const { selectionStart, selectionEnd } = field();
  if (selectionStart !== selectionEnd) return -1;
  return annotationOver(effective(currentArticle(state)).annotations, selectionStart)?.start ?? -1;
}

/** @returns {Span | null} the words that are selected in the field */
export function selectedSpan() {
  const { value, selectionStart, selectionEnd } = field();
  const text = value.slice(selectionStart, selectionEnd);
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.includes('\n')) return null;
  const start = selectionStart + text.indexOf(trimmed);
  return { start, end: start + trimmed.length };
}

/** @param {number} x @param {number} y @returns {number} start of the annotation whose mark lies under the field there, or -1 */
export function startUnder(x, y) {
  const mark = document.elementsFromPoint(x, y).find((element) => element.localName === 'mark');
  const line = mark?.parentElement;
  if (!mark || !line || !drawn) return -1;
  const start = drawn.startOf(line);
  return start < 0 ? -1 : start + Number(mark.getAttribute('data-offset'));
}
