// Bytes -> text. Says in which encoding they were read, and what is no text at all.

import { withWindowsSigns } from './entities.js';

/** `isGuess`: nothing in the file said so, and it is not UTF-8. @typedef {{text: string, encoding: string, isGuess: boolean}} Decoded */

/** @param {Uint8Array} bytes of a file @returns {Decoded | null} null: no text */
export function decodeBytes(bytes) {
  const marked = encodingOfMark(bytes);
  if (marked) return { text: new TextDecoder(marked).decode(bytes), encoding: marked, isGuess: false };
  const wide = wideEncoding(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: wide, isGuess: true };
  if (isBinary(bytes)) return null;
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8', isGuess: false };
  } catch {
    // Old German and English texts that are not UTF-8 are this, or a subset of it.
    // Some decoders of that name give Latin-1's controls for its signs.
    return { text: withWindowsSigns(new TextDecoder('windows-1252').decode(bytes)), encoding: 'windows-1252', isGuess: true };
  }
}

/** By the byte order mark. @param {Uint8Array} bytes */
function encodingOfMark([a, b, c]) {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

const SAMPLE = 4096;

/** UTF-16 without a mark: nearly every second byte is zero, and hardly one of the others. @param {Uint8Array} bytes */
function wideEncoding(bytes) {
  const pairs = Math.floor(Math.min(bytes.length, SAMPLE) / 2);
  if (pairs < 2 || bytes.length % 2 !== 0) return undefined;
  const zeros = [0, 0];
  for (let at = 0; at < pairs * 2; at += 1) if (bytes[at] === 0) zeros[at % 2] += 1;
  if (zeros[1] > pairs * 0.7 && zeros[0] < pairs * 0.05) return 'utf-16le';
  if (zeros[0] > pairs * 0.7 && zeros[1] < pairs * 0.05) return 'utf-16be';
  return undefined;
}

/** Texts have no zero bytes, and hardly a control but white space. @param {Uint8Array} bytes */
function isBinary(bytes) {
  const sample = bytes.subarray(0, SAMPLE);
  let controls = 0;
  for (const byte of sample) if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) controls += 1;
  return bytes.includes(0) || controls > sample.length / 50;
}
