// What the page shows: the analyzer's answer with the reader's corrections applied.
// Pure and cached per article, so that every view can ask for it.

import { fitValue } from './fit.js';
import { familyOf } from './types.js';

/**
 * Annotations sorted by start, never overlapping, numbered from 0; entities refer to them by those numbers.
 * @typedef {{annotations: Annotation[], entities: Entity[]}} Effective
 */

/** @type {WeakMap<Article, Effective>} */
const cache = new WeakMap();

/** @param {Article} article @returns {Effective} */
export function effective(article) {
  const known = cache.get(article) ?? compute(article);
  cache.set(article, known);
  return known;
}

/** @param {Entity} entity stands for the entity while ids change with each analysis */
export const entityKey = (entity) => `${entity.type}|${entity.name}`;

/** @param {Article} article @returns {Effective} */
function compute(article) {
  const { text, corrections, result } = article;
  const groups = new Groups(result?.entities ?? []);
  let annotations = result ? result.annotations.map((annotation) => ({ ...annotation })) : [];
  for (const correction of corrections) {
    switch (correction.kind) {
      case 'all': annotations = everywhere(annotations, text, correction); break;
      case 'remove': cut(annotations, correction); break;
      case 'set': {
        const old = cut(annotations, correction).find((a) => a.start === correction.start && a.end === correction.end);
        cut(annotations, correction, own(text, correction, correction.type, correction.value ?? fitValue(old?.value, correction.type)));
        break;
      }
      default:
    }
  }
  annotations.forEach((annotation, id) => { annotation.id = id; });
  return { annotations, entities: groups.build(annotations, corrections) };
}

/** @param {string} text @param {Span} span @param {TypeId} type @param {Value} [value] @returns {Annotation} */
function own(text, { start, end }, type, value) {
  return { id: 0, start, end, text: text.slice(start, end), type, ...(value && { value }), rule: 'reader', confidence: 'certain' };
}

/**
 * "Always" and "never" for one wording.
 * @param {Annotation[]} annotations @param {string} text @param {{text: string, type: TypeId | null, value?: Value}} wish
 */
function everywhere(annotations, text, wish) {
  const spans = occurrences(text, wish.text);
  if (spans.length === 0) return annotations;
  const { type, value } = wish;
  const isTouched = touching(spans);
  if (type === null) return annotations.filter((a) => !isTouched(a));
  const kept = annotations.filter((a) => !isTouched(a));
  return kept.concat(spans.map((span) => own(text, span, type, value))).sort((a, b) => a.start - b.start);
}

/** @param {Span[]} spans sorted and apart @returns {(span: Span) => boolean} whether a span overlaps one of them */
const touching = (spans) => (span) => {
  const place = firstBehind(spans, span.start);
  return place < spans.length && spans[place].start < span.end;
};

/**
 * Puts annotations in the place of those that a span overlaps. Thousands of corrections are made so; none may search them all.
 * @param {Annotation[]} annotations sorted and apart @param {Span} span @param {...Annotation} others @returns {Annotation[]} those that are gone
 */
function cut(annotations, span, ...others) {
  const from = firstBehind(annotations, span.start);
  let to = from;
  while (to < annotations.length && annotations[to].start < span.end) to += 1;
  return annotations.splice(from, to - from, ...others);
}

/** @param {Span[]} spans sorted and apart @param {number} offset @returns {number} index of the first that ends behind it */
function firstBehind(spans, offset) {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle].end <= offset) low = middle + 1; else high = middle;
  }
  return low;
}

const WORD = /[\p{L}\p{N}\p{M}]/u;

/**
 * Whole-word occurrences of some words, written exactly so.
 * @param {string} text @param {string} words @returns {Span[]}
 */
