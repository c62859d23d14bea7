// Bytes as text that can stand inside an HTML page: seven bits a character, an eighth more than the bytes themselves, where
// base64 is a third more. Used by build.mjs to write the engine into the page, and by the worker to read it.

/** What HTML would change or end at has a sign of its own. @type {[string, string][]} */
const UNSAFE = [['\0', '¡'], ['\r', '¢'], ['<', '£']];
const SIGNS = new Map(UNSAFE);
const VALUES = new Map(UNSAFE.map(([unsafe, sign]) => [sign.charCodeAt(0), unsafe.charCodeAt(0)]));

/** @param {Uint8Array} bytes @returns {string} */
export function pack(bytes) {
  /** @type {string[]} */
  const parts = [];
  let bits = 0;
  let held = 0;
  const put = (/** @type {number} */ value) => { const unit = String.fromCharCode(value); parts.push(SIGNS.get(unit) ?? unit); };
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 7) {
      bits -= 7;
      put((held >> bits) & 127);
    }
    held &= 127;
  }
  if (bits > 0) put((held << (7 - bits)) & 127);
  return parts.join('');
}

/** @param {string} text @returns {Uint8Array<ArrayBuffer>} */
export function unpack(text) {
  const bytes = new Uint8Array(Math.floor((text.length * 7) / 8));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    held = (held << 7) | (unit < 128 ? unit : /** @type {number} */ (VALUES.get(unit)));
    bits += 7;
    if (bits >= 8) {
      bits -= 8;
      bytes[at] = held >> bits;
      at += 1;
      held &= 255;
    }
  }
  return bytes;
}
