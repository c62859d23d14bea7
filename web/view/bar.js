// The head of the page: its name, the list of articles, and what one can do with them.

import { byId, h, replace, svg } from '../dom.js';
import { currentArticle } from '../state.js';
import { STRINGS } from '../strings.js';
import { articleTitle } from '../model/title.js';
import { textNodes } from './pieces.js';

/** @typedef {import('./article.js').Send} Send */

/** @param {State} state */
export const needs = (state) => [state.ui, state.articles.length, state.current,
  ...state.articles.map((article) => articleTitle(article)), currentArticle(state).text === '', currentArticle(state).past.length > 0, currentArticle(state).future.length > 0];

/** @param {State} state @param {Send} send */
export function draw(state, send) {
  const t = STRINGS[state.ui.language];
  const isEmpty = currentArticle(state).text === '';
  document.documentElement.lang = state.ui.language;
  document.documentElement.dataset.theme = state.ui.theme;
  document.title = isEmpty ? t.title : `${articleTitle(currentArticle(state)) || t.untitled} – ${t.title}`;
  const scrolled = document.querySelector('.articles')?.scrollLeft ?? 0;
  replace(byId('bar'),
    h('h1', { class: 'wordmark' }, logo(), t.title, h('small', {}, t.tagline)),
    actions(state, send, isEmpty),
    !isEmpty && history(state, send),
    (state.articles.length > 1 || !isEmpty) && articleList(state, send));
  showCurrent(scrolled);
}

/** The list of articles may be wider than the page: it stays where it was, and the current one is seen. @param {number} scrolled */
function showCurrent(scrolled) {
  const list = document.querySelector('.articles');
  const current = list?.querySelector('.is-current');
  if (!list || !current) return;
  list.scrollLeft = scrolled;
  const { left, width } = list.getBoundingClientRect();
  const tab = current.getBoundingClientRect();
  const room = width - byId('new').getBoundingClientRect().width; // that button stays at the end
  if (tab.right > left + room) list.scrollLeft += Math.min(tab.left, tab.right - room) - left; // of a long one, its beginning
  if (tab.left < left) list.scrollLeft += tab.left - left;
}

/** On a phone the rarer ones are behind a button. @param {State} state @param {Send} send @param {boolean} isEmpty */
function actions({ ui }, send, isEmpty) {
  const t = STRINGS[ui.language];
  const more = button('more', t.more, () => send({ type: 'ui', menu: !ui.menu }));
  more.setAttribute('aria-expanded', String(ui.menu));
  more.setAttribute('aria-controls', 'more-actions');
  return h('nav', { class: 'actions', 'aria-label': t.title },
    button('open', t.openFiles, () => byId('file').click()),
    !isEmpty && button('save', `${t.save} …`, () => send({ type: 'dialog', dialog: 'save' })),
    more,
    h('div', { id: 'more-actions' },
      !isEmpty && button('print', t.print, () => { send({ type: 'mode', mode: 'read' }); print(); }), // the editor shows a part of a long text
      button('about', t.about, () => send({ type: 'dialog', dialog: 'about' })),
      button('keys', t.keys, () => send({ type: 'dialog', dialog: 'keys' })),
      chooser('theme', t.theme, Object.entries(t.themes), ui.theme,
        (theme) => send({ type: 'ui', theme: /** @type {State['ui']['theme']} */ (theme) })),
      chooser('ui-language', t.interfaceLanguage, [['de', STRINGS.de.name], ['en', STRINGS.en.name]], ui.language,
        (language) => send({ type: 'ui', language: /** @type {'de' | 'en'} */ (language) }))));
}

/** Beside the list of articles, on a phone beside the page's name. @param {State} state @param {Send} send */
function history(state, send) {
  const t = STRINGS[state.ui.language];
  const { past, future } = currentArticle(state);
  const step = (/** @type {'undo' | 'redo'} */ type, /** @type {Step[]} */ steps, /** @type {string} */ arrow) => h('button', { id: `${type}-top`, type: 'button',
    'aria-label': t.correct[type], title: t.correct[type], disabled: steps.length === 0, onclick: () => send({ type }) },
  svg('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' }, svg('path', { d: arrow })));
  return h('div', { class: 'history' }, step('undo', past, 'M9 5 4 10l5 5M4 10h10a6 6 0 0 1 0 11h-3'), step('redo', future, 'm15 5 5 5-5 5M20 10H10a6 6 0 0 0 0 11h3'));
}

/** @param {State} state @param {Send} send */
function articleList(state, send) {
  const t = STRINGS[state.ui.language];
  const items = state.articles.map((article) => {
    const title = articleTitle(article) || t.untitled;
    const isCurrent = article.id === state.current;
    return h('li', { class: isCurrent ? 'is-current' : '' },
      h('button', { id: `article-${article.id}`, type: 'button', 'aria-current': isCurrent && 'true', dir: 'auto',
        onclick: () => send({ type: 'choose', id: article.id }) }, textNodes(title)),
      h('button', { id: `close-${article.id}`, type: 'button', class: 'close', 'aria-label': t.closeArticle(title),
        onclick: () => {
          send({ type: 'close', id: article.id });
          /** @type {HTMLElement} */ (document.querySelector('.articles .is-current button') ?? byId('input')).focus();
        } }, '×'));
  });
  return h('nav', { class: 'articles', 'aria-label': t.articles }, h('ul', {}, items,
    h('li', {}, button('new', `+ ${t.newArticle}`, () => {
      send({ type: 'open', articles: [{ text: '' }] });
      byId('input').focus({ preventScroll: true }); // there the article goes
    }))));
}

/** @param {string} id @param {string} label @param {() => void} act */
export const button = (id, label, act) => h('button', { id, type: 'button', onclick: act }, label);

/**
 * @param {string} id @param {string} label @param {[string, string][]} choices value and words
 * @param {string} value @param {(value: string) => void} change
 */
export function chooser(id, label, choices, value, change) {
  const select = h('select', { id, 'aria-label': label, title: label, onchange: () => change(select.value) },
    choices.map(([choice, words]) => h('option', { value: choice, selected: choice === value }, words)));
  return select;
}

function logo() {
  return svg('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' },
    svg('circle', { cx: 10, cy: 10, r: 7 }), svg('path', { d: 'M15.2 15.2 22 22' }), svg('path', { d: 'M6.5 11.5h7', class: 'line' }));
}
