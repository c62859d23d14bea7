// Annotations -> W3C Web Annotation (JSON-LD), the document's name beside it as source. Positions count code points, as the
// data model says ("not in terms of code units").

import { fromUtf16 } from './offsets.js';

/** @typedef {import('./index.js').Marked} Marked @typedef {import('./index.js').Meta} Meta */

/** So many UTF-16 units of context let another program find the words again after the text has changed. */
const CONTEXT = 32;

/**
 * @param {string} text @param {Marked} marked @param {Meta} meta
 * @returns {string} an AnnotationCollection with its one page inside; all addresses are relative to the file's own
 */
export function toWebAnnotation(text, { annotations, entities }, { source, version }) {
  const iri = encodeURIComponent(wellFormed(source));
  const offset = fromUtf16(text, 'codepoint');
  const items = annotations.map((annotation) => ({
    id: `#annotation-${annotation.id}`,
    type: 'Annotation',
    motivation: 'tagging',
    body: bodies(annotation, entities),
    target: { source: iri, selector: [
      { type: 'TextPositionSelector', start: offset(annotation.start), end: offset(annotation.end) },
      { type: 'TextQuoteSelector', exact: annotation.text, ...context(text, annotation) },
    ] },
  }));
  return `${JSON.stringify({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: '#annotations',
    type: 'AnnotationCollection',
    label: source,
    generator: { id: '#generator', type: 'Software', name: `Lupe ${version}` },
    total: items.length,
    ...(items.length > 0 && { first: { id: '#page', type: 'AnnotationPage', partOf: '#annotations', startIndex: 0, items } }),
  }, null, 1)}\n`;
}

/** @param {Annotation} annotation @param {Entity[]} entities */
function bodies({ type, value, entity, confidence }, entities) {
  const body = (/** @type {string} */ purpose, /** @type {string} */ words, /** @type {object} */ more = {}) => (
    { type: 'TextualBody', purpose, value: words, ...more });
  return [
    body('tagging', type),
    ...(entity === undefined ? [] : [body('identifying', entities[entity].name)]),
    ...(value ? [body('describing', JSON.stringify(value), { format: 'application/json' })] : []),
    body('assessing', confidence),
  ];
}

/** @param {string} text @param {Span} span what stands before and behind, never half a surrogate pair */
function context(text, { start, end }) {
  return {
    prefix: text.slice(Math.max(0, start - CONTEXT), start).replace(/^[\udc00-\udfff]/, ''),
    suffix: text.slice(end, end + CONTEXT).replace(/[\ud800-\udbff]$/, ''),
  };
}

/** Half surrogate pairs have no place in an address. @param {string} text */
const wellFormed = (text) => text.replace(/\p{Surrogate}/gu, '\ufffd');
