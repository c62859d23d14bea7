// What the page can save, as files: the state goes in, names and contents come out.

import { effective } from '../model/effective.js';
import { headingsOf } from '../model/headings.js';
import { articleTitle, fileName } from '../model/title.js';
import { valueText } from '../model/values.js';
import { currentArticle } from '../state.js';
import { STRINGS } from '../strings.js';
import { FORMATS } from './index.js';
import { toProject } from './project.js';

/** @typedef {keyof import('../strings.js').Strings['exports']['formats']} SaveId */

/**
 * One file. `content` is what copying gives; a file starts with `mark`.
 * @typedef {{name: string, media: string, mark: string, content: string}} SavedFile
 */

/** All kinds in the order in which the page offers them. */
export const SAVE_IDS = /** @type {SaveId[]} */ (['project', ...FORMATS.map(({ id }) => id), 'text']);

const BYTE_ORDER_MARK = '\ufeff';

/**
 * @param {State} state @param {SaveId} id @param {string} version of Lupe
 * @returns {SavedFile[]} mostly one, of the current article; brat's goes with the text; none while there is no result yet
 */
export function filesFor(state, id, version) {
  const article = currentArticle(state);
  const name = fileName(article);
  const text = { name: `${name}.txt`, media: 'text/plain', mark: '', content: article.text };
  if (id === 'text') return [text];
  if (id === 'project') return [{ name: `${name}.lupe.json`, media: 'application/json', mark: '', content: toProject(projectOf(state), version) }];
  const format = FORMATS.find((one) => one.id === id);
  if (!format || !article.result) return [];
  const content = id === 'json' && isUntouched(article) ? article.json
    : format.write(article.text, markedOf(article), metaOf(state, version));
  const file = { name: name + format.file, media: format.media, mark: format.bom ? BYTE_ORDER_MARK : '', content };
  return format.companion ? [file, text] : [file];
}

/** The reader has changed nothing: the analyzer's own bytes are the file. @param {Article} article */
const isUntouched = (article) => article.json !== '' && article.corrections.length === 0;

/** @param {Article} article @returns {import('./index.js').Marked} */
const markedOf = (article) => ({ .../** @type {Result} */ (article.result), ...effective(article) });

/** @param {State} state @param {string} version @returns {import('./index.js').Meta} */
function metaOf(state, version) {
  const article = currentArticle(state);
  const t = STRINGS[state.ui.language];
  return {
    source: `${fileName(article)}.txt`, title: articleTitle(article), version, headings: headingsOf(article.text, article.headings), types: t.types, labels: t.labels,
    valueText: (annotation) => valueText(annotation, { ui: state.ui.language, t }),
  };
}

/** Empty articles are left out. @param {State} state @returns {import('./project.js').Project} */
function projectOf(state) {
  const written = state.articles.filter(({ id, text }) => text !== '' || id === state.current);
  return { articles: written, current: written.indexOf(currentArticle(state)), off: state.off, dictionary: state.dictionary.rows };
}
