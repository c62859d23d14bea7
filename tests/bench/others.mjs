// The same text through other programs, and English through Lupe, in processor time of this process: characters a second.

import { readFileSync } from 'node:fs';
import * as chrono from 'chrono-node';
import model from 'wink-eng-lite-web-model';
import wink from 'wink-nlp';
import { load } from '../../wasm/lupe.mjs';
import { news } from './text.mjs';

const RUNS = 5;

/** @param {string} text @param {() => unknown} work @returns {number} characters a second, the median of the runs */
function speed(text, work) {
  work();
  const seconds = Array.from({ length: RUNS }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  }).sort((a, b) => a - b);
  return text.length / seconds[RUNS >> 1];
}

/** @param {{de?: string, en?: string}} files @param {string} wasm */
export async function others(files, wasm) {
  const german = news('de', 1e6, files.de);
  const english = news('en', 1e6, files.en);
  const lupe = await load(readFileSync(wasm));
  const nlp = wink(model, ['sbd', 'ner']);
  return {
    lupe: speed(english, () => lupe.analyze(english)),
    lupeGerman: speed(german, () => lupe.analyze(german)),
    wink: speed(english, () => {
      const doc = nlp.readDoc(english);
      return doc.sentences().out().length + doc.entities().out().length;
    }),
    chrono: speed(german, () => german.split('\n\n').map((paragraph) => chrono.de.parse(paragraph).length)),
  };
}
