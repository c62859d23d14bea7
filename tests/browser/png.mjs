// Reads a picture as browsers write them (PNG, 8 bits a channel, RGB or RGBA, not interlaced), so that a test can look at it.

import { inflateSync } from 'node:zlib';

/** What a row's bytes are told relative to: left, above, above left (PNG 3, 9.2). @type {((left: number, above: number, corner: number) => number)[]} */
const PREDICTORS = [
  () => 0,
  (left) => left,
  (_, above) => above,
  (left, above) => (left + above) >> 1,
  (left, above, corner) => {
    const guess = left + above - corner;
    const [a, b, c] = [left, above, corner].map((one) => Math.abs(guess - one));
    return a <= b && a <= c ? left : b <= c ? above : corner;
  },
];

/** @param {Buffer} file @returns {{width: number, height: number, at: (x: number, y: number) => number}} `at` gives 0xRRGGBB */
export function readPng(file) {
  const chunks = chunksOf(file);
  const header = chunks.find(({ type }) => type === 'IHDR')?.data;
  if (!header || header[8] !== 8 || ![2, 6].includes(header[9]) || header[12] !== 0) throw new Error('not such a picture');
  const [width, height, channels] = [header.readUInt32BE(0), header.readUInt32BE(4), header[9] === 2 ? 3 : 4];
  const packed = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)));
  const stride = width * channels;
  const pixels = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    const predict = PREDICTORS[packed[y * (stride + 1)]];
    for (let x = 0; x < stride; x += 1) {
      const to = y * stride + x;
      const left = x < channels ? 0 : pixels[to - channels];
      const above = y === 0 ? 0 : pixels[to - stride];
      const corner = x < channels || y === 0 ? 0 : pixels[to - stride - channels];
      pixels[to] = packed[y * (stride + 1) + 1 + x] + predict(left, above, corner);
    }
  }
  return { width, height, at: (x, y) => pixels.readUIntBE(y * stride + x * channels, 3) };
}

/** @param {Buffer} file @returns {{type: string, data: Buffer}[]} */
function chunksOf(file) {
  const chunks = [];
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    chunks.push({ type: file.toString('latin1', at + 4, at + 8), data: file.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}
