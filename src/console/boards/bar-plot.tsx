/** Rows of stacked bars: one a row of the table beside it. */
import { useRendering, useWords } from '../parts/rendering.ts';
import type { Words } from '../words/words.ts';
import { type FigureTable, figureAt } from './answer.ts';
import { barOf, mostOf } from './bars.ts';
import { figureInWords } from './figure-words.ts';
import { BarShape, HIDDEN_ENTRY, Legend, Patterns } from './plot-parts.tsx';

const WIDTH = 360;
const ROW = 46;
const BAR_TOP = 19;
const BAR = 18;
const LOOKS = ['a', 'b', 'd', 'c', 'e'] as const;

export interface BarPlotProps {
  readonly id: string;
  readonly title: Words;
  readonly table: FigureTable;
  /** Columns that make up the bar, and the one that they add up to. */
  readonly parts: readonly { readonly column: string; readonly name: Words }[];
  readonly whole: string;
  readonly nameOf: (row: string) => Words;
  readonly threshold: number;
}

export function BarPlot({ id, title, table, parts, whole, nameOf, threshold }: BarPlotProps) {
  const t = useWords();
  const { language } = useRendering();
  const { rows } = table;
  if (rows.length === 0) return null;
  const most = mostOf(rows.map((row) => figureAt(row, whole)));
  const said = (row: (typeof rows)[number], column: string) =>
    figureInWords(language, figureAt(row, column), threshold);
  return (
    <figure class="titian-plot">
      <svg
        viewBox={`0 0 ${WIDTH} ${rows.length * ROW}`}
        role="img"
        aria-labelledby={`${id}-title ${id}-text`}
      >
        <title id={`${id}-title`}>{t(title)}</title>
        <desc id={`${id}-text`}>
          {rows.map((row) => `${t(nameOf(row.key))}: ${said(row, whole)}.`).join(' ')}
        </desc>
        <Patterns id={id} />
        {rows.map((row, place) => {
          const drawn = parts.map(({ column }, part) => ({
            look: LOOKS[part % LOOKS.length] ?? 'a',
            figure: figureAt(row, column),
          }));
          const bar = barOf(drawn, figureAt(row, whole), most, WIDTH);
          return (
            <>
              <text x="0" y={place * ROW + 14} class="titian-plot__label">
                {t(nameOf(row.key))}
              </text>
              <text x={WIDTH} y={place * ROW + 14} class="titian-plot__number" text-anchor="end">
                {said(row, whole)}
              </text>
              <BarShape bar={bar} y={place * ROW + BAR_TOP} height={BAR} id={id} />
            </>
          );
        })}
      </svg>
      <figcaption>
        <Legend
          id={id}
          entries={[
            ...parts.map(({ name }, part) => ({ look: LOOKS[part % LOOKS.length] ?? 'a', name })),
            HIDDEN_ENTRY,
          ]}
        />
      </figcaption>
    </figure>
  );
}
