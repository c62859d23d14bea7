// Text out of HTML from the clipboard or a file: a small tokeniser that keeps paragraphs and headings and runs nothing.
// The content policy forbids the browser's own parser, and this does not need it. Linear in the length of its input.

/** @typedef {{text: string, headings: Span[]}} Plain */

const SKIPPED = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'svg', 'math', 'iframe', 'object', 'select', 'textarea', 'button', 'nav']);
const BLOCKS = new Set(['p', 'div', 'section', 'article', 'main', 'header', 'footer', 'aside', 'blockquote', 'pre', 'ul', 'ol', 'li', 'dl', 'dt', 'dd',
  'table', 'tr', 'figure', 'figcaption', 'address', 'form', 'fieldset', 'hr', 'body', 'html', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const HEADING = /^h[1-6]$/;
/** Elements whose content is not markup. */
const RAW = new Set(['script', 'style', 'title', 'textarea', 'noscript', 'iframe']);

/** @param {string} html @returns {Plain} paragraphs, separated by an empty line */
export function htmlToText(html) {
  const writer = new Writer();
  /** Name and depth of the element that is being skipped. */
  let skipped = '';
  let depth = 0;
  for (const { name, isEnd, text } of tokens(html)) {
    if (skipped) {
      if (name === skipped) depth += isEnd ? -1 : 1;
      if (depth === 0) skipped = '';
    } else if (name === '') {
      writer.write(text);
    } else if (!isEnd && SKIPPED.has(name)) {
      skipped = name;
      depth = 1;
    } else if (name === 'br') {
      writer.line();
    } else if (name === 'td' || name === 'th') {
      writer.write(' ');
    } else if (BLOCKS.has(name)) {
      writer.block(HEADING.test(name) && !isEnd);
    }
  }
  return writer.end();
}

/** Collects words into paragraphs. */
class Writer {
  constructor() {
    /** @type {{text: string, isHeading: boolean}[]} */
    this.paragraphs = [];
    /** @type {string[]} */
    this.parts = [];
    this.isHeading = false;
  }

  /** @param {string} text */
  write(text) { this.parts.push(text.replace(/[ \t\r\n\f]+/g, ' ')); }

  line() { this.parts.push('\n'); }

  /** @param {boolean} isHeading of the block that begins */
  block(isHeading) {
    const text = this.parts.join('').replace(/ *\n */g, '\n').replace(/ {2,}/g, ' ').trim();
    if (text) this.paragraphs.push({ text, isHeading: this.isHeading });
    this.parts = [];
    this.isHeading = isHeading;
  }

  /** @returns {Plain} */
  end() {
    this.block(false);
    let text = '';
    /** @type {Span[]} */
    const headings = [];
    for (const paragraph of this.paragraphs) {
      if (text) text += '\n\n';
      if (paragraph.isHeading) headings.push({ start: text.length, end: text.length + paragraph.text.length });
      text += paragraph.text;
    }
    return { text, headings };
  }
}

/**
 * Tags (by name) and text (name ''); comments, doctypes and instructions are left out.
 * @param {string} html @returns {Generator<{name: string, isEnd: boolean, text: string}>}
 */
function* tokens(html) {
  const lower = html.toLowerCase();
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) break;
    if (open > at) yield { name: '', isEnd: false, text: decode(html.slice(at, open)) };
    const tag = /<(\/?)([a-z][^\s/>]*)|<[!?/]/iy;
    tag.lastIndex = open;
    const match = tag.exec(html);
    if (!match) { // a less-than sign that opens nothing
      yield { name: '', isEnd: false, text: '<' };
      at = open + 1;
      continue;
    }
    at = match[2] === undefined ? afterDeclaration(html, open) : afterTag(html, open);
    if (match[2] === undefined) continue;
    const name = match[2].toLowerCase();
    yield { name, isEnd: match[1] === '/', text: '' };
    if (RAW.has(name) && match[1] === '') {
      const close = lower.indexOf(`</${name}`, at);
      at = close < 0 ? html.length : close;
    }
  }
  if (at < html.length) yield { name: '', isEnd: false, text: decode(html.slice(at)) };
}

/** @param {string} html @param {number} open */
function afterDeclaration(html, open) {
  const isComment = html.startsWith('<!--', open);
  const close = html.indexOf(isComment ? '-->' : '>', open + (isComment ? 2 : 1));
  return close < 0 ? html.length : close + (isComment ? 3 : 1);
}

/** The end of a tag: a ">" inside quotes does not count. @param {string} html @param {number} open */
function afterTag(html, open) {
  let quote = '';
  for (let at = open + 1; at < html.length; at += 1) {
    const unit = html[at];
    if (quote) { if (unit === quote) quote = ''; } else if (unit === '>') return at + 1;
    else if ((unit === '"' || unit === "'") && html[at - 1] === '=') quote = unit;
  }
  return html.length;
}

/** Entities that newspapers' pages contain; others stay as they are written. @type {Record<string, string>} */
const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', shy: '\u00ad', auml: 'ä', ouml: 'ö', uuml: 'ü', Auml: 'Ä', Ouml: 'Ö', Uuml: 'Ü',
  szlig: 'ß', eacute: 'é', egrave: 'è', ecirc: 'ê', agrave: 'à', aacute: 'á', acirc: 'â', ccedil: 'ç', ntilde: 'ñ', oacute: 'ó', uacute: 'ú', iacute: 'í',
  euro: '€', pound: '£', yen: '¥', cent: '¢', copy: '©', reg: '®', trade: '™', sect: '§', deg: '°', middot: '·', bull: '•', hellip: '…', ndash: '–', mdash: '—',
  laquo: '«', raquo: '»', lsaquo: '‹', rsaquo: '›', bdquo: '„', ldquo: '“', rdquo: '”', sbquo: '‚', lsquo: '‘', rsquo: '’', frac12: '½', frac14: '¼', frac34: '¾',
  times: '×', thinsp: '\u2009', ensp: '\u2002', emsp: '\u2003', minus: '−', plusmn: '±' };

/** @param {string} text */
function decode(text) {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}\d{0,2}));/gi, (whole, decimal, hex, name) => {
    if (name) return Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? '\ufffd' : String.fromCodePoint(code);
  });
}
