// Saving and opening with the page's own state: what was saved opens again, what is wrong is told, hostile words stay words.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { SAVE_IDS, filesFor } from '../../web/formats/save.js';
import { openFiles, openTransfer } from '../../web/input/open.js';
import { effective } from '../../web/model/effective.js';
import { currentArticle, initialState, update } from '../../web/state.js';
import { STRINGS } from '../../web/strings.js';
import { HOSTILE, TYPE_IDS, mark } from './sample.mjs';

/** The page without its views; `analyse` answers for the analyzer as soon as an article is current. */
function page(analyse = () => null, language = /** @type {'de' | 'en'} */ ('de')) {
  let state = initialState(language);
  const send = (action) => {
    state = update(state, action);
    const article = currentArticle(state);
    if (article.analysed === article.revision) return;
    const result = analyse(article.text);
    if (result) state = update(state, { type: 'result', id: article.id, revision: article.revision, json: JSON.stringify(result), result });
  };
  return { state: () => state, send, page: { show() {}, until: async (test) => assert.ok(test(state)) } };
}

const file = (name, content) => ({ name, arrayBuffer: async () => new TextEncoder().encode(content).buffer });
const shown = (state) => effective(currentArticle(state));

const { text, marked } = mark([
  ['Anna Weber', 'person'],
  ' sagt, ',
  ['Weber', 'person'],
  ' zahlt ',
  ['zwei Euro', 'money'],
  ' am ',
  ['Montag', 'date'],
  ' in Köln.',
]);
const analyse = (words) => (words === text ? marked : mark([words]).marked);
const corrections = [
  { kind: 'merge', from: 'person|Weber', into: 'person|Anna Weber' },
  { kind: 'all', text: 'Köln', type: 'location' },
  { kind: 'set', start: text.indexOf('sagt'), end: text.indexOf('sagt') + 4, text: 'sagt', type: 'misc' },
];

/** A page with work in it. */
function worked() {
  const one = page(analyse);
  one.send({
    type: 'open',
    articles: [
      { title: 'a.txt', text: 'Anderer Text' },
      { title: 'b.txt', text, headings: [{ start: 0, end: 4 }], referenceDate: '2023-09-26' },
    ],
  });
  one.send({ type: 'choose', id: one.state().articles[1].id });
  one.send({ type: 'correct', corrections });
  one.send({ type: 'dictionary', rows: [{ text: 'Montag', type: null }] });
  one.send({ type: 'toggle', types: ['number'] });
  return one;
}

test('every kind that can be saved has words in both languages, and a file with a name of its own', () => {
  assert.deepEqual([...SAVE_IDS].sort(), Object.keys(STRINGS.de.exports.formats).sort());
  const names = SAVE_IDS.map((id) => filesFor(worked().state(), id, '0.1.0')[0].name);
  assert.equal(new Set(names).size, SAVE_IDS.length);
  for (const name of names) assert.match(name, /^b[.-][a-z.-]+$/);
  assert.deepEqual(
    filesFor(worked().state(), 'brat', '0.1.0').map(({ name }) => name),
    ['b.ann', 'b.txt'],
  );
  assert.ok(
    filesFor(worked().state(), 'names', '0.1.0')[0].mark === '\ufeff' && filesFor(worked().state(), 'conll', '0.1.0')[0].mark === '',
  );
  assert.deepEqual(filesFor(initialState('de'), 'html', '0.1.0'), []);
});

test('a saved page has the headings that the reader saw, also those of plain text, and at full length', () => {
  const one = page(analyse);
  const title = 'Eine Überschrift, die länger ist als das, was im Verzeichnis der Artikel Platz hat';
  one.send({ type: 'open', articles: [{ text: `${title}\n\nVon Anna Weber und Jan Kern\n\nEin Satz.\n\nVon der Leyen reist ab\n\nNoch einer.` }] });
  const [{ content }] = filesFor(one.state(), 'html', '0.1.0');
  assert.deepEqual(content.match(/<(h1|h2|p) .*?<\/\1>/g), [`<h1 dir="auto">${title}</h1>`, '<p dir="auto">Von Anna Weber und Jan Kern</p>',
    '<p dir="auto">Ein Satz.</p>', '<h2 dir="auto">Von der Leyen reist ab</h2>', '<p dir="auto">Noch einer.</p>']);
});

