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

/** Marks that are drawn at once; those of lines further on are drawn when one comes near them. */
const MARKS_AT_ONCE = 1500;

/** @typedef {{key: string, element: HTMLElement, line: Span, annotations: Annotation[], isFilled: boolean}} DrawnLine */

/**
 * The lines of a text as elements. A line that is the same as before keeps its element: only what changed is drawn again, so
 * nothing flickers while one types. In long texts lines far away show their words only, and get their marks when needed.
 */
export class Lines {
  /**
   * @param {Element} root
   * @param {(line: Span) => HTMLElement} make an empty element for a line
   * @param {(element: HTMLElement, line: Span, annotations: Annotation[]) => void} fill puts words and marks into it
   */
  constructor(root, make, fill) {
    this.root = root;
    this.make = make;
    this.fill = fill;
    /** @type {DrawnLine[]} in the order of the text */
    this.drawn = [];
    /** @type {WeakMap<Element, DrawnLine>} */
    this.byElement = new WeakMap();
    this.observer = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) {
        const entry = this.byElement.get(target);
        if (isIntersecting && entry) this.fillNow(entry);
      }
    }, { rootMargin: '150% 0%' });
    addEventListener('beforeprint', () => this.drawn.forEach((entry) => this.fillNow(entry)));
  }

  /** @param {string} text @param {Span[]} spans @param {Annotation[]} annotations @param {(line: Span) => string} more what else a line depends on */
  update(text, spans, annotations, more) {
    const marks = byLine(spans, annotations);
    const keys = spans.map((line, index) => `${text.slice(line.start, line.end)}\n${more(line)}${marks[index]
      .map((a) => `${a.start - line.start} ${a.end - line.start} ${a.type} ${a.confidence}`).join()}`);
    const { head, tail } = sameEnds(this.drawn, keys);
    const gone = this.drawn.splice(head, this.drawn.length - tail - head);
    for (const { element } of gone) {
      this.observer.unobserve(element);
      element.remove();
    }
    const before = this.drawn[head]?.element ?? null;
    const fresh = keys.slice(head, keys.length - tail).map((key, index) => this.add(key, spans[head + index], marks[head + index]));
    this.drawn = [...this.drawn.slice(0, head), ...fresh, ...this.drawn.slice(head)];
    this.drawn.forEach((entry, index) => { entry.line = spans[index]; entry.annotations = marks[index]; });
    this.fillFirst(text, fresh);
    const fragment = document.createDocumentFragment();
    fragment.append(...fresh.map(({ element }) => element));
    this.root.insertBefore(fragment, before);
  }

  /** @param {string} key @param {Span} line @param {Annotation[]} annotations @returns {DrawnLine} */
  add(key, line, annotations) {
    const entry = { key, line, annotations, element: this.make(line), isFilled: false };
    this.byElement.set(entry.element, entry);
    return entry;
  }

  /** @param {string} text @param {DrawnLine[]} fresh */
  fillFirst(text, fresh) {
    let left = MARKS_AT_ONCE;
    for (const entry of fresh) {
      left -= entry.annotations.length;
      if (left >= 0 || entry.annotations.length === 0) {
        this.fillNow(entry);
      } else {
        entry.element.append(...textNodes(text.slice(entry.line.start, entry.line.end)));
        this.observer.observe(entry.element);
      }
    }
  }

  /** @param {DrawnLine} entry */
  fillNow(entry) {
    if (entry.isFilled) return;
    entry.isFilled = true;
    this.observer.unobserve(entry.element);
    entry.element.replaceChildren();
    this.fill(entry.element, entry.line, entry.annotations);
  }

  /** @param {Element} element of a line @returns {number} where it starts in the text, or -1 */
  startOf(element) {
    return this.byElement.get(element)?.line.start ?? -1;
  }

  /** @param {number} offset @returns {DrawnLine | undefined} the line that it lies in */
  lineAt(offset) {
    let low = 0;
    let high = this.drawn.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.drawn[middle].line.end < offset) low = middle + 1; else high = middle;
    }
    const entry = this.drawn[low];
    return entry && entry.line.start <= offset ? entry : undefined;
  }
}

/** How many lines at both ends are as before. @param {DrawnLine[]} old @param {string[]} keys */
function sameEnds(old, keys) {
  let head = 0;
  while (head < old.length && head < keys.length && old[head].key === keys[head]) head += 1;
  let tail = 0;
  while (tail < old.length - head && tail < keys.length - head && old[old.length - 1 - tail].key === keys[keys.length - 1 - tail]) tail += 1;
  return { head, tail };
}
