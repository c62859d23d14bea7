// TIMEX3 values ("2023-W39", "XXXX-WXX-1", "P3Y") in words, and as points on a time line.

import { dateWriter, numberWriter } from './writers.js';

/** @typedef {import('../strings.js').Strings} Strings */
/** @typedef {{from: number, to: number}} Range a stretch of time, in milliseconds of UTC */
/** @typedef {import('./values.js').Voice} Voice */

/** Patterns in the order of trial; each gives words from its groups. @type {[RegExp, (match: string[], voice: Voice) => string][]} */
const FORMS = [
  [/^PAST_REF$/, (_, { t }) => t.time.past],
  [/^PRESENT_REF$/, (_, { t }) => t.time.present],
  [/^FUTURE_REF$/, (_, { t }) => t.time.future],
  [/^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, ([, y, m, d], { ui }) => day(y, m, d, ui)],
  [/^(\d{4})-(0[1-9]|1[0-2])$/, ([, y, m], { ui }) => format(ui, { month: 'long', year: 'numeric' }, utc(+y, +m, 1))],
  [/^(\d{4})$/, ([, y]) => y],
  [/^(\d{4})\/(\d{4})$/, ([, from, to]) => `${from}/${to.slice(2)}`],
  [/^(\d{3})$/, ([, d], { t }) => t.time.decade(`${d}0`)],
  [/^(\d{2})$/, ([, c], { t }) => t.time.century(Number(c) + 1)],
  [/^(\d{4})-Q([1-4])$/, ([, y, q], { t }) => t.time.quarter(q, y)],
  [/^(\d{4})-H([12])$/, ([, y, half], { t }) => t.time.half(half, y)],
  [/^(\d{4})-(SP|SU|FA)$/, ([, y, s], { t }) => `${season(s, t)} ${y}`],
  [/^(\d{4})-WI$/, ([, y], { t }) => `${t.time.seasons.WI} ${y}/${String((+y + 1) % 100).padStart(2, '0')}`],
  [/^(\d{4})-W(\d\d)$/, ([, y, w], { ui, t }) => t.time.week(String(+w), format(ui, { dateStyle: 'long' }, monday(+y, +w)))],
  [/^(\d{4})-W(\d\d)-WE$/, ([, y, w], { ui, t }) => t.time.weekend(days(ui, monday(+y, +w) + 5 * DAY, monday(+y, +w) + 6 * DAY))],
  [/^XXXX-WXX-([1-7])$/, ([, n], { t }) => t.time.some(t.time.weekdays[+n - 1])],
  [/^XXXX-(0[1-9]|1[0-2])$/, ([, m], { ui }) => format(ui, { month: 'long' }, utc(2000, +m, 1))],
  [/^XXXX-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, ([, m, d], { ui }) => format(ui, { month: 'long', day: 'numeric' }, utc(2000, +m, +d))],
  [/^XXXX-(SP|SU|FA|WI)$/, ([, s], { t }) => season(s, t)],
];

/** @param {string} timex @param {TypeId} type @param {Voice} voice @param {string} [mod] "END" @returns {string} the timex itself where no form fits */
export function timexText(timex, type, voice, mod) {
  const { mods } = voice.t;
  if (type === 'set') return around(mods.length, mod)(setText(timex, voice));
  if (timex.startsWith('P') && !timex.endsWith('_REF')) return around(mods.length, mod)(durationText(timex, voice) ?? timex);
  const split = timex.indexOf('T');
  if (split > 0 && !timex.includes('_')) return timeText(timex.slice(0, split), around(mods.clock, mod)(clockText(timex.slice(split + 1), voice)), voice);
  return around(/-\d\d-\d\d$/.test(timex) ? mods.day : mods.period, mod)(formText(timex, voice) ?? timex);
}

/** @param {Record<string, (value: string) => string>} words @param {string | undefined} id unknown ones are told as they are called @returns {(value: string) => string} */
export const around = (words, id) => (id === undefined ? (value) => value : Object.hasOwn(words, id) ? words[id] : (value) => `${value}, ${id}`);

/** @param {string} timex @param {Voice} voice */
function formText(timex, voice) {
  for (const [pattern, words] of FORMS) {
    const match = pattern.exec(timex);
    if (match) return words(match, voice);
  }
  return undefined;
}

/** @param {string} date @param {string} clock in words @param {Voice} voice */
function timeText(date, clock, voice) {
  return /^[X-]+$/.test(date) ? `${clock}, ${voice.t.time.anyDay}` : `${formText(date, voice) ?? date}, ${clock}`;
}

/** @param {string} time @param {Voice} voice */
function clockText(time, { t }) {
  const part = t.time.parts[/** @type {keyof Strings['time']['parts']} */ (time)];
  return part ?? (/^\d\d(:\d\d)*$/.test(time) ? t.time.clock(time.includes(':') ? time : `${time}:00`) : time);
}