export function occurrences(text, words) {
  /** @type {Span[]} */
  const spans = [];
  if (words === '') return spans;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    const end = at + words.length;
    const before = at > 0 ? lastCodePoint(text, at) : '';
    const after = end < text.length ? String.fromCodePoint(/** @type {number} */ (text.codePointAt(end))) : '';
    if (!WORD.test(before) && !WORD.test(after)) spans.push({ start: at, end });
  }
  return spans;
}

/** @param {string} text @param {number} end */
function lastCodePoint(text, end) {
  const pair = text.slice(Math.max(0, end - 2), end);
  return /[\ud800-\udbff][\udc00-\udfff]/.test(pair) ? pair : text.slice(end - 1, end);
}

/** Groups the mentions of names into entities: as the analyzer did, then as the reader says. */
class Groups {
  /** @param {Entity[]} entities */
  constructor(entities) {
    this.names = new Map(entities.map((entity) => [entity.id, { type: entity.type, name: entity.name }]));
  }

  /** @param {Annotation[]} annotations @param {Correction[]} corrections @returns {Entity[]} */
  build(annotations, corrections) {
    const into = mergesOf(corrections);
    const splits = splitsOf(corrections);
    /** @type {Map<string, Entity>} */
    const entities = new Map();
    annotations.forEach((annotation) => {
      if (familyOf(annotation.type) !== 'name') { delete annotation.entity; return; }
      const split = splits.get(placeOf(annotation));
      const key = this.keyOf(annotation);
      const last = split ? splitOff(key, ownKey(annotation), split, corrections) : follow(into, key);
      const bar = last.indexOf('|');
      const entity = entities.get(last)
        ?? { id: entities.size, type: /** @type {TypeId} */ (last.slice(0, bar)), name: last.slice(bar + 1), mentions: [] };
      entities.set(last, entity);
      entity.mentions.push(annotation.id);
      annotation.entity = entity.id;
    });
    return [...entities.values()];
  }

  /** @param {Annotation} annotation @returns {string} */
  keyOf(annotation) {
    const name = annotation.entity === undefined ? undefined : this.names.get(annotation.entity);
    return name ? `${name.type}|${name.name}` : ownKey(annotation);
  }
}

/**
 * The last split of each place; those of the same words are numbered, from 2.
 * @param {Correction[]} corrections @returns {Map<string, {index: number, number: number}>}
 */
function splitsOf(corrections) {
  const splits = new Map();
  /** @type {Map<string, number>} */
  const counts = new Map();
  corrections.forEach((correction, index) => {
    if (correction.kind !== 'split') return;
    const known = splits.get(placeOf(correction));
    const number = known?.number ?? (counts.get(correction.text) ?? 1) + 1;
    if (!known) counts.set(correction.text, number);
    splits.set(placeOf(correction), { index, number });
  });
  return splits;
}

/**
 * Where a split-off mention belongs: it is merged only by what the reader said later. One that is named like those it is not the
 * same as gets a number: "Weber (2)".
 * @param {string} key of its old entity @param {string} own @param {{index: number, number: number}} split @param {Correction[]} corrections
 */
function splitOff(key, own, { index, number }, corrections) {
  const others = follow(mergesOf(corrections.slice(0, index)), key);
  return follow(mergesOf(corrections.slice(index)), own === others ? `${own} (${number})` : own);
}

/** @param {Annotation} annotation */
const ownKey = ({ type, text }) => `${type}|${text}`;

/** @param {Span} span */
const placeOf = ({ start, end }) => `${start} ${end}`;

/** @param {Correction[]} corrections @returns {Map<string, string>} from key to key */
const mergesOf = (corrections) => new Map(corrections.flatMap((correction) => (correction.kind === 'merge' ? [[correction.from, correction.into]] : [])));

/** @param {Map<string, string>} into @param {string} key the end of a chain of merges, also of a circular one */
function follow(into, key) {
  const seen = new Set([key]);
  for (let next = into.get(key); next !== undefined && !seen.has(next); next = into.get(next)) {
    seen.add(next);
    key = next;
  }
  return key;
}
