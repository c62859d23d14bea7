// Collects words into lines and paragraphs: white space runs together, blocks are parted by line ends, cells by tabs. What
// parts two words is written when the second comes, so nothing trails.

export class TextWriter {
  constructor() {
    /** @type {string[]} */
    this.parts = [];
    this.length = 0;
    /** Line ends, tabs and a space that wait for the next words. */
    this.lines = 0;
    this.tabs = 0;
    this.hasSpace = false;
    /** Line breaks in a row, without anything between. */
    this.breaks = 0;
    /** In a cell in which nothing is written yet; its own blocks part nothing. */
    this.isFreshCell = false;
    /** Length of the text when the row began. */
    this.row = 0;
    /** Whether the last cell has more than one line. */
    this.isTallCell = false;
    /** Where the open heading starts; -1: nothing written yet; undefined: none open. @type {number | undefined} */
    this.heading = undefined;
    /** @type {Span[]} */
    this.headings = [];
  }

  /** Text whose white space runs together. @param {string} text */
  words(text) {
    const words = text.replace(/\0/g, '').replace(/[ \t\n\f\r]+/g, ' ');
    const inner = words.replace(/^ | $/g, '');
    if (words.startsWith(' ')) this.hasSpace = true;
    if (inner === '') return;
    this.part();
    this.put(inner);
    this.hasSpace = words.endsWith(' ');
  }

  /** Text whose white space is kept. @param {string} text */
  verbatim(text) {
    for (const [index, line] of text.replace(/\0/g, '').split(/\r\n|[\r\n\f]/).entries()) {
      if (index > 0) this.lineBreak();
      if (line.trim() === '') { this.hasSpace ||= line !== ''; continue; }
      if (this.lines > 0 || this.breaks > 0) this.hasSpace = false;
      this.part();
      this.put(line.trimEnd());
      this.hasSpace = /[ \t]$/.test(line);
    }
  }

  /** A break that the author set: one is a new line, more are a new paragraph. */
  lineBreak() {
    if (this.heading !== undefined) this.hasSpace = true;
    else this.breaks += 1;
  }

  /** A block begins or ends here. @param {1 | 2} lines 1: a new line, 2: an empty line between */
  block(lines) {
    if (this.heading !== undefined) this.hasSpace = true;
    else if (!this.isFreshCell) this.lines = Math.max(this.lines, lines);
  }

  openHeading() { this.heading = -1; }

  closeHeading() {
    if (this.heading !== undefined && this.heading >= 0) this.headings.push({ start: this.heading, end: this.length });
    this.heading = undefined;
  }

  /** A cell begins: a tab parts it from the one before, unless that one is a text of its own. @param {boolean} isFirst in its row */
  cell(isFirst) {
    this.hasSpace = false;
    if (isFirst) {
      this.row = this.length;
    } else if (this.isTallCell) {
      this.block(2);
    } else {
      if (this.length > this.row) this.lines = this.breaks = 0;
      this.tabs += 1;
    }
    this.isFreshCell = true;
    this.isTallCell = false;
  }

  closeCell() {
    this.isFreshCell = false;
    this.block(1);
  }

  /** Writes what parts the next words from the last ones. */
  part() {
    const lines = Math.max(this.lines, Math.min(this.breaks, 2));
    if (this.length > 0 && lines > 0) this.put('\n'.repeat(lines));
    else if (this.length > 0 && this.tabs === 0 && this.hasSpace) this.put(' ');
    if (this.tabs > 0) this.put('\t'.repeat(this.tabs));
    if (lines > 0 && !this.isFreshCell) this.isTallCell = true;
    if (this.heading === -1) this.heading = this.length;
    this.lines = 0;
    this.tabs = 0;
    this.breaks = 0;
    this.hasSpace = false;
    this.isFreshCell = false;
  }

  /** @param {string} text */
  put(text) {
    this.parts.push(text);
    this.length += text.length;
  }

  /** @returns {{text: string, headings: Span[]}} */
  finish() {
    this.closeHeading();
    return { text: this.parts.join(''), headings: this.headings };
  }
}
