// What comes in: HTML, Markdown and bytes become the words that a reader would see, and nothing else.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { decodeBytes } from '../../web/input/decode.js';
import { ENTITIES, decodeEntities } from '../../web/input/entities.js';
import { htmlToText } from '../../web/input/html.js';
import { markdownToText } from '../../web/input/markdown.js';
import { readClipboard, readFile } from '../../web/input/read.js';
import { toHtml } from '../../web/formats/html.js';
import { withoutInvisibles } from '../../web/model/invisible.js';
import { HOSTILE, META, anyMarked, anyText, fc } from './sample.mjs';

const bytes = (text) => new TextEncoder().encode(text);
const headingsOf = ({ text, headings }) => headings.map(({ start, end }) => text.slice(start, end));

test('HTML: what a reader sees', () => {
  const cases = [
    ['paragraphs, also without end tags', '<p>Eins  und\n eins.<p>Zwei.</p>Drei<div>Vier</div>', 'Eins und eins.\n\nZwei.\n\nDrei\n\nVier'],
    ['inline elements part nothing', 'Der <b>Tes</b>la-<i>Chef</i> <a href="x">sagte</a><span> ja</span>.', 'Der Tesla-Chef sagte ja.'],
    ['breaks', 'a<br>b<br/><br>c<br></p>d', 'a\nb\n\nc\nd'],
    ['lists', 'Es gibt:<ul><li>Eins<li><p>Zwei</p><ul><li>innen</ul></li></ul><ol><li>Drei</li></ol>Ende', 'Es gibt:\n\nEins\nZwei\ninnen\n\nDrei\n\nEnde'],
    ['tables', '<table><caption>Preise</caption><thead><tr><th>Ware<th>Euro</thead><tr><td>Brot<td>3,50<tr><td><td> 4 </table>.', 'Preise\nWare\tEuro\nBrot\t3,50\n\t4\n\n.'],
    ['tables that lay out a page', '<table><tr><td><p>Eins</p><p>Zwei</p></td><td>Rand</td></tr></table>', 'Eins\n\nZwei\n\nRand'],
    ['definitions', '<dl><dt>BIP<dd>Wirtschaftsleistung<dt>EZB<dd>Notenbank</dl>', 'BIP\nWirtschaftsleistung\nEZB\nNotenbank'],
    ['kept white space', '<pre>\n a\n   b\n\n\nc </pre>d<span style="white-space: pre-wrap">e  f\ng</span>', ' a\n   b\n\nc\n\nde  f\ng'],
    ['nothing hidden', '<p hidden>1<p>a</p><div style="color:red; display : none">2<p>3</div><i style="visibility:hidden">4</i><div hidden=until-found><b>5</div>b', 'a\n\nb'],
    ['no program, style, form or comment', '<script>if (a < b) "</p>"</script>a<style>p{}</style><noscript>2<p>3</noscript><template><p>4</template><!-- 5 > 6 --><!5><?6?><textarea>7</textarea><select><option>8</select><svg><title>9</title><text>0</text></svg><button>1</button>b', 'ab'],
    ['a drawing left open ends where text goes on', '<p>a<svg><path d=x><title>1</title><p>b', 'a\n\nb'],
    ['comments end as in browsers', '<!-->a<!--->b<!-- x --!>c<!-- -- -->d', 'abcd'],
    ['quoted signs in attributes', '<a title="x > y" data-a=\'"\' href = "b>c">d</a><img alt="<p>e">f', 'df'],
    ['text that only looks like markup', '1 < 2 <3 a<b>c</b> & d && <> </ x>e', '1 < 2 <3 ac & d && <> e'],
    ['stray and crossing tags', '</p></div>a<b>b</table></td>c<i>d</b>e</i></body></html>f', 'abcdef'],
    ['cut off', 'a<p>b<a href="x', 'a\n\nb'],
    ['the clipboard of word processors', '<!--[if gte mso 9]><xml>1</xml><![endif]--><p class=MsoListParagraph><![if !supportLists]><span style=\'mso-list:Ignore\'>·<span>&nbsp; </span></span><![endif]>Punkt<o:p></o:p></p>', 'Punkt'],
  ];
  for (const [name, html, text] of cases) assert.equal(htmlToText(html).text, text, name);
});