test("without a change of the reader the JSON is the analyzer's own, byte for byte", () => {
  const one = page(analyse);
  one.send({ type: 'open', articles: [{ text }] });
  assert.equal(filesFor(one.state(), 'json', '0.1.0')[0].content, currentArticle(one.state()).json);
});

test('a project opens in another page as it was', async () => {
  const one = worked();
  const other = page(analyse);
  await openFiles([file('x.lupe.json', filesFor(one.state(), 'project', '0.1.0')[0].content)], other);
  const plain = ({ articles, dictionary, off }) => ({
    dictionary: dictionary.rows,
    off,
    articles: articles.map(({ title, text: words, headings, language, referenceDate, corrections: said }) => ({
      title,
      words,
      headings,
      language,
      referenceDate,
      said,
    })),
  });
  assert.deepEqual(plain(other.state()), plain(one.state()));
  assert.equal(currentArticle(other.state()).title, 'b.txt');
  assert.deepEqual(shown(other.state()), shown(one.state()));
  assert.equal(other.state().notice?.id, 'imported');
});

test('a result opens on its text, wherever that is: dropped with it, or in another article', async () => {
  const one = worked();
  const json = filesFor(one.state(), 'json', '0.1.0')[0].content;
  for (const before of [
    [file('r.json', json), file('b.txt', text)],
    [file('b.txt', text), file('c.txt', 'Noch ein Text'), file('r.json', json)],
  ]) {
    const other = page(analyse);
    await openFiles(before, other);
    const plain = ({ annotations, entities }) => ({
      annotations: annotations.map(({ start, end, type, value, entity }) => ({ start, end, type, value, entity })),
      entities,
    });
    assert.deepEqual(plain(shown(other.state())), plain(shown(one.state())));
    other.send({ type: 'undo' });
    assert.equal(currentArticle(other.state()).corrections.length, 0);
  }
});

test('what cannot be opened is told by name, and nothing changes', async () => {
  const good = filesFor(worked().state(), 'project', '0.1.0')[0].content;
  const result = filesFor(worked().state(), 'json', '0.1.0')[0].content;
  const cases = [
    ['x.json', '{}', 'badProject'],
    ['x.json', 'kein JSON', 'badProject'],
    ['x.json', good.replace('lupe-project/1', 'lupe-project/7'), 'otherVersion'],
    ['x.json', good.replace('"text": "Anderer Text"', '"text": 7'), 'damaged'],
    ['x.json', result, 'otherText'],
    ['x.bin', 'PK\x03\x04\0\0', 'notText'],
  ];
  for (const [name, content, id] of cases) {
    const other = page(analyse);
    const kept = ({ articles }) => articles.map(({ text: words, corrections: said }) => ({ words, said }));
    const before = kept(other.state());
    await openFiles([file(name, content)], other);
    assert.equal(other.state().notice?.id, id);
    assert.ok(other.state().notice?.detail.includes(name));
    assert.ok(STRINGS.en.notices[id](other.state().notice.detail).includes(name));
    assert.deepEqual(kept(other.state()), before);
  }
});

test('hostile words through paste, every export and back', async () => {
  for (const words of HOSTILE) {
    const one = page(
      (given) =>
        mark(
          given
            .split(/(\n)/)
            .map((line, index) => (index % 2 === 0 && line.trim() !== '' ? [line, TYPE_IDS[index % TYPE_IDS.length]] : line)),
        ).marked,
      'en',
    );
    openTransfer({ getData: (kind) => (kind === 'text/plain' ? `${words}\n${words}` : '') }, one);
    if (words.trim() === '') continue;
    assert.equal(currentArticle(one.state()).text, `${words}\n${words}`);
    for (const id of SAVE_IDS) {
      for (const { name, content } of filesFor(one.state(), id, '0.1.0')) {
        assert.match(name, /^[\p{L}\p{N}.-]+$/u);
        if (id === 'html')
          assert.doesNotMatch(content.replace(/^[^]*<body>/, ''), /<(?!\/?(?:h1|h2|p|ul|li|mark|span|article|main|body|html)\b)/);
      }
    }
    const other = page(() => null);
    await openFiles([file('p.json', filesFor(one.state(), 'project', '0.1.0')[0].content)], other);
    assert.equal(currentArticle(other.state()).text, currentArticle(one.state()).text);
  }
});
