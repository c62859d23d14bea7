// What each output format holds.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { folder, lines, lupe } from './command.mjs';

const text = '🎉 "Müller" & <b>Söhne</b> zahlen 17 Dollar,\r\nam 3. Oktober 2023 noch 4,5 Prozent.\n\n=1+1; und der Rest? 12 Euro.\n';
const json = (args = [], input = text) => JSON.parse(lupe(['--lang', 'de', ...args], { input }).out);
const as = (format, args = [], input = text) => lupe(['--lang', 'de', '-f', format, ...args], { input }).out;

test('json: offsets in each unit cut the annotation out of the text', () => {
  const bytes = Buffer.from(text);
  const points = [...text];
  const cut = {
    utf16: (a) => text.slice(a.start, a.end),
    codepoint: (a) => points.slice(a.start, a.end).join(''),
    byte: (a) => bytes.subarray(a.start, a.end).toString(),
  };
  for (const [unit, of] of Object.entries(cut)) {
    const result = json(['--offsets', unit]);
    assert.equal(result.offsetUnit, unit);
    assert.ok(result.annotations.length >= 3);
    for (const annotation of result.annotations) assert.equal(of(annotation), annotation.text);
  }
  assert.deepEqual(json(), json(['--offsets', 'utf16']));
});

// A reader of RFC 4180.
function parseCsv(csv) {
  const rows = [['']];
  let quoted = false;
  for (let i = 0; i < csv.length; ++i) {
    const row = rows.at(-1);
    if (quoted && csv[i] === '"' && csv[i + 1] === '"') row[row.length - 1] += csv[i++];
    else if (csv[i] === '"') quoted = !quoted;
    else if (!quoted && csv[i] === ',') row.push('');
    else if (!quoted && csv[i] === '\n') rows.push(['']);
    else row[row.length - 1] += csv[i];
  }
  assert.deepEqual(rows.pop(), [''], 'ends in a line end');
  return rows;
}

test('csv: the same annotations as the JSON, a line each', () => {
  const [header, ...rows] = parseCsv(as('csv'));
  const cells = rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i]])));
  const { annotations } = json();
  assert.equal(cells.length, annotations.length);
  for (const [i, annotation] of annotations.entries()) {
    assert.equal(rows[i].length, header.length);
    for (const key of ['id', 'start', 'end', 'text', 'type', 'rule', 'confidence']) assert.equal(cells[i][key], String(annotation[key]));
    const { number, min, max, ...words } = annotation.value ?? {};
    for (const [key, value] of Object.entries({ number, min, max })) assert.equal(Number(cells[i][key] || NaN), value ?? NaN, key);
    for (const [key, value] of Object.entries(words)) assert.equal(cells[i][key], String(value), key);
  }
});

test('csv: commas, quotes and line ends in a source are quoted, the header comes once', (t) => {
  const path = folder(t, { 'a, "b".txt': 'Das kostet 17 Dollar.', 'c.txt': 'Das kostet 18 Dollar.' });
  const rows = parseCsv(lupe(['-f', 'csv', path]).out);
  assert.deepEqual(new Set(rows.slice(1).map((row) => row[0])), new Set([`${path}/a, "b".txt`, `${path}/c.txt`]));
  assert.equal(rows.filter((row) => row[0] === 'source').length, 1);
});

test('conll: every visible character is in a token, B- and I- follow the annotations', () => {
  const out = as('conll');
  assert.ok(out.startsWith('-DOCSTART- O\n\n'));
  assert.ok(out.endsWith('\n\n'));
  const rows = lines(out).slice(2);
  const tokens = rows.filter((row) => row !== '').map((row) => row.split(' '));
  assert.ok(tokens.every((row) => row.length === 2));
  assert.equal(tokens.map((row) => row[0]).join(''), text.replace(/\s/g, ''));
  const names = { person: 'PER', organization: 'ORG', location: 'LOC' };
  const begun = tokens.filter((row) => row[1].startsWith('B-')).map((row) => row[1].slice(2));
  assert.deepEqual(
    begun,
    json().annotations.map(({ type }) => names[type] ?? type.toUpperCase()),
  );
  for (const [i, [, tag]] of tokens.entries()) if (tag.startsWith('I-')) assert.equal(tokens[i - 1][1].slice(2), tag.slice(2));
  assert.ok(rows.filter((row) => row === '').length >= 2, 'sentences are apart');
});

