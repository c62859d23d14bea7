// The article as one reads it: paragraphs with marks that can be reached, opened and walked by mouse and keyboard.

import { byId, h } from '../dom.js';
import { effective } from '../model/effective.js';
import { headingTest } from '../model/headings.js';
import { mentionsLike } from '../model/mentions.js';
import { currentArticle } from '../state.js';
import { STRINGS } from '../strings.js';
import { fillLine, Lines, lines } from './pieces.js';

/** @typedef {(action: import('../state.js').Action) => void} Send */

/** @type {Lines | undefined} */
let drawn;
/** Elements of the marks by the start of their annotation. @type {Map<number, HTMLElement>} */
let marks = new Map();
/** @type {HTMLElement[]} marks that are shown as selected or as the same thing */
let lit = [];
/** What drawLine() draws from; set by draw(). */
let current = { text: '', isHeading: /** @type {(line: Span) => boolean} */ (() => false), labels: STRINGS.de.labels };

/** @param {State} state */
export const needs = (state) => [currentArticle(state), state.dictionary.rows, state.mode, state.off, state.selected, state.ui.language];

/** @param {State} state */
export function draw(state) {
  const root = byId('article');
  root.hidden = state.mode !== 'read';
  if (root.hidden) return;
  const article = currentArticle(state);
  const { annotations, entities } = effective(article, state.dictionary.rows);
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
  drawn ??= new Lines(root, drawLine);
  const spans = lines(text).filter((line) => /\S/.test(text.slice(line.start, line.end)));
  drawn.update(text, spans, annotations, (line) => `${ui}${isHeading(line) ? '#' : ''}`);
  marks = new Map();
  for (const { element, start } of drawn.drawn) {
    for (const mark of element.querySelectorAll('mark')) {
      const at = start + Number(mark.dataset.offset);
      if (!marks.has(at)) marks.set(at, mark);
    }
  }
}

/** @param {Span} line @param {Annotation[]} annotations */
function drawLine(line, annotations) {
  const element = h(current.isHeading(line) ? 'h2' : 'p', { dir: 'auto' });
  fillLine(element, current.text, line, annotations, (annotation, offset) => h('mark', {
    'data-type': annotation.type, 'data-label': current.labels[annotation.type], 'data-offset': offset,
    'data-confidence': annotation.confidence, role: 'button', tabindex: -1,
  }));
  return element;
}

/** @param {Annotation[]} annotations @param {Entity[]} entities @param {number} selected */
function light(annotations, entities, selected) {
  for (const mark of lit) {
    mark.classList.remove('is-selected', 'is-same');
    mark.removeAttribute('aria-expanded');
    mark.tabIndex = -1;
  }
  lit = [];
  for (const { start } of mentionsLike(annotations, entities, selected)) {
    const mark = marks.get(start);
    if (!mark) continue;
    mark.classList.add(start === selected ? 'is-selected' : 'is-same');
    lit.push(mark);
  }
  const mark = marks.get(selected) ?? marks.values().next().value;
  if (!mark) return;
  mark.tabIndex = 0; // one stop for the tab key; letters walk from there
  if (selected >= 0) mark.setAttribute('aria-expanded', 'true');
  lit.push(mark);
}

/** @param {number} start of an annotation */
export function focusMark(start) {
  const mark = marks.get(start);
  mark?.focus({ preventScroll: true });
  mark?.scrollIntoView({ block: 'nearest' });
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
