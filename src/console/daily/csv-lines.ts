/** Reads the result of a sheet again, as the API writes it: semicolons, quotes where a cell needs them. */

/** @returns rows of cells, the header among them. */
export function csvLines(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^;"\r\n]*))(;|\r?\n|$)/gy;
  const body = text.replace(/^\ufeff/, '');
  cell.lastIndex = 0;
  while (cell.lastIndex < body.length) {
    const found = cell.exec(body);
    if (found === null) break;
    const [, quoted, plain = '', end] = found;
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ';') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

/** With BOM and semicolons, so that a spreadsheet opens it by a double click; nothing in it is taken for a formula. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  const safe = (text: string): string => (/^[=+\-@\t\r\n|%]/.test(text) ? `'${text}` : text);
  const quoted = (text: string): string =>
    /[";,\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return `\ufeff${rows.map((cells) => cells.map((cell) => quoted(safe(cell))).join(';')).join('\r\n')}\r\n`;
}
