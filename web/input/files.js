// Articles out of files: .txt, .md and .html.

import { htmlToText } from './html.js';

/**
 * @typedef {import('../state.js').NewArticle} NewArticle
 * @typedef {{kind: 'article', article: NewArticle, isDecoded: boolean} | {kind: 'binary'}} Content
 */

/** @param {File} file @returns {Promise<Content>} */
export async function readFile(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const decoded = decode(bytes);
  if (!decoded) return { kind: 'binary' };
  const { text, isDecoded } = decoded;
  const title = file.name;
  if (/\.html?$/i.test(title)) return { kind: 'article', article: { title, ...htmlToText(text) }, isDecoded };
  const headings = /\.(md|markdown)$/i.test(title) ? markdownHeadings(text) : [];
  return { kind: 'article', article: { title, text, headings }, isDecoded };
}

/**
 * UTF-8, else what old editors wrote. Bytes that are neither are no text.
 * @param {Uint8Array} bytes @returns {{text: string, isDecoded: boolean} | null}
 */
function decode(bytes) {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : '';
  try {
    return { text: new TextDecoder(wide || 'utf-8', { fatal: true }).decode(bytes), isDecoded: false };
  } catch {
    if (bytes.includes(0)) return null;
    return { text: new TextDecoder('windows-1252').decode(bytes), isDecoded: true };
  }
}

/** Lines that begin with number signs; the text stays as it is written. @param {string} text @returns {Span[]} */
export function markdownHeadings(text) {
  return [...text.matchAll(/^#{1,6} .*$/gm)].map(({ index, 0: line }) => ({ start: index, end: index + line.trimEnd().length }));
}
