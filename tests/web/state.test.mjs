// The page's state: edits move everything that has a place in the text, corrections can be undone, articles come and go.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { difference, shift } from '../../web/model/edit.js';
import { effective } from '../../web/model/effective.js';
import { currentArticle, initialState, LONGEST_TEXT, update } from '../../web/state.js';
import { fc } from './sample.mjs';

/** @typedef {import('../../web/state.js').Action} Action */

/** @param {...Action} actions */
const after = (...actions) => actions.reduce(update, initialState('de'));
/** @param {State} state @param {...Action} actions */
const then = (state, ...actions) => actions.reduce(update, state);

/** @param {string} text @returns {Result} every word that starts with a capital is an organisation */
function resultFor(text) {
  const annotations = [...text.matchAll(/\b[A-Z]\w*/g)].map((match, id) => ({ id, start: match.index, end: match.index + match[0].length, text: match[0],
    type: /** @type {const} */ ('organization'), entity: id, rule: 'names', confidence: /** @type {const} */ ('likely') }));
  return { schema: 'lupe/1', engine: { version: '0' }, language: 'de', offsetUnit: 'utf16', annotations, warnings: [],
    entities: annotations.map(({ id, type, text: name }) => ({ id, type, name, mentions: [id] })) };
}

/** @param {State} state */
const shown = (state) => effective(currentArticle(state));
/** @param {State} state */
const words = (state) => shown(state).annotations.map(({ type, text }) => `${type} ${text}`);

/** @param {string} text */
function analysed(text) {
  const state = after({ type: 'open', articles: [{ text }] });
  const { id, revision } = currentArticle(state);
  return then(state, { type: 'result', id, revision, result: resultFor(text), json: '{}' });
}

const anyText = fc.array(fc.constantFrom('Aa', 'b', ' ', '\n', '😀', '\ud83d', '\udc00', 'Bb', 'e\u0301'), { maxLength: 14 }).map((/** @type {string[]} */ parts) => parts.join(''));

test('the difference of two texts turns one into the other and cuts no surrogate pair', () => {
  fc.assert(fc.property(anyText, anyText, (/** @type {string} */ before, /** @type {string} */ after_) => {
    const { from, to, size } = difference(before, after_);
    assert.equal(before.slice(0, from) + after_.slice(from, from + size) + before.slice(to), after_);
    for (const [text, at] of /** @type {[string, number][]} */ ([[before, from], [before, to], [after_, from], [after_, from + size]])) {
      assert.ok(!(/[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '')), JSON.stringify([before, after_]));
    }
  }));
});

test('a span beside an edit keeps its words', () => {
  fc.assert(fc.property(anyText, anyText, fc.nat(30), fc.nat(30), (/** @type {string} */ before, /** @type {string} */ next, /** @type {number} */ a, /** @type {number} */ b) => {
    const span = { start: Math.min(a, b, before.length), end: Math.min(Math.max(a, b), before.length) };
    if (span.start === span.end) return;
    const edit = difference(before, next);
    const moved = shift(span, edit);
    const isBeside = span.end <= edit.from || span.start >= edit.to;
    if (isBeside) assert.equal(next.slice(moved?.start, moved?.end), before.slice(span.start, span.end));
    if (moved) assert.ok(moved.start >= 0 && moved.end <= next.length && moved.start < moved.end);
  }));
});

test('while the analyzer works, marks move along with what is typed', () => {
  const state = then(analysed('Aa bb Cc dd'), { type: 'edit', text: 'xx Aa bb Cc dd' });
  assert.deepEqual(words(state), ['organization Aa', 'organization Cc']);
  for (const { start, end, text } of shown(state).annotations) assert.equal('xx Aa bb Cc dd'.slice(start, end), text);
});

test('an answer for an older revision is ignored', () => {
  const state = analysed('Aa');
  const { id, revision } = currentArticle(state);
  const edited = then(state, { type: 'edit', text: 'Aa Bb' }, { type: 'result', id, revision, result: resultFor('Zz'), json: '' });
  assert.deepEqual(words(edited), ['organization Aa']);
});

test('a text with CRLF keeps it until it is edited, and then corrections stay at their words', () => {
  let state = analysed('Aa\r\nbb\r\nCc');
  assert.equal(currentArticle(state).text, 'Aa\r\nbb\r\nCc');
  state = then(state, { type: 'correct', corrections: [{ kind: 'set', start: 4, end: 6, text: 'bb', type: 'person' }] }, { type: 'edit', text: 'Aa\nbb\nCc dd' });
  assert.equal(currentArticle(state).text, 'Aa\nbb\nCc dd');
  assert.deepEqual(words(state), ['organization Aa', 'person bb', 'organization Cc']);
});

