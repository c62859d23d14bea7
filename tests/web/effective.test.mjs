// The reader's corrections over what the analyzer said: compared with the plain words of types.d.ts, one by one.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { effective, occurrences } from '../../web/model/effective.js';
import { TYPE_IDS, fc, mark } from './sample.mjs';

const TEXT = 'Anna Weber traf Weber und Anna in Köln, am Montag in Köln.';
const { marked } = mark([
  ['Anna Weber', 'person'],
  ' traf ',
  ['Weber', 'person'],
  ' und ',
  ['Anna', 'person'],
  ' in ',
  ['Köln', 'location'],
  ', am ',
  ['Montag', 'date'],
  ' in Köln.',
]);
const WORDS = ['Anna', 'Weber', 'Anna Weber', 'Köln', 'traf', 'in', 'öl', ''];

const anySpan = fc
  .tuple(fc.nat(TEXT.length - 1), fc.nat(11))
  .map(([start, length]) => ({ start, end: Math.min(TEXT.length, start + 1 + length) }));
const anyType = fc.constantFrom(...TYPE_IDS);
const placed = (extra) =>
  fc.tuple(anySpan, fc.record(extra)).map(([span, rest]) => ({ ...rest, ...span, text: TEXT.slice(span.start, span.end) }));
const anyCorrection = fc.oneof(
  placed({ kind: fc.constant('set'), type: anyType }),
  placed({ kind: fc.constantFrom('remove', 'split') }),
  fc.record({ kind: fc.constant('all'), text: fc.constantFrom(...WORDS), type: fc.option(anyType) }),
);

/** The slow way: every correction looks at every annotation. */
function slowly(annotations, corrections) {
  const overlaps = (a, b) => a.start < b.end && b.start < a.end;
  let spans = annotations.map(({ start, end, type }) => ({ start, end, type }));
  for (const { kind, start, end, text, type } of corrections) {
    if (kind === 'split' || kind === 'merge') continue;
    const places = kind === 'all' ? occurrences(TEXT, text) : [{ start, end }];
    for (const place of places) {
      spans = spans.filter((span) => !overlaps(span, place));
      if (kind !== 'remove' && type !== null) spans.push({ start: place.start, end: place.end, type });
    }
  }
  return spans.sort((a, b) => a.start - b.start);
}

const articleOf = (corrections) => ({
  id: 1,
  title: '',
  text: TEXT,
  headings: [],
  language: 'auto',
  referenceDate: '',
  revision: 1,
  result: marked,
  json: '',
  analysed: 1,
  stopped: 0,
  corrections,
  past: [],
  future: [],
});

test('corrections in any order do what they say, and what comes out is well-formed', () => {
  fc.assert(
    fc.property(
      fc.array(anyCorrection, { maxLength: 8 }),
      (corrections) => {
        const { annotations, entities } = effective(articleOf(corrections));
        const wanted = slowly(marked.annotations, corrections);
        assert.deepEqual(
          annotations.map(({ start, end, type }) => ({ start, end, type })),
          wanted,
        );
        annotations.forEach(({ id, start, end, text, entity }, index) => {
          assert.equal(id, index);
          assert.equal(text, TEXT.slice(start, end));
          if (entity !== undefined) assert.ok(entities[entity].mentions.includes(id));
        });
        entities.forEach(({ id, mentions }, index) => {
          assert.equal(id, index);
          for (const mention of mentions) assert.equal(annotations[mention].entity, id);
        });
      },
    ),
    { numRuns: 1000 },
  );
});

test('whole words only', () => {
  assert.deepEqual(
    occurrences('Ali, Alibi, Ali\u0301, Ali-Ali 😀Ali', 'Ali').map(({ start }) => start),
    [0, 18, 22, 28],
  );
});

test('a merged mention is split off again, and merged by what comes later', () => {
  const merge = { kind: 'merge', from: 'person|Weber', into: 'person|Anna Weber' };
  const at = TEXT.indexOf(' Weber und') + 1;
  const split = { kind: 'split', start: at, end: at + 5, text: 'Weber' };
  const groups = (corrections) => effective(articleOf(corrections)).entities.map(({ name, mentions }) => `${name} ${mentions.length}`);
  assert.deepEqual(groups([]), ['Anna Weber 1', 'Weber 1', 'Anna 1', 'Köln 1']);
  assert.deepEqual(groups([merge]), ['Anna Weber 2', 'Anna 1', 'Köln 1']);
  assert.deepEqual(groups([merge, split]), ['Anna Weber 1', 'Weber 1', 'Anna 1', 'Köln 1']);
  assert.deepEqual(groups([merge, split, merge]), ['Anna Weber 2', 'Anna 1', 'Köln 1']);
});

test('a mention with the very words of the others is split off under a number, which it keeps', () => {
  const text = 'Weber traf Weber, und Weber rief Weber.';
  const { marked: same } = mark([['Weber', 'person'], ' traf ', ['Weber', 'person'], ', und ', ['Weber', 'person'], ' rief ', ['Weber', 'person'], '.']);
  const result = { ...same, entities: [{ id: 0, type: 'person', name: 'Weber', mentions: [0, 1, 2, 3] }], annotations: same.annotations.map((one) => ({ ...one, entity: 0 })) };
  const split = (nth) => { const { start, end } = result.annotations[nth]; return { kind: 'split', start, end, text: 'Weber' }; };
  const groups = (...corrections) => effective({ ...articleOf(corrections), text, result }).entities.map(({ name, mentions }) => `${name}: ${mentions}`);
  assert.deepEqual(groups(split(2)), ['Weber: 0,1,3', 'Weber (2): 2']);
  assert.deepEqual(groups(split(2), split(1)), ['Weber: 0,3', 'Weber (3): 1', 'Weber (2): 2']);
  const merge = { kind: 'merge', from: 'person|Weber (3)', into: 'person|Weber (2)' };
  assert.deepEqual(groups(split(2), split(1), merge), ['Weber: 0,3', 'Weber (2): 1,2']);
  assert.deepEqual(groups(split(2), split(1), merge, split(0)), ['Weber (4): 0', 'Weber (2): 1,2', 'Weber: 3']);
});
