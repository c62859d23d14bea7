// Files, directories, several inputs, jobs, the dictionary, output folders and what a terminal sees.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { article, folder, lines, lupe, shell } from './command.mjs';

const tree = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${i % 3}/a${i}.txt`, article(i, 1 + (i % 5) * 20)]));

test('a directory stands for its texts, sorted; other files are left alone', (t) => {
  const path = folder(t, { 'b/2.txt': article(2), 'a.md': article(1), 'c.text': article(3), 'd.png': Buffer.from([0xff]), 'e.jsonl': '{' });
  const { code, out } = lupe([path]);
  assert.equal(code, 0);
  assert.equal(out, ['a.md', 'b/2.txt', 'c.text'].map((name) => lupe([`${path}/${name}`]).out).join(''));
});

test('any number of jobs gives the same bytes in the same order', (t) => {
  const path = folder(t, tree);
  for (const format of ['json', 'jsonl', 'csv', 'conll', 'brat', 'html', 'text']) {
    const one = lupe(['-f', format, path]);
    assert.equal(one.code, 0);
    for (const jobs of ['2', '7', '0']) assert.equal(lupe(['-f', format, '-j', jobs, path]).out, one.out, `${format}, ${jobs} jobs`);
  }
});

test('--output makes one file an input, with the folders of the inputs', (t) => {
  const path = folder(t, tree);
  const target = `${path}/out`;
  assert.deepEqual(lupe(['-f', 'html', '-o', target, '-j', '2', path]), { code: 0, out: '', err: '' });
  assert.deepEqual(readdirSync(target, { recursive: true }).filter((name) => name.endsWith('.html')).length, 40);
  assert.equal(readFileSync(`${target}/1/a4.html`, 'utf8'), lupe(['-f', 'html', `${path}/1/a4.txt`]).out);
});

test('--output never writes over an input, nor two results to one place', (t) => {
  const path = folder(t, { 'a.json': 'Das kostet 17 Dollar.', 'x/b.txt': '1', 'y/b.txt': '2' });
  const over = lupe(['-o', path, `${path}/a.json`]);
  assert.equal(over.code, 1);
  assert.match(over.err, /it is the input/);
  assert.equal(readFileSync(`${path}/a.json`, 'utf8'), 'Das kostet 17 Dollar.');
  assert.equal(lupe(['-o', path, `${path}/x/b.txt`, `${path}/y/b.txt`]).code, 2);
});

test('the dictionary file: rows are read, a bad row is named', (t) => {
  const path = folder(t, { 'good.tsv': '# own names\nQuirlix\torganization\nHerbst\tnever\r\n\n', 'bad.tsv': 'Quirlix\torganization\nHerbst season\n' });
  assert.equal(lupe(['--dictionary', `${path}/good.tsv`], { input: 'x' }).code, 0);
  const bad = lupe(['--dictionary', `${path}/bad.tsv`], { input: 'x' });
  assert.equal(bad.code, 2);
  assert.match(bad.err, /bad\.tsv:2: a row is a name, a tab/);
});

test('the dictionary decides about its names', (t) => {
  const path = folder(t, { 'own.tsv': 'Quirlix\tperson\nBerlin\tnever\n' });
  const input = 'Im August kam Quirlix nach Berlin. Quirlix blieb in Berlin.';
  const names = (args) => JSON.parse(lupe(['--lang', 'de', ...args], { input }).out).annotations.filter((a) => !a.value);
  assert.ok(names([]).some((a) => a.text === 'Berlin'));
  const own = names(['--dictionary', `${path}/own.tsv`]);
  assert.deepEqual(own.map((a) => [a.text, a.type]), [['Quirlix', 'person'], ['Quirlix', 'person']]);
});

// `script` gives the command a terminal of its own.
const terminal = (command, env) => shell(`script -qec '${command}' /dev/null`, env);

test('colours on a terminal only, and not with NO_COLOR', (t) => {
  const path = folder(t, { 'a.txt': 'Das kostet 17 Dollar.' });
  const command = `"$LUPE" -f text ${path}/a.txt`;
  const plain = lupe(['-f', 'text', `${path}/a.txt`]).out;
  assert.match(terminal(command, { TERM: 'xterm', NO_COLOR: '' }).out, /\x1b\[4;/);
  assert.equal(terminal(command, { TERM: 'xterm', NO_COLOR: '1' }).out.replaceAll('\r', ''), plain);
  assert.equal(terminal(command, { TERM: 'dumb', NO_COLOR: '' }).out.replaceAll('\r', ''), plain);
  assert.equal(plain.includes('\x1b'), false);
  assert.match(lupe(['-f', 'text', '--color', 'always', `${path}/a.txt`], { env: { NO_COLOR: '1' } }).out, /\x1b\[4;/);
});

test('a bar on the terminal while many files are read into a file, and none elsewhere', (t) => {
  const files = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`a${i}.txt`, article(i, 2000)]));
  const path = folder(t, files);
  const shown = terminal(`"$LUPE" ${path} > /dev/null`, { TERM: 'xterm' }).out;
  assert.match(shown, /\r\[#+\.+\] \d+ of 60 texts/);
  assert.ok(shown.endsWith('\r\x1b[K'), 'removed at the end');
  assert.equal(lupe([path]).err, '');
  assert.equal(lines(lupe([path]).out).length, 60);
});
