// Bytes as text that can stand inside an HTML page: seven bits a character, a sixth more than the bytes themselves, where
// base64 is a third more. Used by build.mjs to write the engine into the page, and by the worker to read it. All of it is
// ASCII: browsers read other characters more slowly, by a tenth of the time until the page is ready.

/** What HTML would change or end at, and the sign that announces these, are announced by it and have this bit changed. */
const UNSAFE = new Set([0, 13, 60, 127]); // a null, a return, <, delete
const ANNOUNCE = 127;
const CHANGED = 64;

/** @param {Uint8Array} bytes @returns {string} */
export function pack(bytes) {
  /** @type {string[]} */
  const parts = [];
  let bits = 0;
  let held = 0;
  const put = (/** @type {number} */ value) => parts.push(UNSAFE.has(value) ? String.fromCharCode(ANNOUNCE, value ^ CHANGED) : String.fromCharCode(value));
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
  let size = 0;
  let bits = 0;
  let held = 0;
  for (let at = 0; at < text.length; at += 1) {
    let value = text.charCodeAt(at);
    if (value === ANNOUNCE) {
      at += 1;
      value = text.charCodeAt(at) ^ CHANGED;
    }
    held = (held << 7) | value;
    bits += 7;
    if (bits >= 8) {
      bits -= 8;
      bytes[size] = held >> bits; // its lowest eight bits
      size += 1;
    }
  }
  return bytes.subarray(0, size);
}
