// Makes the npm package in build/npm and packs it there: node wasm/npm/build.mjs
// Needs build/wasm/lupe.wasm (cmake --build --preset wasm) and the tools of web/ (npm ci there). The same input gives the same files,
// among them the bill of materials and the licences of what is inside.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { billOfMaterials, readComponents } from '../components.mjs';
import { declarations } from './types.mjs';

const { build } = createRequire(new URL('../../web/', import.meta.url))('esbuild');
const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
const root = here('../../');
const out = `${root}build/npm`;
const target = ['es2022', 'chrome109', 'firefox115', 'safari16.4', 'node18.19'];

/** @param {string} entry @param {any} options */
async function bundle(entry, options) {
  const { outputFiles } = await build({ entryPoints: [here(entry)], bundle: true, write: false, target, charset: 'utf8', logLevel: 'warning', ...options });
  return outputFiles[0].text;
}

const wasm = await readFile(`${root}build/wasm/lupe.wasm`);
const schema = await readFile(`${root}core/schema/lupe-1.schema.json`, 'utf8');
const version = /project\(lupe VERSION ([\d.]+)/.exec(await readFile(`${root}CMakeLists.txt`, 'utf8'))?.[1];
const { components, texts } = await readComponents(`${root}build/wasm`);
const thread = await bundle('thread.js', { format: 'iife', globalName: 'lupeThread', minify: true });
const define = { LUPE_THREAD: JSON.stringify(thread.trimEnd()), LUPE_WASM: JSON.stringify(gzipSync(wasm, { level: 9 }).toString('base64')) };

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
for (const entry of ['node.js', 'browser.js', 'single.js'])
  await writeFile(`${out}/${entry}`, await bundle(entry, { format: 'esm', platform: 'neutral', external: ['node:*'], define }));

const manifest = { ...JSON.parse(await readFile(here('package.json'), 'utf8')), version };
await writeFile(`${out}/package.json`, `${JSON.stringify(manifest, null, 2)}\n`);
const types = `// Made by wasm/npm/build.mjs from the JSON Schema and api.d.ts.\n\n${declarations(JSON.parse(schema))}\n${await readFile(here('api.d.ts'), 'utf8')}`;
await writeFile(`${out}/index.d.ts`, types);
await writeFile(`${out}/lupe.wasm`, wasm);
await writeFile(`${out}/lupe-1.schema.json`, schema);
await writeFile(`${out}/lupe.cdx.json`, billOfMaterials({ name: 'lupe', version: manifest.version, bytes: wasm }, components));
await writeFile(`${out}/LICENCES.txt`, `${texts}\n`);
await copyFile(here('README.md'), `${out}/README.md`);
await copyFile(`${root}LICENSE`, `${out}/LICENSE`);
const [packed] = JSON.parse(execFileSync('npm', ['pack', '--json', '--ignore-scripts'], { cwd: out, encoding: 'utf8' }));
const sum = createHash('sha256').update(await readFile(`${out}/${packed.filename}`)).digest('hex');
console.log(`build/npm/${packed.filename}: ${packed.size} bytes, ${packed.unpackedSize} unpacked, ${packed.files.length} files, SHA-256 ${sum}`);
