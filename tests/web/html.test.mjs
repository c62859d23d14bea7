// The page that stands alone: nothing of the article becomes markup, its policy allows its own sheet only, colours can be read.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { toHtml } from '../../web/formats/html.js';
import { COLOURS, INK, LOOKS, PAPER, STYLE, STYLE_HASH } from '../../web/formats/html-style.js';
import { invisibles, withoutInvisibles } from '../../web/model/invisible.js';
import { HOSTILE, META, TYPE_IDS, anyMarked, anyText, fc, mark } from './sample.mjs';

/** The only markup that may follow the head, attribute values without any sign that could end them. */
const VALUE = '"[^"<>]*"';
const MARKUP = new RegExp(
  `^(?:<h1 dir="auto">|<h2 dir="auto">|<p dir="auto">|</?(?:ul|li|article|main)>|</(?:h1|h2|p|mark|span|body|html)>|` +
    `<mark class="(?:${TYPE_IDS.join('|')})"(?: data-label=${VALUE} title=${VALUE})?>|` +
    `<span class="badge" role="img" aria-label="U\\+[0-9A-F]+" title="U\\+[0-9A-F]+" data-name="[A-Z0-9+]+">|[^<>"'])*$`,
  'u',
);

const headOf = (html) => html.slice(0, html.indexOf('<body>\n'));
const bodyOf = (html) => html.slice(html.indexOf('<body>\n') + 7);

test('nothing of an article becomes markup', () => {
  for (const words of HOSTILE) {
    const { text, marked } = mark([words, '\n', [words, 'person'], ` ${words} `, [words, 'money'], '\n', words]);
    const html = toHtml(
      text,
      { ...marked, language: words },
      {
        ...META,
        title: words,
        headings: [{ start: 0, end: 1 }],
        labels: Object.fromEntries(TYPE_IDS.map((id) => [id, words])),
        valueText: () => words,
      },
    );
    assert.match(bodyOf(html), MARKUP, words);
    const [, language, title] = /^<!DOCTYPE html>\n<html lang="([^"<>]*)">\n.*<title>([^<>]*)<\/title>/s.exec(headOf(html));
    assert.ok(!language.includes("'") && !title.includes('"'));
  }
});

test('any text: only known markup, one mark for each part of an annotation, no invisible character', () =>
  fc.assert(
    fc.property(anyMarked, ({ text, marked }) => {
      const html = toHtml(text, marked, META);
      assert.match(bodyOf(html), MARKUP);
      assert.deepEqual(
        invisibles(bodyOf(html)).filter(({ name }) => name !== 'ZWJ'),
        [],
      );
      const parts = marked.annotations.flatMap((annotation) => annotation.text.split(/[\r\n]+/).filter((part) => part.trim() !== ''));
      assert.ok(html.split('<mark class').length - 1 >= parts.length);
    }),
  ));

test('lines become paragraphs and headings; the words come back in their order', () => {
  const { text, marked } = mark([
    'Titel & mehr\n\nDer ',
    ['\u202eKanzler', 'person'],
    ' sagte < 3 ',
    ['Mrd.\nEuro', 'money'],
    '.\r\n  \r\nEnde',
  ]);
  const body = bodyOf(toHtml(text, marked, { ...META, headings: [{ start: 0, end: 12 }] }));
  assert.match(
    body,
    /<h1 dir="auto">Titel &amp; mehr<\/h1>\n<p dir="auto">Der <mark class="person" data-label="person" title="person"><span [^>]*><\/span>Kanzler<\/mark>/,
  );
  assert.match(body, / sagte &lt; 3 <mark/);
  assert.match(body, /<span class="badge" role="img" aria-label="U\+202E" title="U\+202E" data-name="RLO"><\/span>/);
  assert.match(
    body,
    />Mrd\.<\/mark><\/p>\n<p dir="auto"><mark [^>]*title="money 4000000000 USD at_most">Euro<\/mark>\.<\/p>\n<p dir="auto">Ende<\/p>\n<\/article>/,
  );
  assert.match(body, /<li><mark class="person">person<\/mark> 1<\/li>/);
});

test('the policy allows the own sheet and nothing else', () => {
  assert.equal(createHash('sha256').update(STYLE).digest('base64'), STYLE_HASH);
  const html = toHtml('', mark([]).marked, META);
  assert.ok(html.includes(`content="default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'"`));
  assert.ok(html.includes(`<style>${STYLE}</style>`));
  assert.ok(html.indexOf('Content-Security-Policy') < html.indexOf('<style>'));
});

test('colours and lines are those of the page, whose palette is tested', () => {
  const css = ['base', 'article'].map((name) => readFileSync(new URL(`../../web/style/${name}.css`, import.meta.url), 'utf8')).join('');
  const colour = (name) => /light-dark\((#\w+), (#\w+)\)/.exec(css.slice(css.indexOf(` --${name}: `)))?.slice(1);
  for (const [name, [fill, pen]] of Object.entries(COLOURS)) assert.deepEqual([colour(name), colour(`${name}-ink`)], [fill, pen], name);
  assert.deepEqual([colour('ink'), colour('sheet')], [INK, PAPER]);
  assert.deepEqual(Object.keys(LOOKS).sort(), [...TYPE_IDS].sort());
  for (const [type, [name, line]] of Object.entries(LOOKS)) {
    assert.ok(css.includes(`[data-type="${type}"] { --fill: var(--${name}); --pen: var(--${name}-ink); --stroke: ${line}; }`), type);
  }
});

test('invisible characters are found where they are', () => {
  assert.deepEqual(invisibles('a\u202eb\u{e0041}\r\n\tc\0'), [
    { start: 1, end: 2, name: 'RLO', code: 'U+202E' },
    { start: 3, end: 5, name: 'U+E0041', code: 'U+E0041' },
    { start: 9, end: 10, name: 'NUL', code: 'U+0000' },
  ]);
  assert.deepEqual(invisibles('👩‍👩‍👧 می‌خواهم e\u0301 ❤️ Do\u00adnau'), []);
  assert.deepEqual(
    invisibles('Ama\u200czon\u200d').map(({ name }) => name),
    ['ZWNJ', 'ZWJ'],
  );
  fc.assert(
    fc.property(anyText(), (text) => {
      let rest = '';
      let at = 0;
      for (const { start, end, code } of invisibles(text)) {
        assert.equal(text.codePointAt(start), Number.parseInt(code.slice(2), 16));
        rest += text.slice(at, start);
        at = end;
      }
      assert.equal(rest + text.slice(at), withoutInvisibles(text));
      assert.doesNotMatch(withoutInvisibles(text), /[\u202a-\u202e\u2066-\u2069\u200b\ufeff]/);
    }),
  );
});
