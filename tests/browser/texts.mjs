// The texts on which every build must say the same, byte for byte: the samples, the case files' lines, and hostile ones.

import { readdirSync, readFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);
const read = (/** @type {string} */ path) => readFileSync(new URL(path, root), 'utf8');

/** @typedef {{name: string, text: string, language: string, date: string}} Text */

/** @param {string} language @returns {Text[]} each line of a case file without its markup */
function cases(language) {
  return readdirSync(new URL(`tests/cases/${language}/`, root), { encoding: 'utf8', recursive: true }).filter((name) => name.endsWith('.txt')).flatMap((name) => {
    let date = '';
    return read(`tests/cases/${language}/${name}`).split('\n').flatMap((line, index) => {
      const given = /^# date:\s*(\S+)/.exec(line);
      if (given) date = given[1];
      if (line === '' || line.startsWith('#')) return [];
      return [{ name: `${name}:${index + 1}`, text: line.replace(/\[([^\]|]*)\|[^\]]*\]/g, '$1'), language, date }];
    });
  });
}

const HOSTILE = ['', ' ', '\0', '\r\n12 Euro\r\n', '😀 12 Mio. Euro 👩‍👩‍👧 34 %', 'e\u0301 12 \u202e34\u202c', '\ufeff12 Leute', 'في 12 مارس 2024', 'x'.repeat(5000),
  '12.'.repeat(2000), 'Montag '.repeat(500), '((((((((12))))))))', String.fromCharCode(...Array.from({ length: 500 }, (_, i) => i + 1))];

/** @type {Text[]} */
export const TEXTS = [
  { name: 'sample de', text: read('web/samples/de.txt'), language: 'auto', date: '' },
  { name: 'sample en', text: read('web/samples/en.txt'), language: 'auto', date: '2024' },
  ...cases('de'), ...cases('en'),
  ...HOSTILE.map((text, index) => ({ name: `hostile ${index}`, text, language: index % 2 ? 'en' : 'de', date: '' })),
];