test('corrections survive any edit that keeps their words once', () => {
  fc.assert(fc.property(anyText, anyText, (/** @type {string} */ head, /** @type {string} */ tail) => {
    const state = then(analysed('vorn Zielwort hinten'), { type: 'correct', corrections: [{ kind: 'set', start: 5, end: 13, text: 'Zielwort', type: 'person' }] },
      { type: 'edit', text: `${head}Zielwort${tail}` });
    const [correction] = currentArticle(state).corrections;
    assert.ok(correction && 'start' in correction);
    assert.equal(currentArticle(state).text.slice(correction.start, correction.end), 'Zielwort');
    assert.equal(state.notice, null);
  }));
});

test('undo and redo go through all corrections and back', () => {
  const set = (/** @type {number} */ start) => /** @type {Action} */ ({ type: 'correct', corrections: [{ kind: 'set', start, end: start + 1, text: 'x', type: 'misc' }] });
  let state = then(analysed('x x x'), set(0), set(2), set(4));
  const all = words(state);
  assert.equal(all.length, 3);
  state = then(state, { type: 'undo' }, { type: 'undo' }, { type: 'undo' }, { type: 'undo' });
  assert.deepEqual(words(state), []);
  assert.deepEqual(words(then(state, { type: 'redo' }, { type: 'redo' }, { type: 'redo' }, { type: 'redo' })), all);
  assert.equal(currentArticle(then(state, { type: 'redo' }, set(4))).future.length, 0);
});

test('undo and redo go through words of the dictionary and corrections in the order of doing', () => {
  const rows = /** @type {const} */ ([{ text: 'Aa', type: 'person' }, { text: 'Bb', type: null }, { text: 'Aa', type: 'misc' }]);
  const [first, second, changed] = rows;
  const remove = /** @type {const} */ ({ type: 'correct', corrections: [{ kind: 'remove', start: 0, end: 2, text: 'Aa' }] });
  const states = [analysed('Aa Bb'), ...Array.from({ length: 5 })];
  [{ type: 'words', rows: [first] }, { type: 'words', rows: [first, second] }, remove, { type: 'words', rows: [second, changed] }, { type: 'words', rows: [changed] }]
    .forEach((/** @type {any} */ action, index) => { states[index + 1] = then(states[index], action); });
  const said = (/** @type {State} */ state) => [state.dictionary.rows, currentArticle(state).corrections];
  let state = /** @type {State} */ (states[5]);
  for (let index = 4; index >= 0; index -= 1) {
    state = then(state, { type: 'undo' });
    assert.deepEqual(said(state), said(/** @type {State} */ (states[index])), `undo to ${index}`);
  }
  assert.ok(currentArticle(state).revision > currentArticle(states[0]).revision, 'to be analysed anew');
  for (let index = 1; index <= 5; index += 1) {
    state = then(state, { type: 'redo' });
    assert.deepEqual(said(state), said(/** @type {State} */ (states[index])), `redo to ${index}`);
  }
});

test('undoing one word leaves what was said of others in another article', () => {
  const one = then(analysed('Aa Bb'), { type: 'words', rows: [{ text: 'Aa', type: 'person' }] });
  const other = then(one, { type: 'open', articles: [{ text: 'Cc' }] });
  const both = then(other, { type: 'words', rows: [...other.dictionary.rows, { text: 'Cc', type: 'misc' }] }, { type: 'choose', id: one.current });
  assert.deepEqual(then(both, { type: 'undo' }).dictionary.rows, [{ text: 'Cc', type: 'misc' }]);
});

test('what an earlier visit kept is no step', () => {
  const state = then(analysed('Aa'), { type: 'dictionary', rows: [{ text: 'Aa', type: 'person' }], keep: true });
  assert.deepEqual(then(state, { type: 'undo' }).dictionary.rows, state.dictionary.rows);
});

