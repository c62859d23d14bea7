// Annotations -> a page that stands alone: the article with its highlights as <mark>. It loads nothing and runs nothing, its
// content policy forbids both; everything of the article and the reader is escaped.

import { TYPES } from '../model/types.js';
import { invisibles, withoutInvisibles } from '../model/invisible.js';
import { POLICY, STYLE } from './html-style.js';
import { describe } from './numbers.js';

/** @typedef {import('./index.js').Marked} Marked @typedef {import('./index.js').Meta} Meta */

/**
 * The first line is the page's heading if it is one of the article's, else the title is.
 * @param {string} text @param {Marked} marked @param {Meta} meta @returns {string}
 */
export function toHtml(text, marked, meta) {
  const title = attribute(meta.title);
  const first = text.search(/[^\r\n\s]/);
  const isTitled = (meta.headings ?? []).some(({ start, end }) => start <= first && first < end);
  return `<!DOCTYPE html>
<html lang="${attribute(marked.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${isTitled ? '' : `<h1 dir="auto">${title}</h1>\n`}${legend(marked.annotations, meta)}<article>
${article(text, marked.annotations, meta, isTitled)}</article>
</main>
</body>
</html>
`;
}

/** @param {Annotation[]} annotations @param {Meta} meta */
function legend(annotations, { types, labels }) {
  /** @type {Map<TypeId, number>} */
  const counts = new Map();
  for (const { type } of annotations) counts.set(type, (counts.get(type) ?? 0) + 1);
  const items = TYPES.filter(({ id }) => counts.has(id))
    .map(({ id }) => `<li><mark class="${id}">${attribute(types?.[id] ?? labels?.[id] ?? id)}</mark> ${counts.get(id)}</li>`);
  return items.length > 0 ? `<ul>\n${items.join('\n')}\n</ul>\n` : '';
}

/** One block for each line that is not blank. @param {string} text @param {Annotation[]} annotations @param {Meta} meta @param {boolean} isTitled */
function article(text, annotations, meta, isTitled) {
  const headings = new Set(meta.headings?.map(({ start }) => start));
  /** @type {string[]} */
  const blocks = [];
  let next = 0;
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    const line = { start: match.index, end: match.index + match[0].length };
    while (next < annotations.length && annotations[next].end <= line.start) next += 1;
    if (match[0].trim() === '') continue;
    const tag = !headings.has(line.start) ? 'p' : isTitled && blocks.length === 0 ? 'h1' : 'h2';
    blocks.push(`<${tag} dir="auto">${inline(text, line, annotations, next, meta)}</${tag}>\n`);
  }
  return blocks.join('');
}

/**
 * @param {string} text @param {Span} line @param {Annotation[]} annotations @param {number} next the first that ends in the line or later
 * @param {Meta} meta
 */
function inline(text, line, annotations, next, meta) {
  let out = '';
  let at = line.start;
  for (; next < annotations.length && annotations[next].start < line.end; next += 1) {
    const annotation = annotations[next];
    const start = Math.max(annotation.start, line.start);
    const end = Math.min(annotation.end, line.end);
    out += content(text.slice(at, start)) + mark(text.slice(start, end), annotation, meta);
    at = end;
  }
  return out + content(text.slice(at, line.end));
}

/** @param {string} words @param {Annotation} annotation @param {Meta} meta */
function mark(words, annotation, { labels, valueText }) {
  const { type } = annotation;
  const title = valueText?.(annotation) || describe(annotation);
  return `<mark class="${type}" data-label="${attribute(labels?.[type] ?? type)}" title="${attribute(title)}">${content(words)}</mark>`;
}

/** Text as content: invisible characters as badges, so that none can act. @param {string} text */
function content(text) {
  let out = '';
  let at = 0;
  for (const { start, end, name, code } of invisibles(text)) {
    out += `${escaped(text.slice(at, start))}<span class="badge" role="img" aria-label="${code}" title="${code}" data-name="${name}"></span>`;
    at = end;
  }
  return out + escaped(text.slice(at));
}

/** @param {string} text */
const attribute = (text) => escaped(withoutInvisibles(text));

/** @type {Record<string, string>} */
const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"']/g, (character) => ESCAPES[character]);
