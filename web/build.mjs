// Makes the page: one file, build/page/lupe.html, out of the modules here and build/wasm/lupe.wasm; and build/site/, the
// same page to be served, which installs itself for offline use.
//   node web/build.mjs [--wasm FILE] [--out FOLDER]      FOLDER/page and FOLDER/site; build by default
// Beside each lies its bill of materials. The same input gives the same bytes; tests/reproducible.sh proves it. What goes
// where is in index.html.

import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { billOfMaterials, readComponents } from '../wasm/components.mjs';
import { pack } from './packing.js';

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
const read = (/** @type {string} */ path) => readFile(here(path), 'utf8');
const hash = (/** @type {string} */ text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

const STYLES = ['base', 'article', 'panel', 'forced', 'print'];

/** @param {string} entry @param {Record<string, unknown>} define constants of types.d.ts */
async function bundle(entry, define = {}) {
  const { outputFiles } = await build({
    entryPoints: [here(entry)], bundle: true, write: false, format: 'iife', target: ['chrome109', 'firefox115', 'safari16.4'],
    minify: true, charset: 'utf8', legalComments: 'none', logLevel: 'warning',
    define: Object.fromEntries(Object.entries(define).map(([name, value]) => [name, JSON.stringify(value)])),
  });
  // Inside a script element these two would end it or change how it is read.
  return outputFiles[0].text.trimEnd().replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
}

/** @param {string} css */
async function minify(css) {
  const { outputFiles } = await build({ stdin: { contents: css, loader: 'css' }, write: false, minify: true, charset: 'utf8', legalComments: 'none' });
  return outputFiles[0].text.trim();
}

/** The strictest policy that Chromium and Firefox run from a file. @param {Pick<Parts, 'first' | 'script' | 'style'>} parts @param {boolean} isServed */
export const policyFor = ({ first, script, style }, isServed = false) => [
  "default-src 'none'", `script-src '${hash(first)}' '${hash(script)}' 'wasm-unsafe-eval'`, `style-src '${hash(style)}'`,
  isServed ? "worker-src blob: 'self'" : 'worker-src blob:', "connect-src 'none'",
  isServed ? "img-src 'self'; manifest-src 'self'" : "img-src 'none'",
  "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'", 'trusted-types lupe',
].join('; ');

/** @param {string} template @param {Record<string, string>} parts */
const fill = (template, parts) => template.replace(/%([A-Z]+)%/g, (_, name) => parts[name]);

/** Bytes of a piece, which stands for itself: enough of them to give the first one away early. */
const PIECE = 7 << 15;

/** What engine.js reads. @param {Uint8Array} bytes */
function enginePieces(bytes) {
  const pieces = Array.from({ length: Math.ceil(bytes.length / PIECE) }, (_, index) => pack(bytes.subarray(index * PIECE, (index + 1) * PIECE)));
  return pieces.map((piece) => `<script type="text/plain" class="engine">${piece}</script>`).join('\n');
}

/** @typedef {Awaited<ReturnType<typeof readComponents>>} Contents */

/** @param {Uint8Array} wasm @param {Contents} contents what the module is made of */
export async function makeParts(wasm, contents) {
  const version = /project\(lupe VERSION ([\d.]+)/.exec(await read('../CMakeLists.txt'))?.[1] ?? '';
  const style = await minify((await Promise.all(STYLES.map((name) => read(`style/${name}.css`)))).join('\n'));
  const script = await bundle('main.js', {
    LUPE_VERSION: version, LUPE_CONTENTS: contents,
    LUPE_SAMPLES: { de: await read('samples/de.txt'), en: await read('samples/en.txt') },
  });
  const first = await bundle('engine.js', { LUPE_WORKER: await bundle('worker.js') });
  return { first, script, style, version, engine: enginePieces(gzipSync(wasm, { level: 9 })), template: await read('index.html') };
}

/** @typedef {Awaited<ReturnType<typeof makeParts>>} Parts */

/** @param {Parts} parts */
const inTemplate = ({ first, script, style, engine }) => ({ STYLE: style, FIRST: first, SCRIPT: script, ENGINE: engine });

/** @param {Parts} parts @returns {string} */
export const makePage = (parts) => fill(parts.template, { POLICY: policyFor(parts), HEAD: '', ...inTemplate(parts) });

/** @param {Parts} parts @returns {Promise<Record<string, string>>} the served variant's files by name; _headers says how to serve them */
export async function makeSite(parts) {
  const policy = policyFor(parts, true);
  const head = '<link rel="manifest" href="manifest.webmanifest"><link rel="icon" href="icon.svg" type="image/svg+xml">\n';
  const files = {
    'index.html': fill(parts.template, { POLICY: policy, HEAD: head, ...inTemplate(parts) }),
    'manifest.webmanifest': await read('site/manifest.webmanifest'),
    'icon.svg': await read('site/icon.svg'),
  };
  const version = createHash('sha256').update(Object.values(files).join('\0')).digest('hex').slice(0, 16);
  const common = '  X-Content-Type-Options: nosniff\n  Referrer-Policy: no-referrer\n';
  return {
    ...files,
    'sw.js': fill(await read('site/sw.js'), { VERSION: version }),
    _headers: `/\n  Content-Security-Policy: ${policy}; frame-ancestors 'none'\n${common}/sw.js\n  Content-Security-Policy: default-src 'none'; connect-src 'self'\n${common}`,
  };
}

/** @param {string} folder @param {Record<string, string>} files */
async function write(folder, files) {
  await mkdir(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) await writeFile(`${folder}/${name}`, content);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { wasm: { type: 'string', default: here('../build/wasm/lupe.wasm') }, out: { type: 'string', default: here('../build') } } });
  const contents = await readComponents(dirname(values.wasm));
  const parts = await makeParts(await readFile(values.wasm), contents);
  const page = makePage(parts);
  const bill = billOfMaterials({ name: 'lupe.html', version: parts.version, bytes: page }, contents.components);
  await write(`${values.out}/page`, { 'lupe.html': page, 'lupe.cdx.json': bill });
  const site = await makeSite(parts);
  await write(`${values.out}/site`, { ...site, 'lupe.cdx.json': billOfMaterials({ name: 'index.html', version: parts.version, bytes: site['index.html'] }, contents.components) });
  console.log(`${values.out}/page/lupe.html: ${Buffer.byteLength(page)} bytes, SHA-256 ${createHash('sha256').update(page).digest('hex')}`);
}
