// Every word that the interface says. German gives the type, so that no word can be missing in another language.

import { de } from './strings/de.js';
import { en } from './strings/en.js';

/** @typedef {typeof de} Strings */

/** @type {{de: Strings, en: Strings}} */
export const STRINGS = { de, en };
