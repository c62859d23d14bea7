// The card of the mention that is open: what it is, its value in words, why it was found, and where else it is said.

import { byId, h, replace } from '../dom.js';
import { effective } from '../model/effective.js';
import { annotationAt, mentionsLike, neighbour } from '../model/mentions.js';
import { currencyName, exactText, valueText } from '../model/values.js';
import { currentArticle } from '../state.js';
import { STRINGS } from '../strings.js';
import { button } from './bar.js';
import { correctMention, correctPick } from './correct.js';
import { textNodes } from './pieces.js';

/** @typedef {import('./article.js').Send} Send */
/** @typedef {import('../strings.js').Strings} Strings */
/** @typedef {import('./correct.js').Page} Page */

const SHOWN_MENTIONS = 40;

/** @param {State} state */
export const needs = (state) => [currentArticle(state), state.selected, state.picked, state.wishes, state.ui.language, state.mode];

/** @param {State} state @param {Send} send @param {Page} page */
export function draw(state, send, page) {
  const root = byId('card');
  const article = currentArticle(state);
  const { annotations, entities } = effective(article);
  const annotation = annotationAt(annotations, state.selected);
  const hadFocus = root.contains(document.activeElement);
  root.hidden = !annotation && !state.picked;
  if (state.picked) replace(root, correctPick(state, state.picked, send, page));
  else if (annotation) replace(root, mentionCard(state, annotation, mentionsLike(annotations, entities, annotation.start), entities, send, page));
  else replace(root);
  if (root.hidden && hadFocus) byId(state.mode === 'read' ? 'article' : 'input').focus({ preventScroll: true });
}

/**
 * @param {State} state @param {Annotation} annotation @param {Annotation[]} mentions @param {Entity[]} entities
 * @param {Send} send @param {Page} page
 */
function mentionCard(state, annotation, mentions, entities, send, page) {
  const t = STRINGS[state.ui.language];
  const article = currentArticle(state);
  return [
    h('div', { class: 'head' },
      h('span', { class: 'swatch', 'data-type': annotation.type }, t.types[annotation.type]),
      h('button', { id: 'card-close', type: 'button', class: 'close', 'aria-label': t.close, onclick: () => send({ type: 'select', start: -1 }) }, '×')),
    h('h2', { dir: 'auto' }, textNodes(annotation.text)),
    facts(annotation, entities, state),
    mentions.length > 1 && walker(mentions, annotation, t, page),
    contexts(article.text, mentions, annotation, page),
    correctMention(state, annotation, entities, send, page),
  ];
}

/** @param {Annotation} annotation @param {Entity[]} entities @param {State} state */
function facts(annotation, entities, { ui: { language: ui } }) {
  const t = STRINGS[ui];
  const value = valueText(annotation, { ui, t });
  const currency = annotation.value?.currency;
  const entity = annotation.entity === undefined ? '' : entities[annotation.entity].name;
  const rule = t.rules[/** @type {keyof Strings['rules']} */ (annotation.rule)] ?? annotation.rule;
  return h('dl', {},
    value && [h('dt', {}, t.card.value), h('dd', { class: 'value' }, value)],
    exactText(annotation, { ui, t }) && [h('dt', {}, t.card.exact), h('dd', {}, exactText(annotation, { ui, t }))],
    currency && [h('dt', {}, t.tables.currency), h('dd', {}, currencyName(currency, { ui, t }) || currency)],
    entity !== '' && entity !== annotation.text && [h('dt', {}, t.card.entity), h('dd', { dir: 'auto' }, textNodes(entity))],
    h('dt', {}, t.card.confidence), h('dd', {}, t.confidences[annotation.confidence]),
    h('dt', {}, t.card.rule), h('dd', {}, rule));
}

/** @param {Annotation[]} mentions @param {Annotation} annotation @param {Strings} t @param {{show: (start: number) => void}} page */
function walker(mentions, annotation, t, page) {
  const go = (/** @type {1 | -1} */ step) => () => {
    const next = neighbour(mentions, annotation.start, step);
    if (next) page.show(next.start);
  };
  const back = button('previous', '‹', go(-1));
  back.setAttribute('aria-label', t.card.previous);
  const forth = button('next', '›', go(1));
  forth.setAttribute('aria-label', t.card.next);
  const index = mentions.findIndex((mention) => mention.start === annotation.start);
  return h('div', { class: 'walker' }, back, h('span', { 'aria-live': 'polite' }, t.card.mention(index + 1, mentions.length)), forth);
}

/** @param {string} text @param {Annotation[]} mentions @param {Annotation} annotation @param {{show: (start: number) => void}} page */
function contexts(text, mentions, annotation, page) {
  return h('ol', { class: 'contexts' }, mentions.slice(0, SHOWN_MENTIONS).map((mention) => h('li', {},
    h('button', { id: `mention-${mention.id}`, type: 'button', dir: 'auto', 'aria-current': mention.start === annotation.start && 'true',
      onclick: () => page.show(mention.start) },
    textNodes(before(text, mention.start)), h('b', {}, textNodes(mention.text)), textNodes(after(text, mention.end))))));
}

const CONTEXT = 34;

/** @param {string} text @param {number} start a few whole words before it, on the same line */
function before(text, start) {
  const words = text.slice(Math.max(0, start - CONTEXT), start).replace(/^[\s\S]*[\r\n]/, '');
  return start > CONTEXT && words.length === CONTEXT ? `…\u00a0${words.replace(/^\S*\s/, '')}` : words;
}

/** @param {string} text @param {number} end */
function after(text, end) {
  const words = text.slice(end, end + CONTEXT).replace(/[\r\n][\s\S]*$/, '');
  return words.length === CONTEXT ? `${words.replace(/\s\S*$/, '')}\u00a0…` : words;
}
