// The project file opens again as it was; a damaged one says what is wrong and where.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { fromProject, kindOfJson, toProject } from '../../web/formats/index.js';
import { HOSTILE, TYPE_IDS, anyText, fc } from './sample.mjs';
import { NAMES } from '../../web/model/types.js';

const anySpan = (text) =>
  fc.tuple(fc.nat(text.length - 1), fc.nat(text.length - 1)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }));

const anyType = fc.constantFrom(...TYPE_IDS);
const anyWords = fc.oneof(anyText(6), fc.constantFrom(...HOSTILE));

const anyCorrection = (text) =>
  fc
    .oneof(
      ...(text === ''
        ? []
        : [
            fc.record({ span: anySpan(text), kind: fc.constantFrom('remove', 'split') }),
            fc.record({ span: anySpan(text), kind: fc.constant('set'), type: anyType }),
          ]),
      fc.record({ kind: fc.constant('all'), text: anyWords, type: fc.option(anyType) }),
      fc.record({ kind: fc.constant('merge'), from: anyWords, into: anyWords }),
    )
    .map(({ span, ...rest }) => (span ? { ...rest, ...span, text: text.slice(span.start, span.end) } : rest));

const anyArticle = anyWords.chain((text) =>
  fc.record({
    title: anyWords,
    text: fc.constant(text),
    headings: text === '' ? fc.constant([]) : fc.array(anySpan(text), { maxLength: 2 }),
    language: fc.constantFrom('auto', 'de', 'en'),
    referenceDate: fc.constantFrom('', '2023', '2023-09', '2024-02-29'),
    corrections: fc.array(anyCorrection(text), { maxLength: 4 }),
  }),
);

const anyProject = fc.array(anyArticle, { minLength: 1, maxLength: 3 }).chain((articles) =>
  fc.record({
    articles: fc.constant(articles),
    current: fc.nat(articles.length - 1),
    off: fc.array(anyType, { maxLength: 2 }),
    dictionary: fc.array(fc.record({ text: anyWords.filter((words) => words.trim() !== ''), type: fc.option(fc.constantFrom(...NAMES)) }), { maxLength: 3 }),
  }),
);

const plain = (value) => JSON.parse(JSON.stringify(value));

test('a project opens as it was', () =>
  fc.assert(
    fc.property(anyProject, (project) => {
      const json = toProject(project, '0.1.0');
      assert.deepEqual(plain(fromProject(json)), plain(project));
      assert.equal(kindOfJson(json), 'project');
      assert.deepEqual(fromProject(`\ufeff${json}`), fromProject(json));
    }),
  ));

const sample = () => ({
  schema: 'lupe-project/1',
  engine: { version: '0.1.0' },
  current: 0,
  off: ['number'],
  dictionary: [{ text: 'Lupe', type: null }],
  articles: [
    {
      title: 'a.txt',
      text: 'Titel\n\nAnna Weber zahlt zwei Euro.',
      headings: [{ start: 0, end: 5 }],
      language: 'de',
      referenceDate: '2023-09-26',
      corrections: [
        { kind: 'set', start: 24, end: 33, text: 'zwei Euro', type: 'money', value: { number: 2, currency: 'EUR' } },
        { kind: 'merge', from: 'person|Anna Weber', into: 'person|Weber' },
      ],
    },
  ],
});

test('a damaged project is refused with its place', () => {
  assert.equal(fromProject(JSON.stringify(sample())).articles[0].corrections.length, 2);
  const cases = [
    [
      (p) => {
        p.schema = 'lupe-project/2';
      },
      'version',
      'schema',
    ],
    [
      (p) => {
        p.schema = 'lupe/1';
      },
      'schema',
      'schema',
    ],
    [
      (p) => {
        delete p.schema;
      },
      'schema',
      'schema',
    ],
    [
      (p) => {
        p.articles = {};
      },
      'shape',
      'articles',
    ],
    [
      (p) => {
        p.articles = [];
      },
      'shape',
      'articles',
    ],
    [
      (p) => {
        p.current = 1;
      },
      'shape',
      'current',
    ],
    [
      (p) => {
        p.current = -1;
      },
      'shape',
      'current',
    ],
    [
      (p) => {
        p.more = 1;
      },
      'shape',
      'more',
    ],
    [
      (p) => {
        p.off = ['all'];
      },
      'shape',
      'off[0]',
    ],
    [
      (p) => {
        p.dictionary[0].type = 'x';
      },
      'shape',
      'dictionary[0].type',
    ],
    [
      (p) => {
        p.articles[0].text = 7;
      },
      'shape',
      'articles[0].text',
    ],
    [
      (p) => {
        p.articles[0].language = 'fr';
      },
      'shape',
      'articles[0].language',
    ],
    [
      (p) => {
        p.articles[0].referenceDate = '2023-02-30';
      },
      'shape',
      'articles[0].referenceDate',
    ],
    [
      (p) => {
        p.articles[0].headings[0].end = 99;
      },
      'shape',
      'articles[0].headings[0]',
    ],
    [
      (p) => {
        p.articles[0].corrections[0].start = 23;
      },
      'text',
      'articles[0].corrections[0]',
    ],
    [
      (p) => {
        p.articles[0].corrections[0].kind = 'constructor';
      },
      'shape',
      'articles[0].corrections[0].kind',
    ],
    [
      (p) => {
        p.articles[0].corrections[0].value = { timex: '2023' };
      },
      'shape',
      'articles[0].corrections[0].value',
    ],
    [
      (p) => {
        p.articles[0].corrections[0].value.currency = '\u202eUSD';
      },
      'shape',
      'articles[0].corrections[0].value.currency',
    ],
    [
      (p) => {
        p.articles[0].corrections[1].from = null;
      },
      'shape',
      'articles[0].corrections[1].from',
    ],
  ];
  for (const [change, code, path] of cases) {
    const project = sample();
    change(project);
    assert.throws(
      () => fromProject(JSON.stringify(project)),
      (error) => error.name === 'FormatError' && error.code === code && error.path === path,
      `${code} ${path}`,
    );
  }
  assert.throws(() => fromProject('PK\x03\x04'), { code: 'json' });
});

test('any JSON is read or refused, never anything else, and leaves no trace', () => {
  const pollution = '{"schema":"lupe-project/1","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
  assert.throws(() => fromProject(pollution), { name: 'FormatError' });
  assert.equal({}.polluted, undefined);
  fc.assert(
    fc.property(
      fc.oneof(
        fc.json(),
        fc.string(),
        fc.jsonValue().map((value) => JSON.stringify({ ...sample(), articles: value })),
      ),
      (json) => {
        try {
          fromProject(json);
        } catch (error) {
          assert.equal(error.name, 'FormatError');
        }
        assert.ok(['project', 'result', null].includes(kindOfJson(json)));
      },
    ),
  );
});
