/** Rows for a spreadsheet: with what they mean above them, so that a file that wandered off still explains itself. */

import { BYTE_ORDER_MARK, csvCell } from '../csv.ts';

export type Cell = string | number | null;

/** A number is a number, also below zero. */
const cellText = (cell: Cell): string =>
  cell === null ? '' : typeof cell === 'number' ? String(cell) : csvCell(cell);

const line = (cells: readonly Cell[]): string => `${cells.map(cellText).join(',')}\r\n`;

export interface CsvTable {
  /** Name and value of each thing that defines the rows: the question, how it is computed, the leaf. */
  readonly definitions: readonly (readonly [name: string, value: Cell])[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export const csvText = ({ definitions, head, rows }: CsvTable): string =>
  `${BYTE_ORDER_MARK}${[...definitions.map((pair) => line(pair)), ...(definitions.length === 0 ? [] : [line([''])]), line(head), ...rows.map(line)].join('')}`;

export const csvFile = (table: CsvTable, saveAs: string) => ({
  file: csvText(table),
  contentType: 'text/csv; charset=utf-8',
  saveAs,
});
