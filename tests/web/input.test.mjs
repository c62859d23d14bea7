// What comes in: Markdown, bytes and files; and any input at all, hostile or broken, in linear time.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { decodeBytes } from '../../web/input/decode.js';
import { htmlToText } from '../../web/input/html.js';
import { markdownToText } from '../../web/input/markdown.js';
import { readClipboard, readFile } from '../../web/input/read.js';
import { toHtml } from '../../web/formats/html.js';
import { withoutInvisibles } from '../../web/model/invisible.js';
import { HOSTILE, META, anyMarked, anyText, fc } from './sample.mjs';

const bytes = (text) => new TextEncoder().encode(text);

test('Markdown: marks go, words stay', () => {
  const { text, headings, title } = markdownToText(
    [
      '---',
      'title: "Zur Lage"',
      'date: 2023-09-26',
      '---',
      '# Ein *Titel* ##',
      '',
      'Der **Chef** von [Tesla](https://x.example/a_(b) "T"), _Elon_ ***Musk***,',
      'zahlt `4 * 3` Euro.  ',
      'Neue Zeile. Ein\\*Stern, snake_case_name, 5 * 3 * 2 &amp; <b>mehr</b>.',
      '',
      'Unter',
      '---',
      '> Zitat',
      '> weiter',
      '',
      '- eins',
      '* zwei',
      '  weiter',
      '+ [ ] drei',
      '3. Oktober',
      '',
      '![Bild](x.png) [Text][1] <https://a.example> [^1]',
      '',
      '[1]: https://b.example',
      '',
      '***',
      '| A | B |',
      '|---|:-:|',
      '| 1 | **2** |',
      '',
      '```js',
      'let *x* = 1;',
      '```',
    ].join('\r\n'),
  );
  assert.equal(
    text,
    'Ein Titel\n\nDer Chef von Tesla, Elon Musk, zahlt 4 * 3 Euro.\nNeue Zeile. Ein*Stern, snake_case_name, 5 * 3 * 2 & mehr.' +
      '\n\nUnter\n\nZitat weiter\n\neins\nzwei weiter\ndrei\n3. Oktober\n\nBild Text https://a.example\n\nA\tB\n1\t2\nlet *x* = 1;',
  );
  assert.deepEqual(
    headings.map(({ start, end }) => text.slice(start, end)),
    ['Ein Titel', 'Unter'],
  );
  assert.equal(title, 'Zur Lage');
});

test('bytes: encodings are recognised and named', () => {
  const words = 'Müller zahlt 5 €';
  const utf16 = (text, isBig) =>
    Uint8Array.from(
      [...text].flatMap((c) => {
        const u = c.charCodeAt(0);
        return isBig ? [u >> 8, u & 255] : [u & 255, u >> 8];
      }),
    );
  const cases = [
    [bytes(words), 'utf-8', false],
    [bytes(`\ufeff${words}`), 'utf-8', false],
    [utf16(`\ufeff${words}`, false), 'utf-16le', false],
    [utf16(`\ufeff${words}`, true), 'utf-16be', false],
    [utf16(words, false), 'utf-16le', true],
    [utf16(words, true), 'utf-16be', true],
    [Uint8Array.from([...words].map((c) => (c === '€' ? 0x80 : c.charCodeAt(0)))), 'windows-1252', true],
  ];
  for (const [given, encoding, isGuess] of cases) assert.deepEqual(decodeBytes(given), { text: words, encoding, isGuess });
  assert.equal(decodeBytes(bytes('PK\x03\x04\0\0\0')), null);
  assert.equal(decodeBytes(Uint8Array.from({ length: 200 }, (_, index) => index % 32)), null);
  assert.deepEqual(decodeBytes(new Uint8Array()), { text: '', encoding: 'utf-8', isGuess: false });
  fc.assert(
    fc.property(fc.uint8Array(), (given) => {
      assert.ok(decodeBytes(given) === null || typeof decodeBytes(given).text === 'string');
    }),
  );
});

test('files by their kind; plain text stays as it is', () => {
  const plain = 'a\r\n # <b>\u202e\n';
  assert.deepEqual(readFile('a.txt', bytes(plain)), {
    kind: 'article',
    article: { title: 'a.txt', text: plain, headings: [] },
    encoding: 'utf-8',
    isGuess: false,
  });
  assert.equal(readFile('a.HTM', bytes('<h1>x</h1>y')).article.text, 'x\n\ny');
  assert.equal(readFile('a.HTM', bytes('<title>Zur Lage</title>y')).article.title, 'Zur Lage');
  assert.equal(readFile('saved', bytes('\n<!DOCTYPE html><p>x')).article.text, 'x');
  assert.equal(readFile('a.txt', bytes('<!DOCTYPE html><p>x')).article.text, '<!DOCTYPE html><p>x');
  assert.deepEqual(readFile('a.md', bytes('# x')).article.headings, [{ start: 0, end: 1 }]);
  assert.equal(readFile('a.json', bytes('\ufeff{"schema":"lupe-project/1"}')).kind, 'project');
  assert.equal(readFile('a.json', bytes('{"schema":"lupe/1"}')).kind, 'result');
  assert.equal(readFile('a.json', bytes('{"a":1}')).kind, 'project');
  assert.equal(readFile('a.txt', Uint8Array.from([0x89, 0x50, 0, 1])).kind, 'no-text');
  assert.deepEqual(readClipboard('<h1>x</h1>y', 'z'), { title: '', text: 'x\n\ny', headings: [{ start: 0, end: 1 }] });
  assert.equal(readClipboard('<img src=x>', 'z').text, 'z');
  assert.equal(readClipboard('', ' \n'), null);
});

