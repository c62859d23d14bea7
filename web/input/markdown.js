// Text out of Markdown, lightly: its marks go, links keep their label, headings are known. Numbers of ordered lists stay: an
// article's line may begin with "3. Oktober". Linear in the length of its input.

import { decodeEntities } from './entities.js';

/** @typedef {{kind: 'heading' | 'text' | 'line', text: string}} Block `line`s follow each other without an empty line */

/** @param {string} markdown @returns {{text: string, headings: Span[], title: string}} title: of the front matter, or '' */
export function markdownToText(markdown) {
  const { lines, title } = withoutFrontMatter(markdown.split(/\r\n|\r|\n/));
  let text = '';
  let last = 'text';
  /** @type {Span[]} */
  const headings = [];
  for (const block of blocks(lines)) {
    if (text !== '') text += block.kind === 'line' && last === 'line' ? '\n' : '\n\n';
    if (block.kind === 'heading') headings.push({ start: text.length, end: text.length + block.text.length });
    text += block.text;
    last = block.kind;
  }
  return { text, headings, title };
}

/** @param {string[]} lines @returns {{lines: string[], title: string}} */
function withoutFrontMatter(lines) {
  const end = lines[0] === '---' ? lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line)) : -1;
  if (end < 0 || !lines.slice(1, end).every((line) => /^(?:[\w-]+:|\s|#|-\s|$)/.test(line))) return { lines, title: '' };
  const title = lines.slice(1, end).map((line) => /^title:\s*(["']?)(.*\S)\1\s*$/.exec(line)?.[2]).find(Boolean) ?? '';
  return { lines: lines.slice(end + 1), title };
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}#{1,6}(?:[ \t]+(.*))?$/;
const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/;
const RULE = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const BULLET = /^[ \t]*[-*+][ \t]+(?=\S)/;
const NUMBERED = /^[ \t]*\d{1,9}[.)][ \t]/;
const QUOTE = /^(?: {0,3}> ?)+/;
const ROW = /^[ \t]*\|.*\|[ \t]*$/;
const REFERENCE = /^ {0,3}\[[^\][]+\]:[ \t]*\S/;
const TABLE_RULE = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/** @param {string[]} lines @returns {Block[]} */
function blocks(lines) {
  const reader = new Reader();
  for (const line of lines) reader.line(line);
  reader.flush();
  return reader.blocks;
}

class Reader {
  constructor() {
    /** @type {Block[]} */
    this.blocks = [];
    /** Lines of the paragraph or item that is being read. @type {string[]} */
    this.open = [];
    /** @type {Block['kind']} */
    this.kind = 'text';
    /** The mark that will end the code that is being read, or ''. */
    this.fence = '';
  }

  /** @param {string} raw */
  line(raw) {
    const fence = FENCE.exec(raw)?.[1] ?? '';
    if (this.fence !== '') {
      if (fence.startsWith(this.fence) && raw.trim() === fence) this.fence = '';
      else this.add('line', raw.trimEnd());
    } else if (fence !== '') {
      this.flush();
      this.fence = fence;
    } else {
      this.prose(raw.replace(QUOTE, ''));
    }
  }

  /** @param {string} line outside of code */
  prose(line) {
    const heading = HEADING.exec(line);
    if (heading) {
      this.flush();
      this.add('heading', inline(withoutClosingMarks(heading[1] ?? '')));
    } else if (this.open.length > 0 && this.kind === 'text' && UNDERLINE.test(line)) {
      this.flush('heading');
    } else if (line.trim() === '' || REFERENCE.test(line) || RULE.test(line) || (line.includes('|') && TABLE_RULE.test(line))) {
      this.flush();
    } else if (ROW.test(line)) {
      this.flush();
      this.add('line', cells(line));
    } else if (BULLET.test(line) || NUMBERED.test(line)) {
      this.flush();
      this.open = [line.replace(BULLET, '').replace(/^\[[ xX]\][ \t]/, '')];
      this.kind = 'line';
    } else {
      this.open.push(line);
    }
  }

  /** Ends what is being read. @param {Block['kind']} [kind] */
  flush(kind = this.kind) {
    if (this.open.length > 0) this.add(kind, inline(joined(this.open)));
    this.open = [];
    this.kind = 'text';
  }

  /** @param {Block['kind']} kind @param {string} text */
  add(kind, text) {
    if (text !== '') this.blocks.push({ kind, text });
  }
}

/** "Title ##" @param {string} heading */
function withoutClosingMarks(heading) {
  const text = heading.trimEnd();
  const marks = text.length - text.replace(/#{1,99}$/, '').length;
  const rest = text.slice(0, text.length - marks);
  return rest === '' || /\s$/.test(rest) ? rest : text;
}

/** Lines of one paragraph run together, but where the author broke them. @param {string[]} lines */
const joined = (lines) => lines.map((line, index) => {
  if (index === lines.length - 1) return line.trim();
  return line.endsWith('  ') || line.endsWith('\\') ? `${line.replace(/\\$/, '').trim()}\n` : `${line.trim()} `;
}).join('');

/** @param {string} line of a table */
const cells = (line) => line.trim().slice(1, -1).split(/(?<!\\)\|/).map((cell) => inline(cell.trim().replaceAll('\\|', '|'))).join('\t');

/** What a backslash keeps as it is; taken out of the text while its marks are read. */
const ESCAPED = /\\([!-/:-@[-`{-~])/g;
const PLACE = /\ue000([0-9a-f]{2})\ue001/g;

/** @param {string} text of one block @returns {string} without marks */
function inline(text) {
  let plain = text
    .replace(/(`{1,9})([^`]+)\1(?!`)/g, (_, _mark, code) => code.trim().replace(/[!-/:-@[-`{-~]/g, hide))
    .replace(ESCAPED, (_, sign) => hide(sign))
    .replace(/<((?:https?:\/\/|mailto:)[^\s<>]*)>/gi, (_, address) => address)
    .replace(/<br[ \t]*\/?>/gi, '\n')
    .replace(/<!--[^<>]*-->|<\/?[A-Za-z][^<>]*>/g, '')
    .replace(/!\[([^\][]*)\](?:\([^()]*(?:\([^()]*\)[^()]*)?\)|\[[^\][]*\])/g, (_, label) => label)
    .replace(/\[([^\][]*)\](?:\([^()]*(?:\([^()]*\)[^()]*)?\)|\[[^\][]*\])/g, (_, label) => label)
    .replace(/\[\^[^\][\s]+\]/g, '');
  for (let pass = 0; pass < 3; pass += 1) { // marks inside of marks
    plain = plain
      .replace(/(\*{1,3}|~~)(?=\S)([^*~]*[^*~\s])\1/g, (_, _mark, words) => words)
      .replace(/(?<![\p{L}\p{N}_])(_{1,3})(?=[^\s_])([^_]*[^_\s])\1(?![\p{L}\p{N}_])/gu, (_, _mark, words) => words);
  }
  return decodeEntities(plain)
    .replace(PLACE, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** @param {string} sign @returns {string} private characters that stand for it */
const hide = (sign) => `\ue000${sign.charCodeAt(0).toString(16).padStart(2, '0')}\ue001`;
