// Files from outside, changed at random: each is read or refused with a FormatError that names the place; what was read is
// the same when written and read again, and the page can work with it. The seeds are fixed, so that a failure comes back.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { FormatError } from '../../web/formats/shape.js';
import { correctionsFor } from '../../web/formats/import.js';
import { fromJson, toJson } from '../../web/formats/json.js';
import { fromProject, toProject } from '../../web/formats/project.js';
import { readClipboard, readFile } from '../../web/input/read.js';
import { effective } from '../../web/model/effective.js';
import { HOSTILE, TYPE_IDS, anyMarked, anyText, fc } from './sample.mjs';

// tests/fuzz.sh gives other seeds.
const RUNS = { seed: Number(process.env.LUPE_FUZZ_SEED ?? 20_231_126), numRuns: Number(process.env.LUPE_FUZZ_RUNS ?? 1500) };
const TEXT = 'Anna Weber zahlt zwei Euro. Weber lacht.';

const project = () => ({
  schema: 'lupe-project/1', engine: { version: '0.1.0' }, current: 0, off: ['number'],
  dictionary: [{ text: 'Lupe', type: null }, { text: 'Weber', type: 'person' }],
  articles: [{
    title: 'a.txt', text: TEXT, headings: [{ start: 0, end: 4 }], language: 'de', referenceDate: '2023-09-26',
    corrections: [
      { kind: 'set', start: 17, end: 26, text: 'zwei Euro', type: 'money', value: { number: 2, currency: 'EUR' } },
      { kind: 'remove', start: 0, end: 10, text: 'Anna Weber' },
      { kind: 'split', start: 28, end: 33, text: 'Weber' },
      { kind: 'all', text: 'Weber', type: 'location' },
      { kind: 'merge', from: 'person|Anna Weber', into: 'person|Weber' },
    ],
  }],
});

const result = () => ({
  schema: 'lupe/1', engine: { version: '0.1.0' }, language: 'de', referenceDate: '2023-09-26', offsetUnit: 'utf16',
  annotations: [
    { id: 0, start: 0, end: 10, text: 'Anna Weber', type: 'person', entity: 0, rule: 'names', confidence: 'certain' },
    { id: 1, start: 17, end: 26, text: 'zwei Euro', type: 'money', value: { number: 2, currency: 'EUR' }, rule: 'x', confidence: 'likely' },
    { id: 2, start: 28, end: 33, text: 'Weber', type: 'person', entity: 0, rule: 'names', confidence: 'certain' },
  ],
  entities: [{ id: 0, type: 'person', name: 'Anna Weber', mentions: [0, 2] }],
  warnings: [],
});

/** Every place in a JSON value, as [holder, key]. @returns {[any, string | number][]} */
function places(value) {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((key) => [[value, key], ...places(value[key])]);
}

const anyValue = fc.oneof(
  fc.constantFrom(null, true, 0, -1, 1, 2, 3, 1e9, 0.5, 2 ** 53, 1e308, '', '__proto__', 'constructor', 'utf16', 'byte', 'merge', 'all', ...TYPE_IDS),
  fc.constantFrom(...HOSTILE), anyText(6), fc.jsonValue({ maxDepth: 2 }), fc.constant({ start: 0, end: 1 }), fc.constant([]),
);
/** Changes of the structure: at the nth place something else stands, or nothing, or it stands twice. */
const anyChanges = fc.array(fc.tuple(fc.nat(), fc.constantFrom('set', 'set', 'set', 'delete', 'add', 'double'), anyValue), { minLength: 1, maxLength: 4 });

function changed(value, changes) {
  for (const [nth, kind, fresh] of changes) {
    const other = structuredClone(fresh);
    const all = places(value);
    if (all.length === 0) break;
    const [holder, key] = all[nth % all.length];
    if (kind === 'delete') delete holder[key];
    else if (kind === 'add') holder[`${key}x`] = other;
    else if (kind === 'double' && Array.isArray(holder)) holder.push(structuredClone(holder[key]));
    else holder[key] = other;
  }
  return JSON.stringify(value);
}