/** @param {string} timex @param {Voice} voice */
function setText(timex, voice) {
  const { t } = voice;
  const weekday = /^XXXX-WXX-([1-7])$/.exec(timex);
  if (weekday) return t.time.every(t.time.weekdays[+weekday[1] - 1]);
  const named = /^XXXX-(?:\d\d(?:-\d\d)?|SP|SU|FA|WI)$/.test(timex) && formText(timex, voice);
  if (named) return t.time.every(named);
  const length = durationText(timex, voice);
  if (!length) return timex;
  return length.startsWith('1 ') ? t.time.each(length.slice(2)) : t.time.everyFew(length);
}

/** "P2.5D", "PT1H30M", "P3Q". @param {string} timex @param {Voice} voice */
function durationText(timex, { ui, t }) {
  if (!/^P(?=.)(?:\d+(?:\.\d+)?[YQMWDE])*(?:T(?:\d+(?:\.\d+)?[HMS])+)?$/.test(timex)) return undefined;
  const [days, clock = ''] = timex.slice(1).split('T');
  const parts = [...days.matchAll(/([\d.]+)(\D)/g), ...clock.replaceAll('M', 'm').matchAll(/([\d.]+)(\D)/g)];
  return parts.map(([, n, unit]) => {
    const [one, many] = t.time.units[/** @type {keyof Strings['time']['units']} */ (unit)];
    return `${numberWriter(ui).format(Number(n))} ${Number(n) === 1 ? one : many}`;
  }).join(' ');
}

/** @param {string} name @param {Strings} t */
const season = (name, t) => t.time.seasons[/** @type {keyof Strings['time']['seasons']} */ (name)];

/** @param {string} y @param {string} m @param {string} d @param {string} ui */
const day = (y, m, d, ui) => format(ui, { dateStyle: 'full' }, utc(+y, +m, +d));

/** @param {number} y @param {number} m @param {number} d */
const utc = (y, m, d) => new Date(0).setUTCFullYear(y, m - 1, d); // Date.UTC() takes years below 100 for the last century

/** @param {string} ui @param {Intl.DateTimeFormatOptions} options @param {number} time */
function format(ui, options, time) {
  const locale = ui === 'en' ? 'en-GB' : ui;
  return Number.isNaN(time) ? '' : dateWriter(locale, options).format(time);
}

/** @param {string} ui @param {number} from @param {number} to two days */
const days = (ui, from, to) => dateWriter(ui === 'en' ? 'en-GB' : ui, { day: 'numeric', month: 'long', year: 'numeric' }).formatRange(from, to);

/** @type {Record<import('./timeline.js').Unit, {long: Intl.DateTimeFormatOptions, short: Intl.DateTimeFormatOptions}>} */
const NAMES = {
  year: { long: { year: 'numeric' }, short: { year: 'numeric' } },
  month: { long: { month: 'long', year: 'numeric' }, short: { month: 'short', year: 'numeric' } },
  day: { long: { dateStyle: 'long' }, short: { day: 'numeric', month: 'short' } },
};

/** @param {number} time @param {import('./timeline.js').Unit} unit @param {'long' | 'short'} length @param {'de' | 'en'} ui @returns {string} the name of the unit that a time lies in */
export const unitName = (time, unit, length, ui) => format(ui, NAMES[unit][length], time);

const DAY = 86_400_000;

/**
 * The stretch of time that a value covers, for drawing; undefined when it has no year.
 * @param {string} timex @returns {Range | undefined}
 */
export function timexRange(timex) {
  const match = /^(\d{4})(?:-(?:(\d\d)(?:-(\d\d))?|Q(\d)|H(\d)|(SP|SU|FA|WI)|W(\d\d)(-WE)?))?(?![\d/])/.exec(timex);
  if (!match) return undefined;
  const [, year, month, date, quarter, half, part, week, weekend] = match;
  const y = Number(year);
  if (date) return { from: utc(y, +month, +date), to: utc(y, +month, +date) + DAY };
  if (month) return months(y, +month, 1);
  if (quarter) return months(y, +quarter * 3 - 2, 3);
  if (half) return months(y, +half * 6 - 5, 6);
  if (part) return months(y, { SP: 3, SU: 6, FA: 9, WI: 12 }[part] ?? 1, 3);
  if (week) return { from: monday(y, +week) + (weekend ? 5 * DAY : 0), to: monday(y, +week) + 7 * DAY };
  return months(y, 1, 12);
}

/** @param {number} y @param {number} from first month @param {number} count */
const months = (y, from, count) => ({ from: utc(y, from, 1), to: utc(y, from + count, 1) });

/** @param {number} year @param {number} week ISO 8601: week 1 has 4 January */
function monday(year, week) {
  const fourth = utc(year, 1, 4);
  const weekday = (new Date(fourth).getUTCDay() + 6) % 7;
  return fourth + ((week - 1) * 7 - weekday) * DAY;
}
