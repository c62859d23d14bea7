// The command line and the module give the same bytes for any text: natively, with 64 bits, and as WebAssembly, with 32.
//
//   node tests/fuzz/identical.mjs MINUTES [MODULE...]     from a fresh seed, which is printed
//
// Texts are lines of the cases, cut up, mixed and changed. tests/wasm/identical.test.mjs compares some thousand in every run.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { load } from '../../wasm/lupe.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
export const MODULE = process.env.LUPE_WASM ?? `${root}build/wasm/lupe.wasm`;

/** Numbers below a limit, the same for the same seed (xorshift32). @param {number} seed */
function dice(seed) {
  let state = Math.imul(seed, 0x9e3779b1) | 1;
  return (/** @type {number} */ limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}

/** The texts of the cases, without their markup. */
function caseLines() {
  return ['de', 'en'].flatMap((language) => {
    const folder = `${root}tests/cases/${language}`;
    const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
    const lines = files.flatMap((name) => readFileSync(`${folder}/${name}`, 'utf8').split('\n'));
    return lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.replace(/\[([^\]|]*)\|[^\]]*\]/g, '$1'));
  });
}

const ODD = ['\n', '\r\n', '\t', ' ', '\u00a0', '\u202f', '\u00ad', '\u200d', '\u0308', '\u202e', '\ufeff', '\0', '.', ',', '-', '–', '/', ':', '%', '€', '½', '²', '٣', '５',
  "'", '’', '"', '„', '(', ')', 's', 'ß', 'İ', 'ſ', 'ﬁ', 'Ǆ', 'я', '東', 'ก', '🙂', '🇩🇪', '0', '9', '1e9', '2023', '99', ' am ', ' bis ', ' AG ', 'Mio.', ' Uhr '];
const LANGUAGES = ['auto', 'de', 'en'];
const DATES = ['', '', '2023-09-26', '2023-09', '2024-02-29', '2023', '0001', '9999-12-31'];

/** @param {(limit: number) => number} roll @param {string[]} lines */
function mutated(roll, lines) {
  const any = () => lines[roll(lines.length)];
  let units = [...Array.from({ length: 1 + roll(4) }, any).join(['\n', '\n\n', ' ', ''][roll(4)])];
  for (let left = roll(6); left > 0; left -= 1) {
    const at = roll(units.length + 1);
    const size = roll(8);
    const kind = roll(6);
    if (kind === 0) units.splice(at, size);
    else if (kind === 1) units.splice(at, 0, ODD[roll(ODD.length)]);
    else if (kind === 2) units.splice(at, 0, ...units.slice(at, at + size));
    else if (kind === 3) units.splice(at, size, ...units.slice(at, at + size).map((unit) => (roll(2) ? unit.toUpperCase() : unit.toLowerCase())));
    else if (kind === 4) units = [...units.slice(at), ...units.slice(0, at)];
    else units.splice(at, 0, ...[...any()].slice(0, size * 3));
  }
  return units.join('');
}

/**
 * Compares the native command line with each engine on `count` texts.
 * @param {number} count @param {number} seed @param {import('../../wasm/lupe.mjs').Engine[]} engines
 */
export function compare(count, seed, engines) {
  const roll = dice(seed);
  const lines = caseLines();
  const records = Array.from({ length: count }, (_, id) => (
    { id, text: mutated(roll, lines), language: LANGUAGES[roll(LANGUAGES.length)], date: DATES[roll(DATES.length)] }));
  const { stdout, status } = spawnSync(`${root}build/native/lupe`, ['--format', 'jsonl'],
    { input: records.map((record) => `${JSON.stringify(record)}\n`).join(''), maxBuffer: 1 << 30, encoding: 'utf8' });
  assert.equal(status, 0);
  const answers = stdout.split('\n');
  for (const { id, text, language, date } of records) {
    for (const engine of engines) {
      const json = engine.analyzeToJson(text, { language, referenceDate: date });
      assert.equal(`{"id":${id},${json.slice(1)}`, answers[id], `${JSON.stringify({ text, language, date })} differs`);
    }
  }
}

/** @param {string[]} paths */
export const enginesFrom = (paths) => Promise.all(paths.map((path) => load(readFileSync(path))));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [minutes = '1', ...paths] = process.argv.slice(2);
  const engines = await enginesFrom(paths.length > 0 ? paths : [MODULE]);
  const end = performance.now() + Number(minutes) * 60_000;
  let texts = 0;
  for (let seed = Date.now() % 1e9; performance.now() < end; seed += 1) {
    try {
      compare(500, seed, engines);
    } catch (error) {
      console.error(`seed ${seed}`);
      throw error;
    }
    texts += 500;
  }
  console.log(`${texts} texts, the same bytes from the command line and ${engines.length} module(s)`);
}
