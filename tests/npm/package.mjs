// The package as its users get it: installed from the packed tarball into a folder of its own.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
/** Development tools. */
export const tool = createRequire(join(root, 'web/package.json'));

/** Installs the tarball; the folder is gone after the tests of the file. @param {(clean: () => void) => void} after */
export function install(after) {
  const folder = mkdtempSync(join(tmpdir(), 'lupe-npm-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const tarball = readdirSync(join(root, 'build/npm')).find((name) => name.endsWith('.tgz'));
  if (!tarball) throw new Error('no tarball: node wasm/npm/build.mjs');
  writeFileSync(join(folder, 'package.json'), '{"type":"module","private":true}');
  execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', '--loglevel=error', join(root, 'build/npm', tarball)], { cwd: folder, stdio: 'pipe' });
  const { resolve } = createRequire(join(folder, 'package.json'));
  return { folder, resolve };
}

// ---- A module with the engine's exports and faults to order -----------------------------------------------------------------

const leb = (value) => (value < 128 ? [value] : [(value & 127) | 128, ...leb(value >>> 7)]);
const sleb = (value) => (value >= -64 && value < 64 ? [value & 127] : [(value & 127) | 128, ...sleb(value >> 7)]);
const text = (string) => [...leb(Buffer.byteLength(string)), ...Buffer.from(string)];
const vector = (items) => [...leb(items.length), ...items.flat()];
const section = (id, content) => [id, ...leb(content.length), ...content];
const constant = (value) => [0x41, ...sleb(value)];
const body = (code) => [...leb(code.length + 2), 0, ...code, ...END];

const I32 = 0x7f, ROOM = 65536, RESULT = 1024;
const GET0 = [0x20, 0], IF = [0x04, 0x40], END = [0x0b], RETURN = [0x0f];
const load = (offset) => [0x28, 2, offset], firstByte = [...GET0, ...load(0), 0x2d, 0, 0];
const when = (letter, code) => [...firstByte, ...constant(letter.charCodeAt(0)), 0x46, ...IF, ...code, ...END];

/** Texts that start with T trap, those with L never end, those over a million bytes find no memory; all others find nothing. */
export function faultyModule() {
  const result = JSON.stringify({ schema: 'lupe/1', engine: { version: '0.0.0' }, language: 'de', offsetUnit: 'utf16', annotations: [], entities: [], warnings: [] });
  const types = [[[], []], [[I32], [I32]], [[I32], []], [[], [I32]]].map(([from, to]) => [0x60, ...vector(from.map((t) => [t])), ...vector(to.map((t) => [t]))]);
  const functions = [
    ['_initialize', 0, []],
    ['lupe_allocate', 1, [...GET0, ...constant(1_000_000), 0x4b, 0x04, I32, ...constant(0), 0x05, ...constant(ROOM), ...END]],
    ['lupe_free', 2, []],
    ['lupe_analyze', 1, [...GET0, ...load(4), 0x45, ...IF, ...constant(0), ...RETURN, ...END, ...when('T', [0x00]), ...when('L', [0x03, 0x40, 0x0c, 0, ...END]), ...constant(0)]],
    ['lupe_result', 3, constant(RESULT)],
    ['lupe_result_size', 3, constant(result.length)],
  ];
  return Uint8Array.from([
    0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
    ...section(1, vector(types)),
    ...section(3, vector(functions.map(([, type]) => [type]))),
    ...section(5, [1, 0, 32]),
    ...section(7, vector([[...text('memory'), 2, 0], ...functions.map(([name], i) => [...text(name), 0, i])])),
    ...section(10, vector(functions.map(([, , code]) => body(code)))),
    ...section(11, vector([[0, ...constant(RESULT), 0x0b, ...text(result)]])),
  ]);
}
