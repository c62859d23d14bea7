// Numbers and values as other programs read them: plain digits, and one line of words for each value.

/** @param {number} number @returns {string} all its digits, never an exponent: "1000000000000000000000000", "0.0000001" */
export function plainNumber(number) {
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(String(number));
  if (!match) return String(number);
  const [, sign, first, rest = '', exponent] = match;
  const digits = first + rest;
  const point = 1 + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, '0'); // an exponent above zero starts at 21, where a number has no fraction left
}

/**
 * Type and value in one line, the same words as the command line's: "money 4000000000 USD at_most", "date 2023-09-25".
 * @param {{type: TypeId, value?: Value}} annotation @returns {string}
 */
export function describe({ type, value = {} }) {
  const { number, min, max, currency, unit, modifier, timex, mod } = value;
  const magnitude = number !== undefined ? plainNumber(number)
    : min !== undefined && max !== undefined ? `${plainNumber(min)}..${plainNumber(max)}` : undefined;
  return [type, magnitude, currency, unit, modifier, timex, mod].filter(Boolean).join(' ');
}
