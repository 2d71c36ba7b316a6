/** Reads the result of a sheet again, as the API writes it: semicolons, quotes where a cell needs them. */

import { BYTE_ORDER_MARK, csvCell } from '../csv.ts';

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

/** With semicolons, so that a spreadsheet of this country opens it by a double click. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `${BYTE_ORDER_MARK}${rows.map((cells) => cells.map(csvCell).join(';')).join('\r\n')}\r\n`;
