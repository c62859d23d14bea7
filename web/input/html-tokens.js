// Cuts HTML into tags and text, as browsers do but for rarities, in time linear in its length. Nothing is run or looked up.

import { decodeEntities } from './entities.js';

/**
 * `attributes` is what stands in a start tag behind its name, unread.
 * @typedef {{kind: 'text', text: string} | {kind: 'start', name: string, attributes: string} | {kind: 'end', name: string}} HtmlToken
 */

/** Elements whose content is no markup, up to their end tag. In the second kind references count. */
const RAW = new Set(['script', 'style', 'xmp', 'iframe', 'noembed', 'noframes', 'noscript', 'title', 'textarea', 'plaintext']);
const DECODED = new Set(['title', 'textarea']);

/** @param {string} html @returns {Generator<HtmlToken>} */
export function* htmlTokens(html) {
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const end = open < 0 ? html.length : open;
    if (end > at) yield { kind: 'text', text: decodeEntities(html.slice(at, end)) };
    if (open < 0) return;
    at = open;
    const next = html[open + 1] ?? '';
    const isEnd = next === '/';
    if (/[A-Za-z]/.test(isEnd ? html[open + 2] ?? '' : next)) {
      const tag = readTag(html, open + (isEnd ? 2 : 1));
      if (!tag) return; // cut off inside of a tag: browsers drop it as well
      at = tag.end;
      yield isEnd ? { kind: 'end', name: tag.name } : { kind: 'start', name: tag.name, attributes: tag.attributes };
      if (!isEnd && RAW.has(tag.name)) at = yield* rawText(html, at, tag.name);
    } else if (next === '!' || next === '?' || isEnd) {
      at = afterComment(html, open);
    } else {
      yield { kind: 'text', text: '<' };
      at = open + 1;
    }
  }
}

const NAME = /[^\t\n\f\r />]+/y;

/** @param {string} html @param {number} at the name's first letter */
function readTag(html, at) {
  NAME.lastIndex = at;
  const name = /** @type {RegExpExecArray} */ (NAME.exec(html))[0];
  const start = at + name.length;
  const end = tagEnd(html, start);
  return end < 0 ? null : { name: name.toLowerCase(), attributes: html.slice(start, end), end: end + 1 };
}

/** Where the tag's ">" is, or -1: one in a quoted value does not count. @param {string} html @param {number} at behind the name */
function tagEnd(html, at) {
  const stop = /[>=]/g;
  for (;;) {
    stop.lastIndex = at;
    const match = stop.exec(html);
    if (!match) return -1;
    if (match[0] === '>') return match.index;
    at = match.index + 1;
    while (/[\t\n\f\r ]/.test(html[at] ?? '')) at += 1;
    const quote = html[at];
    if (quote !== '"' && quote !== "'") continue;
    const close = html.indexOf(quote, at + 1);
    if (close < 0) return -1;
    at = close + 1;
  }
}

/**
 * The content of a raw element.
 * @param {string} html @param {number} from @param {string} name @returns {Generator<HtmlToken, number>} where its end tag begins
 */
function* rawText(html, from, name) {
  const close = new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, 'gi');
  close.lastIndex = from;
  const end = close.exec(html)?.index ?? html.length;
  const text = html.slice(from, end);
  if (text !== '') yield { kind: 'text', text: DECODED.has(name) ? decodeEntities(text) : text };
  return end;
}

/** Comments, doctypes, instructions, and end tags without a name. @param {string} html @param {number} open */
function afterComment(html, open) {
  if (!html.startsWith('<!--', open)) {
    const isData = html.startsWith('<![CDATA[', open);
    return after(html, isData ? ']]>' : '>', open + 2);
  }
  if (html.startsWith('>', open + 4)) return open + 5;
  if (html.startsWith('->', open + 4)) return open + 6;
  const close = /--!?>/g;
  close.lastIndex = open + 4;
  return close.exec(html) ? close.lastIndex : html.length;
}

/** @param {string} html @param {string} sign @param {number} from */
function after(html, sign, from) {
  const at = html.indexOf(sign, from);
  return at < 0 ? html.length : at + sign.length;
}

/** Attribute values by name, read only where they matter. @param {string} attributes @returns {Map<string, string>} the first of each name */
export function readAttributes(attributes) {
  const found = new Map();
  for (const match of attributes.matchAll(/([^\t\n\f\r "'>/=]+)(?:[\t\n\f\r ]*=[\t\n\f\r ]*(?:"([^"]*)"|'([^']*)'|([^\t\n\f\r "'>]+)))?/g)) {
    const name = match[1].toLowerCase();
    if (!found.has(name)) found.set(name, decodeEntities(match[2] ?? match[3] ?? match[4] ?? ''));
  }
  return found;
}
