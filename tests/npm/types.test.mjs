// The package's types, as a program in strict TypeScript sees them: right uses compile, wrong ones do not.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { install, root, tool } from './package.mjs';

const { folder } = install(after);
const compiler = join(dirname(tool.resolve('typescript/package.json')), 'bin/tsc');

const PROGRAM = `
import { createAnalyzer, LupeError, type Analyzer, type Result, type RecordError } from 'lupe';
import { createAnalyzer as single } from 'lupe/single';

export async function use(): Promise<string[]> {
  const lupe: Analyzer = await createAnalyzer({
    language: 'de', referenceDate: '2023-09-26', maxBytes: 1000, wasmBinary: new Uint8Array(),
    dictionary: [{ surface: 'Quirlix', type: 'organization' }, { surface: 'Herbst', type: 'never' }],
  });
  const result: Result = await lupe.analyze('text', { signal: new AbortController().signal, onProgress: (done: number) => void done });
  lupe.analyzeSync('text', { language: 'en' });
  lupe.dispose();
  (await single()).dispose();
  const found: string[] = [];
  for (const annotation of result.annotations) {
    const id: number = annotation.id + annotation.start;
    switch (annotation.type) {
      case 'money': {
        const { value } = annotation;
        const currency: string | undefined = value.currency;
        if (value.number === undefined) found.push(String(value.min + value.max) + currency);
        else found.push(String(value.number + id));
        break;
      }
      case 'quantity': found.push(annotation.value.unit); break;
      case 'percent': case 'number': found.push(annotation.value.modifier ?? 'exact'); break;
      case 'date': case 'time': case 'duration': case 'set': found.push(annotation.value.timex); break;
      case 'person': case 'organization': case 'location': case 'misc':
        if (annotation.entity !== undefined) found.push(result.entities[annotation.entity].name);
        break;
      default: { const never: never = annotation; void never; }
    }
  }
  return found;
}

export function recover(error: unknown): string {
  if (!(error instanceof LupeError)) throw error;
  switch (error.code) {
    case 'BAD_OPTION': case 'INPUT_TOO_LARGE': case 'ABORTED': case 'OUT_OF_MEMORY': case 'INTERNAL_TRAP': return error.message;
    default: { const never: never = error.code; return never; }
  }
}

export const read = (line: string): Result | RecordError => JSON.parse(line);

// @ts-expect-error no such option
createAnalyzer({ lang: 'de' });
// @ts-expect-error a date is a string
createAnalyzer({ referenceDate: new Date() });
// @ts-expect-error no type of name
createAnalyzer({ dictionary: [{ surface: 'x', type: 'money' }] });
// @ts-expect-error a name has no value
export const wrong = (result: Result) => result.annotations.filter((a) => a.type === 'person').map((a) => a.value);
// @ts-expect-error a date's value has no currency
export const bad = (result: Result) => result.annotations.map((a) => a.type === 'date' ? a.value.currency : '');
`;

test('the sources of the package agree with their types', () => {
  const { status, stdout } = spawnSync('node', [compiler, '-p', join(root, 'wasm/npm')], { encoding: 'utf8' });
  assert.equal(status, 0, stdout);
});

test('a strict program compiles against the types', () => {
  writeFileSync(join(folder, 'program.ts'), PROGRAM);
  for (const [module, resolution] of [['nodenext', 'nodenext'], ['esnext', 'bundler']]) {
    const options = ['--ignoreConfig', '--noEmit', '--strict', '--exactOptionalPropertyTypes', '--target', 'es2022', '--lib', 'es2022,dom', '--module', module, '--moduleResolution', resolution, '--types', ''];
    const { status, stdout } = spawnSync('node', [compiler, ...options, 'program.ts'], { cwd: folder, encoding: 'utf8' });
    assert.equal(status, 0, stdout);
  }
});
