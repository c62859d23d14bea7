// What a build of the module consists of, read from the sources themselves: names, versions, licences. The page's about box, the
// page's and the package's bill of materials (CycloneDX 1.5) come from this one list.
//
//   const { components, texts } = await readComponents('build/wasm');
//   billOfMaterials({ name: 'lupe.html', version: '0.1.0', bytes }, components);
//
// Nothing here is written down twice: a source that no longer says what it is under stops the build.

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** @typedef {{name: string, version?: string, licence: string, type: 'library' | 'data' | 'machine-learning-model', from?: string[]}} Component */

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

/** What licences call themselves in the sources, as SPDX names them. @type {[RegExp, string][]} */
const LICENCES = [
  [/SPDX-License-Identifier: (.+)/, '$1'],
  [/UNICODE, INC\. LICENSE AGREEMENT - DATA FILES AND SOFTWARE/, 'Unicode-DFS-2016'],
  [/under the following standard MIT license/, 'MIT'],
  [/two separate licenses, the MIT license and the\s+(?:\*\s+)?University of Illinois\/NCSA/, 'MIT OR NCSA'],
  [/publicdomain\/zero\/1\.0/, 'CC0-1.0'],
  [/Apache License\s+Version 2\.0/, 'Apache-2.0'],
  [/CC BY-SA 4\.0/, 'CC-BY-SA-4.0'],
  [/Unicode licence/, 'Unicode-DFS-2016'],
];

/** @param {string} path @param {RegExp} [pattern] @returns {Promise<string>} the file, or what the pattern's group finds in it */
async function read(path, pattern) {
  const text = await readFile(path, 'utf8');
  if (!pattern) return text;
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new Error(`${path} does not hold ${pattern}`);
  return found.trim();
}

/** @param {string} path a source that says its licence @returns {Promise<string>} its SPDX name */
async function licenceIn(path) {
  const text = await readFile(path, 'utf8');
  for (const [pattern, name] of LICENCES) {
    const found = pattern.exec(text);
    if (found) return name.replace('$1', found[1]?.trim());
  }
  throw new Error(`${path} names no licence that wasm/components.mjs knows`);
}

/** The rows of the model card's table "Made from". @param {string} card @returns {string[]} "source – licence" */
const modelSources = (card) => card.slice(card.indexOf('## Made from')).split('\n## ')[0].split('\n')
  .filter((line) => /^\| (?!source|---)/.test(line))
  .map((line) => line.split('|').slice(1, 3).map((cell) => cell.trim().replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')))
  .map(([source, licence]) => `${source} – ${licence}`);

/** @param {string} build folder of the wasm build, whose cache says where ICU and Emscripten are */
export async function readComponents(build) {
  const cache = `${build}/CMakeCache.txt`;
  const icu = await read(cache, /^LUPE_ICU:\w+=(.*)$/m);
  const emscripten = await read(cache, /^CMAKE_TOOLCHAIN_FILE:\w+=(.*)\/cmake\/Modules\/Platform\/Emscripten\.cmake$/m);
  const runtime = `${emscripten}/system/lib`;
  const card = await read(here('../core/models/README.md'));
  const emscriptenVersion = (await read(`${emscripten}/emscripten-version.txt`)).replace(/["\s]/g, '');

  /** @type {Component[]} */
  const components = [
    { name: 'ICU', version: await read(`${icu}/include/unicode/uvernum.h`, /#define U_ICU_VERSION "(.*)"/), licence: await licenceIn(`${icu}/LICENSE`), type: 'library' },
    { name: 'Emscripten', version: emscriptenVersion, licence: await licenceIn(`${runtime}/standalone/standalone.c`), type: 'library' },
    { name: 'musl', version: (await read(`${runtime}/libc/musl/VERSION`)).trim(), licence: await licenceIn(`${runtime}/libc/musl/COPYRIGHT`), type: 'library' },
    { name: 'libc++, libc++abi, compiler-rt', version: emscriptenVersion, licence: await licenceIn(`${runtime}/libcxx/include/__config`), type: 'library' },
    { name: 'dlmalloc', version: await read(`${runtime}/dlmalloc.c`, /Version (\d+\.\d+\.\d+)/), licence: await licenceIn(`${runtime}/dlmalloc.c`), type: 'library' },
    { name: 'CLDR', version: await read(here('../core/tools/cldr_rows.py'), /CLDR (\d+)/), licence: await licenceIn(here('../core/tools/cldr_rows.py')), type: 'data' },
    { name: 'names.lupe', licence: await licenceIn(here('../core/models/README.md')), type: 'machine-learning-model', from: modelSources(card) },
  ];
  if (components.some(({ from }) => from?.length === 0)) throw new Error('core/models/README.md has no table "Made from"');
  const texts = [
    await read(here('../LICENSE')),
    (await read(`${icu}/LICENSE`)).split(/^-{60,}$/m)[0],
    await read(`${runtime}/libc/musl/COPYRIGHT`),
  ].map((text) => text.trim()).join(`\n\n${'-'.repeat(60)}\n\n`);
  return { components, texts };
}

/** @param {string} licence */
const licences = (licence) => (/ (OR|WITH|AND) /.test(licence) ? [{ expression: licence }] : [{ license: { id: licence } }]);

/**
 * @param {{name: string, version: string, bytes: Uint8Array | string}} product @param {Component[]} components
 * @returns {string} JSON; without time and serial number, so that the same product has the same bill
 */
export function billOfMaterials({ name, version, bytes }, components) {
  const ref = (/** @type {Component} */ { name: part, version: its }) => (its ? `${part}@${its}` : part);
  return `${JSON.stringify({
    bomFormat: 'CycloneDX', specVersion: '1.5', version: 1,
    metadata: {
      component: {
        type: 'application', 'bom-ref': name, name, version, licenses: licences('Apache-2.0'),
        hashes: [{ alg: 'SHA-256', content: createHash('sha256').update(bytes).digest('hex') }],
      },
    },
    components: components.map((part) => ({
      type: part.type, 'bom-ref': ref(part), name: part.name, ...(part.version && { version: part.version }), licenses: licences(part.licence),
      ...(part.from && { description: `Made from: ${part.from.join('; ')}` }),
    })),
    dependencies: [{ ref: name, dependsOn: components.map(ref) }],
  }, null, 2)}\n`;
}
