// The style sheet of the page that stands alone, and the content policy that allows this sheet and nothing else.

/**
 * Background in light and dark, and the underline: colour is never the only cue.
 * @type {Record<TypeId, [light: string, dark: string, underline: string]>}
 */
export const PALETTE = {
  person: ['#f3dcef', '#573350', 'solid'],
  organization: ['#dbe6f7', '#2c4467', 'double'],
  location: ['#dcefd9', '#2d4f2b', 'dotted'],
  misc: ['#d6efee', '#22504e', 'dashed'],
  money: ['#fdebc4', '#59461a', 'solid'],
  percent: ['#fdebc4', '#59461a', 'double'],
  quantity: ['#f6e2d2', '#57402b', 'solid'],
  number: ['#f6e2d2', '#57402b', 'double'],
  date: ['#f9dcdc', '#5e3030', 'solid'],
  time: ['#f9dcdc', '#5e3030', 'double'],
  duration: ['#eadff0', '#48355a', 'dotted'],
  set: ['#eadff0', '#48355a', 'double'],
};

/** Colour of the text and the page, light and dark. */
export const TEXT = ['#1b1b1b', '#e8e6e1'];
export const PAGE = ['#fffdf9', '#1d1d1f'];

const rows = Object.entries(PALETTE);

// Names of types and of invisible characters are made by the sheet, so that copied text stays the article's own.
export const STYLE = `
:root { color-scheme: light dark; font: 1.1rem/1.6 Georgia, "Times New Roman", serif }
body { max-width: 40rem; margin: 2rem auto; padding: 0 1rem; color: ${TEXT[0]}; background: ${PAGE[0]} }
h1, h2, p { margin: 0 0 .75em; white-space: pre-wrap; overflow-wrap: anywhere }
h1 { font-size: 1.5em; line-height: 1.25 } h2 { font-size: 1.15em; line-height: 1.3 }
ul { padding: 0; list-style: none; font: .85rem/1.8 system-ui, sans-serif } li { display: inline-block; margin-right: 1rem }
mark { color: inherit; border-bottom: 2px #555; border-radius: 2px; padding: 0 1px }
mark[data-label]::after { content: attr(data-label); margin-left: .3em; font: .65em system-ui, sans-serif }
.badge { border: 1px solid; border-radius: 3px; padding: 0 .2em; font: .65em system-ui, sans-serif }
.badge::before { content: attr(data-name) }
${rows.map(([type, [light, , line]]) => `.${type} { background: ${light}; border-bottom-style: ${line} }`).join('\n')}
@media (prefers-color-scheme: dark) {
body { color: ${TEXT[1]}; background: ${PAGE[1]} } mark { border-color: #bbb }
${rows.map(([type, [, dark]]) => `.${type} { background: ${dark} }`).join('\n')}
}
`;

/** SHA-256 of the sheet in base64; a test computes it anew. */
export const STYLE_HASH = 'VTYOz7FvS9XrG/6QyIAbcx4MUbMmjJDuY3uKBz9p01Y=';

export const POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;
