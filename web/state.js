// The page's only state and everything that can happen to it. Views draw from the state; nothing else changes it.
// The shapes are in types.d.ts. `update` is pure: the same state and action give the same new state.

import { difference, moveCorrections, shift, shiftResult, withPlainLineEnds } from './model/edit.js';
import { asTheyStand, changedWords, putBack } from './model/history.js';

/**
 * @typedef {{text: string, title?: string, headings?: Span[], language?: Article['language'], referenceDate?: string,
 *   corrections?: Correction[]}} NewArticle
 * @typedef {{type: 'open', articles: NewArticle[], mode?: Mode}
 *   | {type: 'project', project: import('./formats/project.js').Project}
 *   | {type: 'close', id: number}
 *   | {type: 'choose', id: number}
 *   | {type: 'edit', text: string}
 *   | {type: 'settings', language?: Article['language'], referenceDate?: string}
 *   | {type: 'result', id: number, revision: number, result: Result, json: string}
 *   | {type: 'stopped', id: number, revision: number}
 *   | {type: 'retry'}
 *   | {type: 'busy', busy: number | null}
 *   | {type: 'mode', mode: Mode}
 *   | {type: 'select', start: number}
 *   | {type: 'pick', span: Span | null}
 *   | {type: 'toggle', types: TypeId[]}
 *   | {type: 'correct', corrections: Correction[]}
 *   | {type: 'value', id: number, correction: Correction, value: Value}
 *   | {type: 'undo'} | {type: 'redo'}
 *   | {type: 'words', rows: DictionaryRow[]}
 *   | {type: 'dictionary', rows?: DictionaryRow[], keep?: boolean}
 *   | {type: 'panel', panel: PanelId}
 *   | {type: 'dialog', dialog: DialogId}
 *   | {type: 'wish', wish: Partial<Wishes>}
 *   | {type: 'ui', language?: 'de' | 'en', theme?: State['ui']['theme'], menu?: boolean}
 *   | {type: 'notice', id: NoticeId, detail?: string}
 *   | {type: 'dismiss'}
 *   | {type: 'paper', paper: boolean}} Action
 */

/** No mention open, no words selected. @type {{selected: number, picked: Span | null}} */
const NOTHING = { selected: -1, picked: null };

/** @param {'de' | 'en'} language of the interface @returns {State} */
export function initialState(language) {
  return {
    ui: { language, theme: 'auto', menu: false },
    articles: [newArticle(1, { text: '' })],
    current: 1,
    nextId: 2,
    mode: 'edit',
    off: [],
    ...NOTHING,
    panel: 'names',
    dialog: '',
    wishes: { everywhere: false, correcting: false, amountOrder: 'text', timeOrder: 'text', whole: '', format: 'project' },
    dictionary: { rows: [], keep: false },
    busy: null,
    notice: null,
    paper: false,
  };
}

/** @param {number} id @param {NewArticle} given @returns {Article} */
function newArticle(id, given) {
  return {
    id, title: given.title ?? '', text: given.text, headings: given.headings ?? [],
    language: given.language ?? 'auto', referenceDate: given.referenceDate ?? '',
    revision: 1, result: null, json: '', analysed: 0, stopped: 0,
    corrections: given.corrections ?? [], past: [], future: [],
  };
}

/** @param {State} state @returns {Article} */
export const currentArticle = (state) => /** @type {Article} */ (state.articles.find(({ id }) => id === state.current));

/** @param {State} state @param {(article: Article) => Article} change @param {number} [id] @returns {State} */
function withArticle(state, change, id = state.current) {
  return { ...state, articles: state.articles.map((article) => (article.id === id ? change(article) : article)) };
}

