// The style sheet of the page that stands alone, and the content policy that allows this sheet and nothing else. Colours and
// lines are those of the page's own style; a test compares them.

/** Fill and pen, each in light and dark. @type {Record<string, [fill: [string, string], pen: [string, string]]>} */
export const COLOURS = {
  person: [['#d8e7f7', '#1f3a57'], ['#1a5290', '#93c3f3']],
  organization: [['#fce2c6', '#54320f'], ['#8f4400', '#f5b574']],
  location: [['#cfeee0', '#12422f'], ['#0a6044', '#74d3aa']],
  misc: [['#eeddf2', '#452a4e'], ['#76358a', '#dda8ec']],
  amount: [['#faefb0', '#4a410c'], ['#665500', '#e9d25a']],
  time: [['#e1e5ea', '#343a42'], ['#414c5c', '#b9c5d4']],
};

/** Each type's colour and line: colour is never the only cue. @type {Record<TypeId, [colour: string, line: string]>} */
export const LOOKS = {
  person: ['person', 'solid'],
  organization: ['organization', 'double'],
  location: ['location', 'dotted'],
  misc: ['misc', 'dashed'],
  money: ['amount', 'solid'],
  percent: ['amount', 'double'],
  quantity: ['amount', 'dashed'],
  number: ['amount', 'dotted'],
  date: ['time', 'solid'],
  time: ['time', 'double'],
  duration: ['time', 'dashed'],
  set: ['time', 'dotted'],
};

/** Text and page, each in light and dark. @type {[string, string]} */
export const INK = ['#1f1c17', '#ebe6da'];
/** @type {[string, string]} */
export const PAPER = ['#fffefb', '#1f1e1b'];

/** The rules that depend on the theme. @param {0 | 1} theme light, dark */
const coloured = (theme) => [
  `body { color: ${INK[theme]}; background: ${PAPER[theme]} }`,
  ...Object.entries(LOOKS).map(([type, [colour]]) => {
    const [fill, pen] = COLOURS[colour];
    return `.${type} { background: ${fill[theme]}; text-decoration-color: ${pen[theme]} } .${type}::after { color: ${pen[theme]} }`;
  }),
].join('\n');

// Names of types and of invisible characters are made by the sheet, so that copied text stays the article's own.
export const STYLE = `
:root { color-scheme: light dark; font: 1.125rem/1.65 Charter, "Bitstream Charter", "Charis SIL", Georgia, serif }
body { max-width: 40rem; margin: 2rem auto; padding: 0 1rem }
h1, h2, p { margin: 0 0 .75em; white-space: pre-wrap; overflow-wrap: anywhere }
h1 { font-size: 1.6em; line-height: 1.25 } h2 { font-size: 1.2em; line-height: 1.3 }
ul { padding: 0; list-style: none; font: .85rem/1.9 system-ui, sans-serif } li { display: inline-block; margin-right: 1rem }
mark { color: inherit; border-radius: 3px; text-decoration: underline 2px; text-underline-offset: .22em; text-decoration-skip-ink: none }
mark[data-label]::after { content: "\\00a0" attr(data-label); font: 600 .58em/1 system-ui, sans-serif }
.badge { border: 1px solid; border-radius: 3px; padding: 0 .2em; font: .6em system-ui, sans-serif }
.badge::before { content: attr(data-name) }
${Object.entries(LOOKS).map(([type, [, line]]) => `.${type} { text-decoration-style: ${line} }`).join('\n')}
${coloured(0)}
@media (prefers-color-scheme: dark) {
${coloured(1)}
}
`;

/** SHA-256 of the sheet in base64; a test computes it anew. */
export const STYLE_HASH = '3dTKNaCh/NDVRkwevkIYbSlFAt5BUz6AejDAZhlvBPk=';

export const POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;
