// What the page saves: each format read back gives the same spans, for any text.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { FORMATS, fromJson } from '../../web/formats/index.js';
import { toBrat } from '../../web/formats/brat.js';
import { toConll } from '../../web/formats/conll.js';
import { toJson } from '../../web/formats/json.js';
import { describe, plainNumber } from '../../web/formats/numbers.js';
import { toWebAnnotation } from '../../web/formats/webannotation.js';
import { parseBrat, parseConll } from './parsers.mjs';
import { HOSTILE, META, TYPE_IDS, anyMarked, fc, mark } from './sample.mjs';

const article = mark([
  ['Amazon', 'organization'],
  ' will 😀 ',
  ['vier Milliarden Dollar', 'money'],
  ' in das Start-up ',
  ['Anthropic', 'organization'],
  ' stecken.\r\nDas sagte ',
  ['Andy Jassy', 'person'],
  ' am ',
  ['Montag', 'date'],
  '. ',
  ['Amazon', 'organization'],
  ' schwieg.',
]);
const spansOf = ({ annotations }) => annotations.map(({ start, end, type }) => ({ start, end, type }));

test('the sample itself is well-formed', () =>
  fc.assert(
    fc.property(anyMarked, ({ text, marked }) => {
      for (const { start, end, text: words } of marked.annotations) assert.equal(text.slice(start, end), words);
    }),
  ));

test('every writer gives a string for any text, and the same one twice', () =>
  fc.assert(
    fc.property(anyMarked, ({ text, marked }) => {
      for (const { id, write } of FORMATS) {
        const written = write(text, marked, META);
        assert.equal(typeof written, 'string', id);
        assert.equal(written, write(text, marked, META), id);
      }
    }),
  ));

test('brat: reads back as the same spans, counted in code points', () => {
  fc.assert(
    fc.property(anyMarked, ({ text, marked }) => {
      assert.deepEqual(parseBrat(toBrat(text, marked), text), spansOf(marked));
    }),
  );
  assert.equal(
    toBrat(article.text, article.marked),
    [
      'T1\tOrganization 0 6\tAmazon',
      'T2\tMoney 14 36\tvier Milliarden Dollar',
      '#1\tAnnotatorNotes T2\tmoney 4000000000 USD at_most',
      'T3\tOrganization 53 62\tAnthropic',
      'T4\tPerson 83 93\tAndy Jassy',
      'T5\tDate 97 103\tMontag',
      '#2\tAnnotatorNotes T5\tdate 2023-09-25',
      'T6\tOrganization 105 111\tAmazon',
      '*\tEquiv T1 T6',
      '',
    ].join('\n'),
  );
});

test('brat: a span over a line end has two parts', () => {
  const { text, marked } = mark(['x ', ['Andy\r\nJassy', 'person']]);
  assert.equal(toBrat(text, marked), 'T1\tPerson 2 6;8 13\tAndy Jassy\n');
});

test('CoNLL: reads back as the same spans', () => {
  const label = { person: 'PER', organization: 'ORG', location: 'LOC' };
  fc.assert(
    fc.property(anyMarked, ({ text, marked }) => {
      assert.deepEqual(
        parseConll(toConll(text, marked), text),
        spansOf(marked).map((span) => ({ ...span, type: label[span.type] ?? span.type.toUpperCase() })),
      );
    }),
    { numRuns: 500 },
  );
});

test('CoNLL: sentences end with an empty line, not inside of an annotation or after an abbreviation', () => {
  const { text, marked } = mark([
    'Am ',
    ['3. Oktober', 'date'],
    ' kam Prof. ',
    ['A. Nu', 'person'],
    '. ',
    ['Zwei', 'number'],
    ' gingen.\nEnde',
  ]);
  assert.equal(
    toConll(text, marked),
    '-DOCSTART- O\n\nAm O\n3 B-DATE\n. I-DATE\nOktober I-DATE\nkam O\nProf O\n. O\nA B-PER\n. I-PER\nNu I-PER\n. O\n\n' +
      'Zwei B-NUMBER\ngingen O\n. O\n\nEnde O\n\n',
  );
});

test('Web Annotation: both selectors find the words', () =>
  fc.assert(
    fc.property(anyMarked, ({ text, marked }) => {
      const page = JSON.parse(toWebAnnotation(text, marked, META));
      assert.equal(page['@context'], 'http://www.w3.org/ns/anno.jsonld');
      assert.equal(page.total, marked.annotations.length);
      const points = [...text];
      (page.first?.items ?? []).forEach((item, index) => {
        const annotation = marked.annotations[index];
        const [position, quote] = item.target.selector;
        assert.equal(points.slice(position.start, position.end).join(''), annotation.text);
        assert.equal(quote.exact, annotation.text);
        assert.ok(text.slice(0, annotation.start).endsWith(quote.prefix) && text.slice(annotation.end).startsWith(quote.suffix));
        assert.equal(item.body[0].value, annotation.type);
      });
    }),
  ));