/** @param {State} state @param {Action} action @returns {State} */
export function update(state, action) {
  switch (action.type) {
    case 'open': return open(state, action.articles, action.mode ?? 'read');
    case 'project': return openProject(state, action.project);
    case 'close': return close(state, action.id);
    case 'choose': return { ...state, current: action.id, ...NOTHING, mode: modeFor(state, action.id) };
    case 'edit': return edit(state, action.text);
    case 'settings': return withArticle(state, (article) => ({
      ...article,
      language: action.language ?? article.language,
      referenceDate: action.referenceDate ?? article.referenceDate,
      revision: article.revision + 1,
    }));
    case 'result': return withArticle(state, (article) => (article.revision === action.revision
      ? { ...article, result: action.result, json: action.json, analysed: action.revision } : article), action.id);
    case 'stopped': return withArticle(state, (article) => ({ ...article, stopped: action.revision }), action.id);
    case 'retry': return withArticle(state, asNew);
    case 'busy': return { ...state, busy: action.busy };
    case 'mode': return { ...state, mode: action.mode, ...NOTHING };
    case 'select': return state.selected === action.start && !state.picked ? state : { ...state, selected: action.start, picked: null };
    case 'pick': return samePick(state.picked, action.span) ? state : { ...state, picked: action.span, selected: action.span ? -1 : state.selected };
    case 'toggle': return { ...state, off: toggled(state.off, action.types), ...NOTHING };
    case 'correct': return action.corrections.length === 0 ? state : withArticle(state, (article) => ({
      ...article,
      corrections: [...article.corrections, ...action.corrections],
      past: [...article.past, { corrections: article.corrections }],
      future: [],
    }));
    case 'value': return withArticle(state, (article) => ({ ...article,
      corrections: article.corrections.map((one) => (one === action.correction ? { ...action.correction, value: action.value } : one)) }), action.id);
    case 'undo': return takeBack(state, 'past', 'future');
    case 'redo': return takeBack(state, 'future', 'past');
    case 'words': return changeWords(state, action.rows); // by the reader; 'dictionary' is what was kept
    case 'dictionary': return withDictionary(state, { ...state.dictionary, ...action.rows && { rows: action.rows }, keep: action.keep ?? state.dictionary.keep });
    case 'panel': return { ...state, panel: action.panel };
    case 'dialog': return state.dialog === action.dialog ? state : { ...state, dialog: action.dialog };
    case 'wish': return { ...state, wishes: { ...state.wishes, ...action.wish } };
    case 'ui': return { ...state, ui: {
      language: action.language ?? state.ui.language, theme: action.theme ?? state.ui.theme, menu: action.menu ?? state.ui.menu } };
    case 'notice': return { ...state, notice: { id: action.id, detail: action.detail ?? '' } };
    case 'dismiss': return { ...state, notice: null };
    case 'paper': return { ...state, paper: action.paper };
  }
}

/** Longest text that the page takes, in UTF-16 units: beyond it, drawing and not the analyzer would take too long. */
export const LONGEST_TEXT = 4_000_000;

/** New articles take the place of an empty current one. @param {State} state @param {NewArticle[]} given @param {Mode} mode */
function open(state, given, mode) {
  const fitting = given.filter(({ text }) => text.length <= LONGEST_TEXT);
  const told = fitting.length < given.length ? { ...state, notice: TOO_LONG } : state;
  if (fitting.length === 0) return told;
  const added = fitting.map((article, index) => newArticle(state.nextId + index, article));
  const kept = state.articles.filter((article) => article.id !== state.current || article.text !== '');
  return { ...told, articles: [...kept, ...added], current: added[0].id, nextId: state.nextId + added.length,
    mode: added[0].text === '' ? 'edit' : mode, ...NOTHING };
}

/**
 * Beside what is open; its dictionary is added, and wins where both speak of the same words.
 * @param {State} state @param {import('./formats/project.js').Project} project @returns {State}
 */
function openProject(state, { articles, current, off, dictionary }) {
  const opened = open(state, articles, 'read');
  const known = new Set(dictionary.map(({ text }) => text));
  const rows = [...state.dictionary.rows.filter(({ text }) => !known.has(text)), ...dictionary];
  const chosen = opened.articles.find(({ id }) => id === state.nextId + current);
  return withDictionary({ ...opened, current: chosen?.id ?? opened.current, off }, { ...state.dictionary, rows });
}

/** Other rows make every article one to be analysed anew. @param {State} state @param {State['dictionary']} dictionary @returns {State} */
function withDictionary(state, dictionary) {
  const articles = dictionary.rows === state.dictionary.rows ? state.articles : state.articles.map(asNew);
  return { ...state, articles, dictionary };
}

/** @param {Article} article @returns {Article} to be analysed again */
const asNew = (article) => ({ ...article, revision: article.revision + 1 });

