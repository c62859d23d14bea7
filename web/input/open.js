// Opens what comes in from the clipboard, by drop or as files, as articles.

import { readFile } from './files.js';
import { htmlToText } from './html.js';

/** @typedef {import('./events.js').Page} Page */

/** @param {DataTransfer} transfer @param {Page} page @returns {boolean} whether there was a text in it */
export function openTransfer(transfer, { send }) {
  const html = transfer.getData('text/html');
  const fromHtml = html ? htmlToText(html) : null;
  const article = fromHtml?.text ? fromHtml : { text: transfer.getData('text/plain') };
  if (article.text === '') return false;
  send({ type: 'open', articles: [article] });
  return true;
}

/** @param {File[]} files @param {Page} page */
export async function openFiles(files, { send }) {
  /** @type {import('../state.js').NewArticle[]} */
  const articles = [];
  for (const file of files) {
    const content = await readFile(file);
    if (content.kind === 'binary') send({ type: 'notice', id: 'notText', detail: file.name });
    else {
      articles.push(content.article);
      if (content.isDecoded) send({ type: 'notice', id: 'decoded', detail: file.name });
    }
  }
  send({ type: 'open', articles });
}
