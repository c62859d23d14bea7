// The reference date in the package.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { install } from './package.mjs';

const { resolve } = install(after);
const { createAnalyzer } = await import(resolve('lupe'));

test('of the analyzer, of a call, and what is none', async (t) => {
  const lupe = await createAnalyzer({ language: 'de', referenceDate: '2023-09' });
  t.after(() => lupe.dispose());
  assert.equal((await lupe.analyze('x', { referenceDate: '2024' })).referenceDate, '2024');
  assert.equal(lupe.analyzeSync('x').referenceDate, '2023-09');
  for (const referenceDate of ['yesterday', '2023-02-30']) {
    await assert.rejects(createAnalyzer({ referenceDate }), { code: 'BAD_OPTION' });
    await assert.rejects(lupe.analyze('x', { referenceDate }), { code: 'BAD_OPTION' });
    assert.throws(() => lupe.analyzeSync('x', { referenceDate }), { code: 'BAD_OPTION' });
  }
});
