// The dialog that saves: choose a format, look at it, download or copy it.

import { byId, h } from '../dom.js';
import { filesFor, SAVE_IDS } from '../formats/save.js';
import { STRINGS } from '../strings.js';
import { button } from './bar.js';

const PREVIEW = 2000;
let chosen = SAVE_IDS[0];

/** @param {State} state @param {import('./article.js').Send} send @returns {import('../dom.js').Child} */
export function saving(state, send) {
  const t = STRINGS[state.ui.language];
  const preview = h('pre', { id: 'preview', tabindex: 0, role: 'region', 'aria-label': t.exports.preview });
  let files = filesFor(state, chosen, LUPE_VERSION);
  const show = () => {
    const content = files[0]?.content ?? '';
    preview.textContent = content.length > PREVIEW ? `${content.slice(0, PREVIEW)} …` : content;
  };
  const radios = SAVE_IDS.map((id) => h('label', { class: 'check' },
    h('input', { type: 'radio', name: 'format', id: `format-${id}`, checked: id === chosen, onchange: () => { chosen = id; files = filesFor(state, id, LUPE_VERSION); show(); } }),
    t.exports.formats[id]));
  show();
  return [h('fieldset', {}, h('legend', {}, t.exports.format), h('div', { class: 'formats' }, radios)), preview,
    h('div', { class: 'row' },
      button('download', t.exports.download, () => {
        for (const { name, media, mark, content } of files) download(name, media, mark + content);
        send({ type: 'notice', id: 'saved', detail: files.map(({ name }) => name).join(', ') });
      }),
      button('copy', t.exports.copy, async () => {
        await copy(files[0]?.content ?? '');
        send({ type: 'notice', id: 'copied' });
      }))];
}

/** @param {string} name @param {string} media @param {string} text */
function download(name, media, text) {
  const url = URL.createObjectURL(new Blob([text], { type: `${media};charset=utf-8` }));
  h('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Some file pages have no clipboard to write to; there a selected text field does it. @param {string} text */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = h('textarea', { class: 'away', 'aria-hidden': 'true', tabindex: -1 });
    area.value = text;
    byId('dialog').append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
}
