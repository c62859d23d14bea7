// The recipes of core/cli/README.md do what it says: the commands are taken from there.
import assert from 'node:assert/strict';
import { readFileSync, symlinkSync } from 'node:fs';
import { test } from 'node:test';
import { article, folder, lupe, program, records, root, shell } from './command.mjs';

const readme = readFileSync(`${root}/core/cli/README.md`, 'utf8');
const recipe = (name) => readme.match(new RegExp(`<!-- ${name} -->\n\`\`\`sh\n(.*?)\n\`\`\``, 's'))[1];
const noParallel = shell('command -v parallel').code === 0 ? false : 'GNU parallel is not installed';

const stream = Array.from({ length: 500 }, (_, id) => JSON.stringify({ id, text: article(id, 1 + (id % 9)) }) + '\n').join('');

/** Runs a recipe in a folder where `lupe` is on the path. */
function cook(t, command, files) {
  const path = folder(t, files);
  symlinkSync(program, `${path}/lupe`);
  return { ...shell(`cd ${path} && ${command}`, { PATH: `${path}:${process.env.PATH}` }), path };
}

test('GNU parallel over a stream of records', { skip: noParallel }, (t) => {
  // Small blocks, so that there are many jobs.
  const { code, path } = cook(t, recipe('parallel').replace('4M', '4k'), { 'articles.jsonl': stream });
  assert.equal(code, 0);
  assert.equal(readFileSync(`${path}/found.jsonl`, 'utf8'), lupe(['-f', 'jsonl'], { input: stream }).out);
});

test('GNU parallel over a folder of texts', { skip: noParallel }, (t) => {
  const files = Object.fromEntries(Array.from({ length: 50 }, (_, id) => [`articles/${id % 5}/${id} a.txt`, article(id)]));
  const { code, path } = cook(t, recipe('parallel-files'), files);
  assert.equal(code, 0);
  const found = records(readFileSync(`${path}/found.jsonl`, 'utf8'));
  assert.deepEqual(
    found.map((r) => r.id),
    Object.keys(files).sort(),
  );
});

test('as Spark runs it: a bad record is a result and no failure, anything else is one', (t) => {
  const input = { 'in.jsonl': stream + '{\n' };
  const { code, out } = cook(t, `${recipe('spark')} < in.jsonl`, input);
  assert.equal(code, 0);
  assert.equal(records(out).length, 501);
  assert.equal(cook(t, recipe('spark').replace('jsonl', 'nonsense'), {}).code, 1);
});