test('brat: offsets are code points and give the text', () => {
  const points = [...text];
  const bound = lines(as('brat'))
    .filter((line) => line.startsWith('T'))
    .map((line) => line.split('\t'));
  const { annotations } = json();
  assert.equal(bound.length, annotations.length);
  for (const [i, [id, where, surface]] of bound.entries()) {
    const [, type, offsets] = where.match(/^(\w+) (.*)$/);
    assert.equal(id, `T${i + 1}`);
    assert.equal(type.toLowerCase(), annotations[i].type);
    const parts = offsets.split(';').map((part) => points.slice(...part.split(' ').map(Number)).join(''));
    assert.equal(parts.join(' '), surface);
    assert.equal(surface, annotations[i].text.replace(/[\r\n]+/g, ' '));
  }
  for (const note of lines(as('brat')).filter((line) => line.startsWith('#'))) assert.match(note, /^#\d+\tAnnotatorNotes T\d+\t\w+ \S/);
});

const unescape = (html) => html.replaceAll('&#13;', '\r').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

test('html: the content policy fits the style, the text is whole, nothing of it is markup', () => {
  const page = as('html');
  const style = page.match(/<style>(.*?)<\/style>/s)[1];
  const hash = createHash('sha256').update(style).digest('base64');
  assert.ok(page.includes(`content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`));
  const article = page.match(/<div class="text">(.*)<\/div>/s)[1];
  assert.deepEqual(new Set(article.match(/<\/?\w+/g)), new Set(['<mark', '</mark']));
  assert.equal(unescape(article.replace(/<[^>]*>/g, '')), text);
  assert.equal(article.match(/<mark/g).length, json().annotations.length);
  assert.doesNotMatch(page, /<script|javascript:|https?:|\son\w+=/);
});

test('html: hostile texts and file names stay text', (t) => {
  const hostile = '</div></article><script>alert(1)</script><img src=x onerror=alert(1)> 17 Dollar "\'><svg/onload=alert(1)> \u0000\u0001\u001b';
  const path = folder(t, { '<img src=x onerror=alert(1)>.txt': hostile });
  const page = lupe(['-f', 'html', path]).out;
  assert.doesNotMatch(page, /<script|<img|<svg/);
  assert.doesNotMatch(page, /[\u0000\u0001\u001b]/);
});

test('html: several inputs make one page', (t) => {
  const path = folder(t, { 'a.txt': 'Das kostet 17 Dollar.', 'b.txt': 'Das kostet 18 Dollar.' });
  const page = lupe(['-f', 'html', path]).out;
  for (const [tag, times] of [
    ['<!DOCTYPE', 1],
    ['<article', 2],
    ['</article>', 2],
    ['</html>', 1],
  ])
    assert.equal(page.split(tag).length - 1, times, tag);
});

test('text: annotations are written into the text, the legend counts them', () => {
  const out = as('text');
  const body = out.slice(0, out.lastIndexOf('-- '));
  assert.equal(body.replace(/\[([^|\]]*)\|[^\]]*\]/g, '$1'), text.replaceAll('\r', ''));
  const counts = out.slice(out.lastIndexOf('-- ')).match(/\d+/g).map(Number);
  assert.equal(
    counts.reduce((a, b) => a + b),
    json().annotations.length,
  );
  assert.equal(as('text', [], 'und'), 'und\n-- nothing found\n');
});

test('text: no control character of the article steers the terminal', () => {
  const out = as('text', ['--color', 'always'], 'a\x1b]0;title\x07b\x9bc\x7f\x00 17 Dollar');
  assert.equal(out.replace(/\x1b\[[0-9;]*m/g, '').split('\n')[0], 'a␛]0;title␇b\ufffdc␡␀ 17 Dollar');
});
