/** A board as the API answers it (`GET /api/v1/boards/:board`). */
import type { Instant } from '../../domain/time/moment.ts';

export const BOARDS = ['flow', 'stages', 'certificates', 'retention'] as const;
export type BoardName = (typeof BOARDS)[number];
export const isBoard = (text: string): text is BoardName => (BOARDS as readonly string[]).includes(text);

export type Trait = 'trade' | 'accommodation' | 'green' | 'office';

/** A number, one below the threshold, or one that would give such a number away. */
export type Figure = number | 'small' | 'withheld';

export interface FigureRow {
  readonly key: string;
  readonly cells: { readonly [column: string]: Figure };
}

export interface FigureTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly FigureRow[];
  readonly total: FigureRow | null;
}

export interface BoardAnswer {
  readonly board: BoardName;
  /** Whose figures; null = all offices. */
  readonly office: string | null;
  readonly year: number | null;
  readonly years: readonly number[];
  readonly by: Trait | null;
  readonly traits: readonly Trait[];
  readonly asOf: Instant;
  readonly threshold: number;
  readonly tables: readonly FigureTable[];
}

export const tableOf = ({ tables }: BoardAnswer, name: string): FigureTable | undefined =>
  tables.find((one) => one.name === name);

export const figureAt = (row: FigureRow | null | undefined, column: string): Figure =>
  row?.cells[column] ?? 0;
