// The article as one reads it: paragraphs with marks that can be reached, opened and walked by mouse and keyboard.

import { bringIntoView, byId, h } from '../dom.js';
import { effective } from '../model/effective.js';
import { headingTest } from '../model/headings.js';
import { mentionsLike } from '../model/mentions.js';
import { currentArticle } from '../state.js';
import { STRINGS } from '../strings.js';
import { fillLine, Lines, lines } from './pieces.js';

/** @typedef {(action: import('../state.js').Action) => void} Send */

/** @type {Lines | undefined} */
let drawn;
/** What lines and marks are drawn from; set by draw(). */
let current = { text: '', isHeading: /** @type {(line: Span) => boolean} */ (() => false), labels: STRINGS.de.labels };
/** Starts of the mention that is open and of all that are like it. */
let chosen = { selected: -1, like: /** @type {ReadonlySet<number>} */ (new Set()) };
/** @type {HTMLElement[]} marks that show it */
let lit = [];

/** @param {State} state */
export const needs = (state) => [currentArticle(state), state.mode, state.off, state.selected, state.ui.language];

/** @param {State} state */
export function draw(state) {
  const root = byId('article');
  root.hidden = state.mode !== 'read';
  if (root.hidden) return;
  const article = currentArticle(state);
  const { annotations, entities } = effective(article);
  const t = STRINGS[state.ui.language];
  drawLines(root, article, annotations, t, state.ui.language);
  root.setAttribute('aria-label', t.articleLabel);
  root.setAttribute('lang', article.result?.language ?? '');
  root.dataset.off = state.off.join(' ');
  light(annotations, entities, state.selected);
}

/** @param {HTMLElement} root @param {Article} article @param {Annotation[]} annotations @param {import('../strings.js').Strings} t @param {string} ui */
function drawLines(root, article, annotations, t, ui) {
  const { text } = article;
  const isHeading = headingTest(text, article.headings);
  current = { text, isHeading, labels: t.labels };
  drawn ??= new Lines(root, (line) => h(current.isHeading(line) ? 'h2' : 'p', { dir: 'auto' }),
    (element, line, marks) => fillLine(element, current.text, line, marks, (annotation, offset) => drawMark(annotation, offset, line)));
  const spans = lines(text).filter((line) => /\S/.test(text.slice(line.start, line.end)));
  drawn.update(text, spans, annotations, (line) => `${ui}${isHeading(line) ? '#' : ''}`);
}

/** @param {Annotation} annotation @param {number} offset in its line @param {Span} line */
function drawMark({ type, confidence }, offset, line) {
  const mark = h('mark', { 'data-type': type, 'data-label': current.labels[type], 'data-offset': offset, 'data-confidence': confidence, role: 'button', tabindex: -1 });
  const start = line.start + offset;
  if (chosen.like.has(start)) lightUp(mark, start);
  return mark;
}

/** @param {HTMLElement} mark @param {number} start */
function lightUp(mark, start) {
  mark.classList.add(start === chosen.selected ? 'is-selected' : 'is-same');
  lit.push(mark);
}

/** @param {Annotation[]} annotations @param {Entity[]} entities @param {number} selected */
function light(annotations, entities, selected) {
  for (const mark of lit) {
    mark.classList.remove('is-selected', 'is-same');
    mark.removeAttribute('aria-expanded');
    mark.tabIndex = -1;
  }
  lit = [];
  chosen = { selected, like: new Set(mentionsLike(annotations, entities, selected).map(({ start }) => start)) };
  for (const start of chosen.like) {
    const mark = drawn?.lineAt(start)?.isFilled ? markAt(start) : null;
    if (mark) lightUp(mark, start);
  }
  // One stop for the tab key; letters walk from there.
  const stop = selected >= 0 ? markAt(selected) : byId('article').querySelector('mark');
  if (!(stop instanceof HTMLElement)) return;
  stop.tabIndex = 0;
  if (selected >= 0) stop.setAttribute('aria-expanded', 'true');
  lit.push(stop);
}

/** @param {number} start of an annotation @returns {HTMLElement | null} its mark; drawn now if it was not */
function markAt(start) {
  const entry = drawn?.lineAt(start);
  if (!drawn || !entry) return null;
  drawn.fillNow(entry);
  return entry.element.querySelector(`mark[data-offset="${start - entry.line.start}"]`);
}

/** @param {number} start of an annotation */
export function focusMark(start) {
  const mark = markAt(start);
  if (!mark) return;
  mark.focus({ preventScroll: true });
  bringIntoView(mark, { block: 'nearest' });
}

/** @param {EventTarget | null} target @returns {number} start of the annotation whose mark this is in, or -1 */
export function startAt(target) {
  const mark = target instanceof Element ? target.closest('#article mark') : null;
  const line = mark?.parentElement;
  if (!line || !drawn) return -1;
  return drawn.startOf(line) + Number(/** @type {HTMLElement} */ (mark).dataset.offset);
}

/** @returns {Span | null} what is selected in the article, in units of its text */
export function selectedSpan() {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !drawn || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = offsetOf(range.startContainer, range.startOffset);
  const end = offsetOf(range.endContainer, range.endOffset);
  if (start < 0 || end <= start) return null;
  const text = current.text.slice(start, end);
  const trimmed = text.trim();
  const from = start + text.indexOf(trimmed);
  return trimmed === '' || /[\r\n]/.test(trimmed) ? null : { start: from, end: from + trimmed.length };
}

/** @param {Node} node @param {number} inside @returns {number} the place in the text, or -1 outside of any line */
function offsetOf(node, inside) {
  const element = node instanceof Element ? node : node.parentElement;
  const line = element?.closest('#article > *');
  if (!line) return -1;
  let offset = /** @type {Lines} */ (drawn).startOf(line);
  const range = document.createRange();
  range.selectNodeContents(line);
  range.setEnd(node, inside);
  offset += range.toString().length;
  for (const badge of range.cloneContents().querySelectorAll('.badge')) offset += Number(badge.getAttribute('data-length'));
  return offset;
}