/** Changes of single characters, so that it may be no JSON. */
const anyEdits = fc.array(fc.tuple(fc.nat(), fc.constantFrom('', '"', '{', ']', ',', '9', '-', 'e9', '\\u0000', '\ud800', 'null', ' ')), { minLength: 1, maxLength: 3 });
const edited = (json, edits) => edits.reduce((text, [at, piece]) => text.slice(0, at % text.length) + piece + text.slice((at % text.length) + 1), json);

/** @param {() => any} read @returns {any} what was read, or null if it was refused as it should be */
function readOrRefused(read) {
  try {
    return read();
  } catch (error) {
    assert.ok(error instanceof FormatError, `${error?.stack}`);
    assert.ok(error.message.length > 5 && typeof error.path === 'string');
    return null;
  }
}

const articleOf = ({ text, language, referenceDate, corrections, headings, title }, shown) => ({
  id: 1, title, text, headings, language, referenceDate, revision: 1, result: shown, json: '', analysed: 1, corrections, past: [], future: [],
});

function checkProject(json) {
  const read = readOrRefused(() => fromProject(json));
  if (!read) return false;
  assert.deepEqual(fromProject(toProject(read, '0.1.0')), read);
  for (const article of read.articles) {
    const { annotations } = effective(articleOf(article, article.text === TEXT ? result() : null), read.dictionary);
    for (const { start, end } of annotations) assert.ok(start >= 0 && start < end && end <= article.text.length);
  }
  return true;
}

function checkResult(json) {
  const read = readOrRefused(() => fromJson(json, TEXT));
  if (!read) return false;
  assert.deepEqual(fromJson(toJson(TEXT, read), TEXT), read);
  const [article] = project().articles;
  const open = articleOf({ ...article, corrections: [] }, result());
  const { annotations } = effective({ ...open, corrections: correctionsFor(read, open, []) }, []);
  assert.deepEqual(annotations.map(({ start, end, type }) => [start, end, type]), read.annotations.map(({ start, end, type }) => [start, end, type]));
  return true;
}

/** Both fates must happen, else the changes are too wild or too tame to test anything. */
function both(check, seen) {
  return (json) => void (seen[check(json) ? 'read' : 'refused'] += 1);
}

for (const [name, make, check] of [['project', project, checkProject], ['result', result, checkResult]]) {
  test(`a ${name} with changed places`, () => {
    const seen = { read: 0, refused: 0 };
    const run = both(check, seen);
    fc.assert(fc.property(anyChanges, (changes) => run(changed(make(), changes))), RUNS);
    assert.ok(seen.read > RUNS.numRuns / 100 && seen.refused > RUNS.numRuns / 10, JSON.stringify(seen));
  });

  test(`a ${name} with changed characters`, () => {
    const seen = { read: 0, refused: 0 };
    const run = both(check, seen);
    const json = JSON.stringify(make());
    fc.assert(fc.property(anyEdits, (edits) => run(edited(json, edits))), RUNS);
    assert.ok(seen.read > RUNS.numRuns / 100 && seen.refused > RUNS.numRuns / 10, JSON.stringify(seen));
  });
}

test('a file of any bytes and name', () => {
  const anyName = fc.constantFrom('a', 'a.txt', 'a.html', 'a.md', 'a.json', '.html');
  const anyBytes = fc.oneof(
    fc.uint8Array({ maxLength: 60 }),
    fc.array(fc.constantFrom('<', '>', '</', '<p>', '<!--', '-->', '<script>', '<title>', '&#x', '&amp', ';', '"', '# ', '**', '](', '\n', 'Weber', '\u0000', 'ä'), { maxLength: 30 })
      .map((pieces) => new TextEncoder().encode(pieces.join(''))),
  );
  fc.assert(fc.property(anyName, anyBytes, (name, bytes) => {
    const read = readFile(name, bytes);
    if (read.kind !== 'article') return;
    for (const { start, end } of read.article.headings) assert.ok(start >= 0 && start <= end && end <= read.article.text.length);
    assert.ok(readClipboard(read.article.text, 'x'));
  }), RUNS);
});

test('any dated and marked text comes back from its own JSON', () => {
  fc.assert(fc.property(anyMarked, anyChanges, ({ text, marked }, changes) => {
    const json = toJson(text, marked);
    readOrRefused(() => fromJson(changed(JSON.parse(json), changes), text));
    assert.ok(fromJson(json, text));
  }), RUNS);
});