test('annotations never overlap, whatever the reader says', () => {
  const anyCorrection = fc.oneof(
    fc.record({ kind: fc.constant('set'), start: fc.nat(12), length: fc.integer({ min: 1, max: 8 }), type: fc.constantFrom('person', 'money') }),
    fc.record({ kind: fc.constant('remove'), start: fc.nat(12), length: fc.integer({ min: 1, max: 8 }) }),
    fc.record({ kind: fc.constant('all'), text: fc.constantFrom('Aa', 'Bb', 'Aa Bb', 'bb'), type: fc.constantFrom('person', 'misc', null) }));
  const text = 'Aa Bb Aa bb Cc Aa';
  fc.assert(fc.property(fc.array(anyCorrection, { maxLength: 6 }), (/** @type {any[]} */ drafts) => {
    const corrections = drafts.map((draft) => (draft.kind === 'all' ? draft : { ...draft, end: Math.min(text.length, draft.start + draft.length), text: 'x' }));
    const { annotations, entities } = shown(then(analysed(text), { type: 'correct', corrections }));
    let last = 0;
    annotations.forEach((annotation, id) => {
      assert.equal(annotation.id, id);
      assert.ok(annotation.start >= last && annotation.end > annotation.start);
      assert.equal(text.slice(annotation.start, annotation.end), annotation.text);
      last = annotation.end;
    });
    entities.forEach((entity, id) => {
      assert.equal(entity.id, id);
      for (const mention of entity.mentions) assert.equal(annotations[mention].entity, id);
    });
  }));
});

test('a new article takes the place of an empty one; the last one closed leaves an empty one', () => {
  let state = after({ type: 'open', articles: [{ text: 'a' }, { text: 'b' }] });
  assert.deepEqual(state.articles.map(({ text }) => text), ['a', 'b']);
  assert.equal(currentArticle(state).text, 'a');
  state = then(state, { type: 'close', id: state.current }, { type: 'close', id: state.articles[1].id });
  assert.deepEqual(state.articles.map(({ text }) => text), ['']);
  assert.equal(state.mode, 'edit');
});

test('another article is read or edited as the last one was; an empty one is edited, and the next one read', () => {
  const both = after({ type: 'open', articles: [{ text: 'a' }, { text: 'b' }] });
  const [a, b] = both.articles.map(({ id }) => id);
  assert.equal(then(both, { type: 'mode', mode: 'edit' }, { type: 'choose', id: b }).mode, 'edit');
  const empty = then(both, { type: 'open', articles: [{ text: '' }] });
  assert.deepEqual([both.mode, empty.mode, then(empty, { type: 'choose', id: a }).mode, then(empty, { type: 'close', id: empty.current }).mode], ['read', 'edit', 'read', 'read']);
});

test('a text beyond the limit is not taken, and said so', () => {
  const state = after({ type: 'open', articles: [{ text: 'x'.repeat(LONGEST_TEXT + 1) }] });
  assert.equal(currentArticle(state).text, '');
  assert.equal(state.notice?.id, 'tooLong');
});

test('other rows of the dictionary have every article analysed anew; keeping them does not', () => {
  const before = then(analysed('Aa Bb'), { type: 'open', articles: [{ text: 'Cc' }] });
  const after_ = then(before, { type: 'dictionary', rows: [{ text: 'Aa', type: 'person' }] });
  assert.deepEqual(after_.articles.map(({ revision }) => revision), before.articles.map(({ revision }) => revision + 1));
  assert.equal(then(after_, { type: 'dictionary', keep: true }).articles, after_.articles);
});

test('an analysis that was given up is tried again on request only', () => {
  const before = after({ type: 'open', articles: [{ text: 'Aa' }] });
  const { id, revision } = currentArticle(before);
  const stopped = then(before, { type: 'stopped', id, revision });
  assert.equal(currentArticle(stopped).stopped, revision);
  const again = currentArticle(then(stopped, { type: 'retry' }));
  assert.ok(again.stopped < again.revision);
});

test('a value goes to its correction, if that is still there', () => {
  const correction = /** @type {const} */ ({ kind: 'set', start: 0, end: 2, text: 'Aa', type: 'number' });
  const state = then(analysed('Aa Bb'), { type: 'correct', corrections: [correction] });
  const { id } = currentArticle(state);
  const valued = then(state, { type: 'value', id, correction, value: { number: 2 } });
  assert.deepEqual(shown(valued).annotations[0].value, { number: 2 });
  assert.deepEqual(currentArticle(then(valued, { type: 'undo' })).corrections, []);
  assert.deepEqual(currentArticle(then(state, { type: 'undo' }, { type: 'value', id, correction, value: { number: 2 } })).corrections, []);
});
