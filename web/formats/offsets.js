// Offsets of a text in other units than JavaScript's own: code points, as most tools count, or bytes of UTF-8.

/** @typedef {'utf16' | 'codepoint' | 'byte'} OffsetUnit */

/** @param {number} point @returns {number} bytes of UTF-8; a lone surrogate is written as U+FFFD, which takes three as well */
const bytesOf = (point) => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4);

/** Walks a text forwards once; asked for ascending offsets, it takes time linear in the text. */
class Cursor {
  /** @param {string} text @param {OffsetUnit} unit of the other side */
  constructor(text, unit) {
    this.text = text;
    this.unit = unit;
    this.units = 0;
    this.other = 0;
  }

  /** One code point on; false at the end. */
  step() {
    const point = this.text.codePointAt(this.units);
    if (point === undefined) return false;
    const units = point > 0xffff ? 2 : 1;
    this.units += units;
    this.other += this.unit === 'utf16' ? units : this.unit === 'byte' ? bytesOf(point) : 1;
    return true;
  }
}

/**
 * @param {string} text @param {OffsetUnit} unit
 * @returns {(offset: number) => number} from UTF-16 units to `unit`; offsets must be asked for in ascending order, and one
 *   inside of a surrogate pair counts as the pair's end
 */
export function fromUtf16(text, unit) {
  const cursor = new Cursor(text, unit);
  return (offset) => {
    while (cursor.units < offset && cursor.step());
    return cursor.other;
  };
}

/**
 * @param {string} text @param {OffsetUnit} unit
 * @returns {(offset: number) => number} from `unit` to UTF-16 units, in ascending order; -1 where no character starts or ends
 */
export function toUtf16(text, unit) {
  const cursor = new Cursor(text, unit);
  return (offset) => {
    while (cursor.other < offset && cursor.step());
    return cursor.other === offset ? cursor.units : -1;
  };
}
