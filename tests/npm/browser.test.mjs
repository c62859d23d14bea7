// The package in a browser, bundled by esbuild from the packed tarball: in a page, in a worker, and under content policies.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { faultyModule, install, tool } from './package.mjs';

const { folder, resolve } = install(after);
const { build } = tool('esbuild');
const puppeteer = tool('puppeteer-core');
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.wasm': 'application/wasm' };

const PROGRAM = (entry) => `import { createAnalyzer, LupeError } from '${entry}';
  export async function use(options, text) {
    const lupe = await createAnalyzer(options);
    const result = { async: await lupe.analyze(text), sync: lupe.analyzeSync(text) };
    lupe.dispose();
    return result;
  }
  export async function abort(wasmBinary) {
    const lupe = await createAnalyzer({ wasmBinary });
    const codes = [];
    for (const text of ['L', 'T', 'x']) await lupe.analyze(text, { signal: text === 'L' ? AbortSignal.timeout(500) : undefined }).then(() => codes.push('fine'), (error) => codes.push(error instanceof LupeError && error.code));
    lupe.dispose();
    return codes;
  }
  if (typeof document === 'undefined') self.onmessage = ({ data }) => use(...data).then(postMessage);
  else globalThis.library = { use, abort };`;

/** Bundles a program for browsers into the folder `site`. */
async function bundle(entry, name) {
  writeFileSync(join(folder, `${name}.js`), PROGRAM(entry));
  await build({ entryPoints: [join(folder, `${name}.js`)], bundle: true, format: 'esm', platform: 'browser', outfile: join(folder, 'site', `${name}.js`), logLevel: 'error' });
}

let server, browser, address;
const asked = [];

before(async () => {
  mkdirSync(join(folder, 'site'));
  await bundle('lupe', 'main');
  await bundle('lupe/single', 'single');
  writeFileSync(join(folder, 'site/lupe.wasm'), readFileSync(resolve('lupe/lupe.wasm')));
  writeFileSync(join(folder, 'site/faulty.wasm'), faultyModule());
  server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    if (pathname === '/page.html') {
      response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': searchParams.get('policy') ?? "default-src 'self'" });
      response.end(`<!DOCTYPE html><link rel="icon" href="data:,"><script type="module" src="${searchParams.get('script')}.js"></script>`);
      return;
    }
    asked.push(pathname);
    try {
      const content = readFileSync(join(folder, 'site', pathname));
      response.writeHead(200, { 'content-type': TYPES[extname(pathname)] });
      response.end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((ready) => server.listen(0, 'localhost', ready));
  address = `http://localhost:${server.address().port}`;
  browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
});
after(async () => {
  await browser?.close();
  server?.close();
});

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src data:";

async function open(t, script, policy = `${POLICY}; worker-src 'self' blob:`) {
  const page = await browser.newPage();
  t.after(() => page.close());
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  asked.length = 0;
  await page.goto(`${address}/page.html?script=${script}&policy=${encodeURIComponent(policy)}`);
  await page.waitForFunction(() => globalThis.library);
  return { page, errors };
}

const article = 'Die Firma zahlt 🎉 am Ende 17 Dollar und 4,5 Prozent.';
const { createAnalyzer } = await import(resolve('lupe'));
const lupe = await createAnalyzer({ language: 'de' });
after(() => lupe.dispose());
const expected = lupe.analyzeSync(article);

test('the package loads the module beside it, once, and nothing else', async (t) => {
  const { page, errors } = await open(t, 'main');
  const found = await page.evaluate((text) => globalThis.library.use({ language: 'de' }, text), article);
  assert.deepEqual(found, { async: expected, sync: expected });
  assert.deepEqual(asked, ['/main.js', '/lupe.wasm']);
  assert.deepEqual(errors, []);
});

test('with wasmBinary it loads nothing', async (t) => {
  const { page } = await open(t, 'main');
  const found = await page.evaluate(async (text) => {
    const wasmBinary = await (await fetch('/lupe.wasm')).arrayBuffer();
    return globalThis.library.use({ language: 'de', wasmBinary }, text);
  }, article);
  assert.deepEqual(found.async, expected);
  assert.deepEqual(asked, ['/main.js', '/lupe.wasm'], 'the one that the test itself asked for');
});

test('the single file needs no second', async (t) => {
  const { page } = await open(t, 'single', "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; img-src data:; worker-src blob:");
  const found = await page.evaluate((text) => globalThis.library.use({ language: 'de' }, text), article);
  assert.deepEqual(found, { async: expected, sync: expected });
  assert.deepEqual(asked, ['/single.js']);
});

for (const script of ['main', 'single']) {
  test(`${script}: in a worker of the page's own`, async (t) => {
    const { page } = await open(t, script);
    const found = await page.evaluate((url, text) => new Promise((answer, fail) => {
      const worker = new Worker(url, { type: 'module' });
      worker.onmessage = ({ data }) => answer(data);
      worker.onerror = (event) => fail(new Error(event.message));
      worker.postMessage([{ language: 'de' }, text]);
    }), `/${script}.js`, article);
    assert.deepEqual(found, { async: expected, sync: expected });
  });
}

test('where a content policy forbids threads, the same answers come without', async (t) => {
  const { page, errors } = await open(t, 'main', `${POLICY}; worker-src 'none'`);
  const found = await page.evaluate((text) => globalThis.library.use({ language: 'de' }, text), article);
  assert.deepEqual(found, { async: expected, sync: expected });
  assert.deepEqual(errors, []);
});

test('an endless run can be aborted, a trap is told, and the next call works', async (t) => {
  const { page } = await open(t, 'main');
  const codes = await page.evaluate(async () => globalThis.library.abort(await (await fetch('/faulty.wasm')).arrayBuffer()));
  assert.deepEqual(codes, ['ABORTED', 'INTERNAL_TRAP', 'fine']);
});

test('a module that is not there is BAD_OPTION', async (t) => {
  const { page } = await open(t, 'main', `${POLICY.replace("connect-src 'self'", "connect-src 'none'")}`);
  const code = await page.evaluate(() => globalThis.library.use({}, 'x').catch((error) => error.code));
  assert.equal(code, 'BAD_OPTION');
});
