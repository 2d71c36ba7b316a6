/** The table beside every plot: the same figures, the same ones hidden. */
import { useRendering, useWords } from '../parts/rendering.ts';
import { Table } from '../parts/structure.tsx';
import type { Trait } from './answer.ts';
import { type Figure, type FigureRow, type FigureTable, figureAt } from './answer.ts';
import { figureInWords, percentOf } from './figure-words.ts';
import { columnName, rowName, TOTAL_NAME, tableName } from './words.ts';

export interface BoardTableProps {
  readonly table: FigureTable;
  readonly by: Trait | null;
  readonly threshold: number;
  readonly names: ReadonlyMap<string, string>;
  /** Column of the whole: parts are told in percent of it, too. */
  readonly percentOfColumn?: string;
}

export function BoardTable({ table, by, threshold, names, percentOfColumn }: BoardTableProps) {
  const t = useWords();
  const { language } = useRendering();
  const rows: (FigureRow & { readonly sum?: boolean })[] = [
    ...table.rows,
    ...(table.total === null || table.rows.length === 1 ? [] : [{ ...table.total, sum: true }]),
  ];
  const said = (figure: Figure) => figureInWords(language, figure, threshold);
  const cell = (row: FigureRow, column: string) => {
    const figure = figureAt(row, column);
    if (percentOfColumn === undefined || column === percentOfColumn) return said(figure);
    const percent = percentOf(figure, figureAt(row, percentOfColumn));
    return percent === undefined ? said(figure) : `${said(figure)} (${percent} %)`;
  };
  return (
    <Table
      caption={t(tableName(table.name, by))}
      rows={rows}
      empty={t({ id: 'Belum ada yang dapat dihitung.', en: 'There is nothing to count yet.' })}
      columns={[
        {
          head: t({ id: 'Yang dihitung', en: 'What is counted' }),
          names: true,
          cell: (row) => t(row.sum === true ? TOTAL_NAME : rowName(table.name, row.key, by, names)),
        },
        ...table.columns.map((column) => ({
          head: t(columnName(column)),
          numeric: true,
          cell: (row: FigureRow) => cell(row, column),
        })),
      ]}
    />
  );
}
