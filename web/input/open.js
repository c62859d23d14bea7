// Opens what comes in from the clipboard, by drop or as files, as articles.

import { readClipboard, readFile } from './read.js';

/** @typedef {import('./events.js').Page} Page */

/** @param {DataTransfer} transfer @param {Page} page @returns {boolean} whether there was a text in it */
export function openTransfer(transfer, { send }) {
  const article = readClipboard(transfer.getData('text/html'), transfer.getData('text/plain'));
  if (article) send({ type: 'open', articles: [article] });
  return article !== null;
}

/** @param {File[]} files @param {Page} page */
export async function openFiles(files, { send }) {
  /** @type {import('../state.js').NewArticle[]} */
  const articles = [];
  for (const file of files) {
    const content = readFile(file.name, new Uint8Array(await file.arrayBuffer()));
    if (content.kind === 'article') {
      articles.push(content.article);
      if (content.encoding === 'windows-1252') send({ type: 'notice', id: 'decoded', detail: file.name });
    } else {
      send({ type: 'notice', id: 'notText', detail: file.name });
    }
  }
  send({ type: 'open', articles });
}
