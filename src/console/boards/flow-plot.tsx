/** The path as a picture: how many came to each step, and of them, who went on, who is there still, who stopped there. */
import { useRendering, useWords } from '../parts/rendering.ts';
import { type FigureRow, type FigureTable, figureAt } from './answer.ts';
import { type Bar, barOf, mostOf } from './bars.ts';
import { figureInWords } from './figure-words.ts';
import { BarShape, HIDDEN_ENTRY, Legend, Patterns } from './plot-parts.tsx';
import { STEP_NAMES } from './words.ts';

const WIDTH = 360;
const STEP = 62;
const BAR_TOP = 20;
const BAR = 20;

interface Drawn {
  readonly row: FigureRow;
  readonly bar: Bar;
  readonly top: number;
  /** How wide the part is that went on. */
  readonly went: number;
}

export function FlowPlot({ table, threshold }: { readonly table: FigureTable; readonly threshold: number }) {
  const t = useWords();
  const { language } = useRendering();
  const { rows } = table;
  const most = mostOf(rows.map((row) => figureAt(row, 'reached')));
  const drawn = rows.map((row, place): Drawn => {
    const next = figureAt(rows[place + 1], 'reached');
    const parts = [
      { look: 'a', figure: next },
      { look: 'b', figure: figureAt(row, 'here') },
      { look: 'c', figure: figureAt(row, 'left') },
    ];
    const bar = barOf(parts, figureAt(row, 'reached'), most, WIDTH);
    const went = bar.pieces.find(({ look }) => look === 'a')?.width ?? 0;
    return { row, bar, top: place * STEP, went };
  });
  const height = rows.length * STEP;
  return (
    <figure class="titian-plot titian-plot--flow">
      <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-labelledby="flow-title flow-text">
        <title id="flow-title">{t({ id: 'Alur orang di jalur', en: 'Flow of people along the path' })}</title>
        <desc id="flow-text">
          {rows
            .map((row) => {
              const name = STEP_NAMES[row.key];
              const shown = figureInWords(language, figureAt(row, 'reached'), threshold);
              return `${name === undefined ? row.key : t(name)}: ${shown}.`;
            })
            .join(' ')}
        </desc>
        <Patterns id="flow" />
        {drawn.map(({ row, bar, top, went }, place) => {
          const below = drawn[place + 1];
          const name = STEP_NAMES[row.key];
          const [from, to] = [top + BAR_TOP + BAR, top + STEP + BAR_TOP];
          return (
            <>
              {below === undefined || went === 0 ? null : (
                <path class="titian-plot__stream" d={`M0 ${from} H${went} L${below.bar.end} ${to} H0 Z`} />
              )}
              <text x="0" y={top + 14} class="titian-plot__label">
                {name === undefined ? row.key : t(name)}
              </text>
              <text x={WIDTH} y={top + 14} class="titian-plot__number" text-anchor="end">
                {figureInWords(language, figureAt(row, 'reached'), threshold)}
              </text>
              <BarShape bar={bar} y={top + BAR_TOP} height={BAR} id="flow" />
            </>
          );
        })}
      </svg>
      <figcaption>
        <Legend
          id="flow"
          entries={[
            { look: 'a', name: { id: 'Melanjutkan', en: 'Went on' } },
            { look: 'b', name: { id: 'Masih di langkah ini', en: 'Still at this step' } },
            { look: 'c', name: { id: 'Berhenti di langkah ini', en: 'Stopped at this step' } },
            HIDDEN_ENTRY,
          ]}
        />
      </figcaption>
    </figure>
  );
}
