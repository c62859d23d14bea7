// Values for what the reader marks or types: the analyzer reads the words by themselves.

import { valueFor } from './model/fit.js';
import { familyOf } from './model/types.js';

/**
 * @typedef {import('./client.js').Answer | import('./client.js').NoAnswer} Said
 * @typedef {object} World
 * @property {(action: import('./state.js').Action) => void} send
 * @property {(article: Article, words: string) => Promise<Said>} ask the analyzer, with the settings of this article
 * @property {(article: Article) => string[]} languages in which the words may be written, the likeliest first
 */

/** @param {World} world */
export function valueReader({ send, ask, languages }) {
  /** Corrections that were seen; each is given its value once. @type {WeakSet<Correction>} */
  const seen = new WeakSet();
  /** Answers by question: an edit of the article makes new corrections of the old ones. @type {Map<string, Promise<Value | undefined>>} */
  const known = new Map();

  /** @param {Article} article @param {string} words @param {TypeId} type @returns {Promise<Value | undefined>} */
  function valueOf(article, words, type) {
    const referenceDate = article.referenceDate || (article.result?.referenceDate ?? '');
    const inTurn = [...new Set(languages(article))];
    const question = JSON.stringify([words, type, referenceDate, inTurn]);
    const answer = known.get(question) ?? read(inTurn.map((language) => ({ ...article, referenceDate, language: /** @type {Article['language']} */ (language) })));
    known.set(question, answer);
    return answer;

    /** @param {Article[]} settings to be tried one after the other */
    async function read(settings) {
      for (const setting of settings) {
        const said = await ask(setting, words);
        if (typeof said === 'string') { known.delete(question); return undefined; }
        const value = valueFor(JSON.parse(said.json).annotations, type);
        if (value) return value;
      }
      return undefined;
    }
  }

  /** Amounts and times that the reader marked without a value. @param {Article} article */
  function findValues(article) {
    for (const correction of article.corrections) {
      if (seen.has(correction) || !('type' in correction) || !correction.type || correction.value || familyOf(correction.type) === 'name') continue;
      seen.add(correction);
      valueOf(article, correction.text, correction.type).then((value) => {
        if (value) send({ type: 'value', id: article.id, correction, value });
      });
    }
  }

  return { valueOf, findValues };
}
