/** The path as a chain: how many reached each step, how many stand there still, how many were lost there. */
import { suppressed } from '../../domain/statistics/suppression.ts';
import type { CountedCell, Figure } from '../../domain/statistics/tables.ts';
import type { JourneyCount } from '../../projections/board-figures.ts';
import { PATH_STEPS, type PathStep } from '../../projections/board-path.ts';
import { type Division, dividedTable } from './division.ts';
import type { FigureTable } from './figure-table.ts';

/** The four points that are told of each group: a picture of every step would be of too few people. */
const POINTS = {
  entered: 'ENTERED',
  trained: 'IN_TRAINING',
  certified: 'CERTIFIED',
  hired: 'HIRED',
} as const satisfies { readonly [column: string]: PathStep };
const POINT_NAMES = Object.keys(POINTS) as (keyof typeof POINTS)[];

const placeOf = (step: PathStep): number => PATH_STEPS.indexOf(step);
const sum = (rows: readonly JourneyCount[]): number => rows.reduce((all, { count }) => all + count, 0);
const from = (first: number, end: number = PATH_STEPS.length) =>
  Array.from({ length: end - first }, (_, place) => first + place).flatMap((step) => [
    2 * step,
    2 * step + 1,
  ]);

export function pathTable(rows: readonly JourneyCount[], threshold: number): FigureTable {
  const at = (step: PathStep, here: boolean) =>
    sum(rows.filter((row) => row.step === step && row.onTheWay === here));
  const atoms = PATH_STEPS.flatMap((step) => [at(step, true), at(step, false)]);
  const cells = PATH_STEPS.flatMap((step, place): CountedCell[] => [
    { key: `${step}/reached`, of: from(place) },
    { key: `${step}/here`, of: [2 * place] },
    { key: `${step}/left`, of: [2 * place + 1] },
    { key: `${step}/-ended`, of: from(place, place + 1), implied: true },
  ]);
  const between = POINT_NAMES.map((name, place): CountedCell => {
    const next = POINT_NAMES[place + 1];
    const end = next === undefined ? PATH_STEPS.length : placeOf(POINTS[next]);
    return { key: `-${name}`, of: from(placeOf(POINTS[name]), end), implied: true };
  });
  const figures = suppressed({ atoms, cells: [...cells, ...between] }, threshold);
  const columns = ['reached', 'here', 'left'];
  return {
    name: 'path',
    columns,
    rows: PATH_STEPS.map((step) => ({
      key: step,
      cells: Object.fromEntries(columns.map((column) => [column, figures.get(`${step}/${column}`) ?? 0])),
    })),
    total: null,
  };
}

/** The same people by one trait. What the path says of all stands, in numbers and in what is hidden. */
export function pathByTable(
  rows: readonly JourneyCount[],
  by: Division<JourneyCount>,
  path: FigureTable,
  threshold: number,
): FigureTable {
  const leafOf = ({ step }: JourneyCount) =>
    POINT_NAMES.findLast((name) => placeOf(step) >= placeOf(POINTS[name])) ?? 'entered';
  const standing = Object.fromEntries(
    POINT_NAMES.map((name) => [name, reached(path, POINTS[name])] as const),
  );
  return dividedTable(
    {
      name: 'pathBy',
      leaves: POINT_NAMES,
      columns: POINT_NAMES.map((key, place) => ({ key, of: POINT_NAMES.slice(place) })),
    },
    rows,
    by,
    (some, leaf) => sum(some.filter((row) => leafOf(row) === leaf)),
    threshold,
    standing,
  );
}

const reached = ({ rows }: FigureTable, step: PathStep): Figure =>
  rows.find(({ key }) => key === step)?.cells.reached ?? 0;
