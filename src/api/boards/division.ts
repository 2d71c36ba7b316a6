/**
 * People told apart by a trait. Two traits may be told of the same thing: which trades are green stands in a register for
 * everybody, so that a table by trade and one by green tag are read together. The coarser one is published as it is, and
 * the finer one within it: what it hides is not given away by the other.
 */
import type { Figure } from '../../domain/statistics/tables.ts';
import { type FigureRow, type FigureTable, figureTable, type TableShape } from './figure-table.ts';

export type Trait<Row> = (row: Row) => string;

export interface Division<Row> {
  readonly by: Trait<Row>;
  /** A coarser trait of the same thing, which has a table of its own. */
  readonly within?: Trait<Row>;
}

const distinct = (values: readonly string[]): string[] => [...new Set(values)].sort();

/** @param standing what is published of all, in another table. */
export function dividedTable<Row>(
  shape: Omit<TableShape, 'rows' | 'within'>,
  rows: readonly Row[],
  { by, within }: Division<Row>,
  count: (rows: readonly Row[], leaf: string) => number,
  threshold: number,
  standing: FigureRow['cells'] | undefined,
): FigureTable {
  if (within === undefined) {
    const countOf = (value: string, leaf: string) =>
      count(
        rows.filter((row) => by(row) === value),
        leaf,
      );
    return figureTable({ ...shape, rows: distinct(rows.map(by)) }, countOf, threshold, standing);
  }
  const coarse = dividedTable(shape, rows, { by: within }, count, threshold, standing);
  const partOf = (row: Row): string => `${within(row)}\u0001${by(row)}`;
  const partsWhere = (fits: (row: Row) => boolean) => distinct(rows.filter(fits).map(partOf));
  const table = figureTable(
    {
      ...{ ...shape, rows: partsWhere(() => true) },
      within: coarse.rows.map(({ key, cells }) => ({
        ...{ key, cells, of: partsWhere((row) => within(row) === key) },
      })),
    },
    (part, leaf) =>
      count(
        rows.filter((row) => partOf(row) === part),
        leaf,
      ),
    threshold,
    standing,
  );
  const partsOf = (value: string) => new Set(partsWhere((row) => by(row) === value));
  return {
    ...table,
    rows: distinct(rows.map(by)).map((key) => {
      const parts = partsOf(key);
      return joined(
        key,
        table.columns,
        table.rows.filter((row) => parts.has(row.key)),
      );
    }),
  };
}

/** A value that stands on both sides of the coarser trait: its sum, where no part of it is hidden. */
const joined = (key: string, columns: readonly string[], parts: readonly FigureRow[]): FigureRow => ({
  key,
  cells: Object.fromEntries(
    columns.map((column) => [column, sumOf(parts.map(({ cells }) => cells[column] ?? 0))]),
  ),
});

function sumOf(figures: readonly Figure[]): Figure {
  const [only, ...others] = figures;
  if (others.length === 0) return only ?? 0;
  return figures.reduce<Figure>(
    (sum, figure) => (typeof sum === 'number' && typeof figure === 'number' ? sum + figure : 'withheld'),
    0,
  );
}
