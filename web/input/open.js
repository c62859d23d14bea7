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
  const read = await Promise.all(files.map(async (file) => ({ name: file.name, content: await contentOf(file) })));
  send({ type: 'open', articles: read.flatMap(({ content }) => (content.kind === 'article' ? [content.article] : [])) });
  for (const { name, content } of read) {
    if (content.kind === 'unreadable') send({ type: 'notice', id: 'unreadable', detail: name });
    else if (content.kind === 'no-text') send({ type: 'notice', id: 'notText', detail: name });
    else if (content.kind === 'article') { if (content.encoding === 'windows-1252') send({ type: 'notice', id: 'decoded', detail: name }); }
    else await openJson(content, name, page);
  }
}

/** @param {File} file @returns {Promise<import('./read.js').FileContent | {kind: 'unreadable'}>} a folder, or a file that is gone, cannot be read */
async function contentOf(file) {
  const buffer = await file.arrayBuffer().catch(() => null);
  return buffer ? readFile(file.name, new Uint8Array(buffer)) : { kind: 'unreadable' };
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
async function openResult(json, { state, send, page }) {
  const { id, text, result } = place(json, state());
  if (id !== state().current) send({ type: 'choose', id });
  await page.until(({ articles }) => {
    const article = articles.find((one) => one.id === id);
    return !article || article.text !== text || article.analysed === article.revision || article.stopped === article.revision;
  });
  const article = currentArticle(state());
  if (article.id !== id || article.text !== text) return; // the reader went on meanwhile
  const corrections = correctionsFor(result, article);
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
