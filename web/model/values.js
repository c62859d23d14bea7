// Normalised values written for a person, in the language of the interface: "4 Mrd. USD, höchstens".

import { around, timexText } from './timex.js';
import { unitText } from './units.js';
import { numberWriter } from './writers.js';

/** @typedef {import('../strings.js').Strings} Strings */
/** @typedef {{ui: 'de' | 'en', t: Strings}} Voice the language to speak and its words */

/** @param {Annotation} annotation @param {Voice} voice @returns {string} '' when there is no value */
export function valueText({ type, value }, voice) {
  if (!value) return '';
  if (value.timex !== undefined) return timexText(value.timex, type, voice, value.mod) + (value.assumed ? `, ${voice.t.assumed}` : '');
  return around(voice.t.modifiers, value.modifier)(withUnit(magnitudeText(value, (n) => short(n, voice, type), voice), type, value, voice));
}

/** The number to its last digit, where valueText() shortens it; else ''. @param {Annotation} annotation @param {Voice} voice */
export function exactText({ type, value }, voice) {
  if (!value || value.timex !== undefined) return '';
  const exact = magnitudeText(value, (n) => full(n, voice, type), voice);
  return exact === magnitudeText(value, (n) => short(n, voice, type), voice) ? '' : withUnit(exact, type, value, voice);
}

/** @param {Value} value @param {(n: number) => string} write @param {Voice} voice */
function magnitudeText({ number, min, max }, write, { t }) {
  if (min !== undefined && max !== undefined) return t.range(...onceScaled(write(min), write(max)));
  return number === undefined ? '' : write(number);
}

/** "3 Mrd. bis 5 Mrd." is said as "3 bis 5 Mrd.". @param {string} min @param {string} max @returns {[string, string]} */
function onceScaled(min, max) {
  const [, digits, scale] = /^([^\p{L}]+?)(\s\p{L}+\.?)$/u.exec(min) ?? [];
  return [scale && max.endsWith(scale) ? digits : min, max];
}

/** @param {string} digits @param {TypeId} type @param {Value} value @param {Voice} voice */
function withUnit(digits, type, { number, currency, unit }, { ui, t }) {
  if (type === 'money') return `${digits} ${currency ?? `(${t.noCurrency})`}`;
  if (type === 'percent') return digits + t.percent;
  return unit === undefined ? digits : `${digits} ${unitText(unit, ui, Math.abs(number ?? 0) === 1)}`;
}

/** Words replace zeros from a million on, but only where three decimals say all of it. @param {number} n @param {Voice} voice @param {TypeId} type */
function short(n, voice, type) {
  const scale = 1000 ** Math.floor(Math.log10(Math.abs(n)) / 3);
  const thousandths = (n / scale) * 1000;
  if (Math.abs(n) < 1e6 || Math.abs(thousandths - Math.round(thousandths)) > 1e-9) return full(n, voice, type);
  // German newspapers write "Mrd.", English ones "billion".
  return written(n, voice, { notation: 'compact', compactDisplay: voice.ui === 'de' ? 'short' : 'long', maximumFractionDigits: 3 });
}

/** Prices have whole cents: "38,70". @param {number} n @param {Voice} voice @param {TypeId} type */
const full = (n, voice, type) => written(n, voice, { maximumFractionDigits: 20, minimumFractionDigits: type === 'money' && !Number.isInteger(n) ? 2 : 0 });

/** With the sign that is no hyphen. @param {number} n @param {Voice} voice @param {Intl.NumberFormatOptions} options */
const written = (n, { ui }, options) => numberWriter(ui, options).format(n).replace('-', '\u2212');

/** @param {string} currency ISO 4217 @param {Voice} voice its name, or '' for an unknown code */
export function currencyName(currency, { ui }) {
  try {
    return new Intl.DisplayNames(ui, { type: 'currency' }).of(currency) ?? '';
  } catch {
    return ''; // the code is not three letters
  }
}
