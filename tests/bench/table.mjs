// The one table of run.sh: node table.mjs [GERMAN_FILE [ENGLISH_FILE]], everything built.

import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { others } from './others.mjs';
import { page } from './page.mjs';
import { news } from './text.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const [de, en] = process.argv.slice(2);
const files = { de, en };
const SIZES = { 1: 1e6, 10: 1e7 };
const progress = (/** @type {string} */ what) => process.stderr.write(`bench: ${what}\n`);

/** @param {string[]} command @param {number} size in MB @returns {Record<string, number>} milliseconds by stage */
function bench(command, size) {
  progress(`${command[command.length - 1]}, ${size} MB`);
  mkdirSync(`${root}build/bench`, { recursive: true });
  const file = `${root}build/bench/${size}.txt`;
  writeFileSync(file, news('de', SIZES[size], files.de));
  const [program, ...first] = command;
  const said = execFileSync(program, [...first, file, '1', size === 1 ? '7' : '3'], { encoding: 'utf8' });
  return Object.fromEntries([...said.matchAll(/^(.+?) +([\d.]+) +[\d.]+ +[\d.]+$/gm)].map(([, stage, ms]) => [stage, Number(ms)]));
}

/**
 * Chromium tells when the stages are done: tokens; four stages for each block of the text, the last of them with its resolver; entities;
 * and the way out: JSON and the message, and its bytes as text. @param {number[]} at
 */
function chromium(at) {
  const took = at.map((end, index) => end - (at[index - 1] ?? 0));
  const [facts, answer, decoded] = took.slice(-3);
  const blocks = took.slice(1, -3);
  const stage = (/** @type {number} */ which) => blocks.filter((_, index) => index % 4 === which).reduce((sum, ms) => sum + ms, 0);
  return {
    'tokens, sentences': took[0], terms: stage(0), 'numerals, amounts': stage(1), times: stage(2), names: stage(3),
    'resolver, entities': facts, JSON: answer, 'as text': decoded, 'whole analysis': at[at.length - 3],
  };
}

/** @param {Record<string, number>} ms */
const grouped = (ms) => ({
  ...ms, 'numerals, amounts': ms.numerals + ms.amounts,
  'resolver, entities': ms['whole analysis'] - ['tokens, sentences', 'terms', 'numerals', 'amounts', 'times', 'names'].reduce((sum, stage) => sum + ms[stage], 0),
});

const native = Object.fromEntries(Object.keys(SIZES).map((size) => [size, grouped(bench([`${root}build/native/tests/lupe_bench`], Number(size)))]));
const node = Object.fromEntries(Object.keys(SIZES).map((size) => [size, grouped(bench([process.execPath, `${root}build/wasm/tests/lupe_bench.js`], Number(size)))]));
progress('the page in Chromium');
const { times, stages } = await page(`${root}build/page/lupe.html`, files);
const browser = Object.fromEntries(Object.entries(stages).map(([size, at]) => [size, chromium(at)]));
progress('other programs');
const speeds = await others(files, `${root}build/wasm/lupe.wasm`);

/** @type {string[][]} */
const rows = [['', 'native', 'wasm, Node', 'wasm, Chromium', 'budget'], ['---', '---', '---', '---', '---']];
const where = [native, node, browser];
const row = (/** @type {string} */ what, /** @type {(string | undefined)[]} */ cells, budget = '') => rows.push([what, ...cells.map((cell) => cell ?? ''), budget]);
const speed = (/** @type {number} */ size, /** @type {number} */ ms) => `${(SIZES[size] / 1e3 / ms).toFixed(1)} MB/s`;
for (const size of Object.keys(SIZES).map(Number)) {
  const bare = where.map((at) => at[size]['ICU bare pass']);
  row(`${size} MB: ICU's bare pass`, bare.map((ms) => ms && speed(size, ms)));
  row(`${size} MB: whole analysis`, where.map((at, index) => {
    const ms = at[size]['whole analysis'];
    return speed(size, ms) + (bare[index] ? `, ${(ms / bare[index]).toFixed(1)} x ICU` : '');
  }), 'at most 8 x ICU');
  for (const stage of ['tokens, sentences', 'terms', 'numerals, amounts', 'times', 'names', 'resolver, entities']) {
    row(`${size} MB: ${stage}`, where.map((at) => `${((100 * at[size][stage]) / at[size]['whole analysis']).toFixed(1)} %, ${speed(size, at[size][stage])}`));
  }
  const share = (/** @type {string} */ what) => where.map((at) => what in at[size] ? `${((100 * at[size][what]) / at[size]['whole analysis']).toFixed(1)} % of the analysis` : '');
  row(`${size} MB: JSON, in Chromium with its way to the page`, share('JSON'), 'at most 10 %');
  row(`${size} MB: its bytes made text in the page`, share('as text'));
}
const ms = (/** @type {number} */ value) => `${value.toFixed(value < 100 ? 1 : 0)} ms`;
row('page: open to ready', ['', '', ms(times.ready)], 'at most 250 ms');
row('page: paste 4 KB to highlight', ['', '', ms(times.small)]);
row('page: paste 1 MB to highlight', ['', '', ms(times.large)]);
row('page: keystroke in 4 KB', ['', '', ms(times.key)], 'below 16 ms');
const characters = (/** @type {number} */ value) => `${(value / 1e6).toFixed(2)} million characters/s`;
row('English: Lupe, result as objects', ['', characters(speeds.lupe)]);
row('English: wink-nlp, sentences and entities', ['', characters(speeds.wink)], `Lupe at least as fast: ${(speeds.lupe / speeds.wink).toFixed(2)} x`);
row('German: Lupe, result as objects', ['', characters(speeds.lupeGerman)]);
row('German: chrono-node, dates only', ['', characters(speeds.chrono)]);
console.log(rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n'));
