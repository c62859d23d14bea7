// What can go wrong, as codes.

/**
 * Every promise and call of this package that fails, fails with one of these.
 *   BAD_OPTION        an option cannot be used; the message says which and why
 *   INPUT_TOO_LARGE   the text is longer than maxBytes; nothing was done
 *   ABORTED           the signal was aborted or the analyzer disposed of; `cause` is the signal's reason
 *   OUT_OF_MEMORY     the module's memory does not suffice for this text; the next call works
 *   INTERNAL_TRAP     the module stopped unexpectedly and was thrown away; the next call gets a new one
 */
export class LupeError extends Error {
  /** @param {string} code @param {string} message @param {unknown} [cause] */
  constructor(code, message, cause) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'LupeError';
    this.code = code;
  }
}

// The codes of the module's own errors (wasm/lupe.mjs).
/** @type {Record<string, string>} */
const CODES = { 'bad-option': 'BAD_OPTION', 'too-large': 'INPUT_TOO_LARGE', 'out-of-memory': 'OUT_OF_MEMORY', trap: 'INTERNAL_TRAP' };

/** An error of the module, or whatever else it threw, as one of this package. @param {any} error */
export const translated = (error) => new LupeError(CODES[error?.code] ?? 'INTERNAL_TRAP', String(error?.message ?? error), error?.cause);
