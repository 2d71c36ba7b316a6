/** Patterns, legend and bars: each look has a pattern of its own, so that no colour has to be told apart. */
import { useWords } from '../parts/rendering.ts';
import type { Words } from '../words/words.ts';
import type { Bar } from './bars.ts';

/** Each look draws other lines over its colour (style/_boards.scss). */
const LINES: { readonly [look: string]: string | undefined } = {
  b: 'M0 8 L8 0',
  c: 'M0 0 L8 8 M0 8 L8 0',
  d: 'M0 4 H8',
  e: 'M4 0 V8',
  hidden: 'M0 0 L8 8',
};
const LOOKS = ['a', 'b', 'c', 'd', 'e', 'hidden'] as const;

/** @param id differs between the plots of a page. */
export const Patterns = ({ id }: { readonly id: string }) => (
  <defs>
    {LOOKS.map((look) => (
      <pattern id={`${id}-${look}`} width="8" height="8" patternUnits="userSpaceOnUse">
        <rect width="8" height="8" class={`titian-plot__${look}`} />
        {LINES[look] === undefined ? null : <path d={LINES[look]} class="titian-plot__lines" />}
      </pattern>
    ))}
  </defs>
);

export function BarShape({
  bar,
  y,
  height,
  id,
}: {
  readonly bar: Bar;
  readonly y: number;
  readonly height: number;
  readonly id: string;
}) {
  return (
    <>
      {/* Where nobody is, the place of the bar still shows. */}
      <path d={`M0 ${y} V${y + height}`} class="titian-plot__edge" />
      {bar.pieces.map(({ look, x, width }) => (
        <rect
          {...{ x, y, width, height }}
          fill={`url(#${id}-${look})`}
          class={`titian-plot__edge${look === 'hidden' ? ' titian-plot__edge--hidden' : ''}`}
        />
      ))}
    </>
  );
}

export interface LegendEntry {
  readonly look: string;
  readonly name: Words;
}

export function Legend({ entries, id }: { readonly entries: readonly LegendEntry[]; readonly id: string }) {
  const t = useWords();
  return (
    <ul class="titian-legend">
      {entries.map(({ look, name }) => (
        <li>
          <svg width="20" height="16" aria-hidden="true" focusable="false">
            <rect
              width="20"
              height="16"
              fill={`url(#${id}-${look})`}
              class={`titian-plot__edge${look === 'hidden' ? ' titian-plot__edge--hidden' : ''}`}
            />
          </svg>{' '}
          {t(name)}
        </li>
      ))}
    </ul>
  );
}

export const HIDDEN_ENTRY: LegendEntry = {
  look: 'hidden',
  name: { id: 'Angka kecil atau disembunyikan', en: 'Small or hidden number' },
};