test('HTML: headings, title and language', () => {
  const read = htmlToText('<!doctype html><html lang="de-AT"><head><title>Ti&shy;tel &amp;\n mehr</title></head><body><h1> Groß<br><em>und</em> klein </h1><p>x</p><h2></h2><h3>drei<h4>vier</h3>fünf');
  assert.equal(read.text, 'Groß und klein\n\nx\n\ndrei\n\nvier\n\nfünf');
  assert.deepEqual(headingsOf(read), ['Groß und klein', 'drei', 'vier']);
  assert.equal(read.title, 'Ti\u00adtel & mehr');
  assert.equal(read.language, 'de-AT');
});

test('character references as browsers read them', () => {
  const cases = [['&auml;&Ouml;&szlig;&euro;&nbsp;&ndash;&bdquo;&ldquo;&hellip;', 'äÖß€\u00a0–„“…'], ['&#8364;&#x20AC;&#128;&#150;', '€€€–'], ['&#0;&#xD800;&#x110000;&#99999999999999999999;', '\ufffd\ufffd\ufffd\ufffd'],
    ['&amp;lt; &ampx &nbspEuro &copyright &auml &AUML; &nope; &; & &#; &#x; &euro', '&lt; &x \u00a0Euro ©right ä &AUML; &nope; &; & &#; &#x; &euro'], ['&lt;script&gt;', '<script>'], ['&yuml;&AElig;&frac12;&times;', 'ÿÆ½×']];
  for (const [written, read] of cases) assert.equal(decodeEntities(written), read);
  for (const [name, character] of ENTITIES) {
    assert.match(name, /^[A-Za-z][A-Za-z0-9]+$/);
    assert.equal([...character].length, 1, name);
  }
});

test('Markdown: marks go, words stay', () => {
  const { text, headings, title } = markdownToText(['---', 'title: "Zur Lage"', 'date: 2023-09-26', '---', '# Ein *Titel* ##', '', 'Der **Chef** von [Tesla](https://x.example/a_(b) "T"), _Elon_ ***Musk***,', 'zahlt `4 * 3` Euro.  ', 'Neue Zeile. Ein\\*Stern, snake_case_name, 5 * 3 * 2 &amp; <b>mehr</b>.', '',
    'Unter', '---', '> Zitat', '> weiter', '', '- eins', '* zwei', '  weiter', '+ [ ] drei', '3. Oktober', '', '![Bild](x.png) [Text][1] <https://a.example> [^1]', '', '[1]: https://b.example', '', '***', '| A | B |', '|---|:-:|', '| 1 | **2** |', '', '```js', 'let *x* = 1;', '```'].join('\r\n'));
  assert.equal(text, 'Ein Titel\n\nDer Chef von Tesla, Elon Musk, zahlt 4 * 3 Euro.\nNeue Zeile. Ein*Stern, snake_case_name, 5 * 3 * 2 & mehr.\n\nUnter\n\nZitat weiter\n\neins\nzwei weiter\ndrei\n3. Oktober\n\nBild Text https://a.example\n\nA\tB\n1\t2\nlet *x* = 1;');
  assert.deepEqual(headings.map(({ start, end }) => text.slice(start, end)), ['Ein Titel', 'Unter']);
  assert.equal(title, 'Zur Lage');
});

