// The engine's bytes come out of the page as they went in, and nothing in them can end the script element that holds them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pack, unpack } from '../../web/packing.js';
import { fc } from './sample.mjs';

test('any bytes come back, out of ASCII without what HTML would change or end at', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (/** @type {Uint8Array} */ bytes) => {
    const text = pack(bytes);
    assert.deepEqual([...unpack(text)], [...bytes]);
    assert.ok(!/[^\x01-\x7f]|[\r<]/.test(text));
  }));
});

test('compressed bytes grow by less than a fifth', () => {
  let state = 7;
  const bytes = Uint8Array.from({ length: 70_000 }, () => { state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff; return state >> 16; });
  assert.ok(pack(bytes).length < 1.2 * bytes.length);
});

test('every byte value, in every position', () => {
  const bytes = Uint8Array.from({ length: 256 * 7 }, (_, index) => Math.floor(index / 7));
  assert.deepEqual(unpack(pack(bytes)), bytes);
});
