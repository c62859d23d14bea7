// The page: holds the state, keeps the analyzer busy with the newest text, draws the views, and listens to the reader.

import { readResult } from '../wasm/lupe.mjs';
import { Client } from './client.js';
import { bringIntoView, byId } from './dom.js';
import { listen } from './input/events.js';
import { loadDictionary, saveDictionary } from './input/storage.js';
import { currentArticle, initialState, LONGEST_TEXT, update } from './state.js';
import * as articleView from './view/article.js';
import * as bar from './view/bar.js';
import * as card from './view/card.js';
import * as dialogs from './view/dialogs.js';
import * as editor from './view/editor.js';
import * as foot from './view/foot.js';
import * as legend from './view/legend.js';
import * as meta from './view/meta.js';
import * as notice from './view/notice.js';
import * as progress from './view/progress.js';
import * as start from './view/start.js';
import * as tables from './view/tables.js';
import * as tip from './view/tip.js';
import { valueReader } from './value-reader.js';

/** @typedef {import('./state.js').Action} Action */

let state = initialState(navigator.languages.find((language) => /^(de|en)\b/.test(language))?.startsWith('de') ? 'de' : 'en');

/** Each view with what it drew last: it draws again when one of these changes. */
const views = [bar, meta, progress, start, editor, articleView, legend, card, tables, tip, foot, dialogs, notice].map((view) => ({ view, drawn: /** @type {unknown[]} */ ([]) }));

/** @param {Action} action the only way to change the state */
function send(action) {
  const before = state;
  state = update(state, action);
  if (state === before) return;
  if (state.current !== before.current) scrollTo(0, 0); // before the drawing: Firefox would keep the place of what stood there
  if (isTyping(action)) drawTextFirst(); else draw();
  if (state.dictionary !== before.dictionary) saveDictionary(state.dictionary, send);
  analyzeIfNeeded();
  findValues(currentArticle(state));
  for (const waiter of waiters.filter(({ test }) => test(state))) {
    waiters.splice(waiters.indexOf(waiter), 1);
    waiter.resolve();
  }
}

/** Views beside the text, which cost more than the text itself. @type {unknown[]} */
const beside = [legend, tables];
let besideTimer = 0;

/** @param {Action} action while one types, or the answer to it */
const isTyping = ({ type }) => state.mode === 'edit' && (type === 'edit' || type === 'result') && currentArticle(state).text.length <= LONGEST_TEXT;

/** The highlights follow the keys; what lies beside them follows when they are on the screen and nothing more is to come. */
function drawTextFirst() {
  draw((view) => !beside.includes(view));
  byId('panel').setAttribute('aria-busy', 'true');
  cancelAnimationFrame(besideTimer);
  if (isSettled()) besideTimer = requestAnimationFrame(() => setTimeout(() => { if (isSettled()) draw(); }));
}

const isSettled = () => currentArticle(state).analysed === currentArticle(state).revision;

/** @param {(view: unknown) => boolean} [isMeant] */
function draw(isMeant = () => true) {
  document.documentElement.dataset.settled = String(isSettled());
  byId('panel').removeAttribute('aria-busy');
  for (const entry of views) {
    if (!isMeant(entry.view)) continue;
    const needs = entry.view.needs(state);
    if (needs.length === entry.drawn.length && needs.every((need, index) => need === entry.drawn[index])) continue;
    entry.drawn = needs;
    entry.view.draw(state, send, page);
  }
}

/** Those who wait for the state to be so. @type {{test: (state: State) => boolean, resolve: () => void}[]} */
const waiters = [];

/** What views may ask of the page beyond the state. */
const page = {
  /** Opens a mention and brings it into view. @param {number} start */
  show(start) {
    if (state.mode === 'edit') send({ type: 'mode', mode: 'read' });
    send({ type: 'select', start });
    articleView.focusMark(start);
  },
  /** @param {(state: State) => boolean} test @returns {Promise<void>} */
  until: (test) => (test(state) ? Promise.resolve() : new Promise((resolve) => { waiters.push({ test, resolve }); })),
  cancel() { client.cancel(); },
  /** On a narrow screen what was found is a long way below the article. */
  toPanel() {
    bringIntoView(byId('panel'));
    byId(`tab-${state.panel}`).focus({ preventScroll: true });
  },
  /** @param {string} words @param {TypeId} type */
  valueOf: (words, type) => valueOf(currentArticle(state), words, type),
  today,
};

/** @returns {string} the reader's own day */
function today() {
  const now = new Date();
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const client = new Client(() => lupeEngine.worker(), (trouble) => send({ type: 'notice', id: trouble }),
  (share) => { if (state.busy !== null) send({ type: 'busy', busy: share }); });

/** Article and revision that the analyzer was last asked about. */
let asked = '';
let busyTimer = 0;

async function analyzeIfNeeded() {
  const article = currentArticle(state);
  const { id, revision, text } = article;
  const question = `${id} ${revision}`;
  if (article.analysed === revision || article.stopped === revision || question === asked || text.length > LONGEST_TEXT) return;
  asked = question;
  clearTimeout(busyTimer);
  busyTimer = setTimeout(() => send({ type: 'busy', busy: 0 }), 300);
  const answer = await client.analyze(requestFor(article, text));
  if (question !== asked) return;
  clearTimeout(busyTimer);
  if (answer === 'stopped') send({ type: 'stopped', id, revision });
  else if (answer !== 'superseded') send({ type: 'result', id, revision, json: answer.json, result: /** @type {Result} */ (readResult(answer.json, text)) });
  if (question === asked) asked = ''; // not before the answer is in the state: every change of it comes by here
  if (state.busy !== null) send({ type: 'busy', busy: null });
}

/** @param {Article} article @param {string} text @returns {import('./client.js').Request} */
const requestFor = ({ language, referenceDate }, text) => ({ text, language, referenceDate, today: today(),
  dictionary: state.dictionary.rows.map((row) => ({ surface: row.text, type: row.type ?? 'never' })) });

const { valueOf, findValues } = valueReader({ send, ask: (article, words) => client.aside({ ...requestFor(article, words), dictionary: [] }),
  languages: (article) => [article.result?.language ?? article.language, state.ui.language] });

for (const [event, paper] of /** @type {const} */ ([['beforeprint', true], ['afterprint', false]])) addEventListener(event, () => send({ type: 'paper', paper }));

client.warm();
draw();
listen({ state: () => state, send, page });
loadDictionary(send);
analyzeIfNeeded();
lupeEngine.install();
