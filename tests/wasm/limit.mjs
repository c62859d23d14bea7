// The real module with another upper limit of its memory, to see what it does where there is no more.

/** @param {Uint8Array} bytes @param {number} at @returns {[number, number]} value and where it ends */
function readLeb(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7, at += 1) {
    value |= (bytes[at] & 127) << shift;
    if (bytes[at] < 128) return [value, at + 1];
  }
}

/** @param {number} value @returns {number[]} */
const leb = (value) => (value < 128 ? [value] : [(value & 127) | 128, ...leb(value >>> 7)]);

/** Where the memory section's content is, and what it says, in pages of 64 KB. @param {Uint8Array} bytes */
export function memoryOf(bytes) {
  for (let at = 8; at < bytes.length; ) {
    const [size, content] = readLeb(bytes, at + 1);
    if (bytes[at] === 5) {
      const [least, next] = readLeb(bytes, content + 2); // after the count, 1, and the flag of a limit, 1
      return { section: at, end: content + size, least, most: readLeb(bytes, next)[0] };
    }
    at = content + size;
  }
  throw new Error('no memory section');
}

/** @param {Uint8Array} bytes @param {number} pages */
export function withMaximum(bytes, pages) {
  const { section, end, least } = memoryOf(bytes);
  const content = [1, 1, ...leb(Math.min(least, pages)), ...leb(pages)];
  return Buffer.concat([bytes.subarray(0, section), Buffer.from([5, ...leb(content.length), ...content]), bytes.subarray(end)]);
}
