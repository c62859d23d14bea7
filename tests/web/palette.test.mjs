// The colours of the highlights: text on each is readable (WCAG AA), and with colour blindness types that look alike in
// colour differ in their underline.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const css = ['base', 'article'].map((name) => readFileSync(new URL(`../../web/style/${name}.css`, import.meta.url), 'utf8')).join('');
const types = [...css.matchAll(/^\[data-type="(\w+)"\] \{ --fill: var\(--([\w-]+)\); --pen: var\(--([\w-]+)\); --stroke: (\w+); \}/gm)]
  .map(([, type, fill, pen, stroke]) => ({ type, fill, pen, stroke }));

/** @param {string} name @param {0 | 1} theme light or dark @returns {number[]} linear light */
function colour(name, theme) {
  const match = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(css);
  assert.ok(match, name);
  return [1, 3, 5].map((at) => Number.parseInt(match[theme + 1].slice(at, at + 2), 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
}

const luminance = (/** @type {number[]} */ [r, g, b]) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
const contrast = (/** @type {number[]} */ a, /** @type {number[]} */ b) => {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
};

/** Machado, Oliveira and Fernandes 2009, full severity, on linear light. @type {Record<string, number[][]>} */
const BLINDNESS = {
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};

/** CIE L*a*b* of linear sRGB. @param {number[]} rgb */
function lab([r, g, b]) {
  const xyz = [(0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505, 0.2126 * r + 0.7152 * g + 0.0722 * b, (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089];
  const [x, y, z] = xyz.map((t) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116));
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** @param {number[]} a @param {number[]} b @param {string} blindness */
function difference(a, b, blindness) {
  const [p, q] = [a, b].map((rgb) => lab(BLINDNESS[blindness].map((row) => Math.min(1, Math.max(0, row.reduce((sum, weight, i) => sum + weight * rgb[i], 0))))));
  return Math.hypot(...p.map((value, i) => value - q[i]));
}

test('twelve types have a fill, a pen and an underline', () => assert.equal(types.length, 12));

for (const theme of /** @type {const} */ ([0, 1])) {
  test(`${['light', 'dark'][theme]}: text and labels on every highlight reach AA`, () => {
    for (const { type, fill, pen } of types) {
      assert.ok(contrast(colour('ink', theme), colour(fill, theme)) >= 7, `${type}: text`);
      assert.ok(contrast(colour(pen, theme), colour(fill, theme)) >= 4.5, `${type}: label`);
      assert.ok(contrast(colour(pen, theme), colour('paper', theme)) >= 4.5, `${type}: label of a possible finding`);
    }
    for (const name of ['soft', 'accent']) for (const back of ['paper', 'sheet', 'hover']) assert.ok(contrast(colour(name, theme), colour(back, theme)) >= 4.5, `${name} on ${back}`);
    for (const back of ['paper', 'sheet']) assert.ok(contrast(colour('edge', theme), colour(back, theme)) >= 3, `edge on ${back}`);
  });

  for (const blindness of Object.keys(BLINDNESS)) {
    test(`${['light', 'dark'][theme]}, ${blindness}: any two types differ in their underline, or clearly in colour`, () => {
      for (const a of types) {
        for (const b of types) {
          if (a.type >= b.type || a.stroke !== b.stroke) continue;
          const seen = Math.max(difference(colour(a.fill, theme), colour(b.fill, theme), blindness), difference(colour(a.pen, theme), colour(b.pen, theme), blindness));
          assert.ok(seen >= 10, `${a.type} and ${b.type}: ${seen.toFixed(1)}`);
        }
      }
    });
  }
}
