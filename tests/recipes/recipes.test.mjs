// Does what the recipes of .github/CONTRIBUTING.md say, in a copy of the data, and checks that their case lines come true.
// Where a recipe adds no class, only what it touches is compiled; the rest comes from the library of the native build.
import assert from 'node:assert/strict';
import { exec, execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const build = join(root, 'build/native');
const contributing = readFileSync(join(root, '.github/CONTRIBUTING.md'), 'utf8');

/** The blocks of one recipe: [{ file, content }], the file named in the paragraph before each block. */
function steps(title) {
  const recipe = contributing.split(/^## /m).find((section) => section.startsWith(title));
  assert.ok(recipe, `no recipe '${title}'`);
  return [...recipe.matchAll(/^([^\n]*)\n\n```\w*\n(.*?\n)```/gms)].map(([, before, content]) => {
    const file = before
      .match(/In `([^`]+)`/g)
      ?.at(-1)
      .slice(4, -1);
    return { file, content };
  });
}

const run = (command, args, input = '') => execFileSync(command, args, { input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'] });

/** A copy of the data and, for rules, of the pipeline, in which a recipe is followed. */
class Workshop {
  constructor(t) {
    this.path = mkdtempSync(join(tmpdir(), 'lupe-'));
    t.after(() => rmSync(this.path, { recursive: true, force: true }));
    cpSync(join(root, 'core/data'), join(this.path, 'core/data'), { recursive: true });
    mkdirSync(join(this.path, 'core/src/rules'), { recursive: true });
    this.sources = [join(root, 'tests/recipes/say.cpp'), join(this.path, 'tables/tables.cpp')];
  }

  follow({ file, content }) {
    const path = join(this.path, file);
    mkdirSync(dirname(path), { recursive: true });
    if (file === 'core/src/analyze.cpp') {
      const pipeline = readFileSync(join(root, file), 'utf8');
      const call = /^ *rules::recognise_times\(.*\n/m;
      assert.match(pipeline, call);
      writeFileSync(path, '#include "rules/wind.h"\n' + pipeline.replace(call, (line) => line + content));
    } else if (existsSync(path)) {
      appendFileSync(path, content);
    } else {
      writeFileSync(path, content);
    }
    if (file.endsWith('.cpp')) this.sources.push(path);
  }

  /** Turns the rows to tables and links a small program; its function takes a text and a language. */
  async compile() {
    run(join(build, 'core/rows_to_tables'), [join(this.path, 'core/data'), join(this.path, 'tables')]);
    const include = [join(this.path, 'core/src'), join(this.path, 'tables'), join(root, 'core/include'), join(root, 'core/src')];
    const flags = ['-std=c++20', '-O0', '-Wall', '-Wextra', '-Wshadow', '-Wconversion', '-Werror', ...include.map((path) => `-I${path}`)];
    const program = join(this.path, 'say');
    const rest = this.hasNewClass() ? await this.wholeCore() : [join(build, 'core/liblupe.a')];
    run('c++', [...flags, ...this.sources, ...rest, '-licuuc', '-licui18n', '-o', program]);
    return (text, language) => run(program, [language], text);
  }

  hasNewClass() {
    const header = (folder) => readFileSync(join(folder, 'tables.h'), 'utf8');
    return header(join(this.path, 'tables')) !== header(join(build, 'core/tables'));
  }

  /** A new class changes the header of the tables, so everything is compiled anew, by the build's own commands. */
  async wholeCore() {
    const all = JSON.parse(readFileSync(join(build, 'compile_commands.json'), 'utf8'));
    const own = this.sources.map((path) => path.slice(this.path.length));
    const wanted = all.filter(({ file }) => file.startsWith(join(root, 'core/src/')) && !own.includes(file.slice(root.length)));
    const objects = wanted.map((_, i) => join(this.path, `${i}.o`));
    const compileOne = (i) => {
      const command = wanted[i].command
        .replaceAll(join(build, 'core/tables'), join(this.path, 'tables'))
        .replace(/-O\d/, '-O0')
        .replace(/-M[DTF]+( \S+\.(o|d))?/g, '');
      return promisify(exec)(command.replace(/ -o \S+/, ` -o ${objects[i]}`), { cwd: build });
    };
    let next = 0;
    const worker = async () => {
      while (next < wanted.length) await compileOne(next++);
    };
    await Promise.all(Array.from({ length: availableParallelism() }, worker));
    return objects;
  }
}

/** Follows a recipe up to its case lines, which must hold after it and not before. */
async function prove(t, title, language, { nothingBut } = {}) {
  const all = steps(title);
  const cases = all.filter(({ file }) => file.startsWith('tests/cases/'));
  const changes = all.filter(({ file }) => !file.startsWith('tests/cases/'));
  if (nothingBut) for (const { file } of changes) assert.match(file, nothingBut);
  const workshop = new Workshop(t);
  for (const change of changes) workshop.follow(change);
  const say = await workshop.compile();
  assert.ok(cases.length > 0);
  for (const { content } of cases) {
    for (const line of content.trimEnd().split('\n')) {
      const text = line.replace(/\[([^|\]]*)\|[^\]]*\]/g, '$1');
      assert.ok(text !== line);
      const [said, found] = say(text, 'auto').split('\n');
      assert.equal(found, line);
      assert.equal(said, language);
    }
  }
  return { say, workshop, changes };
}

test('add a word', async (t) => {
  const { workshop, changes } = await prove(t, 'Add a word', 'de', { nothingBut: /^core\/data\// });
  // What the recipe says of the build: it stops at a word with another value, and at an unknown class.
  workshop.follow({ file: changes[0].file, content: changes[0].content.replace('EUR', 'USD') });
  await assert.rejects(workshop.compile(), /core\/data\/de\/currencies\.tsv:\d+: 'Kröten' as currency stands at/);
  const other = new Workshop(t);
  other.follow({ file: changes[0].file, content: 'Kröten\tmoneybag\tEUR\n' });
  await assert.rejects(other.compile(), /currencies\.tsv:\d+: unknown class 'moneybag'/);
});

test('add a rule', (t) => prove(t, 'Add a rule', 'de'));

test('add a language: about twenty rows, no C++', async (t) => {
  const { workshop, changes } = await prove(t, 'Add a language', 'nl', { nothingBut: /^core\/data\/nl\/[\w-]+\.tsv$/ });
  const rows = changes.flatMap(({ content }) => content.trimEnd().split('\n'));
  assert.ok(rows.length <= 24, `${rows.length} rows`);
  assert.equal(readFileSync(join(workshop.path, 'tables/tables.h'), 'utf8'), readFileSync(join(build, 'core/tables/tables.h'), 'utf8'), 'no new class');
});

test('the case lines do not hold without the recipes', async (t) => {
  const say = await new Workshop(t).compile();
  for (const title of ['Add a word', 'Add a rule']) {
    const { content } = steps(title).find(({ file }) => file.startsWith('tests/cases/'));
    const line = content.trimEnd();
    assert.notEqual(say(line.replace(/\[([^|\]]*)\|[^\]]*\]/g, '$1'), 'de').split('\n')[1], line);
  }
  assert.throws(() => say('x', 'nl'), /unknown language 'nl'/);
});
