// A saved result opens as corrections: the article then shows the same annotations and the same groups of mentions.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { fromJson, toJson } from '../../web/formats/json.js';
import { correctionsFor } from '../../web/formats/import.js';
import { fromProject, toProject } from '../../web/formats/project.js';
import { effective } from '../../web/model/effective.js';
import { TYPE_IDS, anyMarked, fc, mark } from './sample.mjs';

const articleOf = (text, result, corrections = []) => ({
  id: 1,
  title: '',
  text,
  headings: [],
  language: 'auto',
  referenceDate: '',
  revision: 1,
  result,
  json: '',
  analysed: 1,
  corrections,
  past: [],
  future: [],
});

const said = ({ annotations }) =>
  annotations.map(({ start, end, text, type, value }) => ({ start, end, text, type, ...(value && { value }) }));

test('the same annotations, whatever the analyzer says of the text', () =>
  fc.assert(
    fc.property(anyMarked, fc.array(fc.nat(20)), fc.constantFrom(...TYPE_IDS), ({ text, marked }, dropped, type) => {
      const other = {
        ...marked,
        annotations: marked.annotations
          .filter(({ id }) => !dropped.includes(id))
          .map((a, id) =>
            id % 3 === 0
              ? { id, start: a.start, end: a.end, text: a.text, type, rule: 'x', confidence: 'certain' }
              : { ...a, id, entity: undefined },
          ),
        entities: [],
      };
      const article = articleOf(text, other);
      const corrections = correctionsFor(fromJson(toJson(text, marked), text), article);
      assert.deepEqual(said(effective(articleOf(text, other, corrections))), said(marked));
    }),
  ));

test('nothing differs: no correction', () => {
  const { text, marked } = mark([['Amazon', 'organization'], ' und ', ['Amazon', 'organization'], ' am ', ['Montag', 'date']]);
  assert.deepEqual(correctionsFor(fromJson(toJson(text, marked), text), articleOf(text, marked)), []);
});

test('mentions that were merged are merged again', () => {
  const { text, marked } = mark([['Anna Weber', 'person'], ' sagt, ', ['Weber', 'person'], ' und ', ['Köln', 'location']]);
  const before = articleOf(text, marked, [{ kind: 'merge', from: 'person|Weber', into: 'person|Anna Weber' }]);
  const shown = effective(before);
  assert.equal(shown.entities.length, 2);
  const json = toJson(text, { ...marked, ...shown });
  const after = articleOf(text, marked, correctionsFor(fromJson(json, text), articleOf(text, marked)));
  assert.deepEqual(effective(after), shown);
});

test('mentions that were split off are split off again, with their numbers', () => {
  const { text, marked } = mark([['Weber', 'person'], ' traf ', ['Weber', 'person'], ', und ', ['Weber', 'person'], ' rief ', ['Weber', 'person'], '.']);
  const split = (nth) => { const { start, end } = marked.annotations[nth]; return { kind: 'split', start, end, text: 'Weber' }; };
  const before = articleOf(text, marked, [split(2), split(1), { kind: 'merge', from: 'person|Weber', into: 'person|Weber (3)' }, split(0)]);
  const shown = effective(before);
  assert.equal(shown.entities.length, 3);
  const json = toJson(text, { ...marked, ...shown });
  const after = articleOf(text, marked, correctionsFor(fromJson(json, text), articleOf(text, marked)));
  assert.deepEqual(effective(after).entities.map(({ mentions }) => mentions), shown.entities.map(({ mentions }) => mentions));
});

test('a project with corrections shows the same when it opens', () => {
  const { text, marked } = mark([['Anna Weber', 'person'], ' sagt, ', ['Weber', 'person'], ' zahlt ', ['zwei Euro', 'money'], ' in Köln.']);
  const corrections = [
    { kind: 'merge', from: 'person|Weber', into: 'person|Anna Weber' },
    { kind: 'all', text: 'Köln', type: 'location' },
    { kind: 'remove', start: text.indexOf('zwei'), end: text.indexOf(' in Köln'), text: 'zwei Euro' },
  ];
  const before = articleOf(text, marked, corrections);
  const opened = fromProject(toProject({ articles: [before], current: 0, off: [], dictionary: [] }, '0.1.0'));
  assert.deepEqual(
    effective(articleOf(opened.articles[0].text, marked, opened.articles[0].corrections)),
    effective(before),
  );
});
