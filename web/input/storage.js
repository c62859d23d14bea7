// Keeps the reader's dictionary between visits, only while the reader wants it. Nothing else is ever stored.

import { isName } from '../model/types.js';

const KEY = 'lupe.dictionary';

/** @typedef {(action: import('../state.js').Action) => void} Send */

/** @param {Send} send */
export function loadDictionary(send) {
  const stored = read();
  if (stored === null) return;
  try {
    send({ type: 'dictionary', rows: readRows(JSON.parse(stored)), keep: true });
  } catch {
    localStorage.removeItem(KEY); // not written by this page
  }
}

/** @param {any} rows @returns {DictionaryRow[]} those that have the right shape */
function readRows(rows) {
  const isRow = (/** @type {any} */ row) => typeof row?.text === 'string' && row.text.trim() !== '' && (row.type === null || isName(row.type));
  return Array.isArray(rows) ? rows.filter(isRow).map(({ text, type }) => ({ text, type })) : [];
}

/** @returns {string | null} */
function read() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // storage is switched off: nothing was kept
  }
}

/** @param {State['dictionary']} dictionary @param {Send} send */
export function saveDictionary({ rows, keep }, send) {
  try {
    if (keep) localStorage.setItem(KEY, JSON.stringify(rows));
    else localStorage.removeItem(KEY);
  } catch {
    if (keep) {
      send({ type: 'notice', id: 'storageFailed' });
      send({ type: 'dictionary', keep: false });
    }
  }
}
