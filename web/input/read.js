// What comes in, by its kind: files (.txt, .md, .html, and Lupe's own JSON) and the clipboard -> articles. Pure: bytes and strings in.

import { kindOfJson } from '../formats/project.js';
import { decodeBytes } from './decode.js';
import { htmlToText } from './html.js';
import { markdownToText } from './markdown.js';

/**
 * A text that came in. `title` is what it calls itself, else the file's name, or '' without a file. `headings` are places in it.
 * @typedef {{title: string, text: string, headings: Span[]}} Incoming
 *
 * @typedef {{kind: 'article', article: Incoming, encoding: string, isGuess: boolean}
 *   | {kind: 'project' | 'result', json: string}
 *   | {kind: 'no-text'}} FileContent
 */

/** In characters: a title is a line, whatever a page may say in its head. */
const LONGEST_TITLE = 120;

/** @param {string} name of the file @param {Uint8Array} bytes @returns {FileContent} */
export function readFile(name, bytes) {
  const decoded = decodeBytes(bytes);
  if (!decoded) return { kind: 'no-text' };
  const { text, encoding, isGuess } = decoded;
  const ending = /\.([a-z]+)$/i.exec(name)?.[1].toLowerCase() ?? '';
  const json = /^\ufeff?\s*\{/.test(text) ? kindOfJson(text) : null;
  if (json || ending === 'json') return { kind: json ?? 'project', json: text }; // other JSON is refused as no project
  const read = articleOf(text, ending);
  return { kind: 'article', article: { ...read, title: [...read.title].slice(0, LONGEST_TITLE).join('') || name }, encoding, isGuess };
}

/** @param {string} text @param {string} ending of the file's name, in lower case @returns {Incoming} */
function articleOf(text, ending) {
  if (ending === 'html' || ending === 'htm' || (ending !== 'txt' && /^\s*<(?:!doctype html|html)[\s>]/i.test(text))) return htmlToText(text);
  if (ending === 'md' || ending === 'markdown') return markdownToText(text);
  return { title: '', text, headings: [] };
}

/**
 * The clipboard, or what was dropped: its HTML where that has words, else its plain text.
 * @param {string} html '' for none @param {string} plain @returns {Incoming | null} null: nothing to read
 */
export function readClipboard(html, plain) {
  if (html !== '') {
    const read = htmlToText(html);
    if (read.text !== '') return read;
  }
  return plain.trim() === '' ? null : { title: '', text: plain, headings: [] };
}
