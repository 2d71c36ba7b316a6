/** What both kinds of file become: rows of cells, with the row numbers that a spreadsheet shows. */
import { CELL_MAX, COLUMNS_MAX, LINES_MAX } from '../limits.ts';
import { fileProblem, type SheetProblem } from '../words.ts';

/** CSV has only texts; a spreadsheet also numbers, dates (as UTC) and truths. */
export type Cell = string | number | boolean | Date | null;

export interface Row {
  readonly line: number;
  readonly cells: readonly Cell[];
}

export interface Table {
  readonly header: readonly string[];
  /** Without empty rows. */
  readonly rows: readonly Row[];
}

export type Read<Value> =
  | { readonly read: true; readonly value: Value }
  | { readonly read: false; readonly problem: SheetProblem };

export const readAs = <Value>(value: Value): Read<Value> => ({ read: true, value });
export const unreadable = (problem: SheetProblem): { read: false; problem: SheetProblem } => ({
  read: false,
  problem,
});

const isEmpty = (cell: Cell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

/** @param rows all rows from the first, in order, empty ones too: their places are the row numbers. */
export function tableFrom(rows: readonly (readonly Cell[])[]): Read<Table> {
  const [first = [], ...others] = rows;
  if (first.every(isEmpty)) {
    return unreadable(
      fileProblem(
        'HEADER_MISSING',
        'Baris pertama harus berisi judul kolom seperti pada templat.',
        'The first row must hold the column headers of the template.',
        1,
      ),
    );
  }
  const filled = others
    .map((cells, place): Row => ({ line: place + 2, cells }))
    .filter(({ cells }) => !cells.every(isEmpty));
  if (filled.length > LINES_MAX) return tooMany('LINES', LINES_MAX);
  for (const { line, cells } of [{ line: 1, cells: first }, ...filled]) {
    if (cells.length > COLUMNS_MAX && cells.slice(COLUMNS_MAX).some((cell) => !isEmpty(cell))) {
      return tooMany('COLUMNS', COLUMNS_MAX, line);
    }
    if (cells.some((cell) => typeof cell === 'string' && cell.length > CELL_MAX)) {
      return tooMany('CHARACTERS', CELL_MAX, line);
    }
  }
  const header = first.map((cell) => (isEmpty(cell) ? '' : String(cell).trim()));
  return readAs({ header, rows: filled });
}

const COUNTED = {
  LINES: { id: 'baris dalam satu lembar', en: 'lines in one sheet' },
  COLUMNS: { id: 'kolom dalam satu baris', en: 'columns in one row' },
  CHARACTERS: { id: 'huruf dalam satu sel', en: 'characters in one cell' },
} as const;

function tooMany(what: keyof typeof COUNTED, limit: number, line: number | null = null) {
  const { id, en } = COUNTED[what];
  return unreadable(
    fileProblem(
      `TOO_MANY_${what}`,
      `Paling banyak ${limit} ${id}. Bagi berkas menjadi beberapa lembar.`,
      `At most ${limit} ${en}. Split the file into several sheets.`,
      line,
    ),
  );
}
