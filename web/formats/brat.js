// Annotations -> brat standoff: the .ann beside a .txt with the same text. Offsets count code points, as brat does.

import { describe } from './numbers.js';
import { fromUtf16 } from './offsets.js';

/** @typedef {import('./index.js').Marked} Marked */

/**
 * Mentions of one entity are an Equiv, values are notes.
 * @param {string} text @param {Marked} marked @returns {string}
 */
export function toBrat(text, { annotations, entities }) {
  const offset = fromUtf16(text, 'codepoint');
  const lines = [];
  let notes = 0;
  for (const annotation of annotations) {
    const parts = fragments(text, annotation);
    const places = parts.map(({ start, end }) => `${offset(start)} ${offset(end)}`).join(';');
    const surface = parts.map(({ start, end }) => text.slice(start, end)).join(' ');
    lines.push(`T${annotation.id + 1}\t${capitalised(annotation.type)} ${places}\t${surface}`);
    if (!annotation.value) continue;
    notes += 1;
    lines.push(`#${notes}\tAnnotatorNotes T${annotation.id + 1}\t${describe(annotation)}`);
  }
  for (const { mentions } of entities) {
    if (mentions.length > 1) lines.push(`*\tEquiv ${mentions.map((id) => `T${id + 1}`).join(' ')}`);
  }
  return lines.map((line) => `${line}\n`).join('');
}

/** @param {string} type */
const capitalised = (type) => type[0].toUpperCase() + type.slice(1);

/**
 * The parts of a span between line ends: brat's surface may hold none and knows discontinuous annotations instead.
 * @param {string} text @param {Span} span @returns {Span[]}
 */
function fragments(text, { start, end }) {
  const parts = [];
  for (const match of text.slice(start, end).matchAll(/[^\r\n]+/g)) {
    parts.push({ start: start + match.index, end: start + match.index + match[0].length });
  }
  return parts;
}
