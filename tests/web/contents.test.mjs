// What the page and the package are made of: the bills of materials follow CycloneDX 1.5 and name these very files, the page shows
// every part with its licence, and nothing that is given out knows where it was built.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir, tmpdir } from 'node:os';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';

const require = createRequire(new URL('../../web/', import.meta.url));
const { default: Ajv } = require('ajv');
const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (/** @type {string} */ path) => readFileSync(`${root}build/${path}`);
const bill = (/** @type {string} */ path) => JSON.parse(read(path).toString());

const BILLS = [['page/lupe.cdx.json', 'page/lupe.html'], ['site/lupe.cdx.json', 'site/index.html'], ['npm/lupe.cdx.json', 'npm/lupe.wasm']];

/** The standard's own schema. */
function validator() {
  const folder = `${root}web/node_modules/@cyclonedx/cyclonedx-library/res/schema`;
  const schema = (/** @type {string} */ name) => JSON.parse(readFileSync(`${folder}/${name}.SNAPSHOT.schema.json`, 'utf8'));
  const ajv = new Ajv({ strict: false, validateFormats: false });
  for (const name of ['spdx', 'jsf-0.82']) ajv.addSchema(schema(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
  return ajv.compile(schema('bom-1.5'));
}

test('the bills of materials follow CycloneDX 1.5 and name the files beside them', () => {
  const isValid = validator();
  for (const [path, file] of BILLS) {
    const content = bill(path);
    assert.ok(isValid(content), `${path}: ${JSON.stringify(isValid.errors)}`);
    assert.equal(content.metadata.component.hashes[0].content, createHash('sha256').update(read(file)).digest('hex'), path);
    assert.deepEqual(content.components, bill(BILLS[0][0]).components, path);
  }
  assert.ok(!isValid({ bomFormat: 'CycloneDX', specVersion: '1.5', version: 1, components: [{ name: 'no type' }] }));
});

test('the parts are known by name and licence', () => {
  const parts = new Map(bill('page/lupe.cdx.json').components.map((/** @type {any} */ part) => [part.name, part.licenses[0].expression ?? part.licenses[0].license.id]));
  assert.equal(parts.get('ICU'), 'Unicode-DFS-2016');
  assert.equal(parts.get('musl'), 'MIT');
  assert.equal(parts.get('names.lupe'), 'CC-BY-SA-4.0');
  const page = read('page/lupe.html').toString();
  for (const [name, licence] of parts) assert.ok(page.includes(`name:"${name}"`) && page.includes(`licence:"${licence}"`), name);
  for (const words of ['Apache License', 'Copyright © 1991-2022 Unicode', 'Rich Felker']) {
    assert.ok(page.includes(words) && read('npm/LICENCES.txt').toString().includes(words), words);
  }
});

test('nothing that is given out holds a path of the machine that built it', () => {
  const files = [...BILLS.flat(), 'npm/node.js', 'npm/browser.js', 'npm/single.js', 'wasm/lupe.wasm', 'site/sw.js'];
  const unpacked = gunzipSync(read(`npm/lupe-${bill('npm/lupe.cdx.json').metadata.component.version}.tgz`));
  for (const [name, bytes] of [...files.map((file) => [file, read(file)]), ['the package', unpacked]]) {
    for (const path of [root, `${homedir()}/`, `${tmpdir()}/`, '/usr/']) assert.ok(!bytes.includes(path), `${name} holds ${path}`);
  }
});
