// Draws stretches of an article: text, marks, and badges for characters that one cannot see.

import { h } from '../dom.js';
import { invisibles } from '../model/invisible.js';

/** @typedef {import('../strings.js').Strings} Strings */

/**
 * The text as nodes. An invisible character becomes an empty element with its name, so that it cannot act; the element
 * counts as `data-length` units when offsets are read from the page.
 * @param {string} text @returns {Node[]}
 */
export function textNodes(text) {
  const nodes = [];
  let at = 0;
  for (const { start, end, name, code } of invisibles(text)) {
    if (start > at) nodes.push(document.createTextNode(text.slice(at, start)));
    nodes.push(h('span', { class: 'badge', 'data-name': name, 'data-length': end - start, role: 'img', 'aria-label': name, title: code }));
    at = end;
  }
  if (at < text.length) nodes.push(document.createTextNode(text.slice(at)));
  return nodes;
}

/** @param {string} text @returns {Span[]} its lines without their ends; always at least one */
export function lines(text) {
  const spans = [];
  let start = 0;
  for (const match of text.matchAll(/\r\n|\r|\n/g)) {
    spans.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  spans.push({ start, end: text.length });
  return spans;
}

/**
 * Fills an element with one line and its marks. Marks carry their place in the line as `data-offset`.
 * @param {Element} element @param {string} text @param {Span} line @param {Annotation[]} annotations those that touch the line
 * @param {(annotation: Annotation, offset: number) => HTMLElement} mark makes an empty mark
 */
export function fillLine(element, text, line, annotations, mark) {
  let at = line.start;
  for (const annotation of annotations) {
    const start = Math.max(annotation.start, line.start);
    const end = Math.min(annotation.end, line.end);
    if (start > at) element.append(...textNodes(text.slice(at, start)));
    const made = mark(annotation, start - line.start);
    made.append(...textNodes(text.slice(start, end)));
    element.append(made);
    at = end;
  }
  if (at < line.end) element.append(...textNodes(text.slice(at, line.end)));
}

/**
 * Annotations by line; each line gets those that touch it.
 * @param {Span[]} spans lines @param {Annotation[]} annotations sorted @returns {Annotation[][]}
 */
export function byLine(spans, annotations) {
  let next = 0;
  return spans.map((line) => {
    while (next < annotations.length && annotations[next].end <= line.start) next += 1;
    let last = next;
    while (last < annotations.length && annotations[last].start < line.end) last += 1;
    return annotations.slice(next, last);
  });
}

/**
 * Lines that were drawn before and are the same now keep their elements: only what changed is drawn again, so
 * nothing flickers while one types.
 */
export class Lines {
  /** @param {Element} root @param {(line: Span, annotations: Annotation[]) => HTMLElement} draw */
  constructor(root, draw) {
    this.root = root;
    this.draw = draw;
    /** @type {{key: string, element: HTMLElement, start: number}[]} */
    this.drawn = [];
  }

  /** @param {string} text @param {Span[]} spans @param {Annotation[]} annotations @param {(line: Span) => string} more what else a line depends on */
  update(text, spans, annotations, more) {
    const marks = byLine(spans, annotations);
    const keys = spans.map((line, index) => `${text.slice(line.start, line.end)}\n${more(line)}${marks[index]
      .map((a) => `${a.start - line.start} ${a.end - line.start} ${a.type} ${a.confidence}`).join()}`);
    const old = this.drawn;
    let head = 0;
    while (head < old.length && head < keys.length && old[head].key === keys[head]) head += 1;
    let tail = 0;
    while (tail < old.length - head && tail < keys.length - head
      && old[old.length - 1 - tail].key === keys[keys.length - 1 - tail]) tail += 1;
    for (const line of old.slice(head, old.length - tail)) line.element.remove();
    const before = old[old.length - tail]?.element ?? null;
    const fresh = keys.slice(head, keys.length - tail).map((key, index) => {
      const line = spans[head + index];
      return { key, start: line.start, element: this.draw(line, marks[head + index]) };
    });
    const fragment = document.createDocumentFragment();
    fragment.append(...fresh.map((line) => line.element));
    this.root.insertBefore(fragment, before);
    this.drawn = [...old.slice(0, head), ...fresh, ...old.slice(old.length - tail)];
    this.drawn.forEach((line, index) => { line.start = spans[index].start; });
  }

  /** @param {Element} element of a line @returns {number} where it starts in the text, or -1 */
  startOf(element) {
    return this.drawn.find((line) => line.element === element)?.start ?? -1;
  }
}
