// Text out of HTML, from the clipboard or a file: a small walker over the markup that keeps what a reader would see as
// paragraphs, headings, lists and tables. It runs nothing, loads nothing and takes time linear in its input. (The page's
// policy forbids the browser's own ways to do so; this needs none.)

import { htmlTokens, readAttributes } from './html-tokens.js';
import { TextWriter } from './text-writer.js';

/**
 * `title` is what the document calls itself, or ''.
 * @typedef {{text: string, headings: Span[], title: string}} HtmlText
 */

/** Elements that never have content. */
const VOID = new Set('area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr'.split(' '));

/** Elements whose content a reader does not see, or that are no part of what is told. */
const DROPPED = new Set(('script style template noscript noframes noembed iframe title textarea select datalist option object audio video canvas '
  + 'svg map button nav applet dialog').split(' '));

/** Elements that stand apart from what is before and behind them. Each ends an open paragraph. */
const BLOCKS = new Set(('address article aside blockquote body center details dir div dl dt dd fieldset figcaption figure footer form h header '
  + 'hgroup hr html li main menu ol p plaintext pre search section summary table caption tr ul xmp').split(' '));

/** Blocks that follow each other line by line, without an empty line between. */
const LINES = new Set(['li', 'dt', 'dd', 'tr', 'caption', 'address', 'summary']);

/**
 * Start tags that end open elements of these names, unless one of `within` was opened since.
 * @type {Record<string, {ends: string[], within: string[]}>}
 */
const ENDS = {
  li: { ends: ['li'], within: ['ul', 'ol', 'menu', 'dir'] },
  dt: { ends: ['dt', 'dd'], within: ['dl'] },
  dd: { ends: ['dt', 'dd'], within: ['dl'] },
  td: { ends: ['td', 'th', 'caption'], within: ['table'] },
  th: { ends: ['td', 'th', 'caption'], within: ['table'] },
  tr: { ends: ['td', 'th', 'tr', 'caption'], within: ['table'] },
  tbody: { ends: ['td', 'th', 'tr', 'caption', 'thead', 'tbody'], within: ['table'] },
  tfoot: { ends: ['td', 'th', 'tr', 'caption', 'thead', 'tbody'], within: ['table'] },
  h: { ends: ['h'], within: ['table', 'td', 'th', 'caption'] },
};

/** End tags inside of one of these do not end anything outside of it; those of a table's own parts are kept by tables alone. */
const WALLS = ['table', 'td', 'th', 'caption', 'template', 'object'];
const TABLE_PARTS = new Set(['td', 'th', 'caption', 'tr', 'tbody', 'thead', 'tfoot']);

/** Start tags that no drawing can have: they end one that was left open. */
const OUTSIDE_SVG = new Set('b blockquote body br center code dd div dl dt em h hr i img li menu ol p pre small span strong sub sup table u ul'.split(' '));

const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|mso-list\s*:\s*ignore/i;
const KEPT_SPACE = /white-space(?:-collapse)?\s*:\s*(?:pre|break-spaces)/i;
const WORTH_READING = /hidden|style|open/i;

/** @typedef {{name: string, isHidden: boolean, keepsSpace: boolean, cells: number}} Open one element that is open */

/** @param {string} html @returns {HtmlText} */
export function htmlToText(html) {
  const walker = new Walker();
  for (const token of htmlTokens(html)) {
    if (token.kind === 'text') walker.text(token.text);
    else if (token.kind === 'start') walker.start(token.name, token.attributes);
    else walker.end(token.name);
  }
  walker.popTo(0);
  return { ...walker.writer.finish(), title: walker.title.replace(/\s+/g, ' ').trim() };
}

/** h1 to h6 open and close each other: one name stands for all. @param {string} name */
const shared = (name) => (/^h[1-6]$/.test(name) ? 'h' : name);

class Walker {
  constructor() {
    this.writer = new TextWriter();
    /** @type {Open[]} */
    this.stack = [];
    /** Where in the stack each name is open, ascending: finding one never searches the stack. @type {Map<string, number[]>} */
    this.places = new Map();
    this.title = '';
  }

