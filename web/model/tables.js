// The rows of the tables, for the page and for CSV: entities, amounts, times.

import { familyOf } from './types.js';

/** @typedef {import('./effective.js').Effective} Effective */

/**
 * Entities of names: the most often mentioned first, then in the order of the text.
 * @param {Effective} effective @returns {{entity: Entity, count: number, first: Annotation}[]}
 */
export function nameRows({ annotations, entities }) {
  return entities
    .filter((entity) => entity.mentions.length > 0)
    .map((entity) => ({ entity, count: entity.mentions.length, first: annotations[entity.mentions[0]] }))
    .sort((a, b) => b.count - a.count || a.first.start - b.first.start);
}

/**
 * Counts the lines that have words, as one counts paragraphs.
 * @param {string} text @returns {(offset: number) => number} which of them an offset lies in, from 1
 */
export function paragraphs(text) {
  const starts = [...text.matchAll(/\S[^\r\n]*/g)].map(({ index }) => index);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= offset) low = middle + 1; else high = middle;
    }
    return low;
  };
}

/** @param {Effective} effective @returns {Annotation[]} in the order of the text */
export const amountRows = ({ annotations }) => annotations.filter((annotation) => familyOf(annotation.type) === 'amount');

/** @param {Effective} effective @returns {Annotation[]} in the order of the text */
export const timeRows = ({ annotations }) => annotations.filter((annotation) => familyOf(annotation.type) === 'time');

/** @param {Value | undefined} value @returns {number} one number for sorting; ranges count by their lower end */
export const magnitude = (value) => value?.number ?? value?.min ?? Number.NEGATIVE_INFINITY;

/** @param {Annotation} annotation @returns {string} amounts with the same measure can be compared */
export const measure = ({ type, value }) => (type === 'money' ? value?.currency ?? '' : type === 'quantity' ? value?.unit ?? '' : type);

/**
 * Amounts sorted by value within a currency or unit.
 * @param {Annotation[]} rows @returns {Annotation[]}
 */
export function byValue(rows) {
  const order = new Map([...new Set(rows.map((row) => `${row.type} ${measure(row)}`))].map((key, index) => [key, index]));
  return [...rows].sort((a, b) => {
    const groups = /** @type {number} */ (order.get(`${a.type} ${measure(a)}`)) - /** @type {number} */ (order.get(`${b.type} ${measure(b)}`));
    return groups || magnitude(b.value) - magnitude(a.value) || a.start - b.start;
  });
}