test('hostile markup: no program, handler or address comes through', () => {
  for (const words of HOSTILE) {
    assert.equal(typeof htmlToText(words).text, 'string');
    const shown = htmlToText(`<p>vorher</p>${words}`).text;
    assert.ok(shown.startsWith('vorher'));
    const isMarkup = words.includes('<') && !words.includes('&'); // what is escaped comes out as words, rightly
    if (isMarkup) assert.doesNotMatch(shown, /<\w+[^>]*(onerror|onload|onfocus|javascript)|evil\.example/, words);
    assert.equal(typeof markdownToText(words).text, 'string');
    assert.equal(readFile('x.txt', bytes(words.replace(/\0/g, ''))).article.text, words.replace(/\0/g, ''));
  }
});

test('our own HTML reads back as the words that it was made of', () =>
  fc.assert(
    fc.property(anyMarked, ({ text, marked }) => {
      const seen = (words) =>
        withoutInvisibles(words)
          .replace(/[\u200c\u200d]/g, '')
          .replace(/\s+/g, ' ')
          .trim();
      const read = htmlToText(toHtml(text, marked, META)).text;
      assert.ok(seen(read).endsWith(seen(text)), JSON.stringify([read, text]));
    }),
  ));

const PIECES = [
  '<',
  '>',
  '</',
  '<p>',
  '</p>',
  '<td>',
  '<tr>',
  '<table>',
  '</table>',
  '<li>',
  '<ul>',
  '<h1>',
  '</h2>',
  '<b',
  '<a href="',
  '"',
  "'",
  '=',
  '<!--',
  '-->',
  '<script>',
  '</script ',
  '<style',
  '<title>',
  '</title>',
  '<![CDATA[',
  ']]>',
  '<div hidden>',
  '</div>',
  '<br>',
  '<pre>',
  '&',
  '&amp',
  ';',
  '&#',
  '\n',
  '\t',
  ' ',
  'x',
  'ä',
  '\0',
  '#',
  '*',
  '_',
  '`',
  '```',
  '[',
  '](',
  ')',
  '|',
  '---',
  '\\',
  '1. ',
  '- ',
];
const anyGarbage = fc.array(fc.oneof(fc.constantFrom(...PIECES), anyText(2)), { maxLength: 60 }).map((parts) => parts.join(''));

test('any garbage gives a text whose headings are places in it, without outer space', () =>
  fc.assert(
    fc.property(anyGarbage, (garbage) => {
      for (const { text, headings } of [htmlToText(garbage), markdownToText(garbage)]) {
        let last = 0;
        for (const { start, end } of headings) {
          assert.ok(start >= last && end > start && end <= text.length);
          last = end;
        }
        assert.ok(!/[\n ]$/.test(text) && !/^\n/.test(text) && !/\n{3}/.test(text), JSON.stringify(text));
        assert.ok(headings.every(({ start, end }) => !text.slice(start, end).includes('\n') || text === markdownToText(garbage).text));
      }
    }),
    { numRuns: 2000, examples: [['<h1><td>a<td>a'], ['<h1><table><tr><td>a<td>b'], ['a<br><br><br><']] },
  ));

test('time is linear: each piece a hundred thousand times', () => {
  for (const piece of [
    ...PIECES,
    '<b>',
    '</b>',
    '<b></i>',
    '<table><b>',
    '<p><table>',
    '<a b="',
    '<a b=\'"',
    ' *',
    '* ',
    '**a',
    '_a',
    '[a](',
    '[a](x',
    '[a][',
    '<!-- <',
    '`a',
    '``a',
    '~~',
    '&a',
    '&#x',
    '<svg><title>',
    '> ',
    '\\`',
    '\ue000',
  ]) {
    for (const [read, garbage] of [
      [htmlToText, piece.repeat(100_000)],
      [markdownToText, `# x ${piece.repeat(100_000)}y`],
    ]) {
      const start = process.cpuUsage();
      read(garbage);
      const took = process.cpuUsage(start).user / 1000;
      assert.ok(took < 3000, `${read.name} took ${Math.round(took)} ms for ${JSON.stringify(piece)}`);
    }
  }
});
