// What comes in, by its kind: files (.txt, .md, .html, and Lupe's own JSON) and the clipboard -> articles. Pure: bytes and strings in.

import { kindOfJson } from '../formats/project.js';
import { decodeBytes } from './decode.js';
import { htmlToText } from './html.js';
import { markdownToText } from './markdown.js';

/**
 * A text that came in; `title` may be ''. `headings` are places in it.
 * @typedef {{title: string, text: string, headings: Span[]}} Incoming
 *
 * @typedef {{kind: 'article', article: Incoming, encoding: string, isGuess: boolean}
 *   | {kind: 'project' | 'result', json: string}
 *   | {kind: 'no-text'}} FileContent
 */

/** @param {string} name of the file @param {Uint8Array} bytes @returns {FileContent} */
export function readFile(name, bytes) {
  const decoded = decodeBytes(bytes);
  if (!decoded) return { kind: 'no-text' };
  const { text, encoding, isGuess } = decoded;
  const ending = /\.([a-z]+)$/i.exec(name)?.[1].toLowerCase() ?? '';
  const json = /^\ufeff?\s*\{/.test(text) ? kindOfJson(text) : null;
  if (json || ending === 'json') return { kind: json ?? 'project', json: text }; // other JSON is refused as no project
  return { kind: 'article', article: { ...articleOf(text, ending), title: name }, encoding, isGuess };
}

/** @param {string} text @param {string} ending of the file's name, in lower case @returns {{text: string, headings: Span[]}} */
function articleOf(text, ending) {
  if (ending === 'html' || ending === 'htm' || (ending !== 'txt' && /^\s*<(?:!doctype html|html)[\s>]/i.test(text))) return pick(htmlToText(text));
  if (ending === 'md' || ending === 'markdown') return pick(markdownToText(text));
  return { text, headings: [] };
}

/** @param {{text: string, headings: Span[]}} read */
const pick = ({ text, headings }) => ({ text, headings });

/**
 * The clipboard, or what was dropped: its HTML where that has words, else its plain text.
 * @param {string} html '' for none @param {string} plain @returns {Incoming | null} null: nothing to read
 */
export function readClipboard(html, plain) {
  if (html !== '') {
    const read = htmlToText(html);
    if (read.text !== '') return { title: '', ...pick(read) };
  }
  return plain.trim() === '' ? null : { title: '', text: plain, headings: [] };
}
