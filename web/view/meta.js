// The line above the article: how it is read (view, language, reference date) and that the analyzer is at work.

import { byId, h, replace } from '../dom.js';
import { currentArticle } from '../state.js';
import { STRINGS } from '../strings.js';
import { button, chooser } from './bar.js';

/** @typedef {import('./article.js').Send} Send */

/** @param {State} state */
export const needs = (state) => {
  const { id, text, language, referenceDate, result, stopped, revision } = currentArticle(state);
  return [state.ui.language, state.mode, state.busy === null, id, text === '', stopped === revision, language, referenceDate, result?.language, result?.referenceDate];
};

/** @param {State} state @param {Send} send @param {{cancel: () => void, today: () => string, toPanel: () => void}} page */
export function draw(state, send, page) {
  const t = STRINGS[state.ui.language];
  const article = currentArticle(state);
  const isEmpty = article.text === '';
  byId('meta').hidden = isEmpty;
  if (isEmpty) return;
  replace(byId('meta'),
    h('div', { class: 'switch', role: 'group', 'aria-label': t.mode },
      mode('read', t.read, state.mode, send), mode('edit', t.edit, state.mode, send)),
    button('to-panel', t.toPanel, page.toPanel),
    languageChooser(state, article, send),
    dateField(state, article, send, page.today()),
    state.busy !== null && h('div', { class: 'busy' }, h('progress', { id: 'progress', 'aria-label': t.working }), t.working, button('cancel', t.cancel, page.cancel)),
    article.stopped === article.revision && h('div', { class: 'note' }, t.notRead, button('retry', t.retry, () => send({ type: 'retry' }))));
}

/** @param {Mode} id @param {string} label @param {Mode} current @param {Send} send */
function mode(id, label, current, send) {
  return h('button', { id: `mode-${id}`, type: 'button', 'aria-pressed': String(id === current), onclick: () => send({ type: 'mode', mode: id }) }, label);
}

/** @param {State} state @param {Article} article @param {Send} send */
function languageChooser(state, article, send) {
  const t = STRINGS[state.ui.language];
  const found = article.language === 'auto' && article.result ? t.languages[/** @type {'de' | 'en'} */ (article.result.language)] ?? '' : '';
  return chooser('language', t.language, [['auto', t.languageAuto(found)], ...Object.entries(t.languages)], article.language,
    (language) => send({ type: 'settings', language: /** @type {Article['language']} */ (language) }));
}

/** @param {State} state @param {Article} article @param {Send} send @param {string} today */
function dateField(state, article, send, today) {
  const t = STRINGS[state.ui.language];
  const found = article.result?.referenceDate ?? '';
  const from = article.referenceDate ? 'user' : found === '' ? 'none' : found === today ? 'today' : 'text';
  const input = h('input', { id: 'reference', type: 'text', inputmode: 'numeric', size: 10, placeholder: found || t.referencePlaceholder, value: article.referenceDate,
    pattern: '\\d{4}(-\\d{2}(-\\d{2})?)?', 'aria-describedby': 'reference-hint', title: t.referenceHint, autocomplete: 'off',
    onchange: () => {
      const value = input.value.trim();
      const isDate = value === '' || isReferenceDate(value);
      input.setCustomValidity(isDate ? '' : t.referenceHint);
      if (isDate) send({ type: 'settings', referenceDate: value }); else input.reportValidity();
    } });
  return h('label', { class: 'reference' }, `${t.referenceDate} `, input, h('span', { id: 'reference-hint' }, t.referenceFrom[from]));
}

/** @param {string} value @returns {boolean} a year, month or day that exists */
export function isReferenceDate(value) {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(value);
  if (!match || match[1] === '0000') return false;
  const [, year, month = '01', day = '01'] = match;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
}
