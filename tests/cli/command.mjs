// Runs the command line for the tests here.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
export const program = process.env.LUPE_PROGRAM ?? join(root, 'build/native/lupe');

/** Runs the program to its end. `input` is a string or bytes for its standard input. */
export function lupe(args, { input = '', env = {} } = {}) {
  const done = spawnSync(program, args, { input, env: { ...process.env, ...env }, maxBuffer: 1 << 28 });
  if (done.error && done.error.code !== 'EPIPE') throw done.error; // it may end before it read all
  return { code: done.status, out: done.stdout.toString(), err: done.stderr.toString() };
}

/** A pipeline of the shell, with LUPE as the program's path. */
export function shell(line, env = {}) {
  const done = spawnSync('bash', ['-c', line], { env: { ...process.env, LUPE: program, ...env }, maxBuffer: 1 << 28 });
  return { code: done.status, out: done.stdout.toString(), err: done.stderr.toString() };
}

/** The program with its pipes open. */
export const start = (args) => spawn(program, args);

/** A folder with these files that is gone after the test; returns its path. */
export function folder(test, files = {}) {
  const path = mkdtempSync(join(tmpdir(), 'lupe-'));
  test.after(() => rmSync(path, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return path;
}

export const lines = (text) => text.split('\n').slice(0, -1);
export const records = (text) => lines(text).map((line) => JSON.parse(line));

/** Sentences without end for long inputs, each with a number of its own. */
export const article = (seed, sentences = 3) =>
  Array.from({ length: sentences }, (_, i) => `Die Firma zahlt am Ende ${seed * 10 + i + 2} Dollar für den Bau.`).join(' ');
