// What an article is called in the list: its own title, else its first words.

const LENGTH = 40;

/** @param {Article} article @returns {string} '' for an empty one */
export function articleTitle(article) {
  if (article.title) return article.title;
  const line = /\S[^\r\n]{0,200}/.exec(article.text.slice(0, 2000))?.[0].trim() ?? '';
  const units = [...line];
  if (units.length <= LENGTH) return line;
  const cut = units.slice(0, LENGTH).join('');
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 12))} …`;
}

/** @param {Article} article @returns {string} the same as a file name without ending */
export function fileName(article) {
  const name = articleTitle(article).replace(/\.(txt|md|html?|json)$/i, '').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
  return name.slice(0, 60) || 'lupe';
}
