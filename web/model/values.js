// Normalised values written for a person, in the language of the interface: "4 Mrd. USD, höchstens".

import { timexText } from './timex.js';

/** @typedef {import('../strings.js').Strings} Strings */
/** @typedef {{ui: 'de' | 'en', t: Strings}} Voice the language to speak and its words */

/** @param {Annotation} annotation @param {Voice} voice @returns {string} '' when there is no value */
export function valueText({ type, value }, voice) {
  if (!value) return '';
  if (value.timex !== undefined) return [timexText(value.timex, type, voice), modText(value, voice)].filter(Boolean).join(', ');
  const number = magnitudeText(value, (n) => short(n, voice), voice);
  const modifier = value.modifier && voice.t.modifiers[/** @type {keyof Strings['modifiers']} */ (value.modifier)];
  return [withUnit(number, type, value, voice), modifier ?? value.modifier].filter(Boolean).join(', ');
}

/** The number to its last digit, where valueText() shortens it; else ''. @param {Annotation} annotation @param {Voice} voice */
export function exactText({ type, value }, voice) {
  if (!value || value.timex !== undefined) return '';
  const isShort = [value.number, value.min, value.max].some((n) => n !== undefined && Math.abs(n) >= 1e6);
  return isShort ? withUnit(magnitudeText(value, (n) => full(n, voice), voice), type, value, voice) : '';
}

/** @param {Value} value @param {Voice} voice */
function modText({ mod, assumed }, { t }) {
  const word = mod && (t.mods[/** @type {keyof Strings['mods']} */ (mod)] ?? mod);
  return [word, assumed && t.assumed].filter(Boolean).join(', ');
}

/** @param {Value} value @param {(n: number) => string} write @param {Voice} voice */
function magnitudeText({ number, min, max }, write, { t }) {
  if (min !== undefined && max !== undefined) return t.range(write(min), write(max));
  return number === undefined ? '' : write(number);
}

/** @param {string} number @param {TypeId} type @param {Value} value @param {Voice} voice */
function withUnit(number, type, { currency, unit }, voice) {
  if (type === 'money') return `${number} ${currency ?? `(${voice.t.noCurrency})`}`;
  if (type === 'percent') return `${number} %`;
  return unit === undefined ? number : `${number} ${unitText(unit, voice)}`;
}

/** @param {number} n @param {Voice} voice @returns {string} millions and more in words, never rounded beyond six places */
function short(n, { ui }) {
  const notation = Math.abs(n) >= 1e6 ? 'compact' : 'standard';
  return new Intl.NumberFormat(ui, { notation, maximumFractionDigits: 6 }).format(n);
}

/** @param {number} n @param {Voice} voice */
const full = (n, { ui }) => new Intl.NumberFormat(ui, { maximumFractionDigits: 20 }).format(n);

/** Units that people do not write as CLDR names them. @type {Record<'de' | 'en', Record<string, string>>} */
const UNITS = {
  de: {
    'percentage-point': 'Prozentpunkte', 'basis-point': 'Basispunkte', permille: 'Promille', celsius: '°C', fahrenheit: '°F',
    meter: 'Meter', kilometer: 'Kilometer', centimeter: 'Zentimeter', millimeter: 'Millimeter', mile: 'Meilen', foot: 'Fuß',
    'square-meter': 'Quadratmeter', 'square-kilometer': 'Quadratkilometer', 'cubic-meter': 'Kubikmeter', hectare: 'Hektar',
    'kilometer-per-hour': 'km/h', 'liter-per-square-meter': 'Liter je Quadratmeter', liter: 'Liter', gram: 'Gramm',
    kilogram: 'Kilogramm', tonne: 'Tonnen', pound: 'Pfund', barrel: 'Barrel', watt: 'Watt', kilowatt: 'Kilowatt',
    megawatt: 'Megawatt', gigawatt: 'Gigawatt', 'kilowatt-hour': 'Kilowattstunden', 'megawatt-hour': 'Megawattstunden',
    'gigawatt-hour': 'Gigawattstunden', 'terawatt-hour': 'Terawattstunden', bitcoin: 'Bitcoin', megabyte: 'Megabyte',
    gigabyte: 'Gigabyte', terabyte: 'Terabyte', ounce: 'Unzen', decibel: 'Dezibel', horsepower: 'PS',
  },
  en: {
    'percentage-point': 'percentage points', 'basis-point': 'basis points', permille: 'per mille', celsius: '°C', fahrenheit: '°F',
    'square-meter': 'square metres', 'square-kilometer': 'square kilometres', 'kilometer-per-hour': 'km/h', tonne: 'tonnes',
    meter: 'metres', kilometer: 'kilometres', liter: 'litres', 'liter-per-square-meter': 'litres per square metre',
  },
};

/** @param {string} unit @param {Voice} voice */
const unitText = (unit, { ui }) => UNITS[ui][unit] ?? unit.replaceAll('-', ' ');

/** @param {string} currency ISO 4217 @param {Voice} voice its name, or '' for an unknown code */
export function currencyName(currency, { ui }) {
  try {
    return new Intl.DisplayNames(ui, { type: 'currency' }).of(currency) ?? '';
  } catch {
    return ''; // the code is not three letters
  }
}
