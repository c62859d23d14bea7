// Reads llvm-cov's export for coverage.sh and prints lines and branches, worst file first; fails where the library misses its goal.
//   node tests/coverage.mjs FILE [--lines]
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

const GOAL = { lines: 95, branches: 90 };
const [file, ...options] = process.argv.slice(2);
const [{ files }] = JSON.parse(readFileSync(file, 'utf8')).data;

const percent = ({ covered, count }) => (count === 0 ? 100 : (100 * covered) / count);
const shown = (part) => `${percent(part).toFixed(1).padStart(6)} %  ${`${part.covered}/${part.count}`.padStart(12)}`;
const sum = (parts) => parts.reduce((all, { covered, count }) => ({ covered: all.covered + covered, count: all.count + count }), { covered: 0, count: 0 });

/** Outcomes that never came. A condition that was never decided either way is a constant one, or stands on a line that never ran. */
function missedOutcomes({ branches }) {
  const outcomes = new Map();
  for (const [line, column, , , isTrue, isFalse] of branches) {
    const [yes, no] = outcomes.get(`${line}:${column}`) ?? [0, 0];
    outcomes.set(`${line}:${column}`, [yes + isTrue, no + isFalse]);
  }
  return [...outcomes].filter(([, [yes, no]]) => (yes === 0) !== (no === 0)).map(([at, [yes]]) => `${at} never ${yes ? 'false' : 'true'}`);
}

/** Lines from the segments [line, column, count, hasCount, isStart, ...] on which nothing ran. */
function unreachedLines({ segments }) {
  const lines = new Set();
  segments.forEach(([line, , count, hasCount], index) => {
    if (!hasCount || count > 0) return;
    const end = segments[index + 1] ?? [line];
    for (let at = line; at < Math.max(end[0], line + 1); at += 1) lines.add(at);
  });
  return lines;
}

const measured = files.map((entry) => ({
  name: relative('.', entry.filename), lines: entry.summary.lines, branches: entry.summary.branches, missed: missedOutcomes(entry), dead: unreachedLines(entry),
}));

let failed = false;
for (const [title, pattern, goal] of [['library', /^core\/(src|include)\//, GOAL], ['command line', /^core\/cli\//, { lines: 0, branches: 0 }]]) {
  const group = measured.filter(({ name }) => pattern.test(name)).sort((a, b) => percent(a.branches) - percent(b.branches));
  const total = { lines: sum(group.map(({ lines }) => lines)), branches: sum(group.map(({ branches }) => branches)) };
  console.log(`\n${title.padEnd(38)} ${'lines'.padStart(22)} ${'branches'.padStart(23)}`);
  for (const { name, lines, branches, missed, dead } of group) {
    console.log(`${name.padEnd(38)} ${shown(lines)}  ${shown(branches)}`);
    if (!options.includes('--lines')) continue;
    if (dead.size) console.log(`    lines ${[...dead].join(' ')}`);
    for (const key of missed) console.log(`    ${name}:${key}`);
  }
  console.log(`${'all'.padEnd(38)} ${shown(total.lines)}  ${shown(total.branches)}`);
  for (const part of ['lines', 'branches']) {
    if (percent(total[part]) >= goal[part]) continue;
    console.log(`${title}: ${part} below ${goal[part]} %`);
    failed = true;
  }
}
process.exit(failed ? 1 : 0);
