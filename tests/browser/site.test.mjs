// The served page: the same policy as a header, no request but for its own files, and it works when the server is gone.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { NAMES, browserNamed, press, settled } from './tools.mjs';

const site = new URL('../../build/site/', import.meta.url);
const TYPES = { html: 'text/html; charset=utf-8', js: 'text/javascript', svg: 'image/svg+xml', webmanifest: 'application/manifest+json' };

/** The headers for a path, from the _headers file. @param {string} path */
function headersFor(path) {
  const blocks = readFileSync(new URL('_headers', site), 'utf8').split(/^(?=\/)/m);
  const block = blocks.find((one) => one.startsWith(`${path}\n`)) ?? '';
  return Object.fromEntries([...block.matchAll(/^ {2}([\w-]+): (.*)$/gm)].map(([, name, value]) => [name, value]));
}

/** @returns {Promise<{url: string, asked: string[], close: () => Promise<void>}>} */
async function serve() {
  /** @type {string[]} */
  const asked = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push(path);
    const file = path === '/' ? 'index.html' : path.slice(1);
    if (!['index.html', 'sw.js', 'icon.svg', 'manifest.webmanifest'].includes(file)) { response.writeHead(404).end(); return; }
    const type = TYPES[/** @type {keyof typeof TYPES} */ (file.split('.').at(-1))];
    response.writeHead(200, { 'Content-Type': type, ...headersFor(path) }).end(readFileSync(new URL(file, site)));
  });
  await new Promise((done) => { server.listen(0, '127.0.0.1', () => done(undefined)); });
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { url: `http://127.0.0.1:${port}/`, asked, close: () => new Promise((done) => { server.closeAllConnections(); server.close(() => done()); }) };
}

test('README names the headers that the build gives', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const told = Object.fromEntries([...readme.matchAll(/^add_header (\S+) "?(.*?)"?;$/gm)].map(([, header, value]) => [header, value]));
  const given = Object.fromEntries(Object.entries(headersFor('/')).map(([header, value]) => [header, value.replace(/'sha256-[^']+'/g, "'sha256-...'")]));
  assert.deepEqual(told, given);
});

for (const name of NAMES) {
  test(`${name}: works offline after the first visit`, { timeout: 240_000 }, async () => {
    const { url, asked, close } = await serve();
    const page = await (await browserNamed(name)).newPage();
    await page.goto(url);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await press(page, '#sample-de');
    await settled(page);
    assert.ok((await page.$$('#article mark')).length > 10);
    assert.deepEqual([...new Set(asked)].filter((path) => !['/', '/sw.js', '/icon.svg', '/manifest.webmanifest'].includes(path)), []);
    await close();
    await page.reload();
    await page.waitForSelector('#sample-de');
    await press(page, '#sample-de');
    await settled(page);
    assert.ok((await page.$$('#article mark')).length > 10);
    await page.close();
  });
}
