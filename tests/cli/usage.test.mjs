// Options, exit codes and messages of the command line.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { folder, lupe, root, shell } from './command.mjs';

const wrong = (args, message) => {
  const { code, out, err } = lupe(args);
  assert.equal(code, 2, args.join(' '));
  assert.equal(out, '');
  assert.match(err, message);
  assert.equal(err.split('\n').length, 2, 'one line');
};

test('wrong usage is exit code 2 and one sentence', () => {
  wrong(['--nonsense'], /no option '--nonsense'/);
  wrong(['-x'], /no option '-x'/);
  wrong(['--format', 'xml'], /no format 'xml'; there are json, jsonl, csv, conll, brat, html, text/);
  wrong(['--format'], /'--format' needs a value/);
  wrong(['--lang', 'klingon'], /unknown language 'klingon'/);
  wrong(['--offsets', 'utf32'], /no offset unit 'utf32'/);
  wrong(['--jobs', 'many'], /--jobs is a whole number/);
  wrong(['--jobs=-1'], /--jobs is a whole number/);
  wrong(['--max-bytes', '0'], /--max-bytes is a whole number/);
  wrong(['--max-bytes', '99999999999999999999'], /--max-bytes is a whole number/);
  wrong(['--color', 'green'], /no use of colour 'green'/);
  wrong(['--format', 'jsonl', '--output', 'x'], /--output is not for jsonl/);
  wrong(['--dictionary', '/nowhere'], /cannot read the dictionary/);
});

test('--help and --version', () => {
  const help = lupe(['--help']);
  assert.equal(help.code, 0);
  for (const option of ['--format', '--lang', '--date', '--offsets', '--dictionary', '--output', '--jobs', '--max-bytes', '--color'])
    assert.ok(help.out.includes(option), option);
  assert.ok(help.out.split('\n').every((line) => line.length <= 120));
  const version = readFileSync(`${root}/CMakeLists.txt`, 'utf8').match(/project\(lupe VERSION ([0-9.]+)/)[1];
  assert.equal(lupe(['--version']).out, `lupe ${version}\n`);
  assert.equal(lupe(['-h']).out, help.out);
});

test('options may be written with a space, an equals sign or a letter, in any place', () => {
  const input = 'Das kostet 17 Dollar.';
  const expected = lupe(['--lang', 'en', '--format', 'csv', '-'], { input });
  assert.equal(expected.code, 0);
  assert.equal(lupe(['--lang=en', '--format=csv'], { input }).out, expected.out);
  assert.equal(lupe(['-', '-l', 'en', '-f', 'csv'], { input }).out, expected.out);
  assert.equal(JSON.parse(lupe(['--lang', 'en'], { input }).out).language, 'en');
});

test('-- ends the options', (t) => {
  const path = folder(t, { '-x.txt': 'Das kostet 17 Dollar.' });
  assert.equal(shell(`cd ${path} && "$LUPE" -- -x.txt`).code, 0);
});

test('a file that is missing or not UTF-8 is exit code 3', (t) => {
  const path = folder(t, { 'latin1.txt': Buffer.from('M\xfcnchen', 'latin1'), 'image.png': Buffer.from([0x89, 0x50, 0x4e, 0x47]) });
  for (const file of ['missing.txt', 'latin1.txt', 'image.png']) {
    const { code, out, err } = lupe([`${path}/${file}`]);
    assert.equal(code, 3, file);
    assert.equal(out, '');
    assert.ok(err.includes(file));
  }
  assert.match(lupe([], { input: Buffer.from([0x41, 0xff]) }).err, /'standard input': not UTF-8 \(byte 1\)/);
  assert.equal(lupe([], { input: Buffer.from([0x41, 0xed, 0xa0, 0x80]) }).code, 3, 'a surrogate in UTF-8');
  assert.equal(lupe([path]).code, 3, 'a directory without texts that can be read');
});

test('a text over the limit is exit code 4, at the limit all is well', (t) => {
  const path = folder(t, { 'a.txt': 'x'.repeat(1000) });
  assert.equal(lupe(['--max-bytes', '1000', `${path}/a.txt`]).code, 0);
  assert.equal(lupe(['--max-bytes', '999', `${path}/a.txt`]).code, 4);
  assert.equal(lupe(['--max-bytes', '999'], { input: 'x'.repeat(1000) }).code, 4);
  assert.equal(lupe(['--max-bytes', '100000', '/dev/zero']).code, 4, 'a file without end');
});

test('some inputs failed is exit code 1, and the others have their results', (t) => {
  const path = folder(t, { 'a.txt': 'Das kostet 17 Dollar.', 'b.txt': Buffer.from([0xff]), 'c.txt': 'x'.repeat(2000), 'd.txt': 'Das kostet 18 Dollar.' });
  const all = ['a', 'b', 'c', 'd'].map((name) => `${path}/${name}.txt`);
  const { code, out, err } = lupe(['--max-bytes', '1000', ...all]);
  assert.equal(code, 1);
  assert.equal(out, lupe([all[0]]).out + lupe([all[3]]).out);
  assert.equal(err.split('\n').length, 3);
  assert.equal(lupe([all[1], `${path}/missing`]).code, 3, 'all unreadable');
  assert.equal(lupe(['--max-bytes', '1000', all[1], all[2]]).code, 1, 'two reasons');
});

test('empty input is a result', () => {
  const { code, out } = lupe([]);
  assert.equal(code, 0);
  assert.deepEqual(JSON.parse(out).annotations, []);
});

test('a reader that has had enough is no error, a full disk is', () => {
  const quiet = shell('for i in 1 2 3 4 5 6 7 8; do cat tests/cli/*.mjs core/cli/*.cpp; done | "$LUPE" -f text | head -n 1 >/dev/null; echo ${PIPESTATUS[1]}');
  assert.deepEqual(quiet, { code: 0, out: '0\n', err: '' });
  const many = shell('yes \'{"id":1,"text":"Das kostet 17 Dollar."}\' | "$LUPE" -f jsonl -j 2 | head -n 3 | wc -l; echo ${PIPESTATUS[1]}');
  assert.deepEqual(many, { code: 0, out: '3\n0\n', err: '' });
  const full = shell('"$LUPE" < CMakeLists.txt > /dev/full');
  assert.equal(full.code, 1);
  assert.match(full.err, /cannot write/);
});

test('control characters of a file name do not reach the terminal', () => {
  assert.equal(lupe(['no\x1b[31msuch']).err.includes('\x1b'), false);
});