/** @param {State} state @param {number} id @returns {State} */
function close(state, id) {
  const at = state.articles.findIndex((article) => article.id === id);
  const articles = state.articles.filter((article) => article.id !== id);
  if (articles.length === 0) {
    return { ...state, articles: [newArticle(state.nextId, { text: '' })], current: state.nextId,
      nextId: state.nextId + 1, mode: 'edit', ...NOTHING };
  }
  const current = state.current === id ? articles[Math.min(at, articles.length - 1)].id : state.current;
  return { ...state, articles, current, ...NOTHING, mode: modeFor(state, current) };
}

/** Of another article: as the last one, but an empty one can only be written, and leaves no mark on the next. @param {State} state @param {number} id @returns {Mode} */
function modeFor(state, id) {
  if (state.articles.find((article) => article.id === id)?.text === '') return 'edit';
  return currentArticle(state).text === '' ? 'read' : state.mode;
}

/** @type {State['notice']} */
const TOO_LONG = { id: 'tooLong', detail: '' };

/** @param {State} state @param {string} text as the editor gives it, with plain line ends @returns {State} */
function edit(state, text) {
  let lost = 0;
  const changed = withArticle(state, (article) => {
    const plain = withPlainLineEnds(article.text, spansOf(article));
    if (plain.text === text && article.text === text) return article;
    const old = spansBack(article, plain.spans);
    const change = difference(plain.text, text);
    const moved = moveCorrections(old.corrections, plain.text, text);
    lost = moved.lost;
    return {
      ...article,
      text,
      headings: old.headings.flatMap((span) => shift(span, change) ?? []),
      result: old.result && shiftResult(old.result, change, text),
      json: '',
      corrections: moved.kept,
      past: lost > 0 ? [] : article.past.map((step) => ('corrections' in step ? { corrections: moveCorrections(step.corrections, plain.text, text).kept } : step)),
      future: [],
      revision: article.revision + 1,
    };
  });
  const notice = text.length > LONGEST_TEXT ? TOO_LONG : lost > 0 ? { id: /** @type {const} */ ('correctionsLost'), detail: String(lost) } : changed.notice;
  return { ...changed, ...NOTHING, notice };
}

/** Everything of an article that has a place in its text. @param {Article} article @returns {Span[]} */
const spansOf = (article) => [...article.headings, ...(article.result?.annotations ?? []),
  .../** @type {Span[]} */ (article.corrections.filter((correction) => 'start' in correction))];

/** Takes the moved spans of spansOf() back to where they came from. @param {Article} article @param {Span[]} spans */
function spansBack(article, spans) {
  const queue = [...spans];
  const headings = queue.splice(0, article.headings.length);
  const result = article.result && { ...article.result,
    annotations: /** @type {Annotation[]} */ (queue.splice(0, article.result.annotations.length)) };
  const corrections = article.corrections.map((correction) => ('start' in correction
    ? /** @type {Correction} */ (/** @type {unknown} */ (queue.shift())) : correction));
  return { headings, result, corrections };
}

/** @param {Span | null} a @param {Span | null} b */
const samePick = (a, b) => a === b || (a !== null && b !== null && a.start === b.start && a.end === b.end);

/** @param {TypeId[]} off @param {TypeId[]} types all on again if all are off, else all off */
function toggled(off, types) {
  const rest = off.filter((type) => !types.includes(type));
  return types.every((type) => off.includes(type)) ? rest : [...rest, ...types];
}

/** @param {State} state @param {DictionaryRow[]} rows @returns {State} */
function changeWords(state, rows) {
  const words = asTheyStand(state.dictionary.rows, changedWords(state.dictionary.rows, rows));
  if (words.length === 0) return state;
  return withArticle(withDictionary(state, { ...state.dictionary, rows }), (article) => ({ ...article, past: [...article.past, { words }], future: [] }));
}

/** Undoes the last step of one list; how it was until then becomes the next step of the other. @param {State} state @param {'past' | 'future'} from @param {'past' | 'future'} to @returns {State} */
function takeBack(state, from, to) {
  const { [from]: steps, corrections } = currentArticle(state);
  const step = steps.at(-1);
  if (!step) return state;
  const { rows } = state.dictionary;
  const [restored, back] = 'words' in step
    ? [withDictionary(state, { ...state.dictionary, rows: putBack(rows, step.words) }), { words: asTheyStand(rows, step.words.map(({ text }) => text)) }]
    : [withArticle(state, (article) => ({ ...article, corrections: step.corrections })), { corrections }];
  return withArticle(restored, (article) => ({ ...article, [from]: steps.slice(0, -1), [to]: [...article[to], back] }));
}
