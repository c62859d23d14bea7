// What an empty page offers: a sample, or a file.

import { byId, replace } from '../dom.js';
import { currentArticle } from '../state.js';
import { STRINGS } from '../strings.js';
import { button } from './bar.js';

/** @param {State} state */
export const needs = (state) => [state.ui.language, currentArticle(state).text === ''];

/** @param {State} state @param {import('./article.js').Send} send */
export function draw(state, send) {
  const t = STRINGS[state.ui.language];
  const root = byId('start');
  root.hidden = currentArticle(state).text !== '';
  if (root.hidden) return;
  const sample = (/** @type {'de' | 'en'} */ language) => () => send({ type: 'open', articles: [{ text: LUPE_SAMPLES[language] }] });
  const label = { de: t.sampleDe, en: t.sampleEn };
  const order = /** @type {('de' | 'en')[]} */ (state.ui.language === 'de' ? ['de', 'en'] : ['en', 'de']);
  replace(root, order.map((language) => button(`sample-${language}`, label[language], sample(language))),
    button('start-open', t.openFiles, () => byId('file').click()));
}
