// The engine's bytes come out of the page as they went in, and nothing in them can end the script element that holds them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pack, unpack } from '../../web/packing.js';
import { fc } from './sample.mjs';

test('any bytes come back, in an eighth more characters', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (/** @type {Uint8Array} */ bytes) => {
    const text = pack(bytes);
    assert.deepEqual([...unpack(text)], [...bytes]);
    assert.equal(text.length, Math.ceil((bytes.length * 8) / 7));
    assert.ok(!/[\0\r<]/.test(text));
  }));
});

test('every byte value, in every position', () => {
  const bytes = Uint8Array.from({ length: 256 * 7 }, (_, index) => Math.floor(index / 7));
  assert.deepEqual(unpack(pack(bytes)), bytes);
});
