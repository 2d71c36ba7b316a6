/** A table of figures with rows, columns and totals, small numbers hidden. */
import { type Standing, suppressed } from '../../domain/statistics/suppression.ts';
import type { Counted, CountedCell, Figure } from '../../domain/statistics/tables.ts';

export interface FigureRow {
  readonly key: string;
  readonly cells: { readonly [column: string]: Figure };
}

export interface FigureTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly FigureRow[];
  /** Absent where rows are not parts of a whole. */
  readonly total: FigureRow | null;
}

export interface TableShape {
  readonly name: string;
  readonly rows: readonly string[];
  /** What each row is made of: disjoint. */
  readonly leaves: readonly string[];
  /** What is published of each row: a sum of leaves. */
  readonly columns: readonly { readonly key: string; readonly of: readonly string[] }[];
  /** Sums of rows that another table publishes: they stand, and what is hidden here is not to follow from them. */
  readonly within?: readonly (FigureRow & { readonly of: readonly string[] })[];
}

export const TOTAL = 'total';
export const cellKey = (row: string, column: string): string => `${row}\u0000${column}`;

/**
 * @param count how many of a row are in a leaf.
 * @param standing of columns of the total, where another table has published them already.
 */
export function figureTable(
  shape: TableShape,
  count: (row: string, leaf: string) => number,
  threshold: number,
  standing: { readonly [column: string]: Figure } = {},
): FigureTable {
  const { name, rows, leaves, columns } = shape;
  // A single group is the total: it stands once.
  const within = shape.within === undefined || shape.within.length === 1 ? [] : shape.within;
  const atoms = rows.flatMap((row) => leaves.map((leaf) => count(row, leaf)));
  const placesOf = (places: readonly number[], of: readonly string[]) =>
    places.flatMap((row) => of.map((leaf) => row * leaves.length + leaves.indexOf(leaf)));
  const published = new Set(columns.filter(({ of }) => of.length === 1).map(({ of }) => of[0]));
  const parts = [
    ...columns.map(({ key, of }) => ({ key, of, implied: false })),
    // What nobody publishes and everybody can work out is protected like the rest.
    ...leaves
      .filter((leaf) => !published.has(leaf))
      .map((leaf) => ({ key: `-${leaf}`, of: [leaf], implied: true })),
  ];
  const cellsOf = (row: string, places: readonly number[]): CountedCell[] =>
    parts.map(({ key, of, implied }) => ({ key: cellKey(row, key), of: placesOf(places, of), implied }));
  const counted: Counted = {
    atoms,
    cells: [
      // A single row is the total: it stands once.
      ...(rows.length === 1 ? [] : rows.flatMap((row, place) => cellsOf(row, [place]))),
      ...within.flatMap(({ key, of }) =>
        cellsOf(
          groupKey(key),
          of.map((row) => rows.indexOf(row)),
        ),
      ),
      ...cellsOf(
        TOTAL,
        rows.map((_, place) => place),
      ),
    ],
  };
  const figures = suppressed(
    counted,
    threshold,
    new Map([
      ...standingOf(TOTAL, standing),
      ...within.flatMap(({ key, cells }) => [...standingOf(groupKey(key), cells)]),
    ]),
  );
  const rowOf = (row: string): FigureRow => ({
    key: row,
    cells: Object.fromEntries(
      columns.map(({ key }) => [key, figures.get(cellKey(rows.length === 1 ? TOTAL : row, key)) ?? 0]),
    ),
  });
  return { name, columns: columns.map(({ key }) => key), rows: rows.map(rowOf), total: rowOf(TOTAL) };
}

const groupKey = (key: string): string => `${TOTAL}\u0001${key}`;

const standingOf = (row: string, columns: { readonly [column: string]: Figure }): Standing =>
  new Map(
    Object.entries(columns).map(([column, figure]) => [
      cellKey(row, column),
      typeof figure === 'number' ? 'shown' : figure,
    ]),
  );
