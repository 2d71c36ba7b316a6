/** A board as a file: figures as they are shown, with what they count, for whom and as of when. */
import { BYTE_ORDER_MARK, csvCell } from '../csv.ts';
import { instantInWords } from '../words/amounts.ts';
import { type Language, say, type Words } from '../words/words.ts';
import { type BoardAnswer, figureAt } from './answer.ts';
import { definitionsOf } from './definitions.ts';
import { figureInWords } from './figure-words.ts';
import { BOARD_NAMES, columnName, rowName, TOTAL_NAME, tableName, YEAR_OF } from './words.ts';

type Line = readonly string[];

export function boardAsCsv(
  answer: BoardAnswer,
  language: Language,
  office: string,
  names: ReadonlyMap<string, string>,
): string {
  const t = (words: Words) => say(language, words);
  const { board, year, by, threshold, tables, asOf } = answer;
  const head: Line[] = [
    [t({ id: 'Papan', en: 'Board' }), t(BOARD_NAMES[board])],
    [t({ id: 'Kantor', en: 'Office' }), office],
    ...(year === null ? [] : [[t(YEAR_OF[board]), String(year)]]),
    [t({ id: 'Keadaan per', en: 'As of' }), instantInWords(language, asOf, 'WIB')],
  ];
  const body = tables.flatMap((table): Line[] => [
    [],
    [t(tableName(table.name, by))],
    ['', ...table.columns.map((column) => t(columnName(column)))],
    ...[...table.rows, ...(table.total === null ? [] : [table.total])].map((row, place) => [
      t(place === table.rows.length ? TOTAL_NAME : rowName(table.name, row.key, by, names)),
      ...table.columns.map((column) => {
        const figure = figureAt(row, column);
        return typeof figure === 'number' ? String(figure) : figureInWords(language, figure, threshold);
      }),
    ]),
  ]);
  const definitions: Line[] = [
    [],
    [t({ id: 'Apa yang dihitung', en: 'What is counted' })],
    ...definitionsOf(board, threshold).map(({ term, means }) => [t(term), t(means)]),
  ];
  const lines = [...head, ...body, ...definitions].map((line) => `${line.map(csvCell).join(',')}\r\n`);
  return `${BYTE_ORDER_MARK}${lines.join('')}`;
}
