// What the reader takes back and does again: corrections of an article as a whole list, the dictionary by its words, because
// other articles may have changed other rows of it meanwhile.

/** How some words stand in the dictionary. @param {DictionaryRow[]} rows @param {string[]} words @returns {WordsBefore[]} */
export const asTheyStand = (rows, words) => words.map((text) => {
  const at = rows.findIndex((row) => row.text === text);
  return { text, row: rows[at] ?? null, at };
});

/** @param {DictionaryRow[]} rows @param {DictionaryRow[]} next @returns {string[]} the words whose rows differ */
export const changedWords = (rows, next) => [...new Set([...rows.filter((row) => !next.includes(row)), ...next.filter((row) => !rows.includes(row))].map(({ text }) => text))];

/** The dictionary with these words as they stood. @param {DictionaryRow[]} rows @param {WordsBefore[]} before @returns {DictionaryRow[]} */
export function putBack(rows, before) {
  const result = rows.filter(({ text }) => before.every((words) => words.text !== text));
  for (const { row, at } of [...before].sort((a, b) => a.at - b.at)) if (row) result.splice(at, 0, row);
  return result;
}
