// Opens what comes in from the clipboard, by drop or as files: articles, projects, and results of an article that is open.

import { FormatError, fromJson, fromProject } from '../formats/index.js';
import { correctionsFor } from '../formats/import.js';
import { currentArticle } from '../state.js';
import { readClipboard, readFile } from './read.js';

/** @typedef {import('./events.js').Page} Page */

/** @param {DataTransfer} transfer @param {Page} page @returns {boolean} whether there was a text in it */
export function openTransfer(transfer, { send }) {
  const article = readClipboard(transfer.getData('text/html'), transfer.getData('text/plain'));
  if (article) send({ type: 'open', articles: [article] });
  return article !== null;
}

/** Articles first, so that a result finds the text that was dropped with it. @param {File[]} files @param {Page} page */
export async function openFiles(files, page) {
  const { send } = page;
  const read = await Promise.all(files.map(async (file) => (
    { name: file.name, content: readFile(file.name, new Uint8Array(await file.arrayBuffer())) })));
  send({ type: 'open', articles: read.flatMap(({ content }) => (content.kind === 'article' ? [content.article] : [])) });
  for (const { name, content } of read) {
    if (content.kind === 'no-text') send({ type: 'notice', id: 'notText', detail: name });
    else if (content.kind === 'article') { if (content.encoding === 'windows-1252') send({ type: 'notice', id: 'decoded', detail: name }); }
    else await openJson(content, name, page);
  }
}

/** @type {Record<import('../formats/shape.js').FormatErrorCode, NoticeId>} */
const NOTICES = { json: 'badProject', schema: 'badProject', version: 'otherVersion', shape: 'damaged', text: 'otherText' };

/** @param {{kind: 'project' | 'result', json: string}} content @param {string} name @param {Page} page */
async function openJson({ kind, json }, name, page) {
  try {
    if (kind === 'project') page.send({ type: 'project', project: fromProject(json) });
    else await openResult(json, page);
    page.send({ type: 'notice', id: 'imported', detail: name });
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    page.send({ type: 'notice', id: NOTICES[error.code], detail: error.code === 'shape' ? `${name}, ${error.message}` : name });
  }
}

/** @param {string} json @param {Page} page */
async function openResult(json, page) {
  const { state, send } = page;
  const { id, text, result } = place(json, state());
  if (id !== state().current) send({ type: 'choose', id });
  await analysed(page, id);
  const article = currentArticle(state());
  if (article.id !== id || article.text !== text) return; // the reader went on meanwhile
  const corrections = correctionsFor(result, article, state().dictionary.rows);
  if (corrections.length > 0) send({ type: 'correct', corrections });
}

/** The article that a result belongs to: the current one, else the first of the others. @param {string} json @param {State} state */
function place(json, state) {
  const candidates = [currentArticle(state), ...state.articles.filter(({ id }) => id !== state.current)];
  /** @type {unknown} */
  let problem;
  for (const { id, text } of candidates) {
    try {
      return { id, text, result: fromJson(json, text) };
    } catch (error) {
      if (!(error instanceof FormatError) || error.code !== 'text') throw error;
      problem ??= error;
    }
  }
  throw problem;
}

const PATIENCE_MS = 20_000;
const STEP_MS = 50;

/** Waits until the analyzer has said what it makes of the article, for a while. @param {Page} page @param {number} id */
async function analysed({ state }, id) {
  for (let waited = 0; waited < PATIENCE_MS; waited += STEP_MS) {
    const article = state().articles.find((one) => one.id === id);
    if (!article || article.analysed === article.revision) return;
    await new Promise((resolve) => { setTimeout(resolve, STEP_MS); });
  }
}
