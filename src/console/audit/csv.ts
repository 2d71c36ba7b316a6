/** Rows for a spreadsheet: with what they mean above them, so that a file that wandered off still explains itself. */

export type Cell = string | number | null;

/** What a spreadsheet would take for a formula is written as text. */
const cellText = (cell: Cell): string => {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const line = (cells: readonly Cell[]): string => `${cells.map(cellText).join(',')}\r\n`;

export interface CsvTable {
  /** Name and value of each thing that defines the rows: the question, how it is computed, the leaf. */
  readonly definitions: readonly (readonly [name: string, value: Cell])[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** With a byte order mark: spreadsheets read it as UTF-8 then. */
export const csvText = ({ definitions, head, rows }: CsvTable): string =>
  `\uFEFF${[...definitions.map((pair) => line(pair)), ...(definitions.length === 0 ? [] : [line([''])]), line(head), ...rows.map(line)].join('')}`;

export const csvFile = (table: CsvTable, saveAs: string) => ({
  file: csvText(table),
  contentType: 'text/csv; charset=utf-8',
  saveAs,
});
