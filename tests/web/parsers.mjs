// Small readers for the formats that only leave the page, written from their specifications, to check what it writes.

/** RFC 4180. @param {string} csv @returns {string[][]} */
export function parseCsv(csv) {
  const rows = [];
  let row = [];
  let rest = csv;
  while (rest !== '') {
    const match = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest);
    if (!match) throw new Error(`no CSV: ${JSON.stringify(rest.slice(0, 60))}`);
    row.push(match[1] === undefined ? match[2] : match[1].replaceAll('""', '"'));
    if (match[3] === '\r\n') {
      rows.push(row);
      row = [];
    }
    rest = rest.slice(match[0].length);
  }
  return rows;
}

/** @param {string} ann @param {string} text @returns {{start: number, end: number, type: string}[]} in UTF-16 units */
export function parseBrat(ann, text) {
  const points = [0];
  for (const character of text) points.push(points[points.length - 1] + character.length);
  return [...ann.matchAll(/^T\d+\t(\w+) ([\d ;]+)\t(.*)$/gm)].map(([, type, places]) => {
    const numbers = places.split(/[ ;]/).map(Number);
    return { start: points[numbers[0]], end: points[numbers[numbers.length - 1]], type: type.toLowerCase() };
  });
}

/** Finds the tokens in the text one after the other. @param {string} conll @param {string} text */
export function parseConll(conll, text) {
  const spans = [];
  let at = 0;
  for (const line of conll.split('\n')) {
    if (line === '' || line === '-DOCSTART- O') continue;
    const match = /^(\S+|\ufeff+) (O|[BI]-[A-Z]+)$/u.exec(line);
    if (!match) throw new Error(`no token and tag: ${JSON.stringify(line)}`);
    const [, token, tag] = match;
    const start = text.indexOf(token, at);
    if (start < 0 || /[^\p{Z}\p{Cc}]/u.test(text.slice(at, start)))
      throw new Error(`the tokens leave out ${JSON.stringify(text.slice(at, start + 9))}`);
    at = start + token.length;
    if (tag.startsWith('B-')) spans.push({ start, end: at, type: tag.slice(2) });
    else if (tag.startsWith('I-')) {
      const last = spans[spans.length - 1];
      if (last.type !== tag.slice(2)) throw new Error(`${tag} continues ${last.type}`);
      last.end = at;
    }
  }
  if (/[^\p{Z}\p{Cc}]/u.test(text.slice(at))) throw new Error('the tokens end too early');
  return spans;
}
