// News for the benchmark: paragraphs of this repository's samples and case lines, shuffled by a fixed seed into articles, up to a
// size. Or a file's own text, repeated.

import { readdirSync, readFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);
const read = (/** @type {string} */ path) => readFileSync(new URL(path, root), 'utf8');

/** @param {'de' | 'en'} language @returns {string[]} sentences without their markup */
function sentences(language) {
  const lines = readdirSync(new URL(`tests/cases/${language}/`, root)).flatMap((name) => read(`tests/cases/${language}/${name}`).split('\n'));
  return lines.filter((line) => line.length > 25 && !line.startsWith('#')).map((line) => line.replace(/\[([^\]|]*)\|[^\]]*\]/g, '$1').replace(/([^.!?“"])$/, '$1.'));
}

/** @param {'de' | 'en'} language @param {number} bytes @param {string} [file] @returns {string} */
export function news(language, bytes, file) {
  const own = file ? [readFileSync(file, 'utf8')] : [read(`web/samples/${language}.txt`)];
  const pool = file ? [] : sentences(language);
  let seed = 7;
  const random = (/** @type {number} */ below) => { seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff; return (seed >> 8) % below; };
  const articles = [];
  for (let size = 0; size < bytes; size += Buffer.byteLength(articles[articles.length - 1]) + 2) {
    const paragraphs = [own[0]];
    for (let count = file ? 0 : 60; count > 0; count -= 1) paragraphs.push(Array.from({ length: 3 + random(4) }, () => pool[random(pool.length)]).join(' '));
    articles.push(paragraphs.join('\n\n'));
  }
  return Buffer.from(articles.join('\n\n')).subarray(0, bytes).toString().replace(/\uFFFD$/, '');
}