test('bytes: encodings are recognised and named', () => {
  const words = 'Müller zahlt 5 €';
  const utf16 = (text, isBig) => Uint8Array.from([...text].flatMap((c) => { const u = c.charCodeAt(0); return isBig ? [u >> 8, u & 255] : [u & 255, u >> 8]; }));
  const cases = [
    [bytes(words), 'utf-8', false], [bytes(`\ufeff${words}`), 'utf-8', false], [utf16(`\ufeff${words}`, false), 'utf-16le', false], [utf16(`\ufeff${words}`, true), 'utf-16be', false],
    [utf16(words, false), 'utf-16le', true], [utf16(words, true), 'utf-16be', true], [Uint8Array.from([...words].map((c) => (c === '€' ? 0x80 : c.charCodeAt(0)))), 'windows-1252', true],
  ];
  for (const [given, encoding, isGuess] of cases) assert.deepEqual(decodeBytes(given), { text: words, encoding, isGuess });
  assert.equal(decodeBytes(bytes('PK\x03\x04\0\0\0')), null);
  assert.equal(decodeBytes(Uint8Array.from({ length: 200 }, (_, index) => index % 32)), null);
  assert.deepEqual(decodeBytes(new Uint8Array()), { text: '', encoding: 'utf-8', isGuess: false });
  fc.assert(fc.property(fc.uint8Array(), (given) => { assert.ok(decodeBytes(given) === null || typeof decodeBytes(given).text === 'string'); }));
});

test('files by their kind; plain text stays as it is', () => {
  const plain = 'a\r\n # <b>\u202e\n';
  assert.deepEqual(readFile('a.txt', bytes(plain)), { kind: 'article', article: { title: 'a.txt', text: plain, headings: [] }, encoding: 'utf-8', isGuess: false });
  assert.equal(readFile('a.HTM', bytes('<h1>x</h1>y')).article.text, 'x\n\ny');
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

test('our own HTML reads back as the words that it was made of', () => fc.assert(fc.property(anyMarked, ({ text, marked }) => {
  const seen = (words) => withoutInvisibles(words).replace(/[\u200c\u200d]/g, '').replace(/\s+/g, ' ').trim();
  const read = htmlToText(toHtml(text, marked, META)).text;
  assert.ok(seen(read).endsWith(seen(text)), JSON.stringify([read, text]));
})));

const PIECES = ['<', '>', '</', '<p>', '</p>', '<td>', '<tr>', '<table>', '</table>', '<li>', '<ul>', '<h1>', '</h2>', '<b', '<a href="', '"', "'", '=', '<!--', '-->', '<script>', '</script ', '<style', '<title>', '</title>', '<![CDATA[', ']]>',
  '<div hidden>', '</div>', '<br>', '<pre>', '&', '&amp', ';', '&#', '\n', '\t', ' ', 'x', 'ä', '\0', '#', '*', '_', '`', '```', '[', '](', ')', '|', '---', '\\', '1. ', '- '];
const anyGarbage = fc.array(fc.oneof(fc.constantFrom(...PIECES), anyText(2)), { maxLength: 60 }).map((parts) => parts.join(''));

test('any garbage gives a text whose headings are places in it, without outer space', () => fc.assert(fc.property(anyGarbage, (garbage) => {
  for (const { text, headings } of [htmlToText(garbage), markdownToText(garbage)]) {
    let last = 0;
    for (const { start, end } of headings) {
      assert.ok(start >= last && end > start && end <= text.length);
      last = end;
    }
    assert.ok(!/[\n ]$/.test(text) && !/^\n/.test(text) && !/\n{3}/.test(text), JSON.stringify(text));
    assert.ok(headings.every(({ start, end }) => !text.slice(start, end).includes('\n') || text === markdownToText(garbage).text));
  }
}), { numRuns: 2000 }));

test('time is linear: each piece a hundred thousand times', () => {
  for (const piece of [...PIECES, '<b>', '</b>', '<b></i>', '<table><b>', '<p><table>', '<a b="', '<a b=\'"', ' *', '* ', '**a', '_a', '[a](', '[a](x', '[a][', '<!-- <', '`a', '``a', '~~', '&a', '&#x', '<svg><title>', '> ', '\\`', '\ue000']) {
    for (const [read, garbage] of [[htmlToText, piece.repeat(100_000)], [markdownToText, `# x ${piece.repeat(100_000)}y`]]) {
      const start = process.cpuUsage();
      read(garbage);
      const took = process.cpuUsage(start).user / 1000;
      assert.ok(took < 3000, `${read.name} took ${Math.round(took)} ms for ${JSON.stringify(piece)}`);
    }
  }
});
