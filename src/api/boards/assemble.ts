/** From sums to published tables: one function a board. */
import type {
  CertificateCount,
  CheckOutcome,
  JourneyCount,
  PlacementCount,
  StageCount,
} from '../../projections/board-figures.ts';
import { type Division, dividedTable } from './division.ts';
import { type FigureTable, figureTable } from './figure-table.ts';
import { pathByTable, pathTable } from './path-table.ts';

export function flowTables(
  rows: readonly JourneyCount[],
  by: Division<JourneyCount> | undefined,
  threshold: number,
): FigureTable[] {
  const path = pathTable(rows, threshold);
  return by === undefined ? [path] : [path, pathByTable(rows, by, path, threshold)];
}

const BANDS = ['TO_30', 'TO_90', 'TO_180', 'OVER_180'] as const;
const sumWhere = <Row extends { readonly count: number }>(
  rows: readonly Row[],
  fits: (row: Row) => boolean,
): number => rows.reduce((sum, row) => sum + (fits(row) ? row.count : 0), 0);

const distinct = (values: readonly string[]): string[] => [...new Set(values)].sort();

/** Beside how long cases stand where they stand: what asks for a look, each held against all open ones. */
export function stageTables(rows: readonly StageCount[], threshold: number): FigureTable[] {
  const stageOf = ({ part, stage }: StageCount) => `${part}/${stage}`;
  const ageing = figureTable(
    {
      name: 'ageing',
      rows: distinct(rows.map(stageOf)),
      leaves: BANDS,
      columns: [...BANDS.map((key) => ({ key, of: [key] })), { key: 'all', of: BANDS }],
    },
    (stage, band) => sumWhere(rows, (row) => stageOf(row) === stage && row.band === band),
    threshold,
  );
  const signs = { behind: 'behind', held: 'held', overdue: 'overdue' } as const;
  const all = ageing.total?.cells.all ?? 0;
  return [
    ageing,
    ...Object.entries(signs).map(([name, field]) =>
      figureTable(
        {
          name,
          rows: ['open'],
          leaves: ['yes', 'no'],
          columns: [
            { key: 'yes', of: ['yes'] },
            { key: 'all', of: ['yes', 'no'] },
          ],
        },
        (_, leaf) => sumWhere(rows, (row) => row[field] === (leaf === 'yes')),
        threshold,
        { all },
      ),
    ),
  ];
}

const STANDINGS = ['VALID', 'EXPIRING', 'EXPIRED', 'FROZEN', 'WITHDRAWN'] as const;

export const certificateTables = (rows: readonly CertificateCount[], threshold: number): FigureTable[] => [
  figureTable(
    {
      name: 'certificates',
      rows: distinct(rows.map(({ schemeId }) => schemeId)),
      leaves: STANDINGS,
      columns: [{ key: 'issued', of: STANDINGS }, ...STANDINGS.map((key) => ({ key, of: [key] }))],
    },
    (scheme, standing) => sumWhere(rows, (row) => row.schemeId === scheme && row.standing === standing),
    threshold,
  ),
];

const OUTCOMES = ['RETAINED', 'LOST', 'UNREACHABLE', 'OPEN'] as const satisfies readonly CheckOutcome[];
const DAYS = [90, 180, 365] as const;

/** One table a day: of those whose day has come, how many still work. */
export const retentionTables = (
  rows: readonly PlacementCount[],
  by: Division<PlacementCount> | undefined,
  threshold: number,
): FigureTable[] =>
  DAYS.flatMap((day) => {
    const outcomeOf = (row: PlacementCount) => row[`day${day}`];
    const shape = (name: string, values: readonly string[]) => ({
      ...{ name, rows: values, leaves: OUTCOMES },
      columns: [{ key: 'due', of: OUTCOMES }, ...OUTCOMES.map((key) => ({ key, of: [key] }))],
    });
    const all = figureTable(
      shape(`day${day}`, ['all']),
      (_, outcome) => sumWhere(rows, (row) => outcomeOf(row) === outcome),
      threshold,
    );
    if (by === undefined) return [all];
    const { rows: _all, ...byShape } = shape(`day${day}By`, []);
    const byTrait = dividedTable(
      byShape,
      rows.filter((row) => outcomeOf(row) !== null),
      by,
      (some, outcome) => sumWhere(some, (row) => outcomeOf(row) === outcome),
      threshold,
      all.total?.cells,
    );
    return [all, byTrait];
  });
