/** What both kinds of file become: rows of cells, with the row numbers that a spreadsheet shows. */
import { CELL_MAX, COLUMNS_MAX, LINES_MAX, TEXT_MAX } from '../limits.ts';
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

export const isEmpty = (cell: Cell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

/** @param rows in order; empty ones may be left out. */
export function tableFrom(rows: readonly Row[]): Read<Table> {
  const first = rows[0]?.line === 1 ? rows[0].cells : [];
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
  const filled = rows.slice(1).filter(({ cells }) => !cells.every(isEmpty));
  if (filled.length > LINES_MAX) return tooManyLines();
  let characters = 0;
  for (const { line, cells } of [{ line: 1, cells: first }, ...filled]) {
    if (cells.length > COLUMNS_MAX && cells.slice(COLUMNS_MAX).some((cell) => !isEmpty(cell))) {
      return tooMany('COLUMNS', COLUMNS_MAX, line);
    }
    if (cells.some((cell) => typeof cell === 'string' && cell.length > CELL_MAX)) {
      return tooMany('CHARACTERS', CELL_MAX, line);
    }
    for (const cell of cells) characters += typeof cell === 'string' ? cell.length : 0;
    if (characters > TEXT_MAX) return tooMany('CHARACTERS_IN_ALL', TEXT_MAX);
  }
  const header = first.map((cell) => (isEmpty(cell) ? '' : String(cell).trim()));
  const within = ({ line, cells }: Row): Row => ({ line, cells: cells.slice(0, COLUMNS_MAX) });
  return readAs({ header: header.slice(0, COLUMNS_MAX), rows: filled.map(within) });
}

const COUNTED = {
  LINES: { id: 'baris dalam satu lembar', en: 'lines in one sheet' },
  COLUMNS: { id: 'kolom dalam satu baris', en: 'columns in one row' },
  CHARACTERS_IN_ALL: { id: 'huruf dalam satu berkas', en: 'characters in one file' },
  CHARACTERS: { id: 'huruf dalam satu sel', en: 'characters in one cell' },
} as const;

export const tooManyLines = () => tooMany('LINES', LINES_MAX);

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