  /** @param {string} name @returns {number} index of the innermost one, or -1 */
  last(name) { return this.places.get(name)?.at(-1) ?? -1; }

  /** @param {string[]} names @returns {number} index of the innermost of them, or -1 */
  lastOf(names) { return names.reduce((place, name) => Math.max(place, this.last(name)), -1); }

  get top() { return this.stack.at(-1); }

  /** @param {string} text */
  text(text) {
    if (this.top?.name === 'title' && this.last('svg') < 0) this.title ||= text;
    if (this.top?.isHidden) return;
    if (this.top?.keepsSpace) this.writer.verbatim(text);
    else this.writer.words(text);
  }

  /** @param {string} tag @param {string} attributes */
  start(tag, attributes) {
    const name = shared(tag);
    if (this.last('svg') > this.last('foreignobject') && OUTSIDE_SVG.has(name)) this.popTo(this.last('svg'));
    this.closeBefore(name);
    const known = WORTH_READING.test(attributes) ? readAttributes(attributes) : new Map();
    const style = known.get('style') ?? '';
    const isHidden = this.top?.isHidden || (DROPPED.has(name) && !(name === 'dialog' && known.has('open')))
      || known.has('hidden') || HIDDEN_STYLE.test(style);
    if (!isHidden) this.open(name);
    if (VOID.has(name)) return;
    const keepsSpace = name === 'pre' || name === 'xmp' || KEPT_SPACE.test(style) || (!/white-space/i.test(style) && (this.top?.keepsSpace ?? false));
    this.push({ name, isHidden, keepsSpace, cells: 0 });
  }

  /** What a seen start tag does to the text. @param {string} name */
  open(name) {
    if (name === 'br') { this.writer.lineBreak(); return; }
    if (name === 'td' || name === 'th') { this.openCell(); return; }
    if (BLOCKS.has(name)) this.writer.block(this.gap(name));
    if (name === 'h') this.writer.openHeading();
  }

  openCell() {
    const row = this.stack[this.last('tr')];
    if (!row) { this.writer.block(1); return; }
    this.writer.cell(row.cells === 0);
    row.cells += 1;
  }

  /** Lines between a block and its neighbours: in a list, items follow each other line by line. @param {string} name @returns {1 | 2} */
  gap(name) { return LINES.has(name) || this.last('li') >= 0 || this.last('dd') >= 0 ? 1 : 2; }

  /** Start tags that imply end tags. @param {string} name */
  closeBefore(name) {
    const paragraph = BLOCKS.has(name) ? this.last('p') : -1;
    if (paragraph >= 0 && paragraph > this.lastOf(WALLS)) this.popTo(paragraph);
    const rule = Object.hasOwn(ENDS, name) ? ENDS[name] : undefined;
    if (!rule) return;
    const bound = this.lastOf(rule.within);
    const open = rule.ends.map((other) => this.last(other)).filter((place) => place > bound);
    if (open.length > 0) this.popTo(Math.min(...open));
  }

  /** @param {string} tag */
  end(tag) {
    const name = shared(tag);
    if (name === 'br') { if (!this.top?.isHidden) this.writer.lineBreak(); return; }
    const place = this.last(name);
    if (place < 0) return;
    const wall = name === 'table' ? -1 : TABLE_PARTS.has(name) ? this.last('table') : this.lastOf(WALLS);
    if (place >= wall) this.popTo(place); // an element is no wall to its own end tag
  }

  /** @param {Open} element */
  push(element) {
    const places = this.places.get(element.name);
    if (places) places.push(this.stack.length);
    else this.places.set(element.name, [this.stack.length]);
    this.stack.push(element);
  }

  /** Closes all elements from this place of the stack on. @param {number} place */
  popTo(place) {
    while (this.stack.length > place) {
      const { name, isHidden } = /** @type {Open} */ (this.stack.pop());
      this.places.get(name)?.pop();
      if (isHidden) continue;
      if (name === 'h') this.writer.closeHeading();
      if (name === 'td' || name === 'th') this.writer.closeCell();
      else if (BLOCKS.has(name)) this.writer.block(this.gap(name));
    }
  }
}
