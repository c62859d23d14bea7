// The dialog that saves: choose a format, look at it, download or copy it.

import { byId, h } from '../dom.js';
import { filesFor, SAVE_IDS } from '../formats/save.js';
import { STRINGS } from '../strings.js';
import { button } from './bar.js';

const PREVIEW = 2000;

/** @param {State} state @param {import('./article.js').Send} send @returns {import('../dom.js').Child} */
export function saving(state, send) {
  const t = STRINGS[state.ui.language];
  const { format } = state.wishes;
  const files = filesFor(state, format, LUPE_VERSION);
  const content = files[0]?.content ?? '';
  const radios = SAVE_IDS.map((id) => h('label', { class: 'check' },
    h('input', { type: 'radio', name: 'format', id: `format-${id}`, checked: id === format, autofocus: id === format,
      onchange: () => send({ type: 'wish', wish: { format: id } }) }),
    t.exports.formats[id]));
  const done = h('p', { id: 'save-done', class: 'hint', role: 'status' });
  return [h('fieldset', {}, h('legend', {}, t.exports.format), h('div', { class: 'formats' }, radios)),
    h('p', { id: 'save-hint' }, t.exports.hints[format]),
    h('pre', { id: 'preview', tabindex: 0, role: 'region', 'aria-label': t.exports.preview }, content.length > PREVIEW ? `${content.slice(0, PREVIEW)} …` : content),
    h('div', { class: 'row' },
      button('download', t.exports.download, () => {
        for (const { name, media, mark, content: text } of files) download(name, media, mark + text);
        done.textContent = t.exports.saved(files.map(({ name }) => name).join(', '));
      }),
      button('copy', t.exports.copy, async () => {
        done.textContent = await copy(content) ? t.exports.copied : t.exports.notCopied;
      }), done)];
}

/** @param {string} name @param {string} media @param {string} text */
function download(name, media, text) {
  const url = URL.createObjectURL(new Blob([text], { type: `${media};charset=utf-8` }));
  h('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Some file pages have no clipboard to write to; there a selected text field does it, which by itself would change line ends. @param {string} text @returns {Promise<boolean>} */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = h('textarea', { class: 'away', 'aria-hidden': 'true', tabindex: -1 });
    area.value = text;
    byId('dialog').append(area);
    area.select();
    const exactly = (/** @type {ClipboardEvent} */ event) => {
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
    };
    document.addEventListener('copy', exactly);
    const isCopied = document.execCommand('copy');
    document.removeEventListener('copy', exactly);
    area.remove();
    return isCopied;
  }
}
