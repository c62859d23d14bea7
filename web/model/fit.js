// Which value an annotation gets when the reader gives it another type, or words for its value.

import { familyOf } from './types.js';

/**
 * What of a value still holds for a type: a currency only for money, a unit only for quantities, a length of time not for a date.
 * @param {Value | undefined} value @param {TypeId} type @returns {Value | undefined}
 */
export function fitValue(value, type) {
  if (!value || familyOf(type) === 'name') return undefined;
  return familyOf(type) === 'amount' ? fitAmount(value, type) : fitTime(value, type);
}

/** @param {Value} value @param {TypeId} type @returns {Value | undefined} */
function fitAmount({ number, min, max, currency, unit, modifier }, type) {
  const size = number !== undefined ? { number } : min !== undefined && max !== undefined ? { min, max } : null;
  if (!size) return undefined;
  return { ...size, ...type === 'money' && currency && { currency }, ...type === 'quantity' && unit && { unit }, ...modifier && { modifier } };
}

/** @param {Value} value @param {TypeId} type @returns {Value | undefined} */
function fitTime({ timex, mod, assumed }, type) {
  if (timex === undefined) return undefined;
  const isLength = /^P\d/.test(timex);
  const fits = { date: !isLength && !timex.includes('T'), time: !isLength && timex.includes('T'), duration: isLength, set: isLength || timex.startsWith('XXXX') };
  if (!fits[/** @type {keyof typeof fits} */ (type)] && !/^(?:PAST|PRESENT|FUTURE)_REF$/.test(timex)) return undefined;
  return { timex, ...mod && { mod }, ...assumed && { assumed } };
}

/**
 * The value of a few words that the analyzer has read by themselves: that of the only thing in them that fits the type.
 * @param {Annotation[]} annotations @param {TypeId} type @returns {Value | undefined} undefined: none, or not clear which
 */
export function valueFor(annotations, type) {
  const fitting = annotations.flatMap((annotation) => {
    const value = familyOf(annotation.type) === familyOf(type) ? fitValue(annotation.value, type) : undefined;
    return value ? [{ value, isExact: annotation.type === type }] : [];
  });
  const exact = fitting.filter(({ isExact }) => isExact);
  const candidates = exact.length > 0 ? exact : fitting;
  return candidates.length === 1 ? candidates[0].value : undefined;
}
