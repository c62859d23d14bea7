// The page's own reading of HTML against the browser's: any document of sound markup gives the words that the browser shows,
// parted where the browser parts them. (Without <wbr>: there Chromium and Firefox themselves part words differently.)
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { htmlToText } from '../../web/input/html.js';
import { NAMES, open, tool } from './tools.mjs';

const fc = await tool('fast-check');

const words = fc.constantFrom(
  'Amazon',
  ' zahlt ',
  ' vier ',
  'Mrd.',
  '&nbsp;',
  '&auml;h',
  'Köln',
  '\n',
  '&euro; 5',
  ' &lt;b&gt; ',
  '&amp;amp;',
  '<!-- a <b> -->',
  '&#8211;',
  'Do&shy;nau',
  ' a < b ',
);
const wrap = (names, attributes, inner) =>
  fc
    .tuple(fc.constantFrom(...names), fc.constantFrom(...attributes), inner)
    .map(([name, attribute, content]) => `<${name}${attribute}>${content}</${name}>`);
const many = (part, max) => fc.array(part, { maxLength: max }).map((parts) => parts.join(''));

const { blocks } = fc.letrec((tie) => ({
  inline: fc.oneof(
    { depthSize: 'small' },
    words,
    fc.constantFrom('<br>', '<img alt="x > y">', '<script>if (a < b) "</p>"</script>', '<style>b{}</style>', '<input value=x>'),
    wrap(['a'], ['', ' href="?a=1&amp;b"'], many(words, 2)),
    wrap(
      ['b', 'i', 'span', 'em', 'sup'],
      ['', ' title="a > b"', " data-x='\"'", ' hidden', ' style="display:none"'],
      many(tie('inline'), 3),
    ),
  ),
  paragraph: wrap(['p', 'h1', 'h3', 'div', 'blockquote', 'section'], ['', ' class=x', ' hidden'], many(tie('inline'), 4)),
  list: wrap(['ul', 'ol'], [''], many(wrap(['li'], [''], many(fc.oneof(tie('inline'), tie('list')), 3)), 3)),
  table: wrap(
    ['table'],
    [''],
    many(wrap(['tr'], [''], many(wrap(['td', 'th'], ['', ' colspan=2'], many(fc.oneof(tie('inline'), tie('paragraph')), 2)), 3)), 3),
  ),
  block: fc.oneof(
    { depthSize: 'small' },
    tie('paragraph'),
    tie('list'),
    tie('table'),
    wrap(['div', 'article', 'main'], [''], many(tie('block'), 3)),
  ),
  blocks: many(tie('block'), 4),
}));

for (const name of NAMES) {
  test(`${name}: HTML is read as the browser shows it`, async () => {
    const { page } = await open(name);
    await page.goto('about:blank');
    const documents = fc.sample(blocks, { numRuns: 400, seed: 5 });
    const shown = await page.evaluate(
      (all) =>
        all.map((html) => {
          document.body.innerHTML = html;
          return document.body.innerText;
        }),
      documents,
    );
    const parted = (/** @type {string} */ text) => text.split(/[\s\u00a0]+/).filter(Boolean);
    documents.forEach((html, index) => assert.deepEqual(parted(htmlToText(html).text), parted(shown[index]), html));
    await page.close();
  });
}
