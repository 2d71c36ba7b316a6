/** What a column of a sheet is: its header as people see it, what stands in it, and how a cell is read. */
import type { Cell } from '../file/table.ts';
import type { CellProblem, Words } from '../words.ts';

export type CellRead<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: CellProblem };

/** Never given an empty cell. */
export type CellReader<Value> = (cell: NonNullable<Cell>) => CellRead<Value>;

export interface Column<Value = unknown, Required extends boolean = boolean> {
  /** Indonesian, as the first row of the template has it. */
  readonly header: string;
  readonly meaning: Words;
  readonly required: Required;
  readonly read: CellReader<Value>;
  /** Shown in the template's second sheet. */
  readonly example: string;
}

export type Columns = { readonly [key: string]: Column };

/** A line of the file as its columns were read; a field of an optional column may be missing. */
export type RowOf<Of extends Columns> = {
  readonly [Key in keyof Of as Of[Key] extends Column<unknown, true> ? Key : never]: ValueOf<Of[Key]>;
} & {
  readonly [Key in keyof Of as Of[Key] extends Column<unknown, true> ? never : Key]?: ValueOf<Of[Key]>;
};
type ValueOf<One> = One extends Column<infer Value> ? Value : never;

type Described = Omit<Column, 'read' | 'required'>;

export const required = <Value>(read: CellReader<Value>, described: Described): Column<Value, true> => ({
  ...{ ...described, read, required: true },
});

export const optional = <Value>(read: CellReader<Value>, described: Described): Column<Value, false> => ({
  ...{ ...described, read, required: false },
});

export const good = <Value>(value: Value): CellRead<Value> => ({ ok: true, value });

export const bad = (code: string, id: string, en: string): { ok: false; problem: CellProblem } => ({
  ok: false,
  problem: { code, id, en },
});
