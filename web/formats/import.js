// A saved result as corrections of the article that is open: what differs from what it shows now. As corrections they live on
// when the text is edited and analysed again, and can be undone.

import { effective, entityKey } from '../model/effective.js';

/**
 * @param {Result} wanted as fromJson() gives it for the article's text @param {Article} article
 * @returns {Correction[]} to be added to the article's own
 */
export function correctionsFor(wanted, article) {
  const shown = effective(article).annotations;
  const has = new Set(shown.map(identity));
  const wants = new Set(wanted.annotations.map(identity));
  /** @type {Correction[]} */
  const removed = shown.filter((annotation) => !wants.has(identity(annotation)))
    .map(({ start, end, text }) => ({ kind: 'remove', start, end, text }));
  /** @type {Correction[]} */
  const set = wanted.annotations.filter((annotation) => !has.has(identity(annotation)))
    .map(({ start, end, text, type, value }) => ({ kind: 'set', start, end, text, type, ...(value && { value }) }));
  const withMore = (/** @type {Correction[]} */ more) => ({ ...article, corrections: [...article.corrections, ...more] });
  const corrections = [...removed, ...set];
  corrections.push(...splits(wanted, withMore(corrections)));
  return [...corrections, ...merges(wanted, withMore(corrections))];
}

/** @param {Annotation} annotation @returns {string} the same for two that say the same of the same words */
const identity = ({ start, end, type, value = {} }) => [start, end, type, value.number, value.min, value.max, value.currency, value.unit,
  value.modifier, value.timex, value.mod, value.assumed].join('|');

/** What each mention belongs to by now. @param {Article} article @returns {Map<number, string>} from its start */
function keysOf(article) {
  const { annotations, entities } = effective(article);
  return new Map(annotations.map(({ start, entity }) => [start, entity === undefined ? '' : entityKey(entities[entity])]));
}

/**
 * Mentions that belong together by now and do not in the saved result: the entity that is named so keeps its own.
 * @param {Result} wanted @param {Article} article
 * @returns {Correction[]}
 */
function splits(wanted, article) {
  const keyOf = keysOf(article);
  /** @type {Map<string, Entity>} */
  const owners = new Map();
  const byName = [...wanted.entities].sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true })); // numbered ones in their order
  for (const entity of byName) {
    for (const id of entity.mentions) {
      const key = keyOf.get(wanted.annotations[id].start) ?? '';
      if (!owners.has(key) || key === entityKey(entity)) owners.set(key, entity);
    }
  }
  return byName.flatMap((entity) => entity.mentions.map((id) => wanted.annotations[id])
    .filter(({ start }) => owners.get(keyOf.get(start) ?? '') !== entity)
    .map(({ start, end, text }) => ({ kind: /** @type {const} */ ('split'), start, end, text })));
}

/**
 * Mentions that belong together in the saved result and do not yet.
 * @param {Result} wanted @param {Article} article @returns {Correction[]}
 */
function merges(wanted, article) {
  const keyOf = keysOf(article);
  return wanted.entities.flatMap(({ type, name, mentions }) => {
    const keys = new Set(mentions.map((id) => keyOf.get(wanted.annotations[id].start) ?? ''));
    const own = entityKey(/** @type {Entity} */ ({ type, name }));
    const [first] = keys.has(own) ? [own] : keys;
    return [...keys].filter((key) => key !== first && key !== '').map((key) => ({ kind: /** @type {const} */ ('merge'), from: key, into: first }));
  });
}
