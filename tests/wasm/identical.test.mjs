// The command line and the module give the same bytes; tests/fuzz/identical.mjs says of which texts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MODULE, compare, enginesFrom } from '../fuzz/identical.mjs';

test('three thousand changed case lines give the same bytes natively and as WebAssembly', async () => {
  const engines = await enginesFrom([MODULE]);
  compare(3000, 20_231_126, engines);
  const changed = { analyzeToJson: () => '{}' };
  assert.throws(() => compare(1, 1, [/** @type {any} */ (changed)]), /differs/, 'a difference is told');
});
