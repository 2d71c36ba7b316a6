/** From a table to the commands of its lines: headers, cells and lines are all checked, nothing is looked up. */
import { columnLetter } from './file/cell-place.ts';
import type { Row, Table } from './file/table.ts';
import { joinLines } from './join-lines.ts';
import type { LineCommand, SheetKind } from './kinds/kind.ts';
import { fileProblem, PROBLEMS_MAX, type SheetProblem } from './words.ts';

export interface ReadLine {
  readonly line: number;
  readonly commands: readonly LineCommand[];
  /** Lines that were joined into its one command, itself among them; absent where it stands for itself. */
  readonly covers?: readonly number[];
}

export interface ReadLines {
  readonly lines: readonly ReadLine[];
  /** Every one that was found, up to a limit; where there is any, nothing of the sheet may run. */
  readonly problems: readonly SheetProblem[];
}

/** `Kode Lokasi *` and `kode lokasi` are the same column. */
const plain = (header: string): string =>
  header.replaceAll('*', '').replaceAll(/\s+/g, ' ').trim().toLowerCase();

/** Lines read at a time before others get their turn. */
const TURN = 500;

export function readLines(kind: SheetKind, table: Table): ReadLines {
  const reading = readingLines(kind, table);
  for (;;) {
    const { done, value } = reading.next();
    if (done) return value;
  }
}

/** The same for a long table, while the process goes on with its other work. */
export async function readLinesInTurns(kind: SheetKind, table: Table): Promise<ReadLines> {
  const reading = readingLines(kind, table);
  for (;;) {
    const { done, value } = reading.next();
    if (done) return value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function* readingLines(kind: SheetKind, table: Table): Generator<undefined, ReadLines> {
  const { places, problems } = headerOf(kind, table.header);
  if (problems.length > 0) return { lines: [], problems };
  if (table.rows.length === 0) {
    const empty = fileProblem(
      'NO_LINES',
      'Lembar ini tidak berisi baris data.',
      'This sheet has no lines of data.',
    );
    return { lines: [], problems: [empty] };
  }
  const lines: ReadLine[] = [];
  for (const [place, row] of table.rows.entries()) {
    if (place % TURN === TURN - 1) yield;
    const found = readLine(kind, places, row);
    if (Array.isArray(found)) problems.push(...found);
    else lines.push(found as ReadLine);
    if (problems.length >= PROBLEMS_MAX) break;
  }
  const joined = kind.joined === undefined ? lines : joinLines(kind.joined, lines, problems);
  return { lines: joined, problems: problems.slice(0, PROBLEMS_MAX) };
}

function headerOf(kind: SheetKind, header: readonly string[]) {
  const problems: SheetProblem[] = [];
  const places = new Map<string, number>();
  const known = new Map(Object.entries(kind.columns).map(([key, column]) => [plain(column.header), key]));
  const add = (column: string | null, code: string, id: string, en: string): void => {
    problems.push({ line: 1, column, code, id, en });
  };
  for (const [place, text] of header.entries()) {
    if (text === '') continue;
    const key = known.get(plain(text));
    // Not by its words: whatever stands there may be somebody's name.
    const letter = columnLetter(place);
    if (key === undefined) {
      add(
        letter,
        'COLUMN_UNKNOWN',
        `Kolom ${letter} tidak ada dalam templat.`,
        `Column ${letter} is not in the template.`,
      );
    } else if (places.has(key)) {
      add(
        kind.columns[key]!.header,
        'COLUMN_TWICE',
        'Kolom ini ada dua kali.',
        'This column is there twice.',
      );
    } else places.set(key, place);
  }
  for (const [key, column] of Object.entries(kind.columns)) {
    if (column.required && !places.has(key)) {
      add(column.header, 'COLUMN_MISSING', 'Kolom wajib ini tidak ada.', 'This required column is missing.');
    }
  }
  return { places, problems };
}

function readLine(kind: SheetKind, places: ReadonlyMap<string, number>, { line, cells }: Row) {
  const problems: SheetProblem[] = [];
  const row: { [key: string]: unknown } = {};
  for (const [key, column] of Object.entries(kind.columns)) {
    const cell = cells[places.get(key) ?? -1] ?? null;
    if (cell === null || (typeof cell === 'string' && cell.trim() === '')) {
      if (column.required) {
        problems.push({
          ...{ line, column: column.header, code: 'CELL_EMPTY' },
          ...{ id: 'Kolom ini wajib diisi.', en: 'This column must be filled in.' },
        });
      }
      continue;
    }
    const read = column.read(cell);
    if (read.ok) row[key] = read.value;
    else problems.push({ line, column: column.header, ...read.problem });
  }
  const taken = new Set(places.values());
  if (cells.some((cell, place) => cell !== null && cell !== '' && !taken.has(place))) {
    problems.push({
      ...{ line, column: null, code: 'CELL_OUTSIDE' },
      ...{ id: 'Ada isi di luar kolom templat.', en: 'Something stands outside the template’s columns.' },
    });
  }
  if (problems.length > 0) return problems;
  const read = kind.lineOf(row);
  if (read.ok) return { line, commands: read.commands };
  const header = read.column === null ? null : (kind.columns[read.column]?.header ?? null);
  return [{ line, column: header, ...read.problem }];
}