test('JSON: reads back as it was, also when counted in code points or bytes', () =>
  fc.assert(
    fc.property(anyMarked, ({ text, marked }) => {
      const json = toJson(text, marked);
      assert.deepEqual(fromJson(json, text), marked);
      const size = { codepoint: (words) => [...words].length, byte: (words) => Buffer.byteLength(words) };
      for (const unit of /** @type {const} */ (['codepoint', 'byte'])) {
        const other = JSON.parse(json);
        other.offsetUnit = unit;
        for (const annotation of other.annotations) {
          annotation.end = size[unit](text.slice(0, annotation.end));
          annotation.start = size[unit](text.slice(0, annotation.start));
        }
        assert.deepEqual(fromJson(JSON.stringify(other), text), marked);
      }
    }),
  ));

test('JSON: what is wrong is said with its place', () => {
  const { text, marked } = article;
  const broken = (change) => {
    const copy = JSON.parse(toJson(text, marked));
    change(copy);
    return JSON.stringify(copy);
  };
  const cases = [
    ['{', 'json', ''],
    ['[]', 'schema', 'schema'],
    ['{"schema":"lupe/9"}', 'version', 'schema'],
    ['{"schema":"lupe-project/1"}', 'schema', 'schema'],
    [
      broken((r) => {
        r.annotations[1].start = 3;
      }),
      'shape',
      'annotations[1]',
    ],
    [
      broken((r) => {
        r.annotations[1].type = 'animal';
      }),
      'shape',
      'annotations[1].type',
    ],
    [
      broken((r) => {
        r.annotations[1].value = { timex: '2023' };
      }),
      'shape',
      'annotations[1].value',
    ],
    [
      broken((r) => {
        r.annotations[4].value.timex = '2023\u202e';
      }),
      'shape',
      'annotations[4].value.timex',
    ],
    [
      broken((r) => {
        r.annotations[0].entity = 7;
      }),
      'shape',
      'annotations[0].entity',
    ],
    [
      broken((r) => {
        r.annotations[0].onclick = 'x';
      }),
      'shape',
      'annotations[0].onclick',
    ],
    [
      broken((r) => {
        r.entities[0].mentions.push(3);
      }),
      'shape',
      'entities[0].mentions',
    ],
    [
      broken((r) => {
        delete r.annotations[2].rule;
      }),
      'shape',
      'annotations[2].rule',
    ],
    [
      broken((r) => {
        r.annotations[5].text = 'Andere';
      }),
      'text',
      'annotations[5]',
    ],
  ];
  for (const [json, code, path] of cases) {
    assert.throws(
      () => fromJson(json, text),
      (error) => error.name === 'FormatError' && error.code === code && error.path === path,
      `${code} ${path}`,
    );
  }
  assert.throws(() => fromJson(toJson(text, marked), `x${text}`), { code: 'text' });
  assert.throws(() => fromJson(toJson(text, marked), text.slice(0, 30)), { code: 'text' });
});

test('hostile words stay words in every format that is read back', () => {
  for (const words of HOSTILE.filter((one) => /^[^\p{Z}\p{Cc}](.*[^\p{Z}\p{Cc}])?$/su.test(one))) {
    for (const type of TYPE_IDS) {
      const { text, marked } = mark([words, ' ', [words, type], '.']);
      assert.deepEqual(fromJson(toJson(text, marked), text), marked);
      assert.deepEqual(parseBrat(toBrat(text, marked), text), spansOf(marked));
      assert.equal(parseConll(toConll(text, marked), text)[0].end, marked.annotations[0].end);
      assert.equal(JSON.parse(toWebAnnotation(text, marked, { ...META, source: words })).first.items[0].target.selector[1].exact, words);
    }
  }
});

test('numbers are written with all their digits', () => {
  const cases = [
    [4e9, '4000000000'],
    [-2.6, '-2.6'],
    [1e21, '1000000000000000000000'],
    [1.5e24, '1500000000000000000000000'],
    [1e-7, '0.0000001'],
    [-1.25e-9, '-0.00000000125'],
    [0, '0'],
  ];
  for (const [number, digits] of cases) assert.equal(plainNumber(number), digits);
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
      assert.match(plainNumber(number), /^-?\d+(\.\d+)?$/);
      assert.equal(Number(plainNumber(number)), number === 0 ? 0 : number);
    }),
  );
  assert.equal(describe({ type: 'percent', value: { min: 5, max: 10, modifier: 'approximate' } }), 'percent 5..10 approximate');
});
