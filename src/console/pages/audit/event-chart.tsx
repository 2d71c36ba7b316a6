/** The events of a life on both axes of time; the same numbers stand in the table below. */

import type { Entry } from '../../audit/answers.ts';
import { CHART, chartOf } from '../../audit/chart-scale.ts';
import type { Position } from '../../audit/replay-position.ts';
import { useRendering, useWords } from '../../parts/rendering.ts';
import { dateInWords } from '../../words/amounts.ts';

export function EventChart({
  entries,
  position,
}: {
  readonly entries: readonly Entry[];
  readonly position: Position;
}) {
  const t = useWords();
  const { language } = useRendering();
  const chart = chartOf(entries);
  if (chart === undefined) return null;
  const { points, x, y, first, last } = chart;
  const { width, height, left, right, top, bottom } = CHART;
  const knownAt = entries.findLast(({ decision }) => decision <= position.known)?.decidedAt;
  const day = (instant: string) => dateInWords(language, instant.slice(0, 10));
  return (
    <figure class="titian-chart">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby="chart-title chart-desc">
        <title id="chart-title">
          {t({ id: 'Peristiwa menurut dua sumbu waktu', en: 'Events on both axes of time' })}
        </title>
        <desc id="chart-desc">
          {t({
            id: `${points.length} peristiwa, ${day(first)} sampai ${day(last)}. Ke kanan: kapan terjadi. Ke atas: kapan dicatat. Titik di atas garis miring dicatat kemudian. Angkanya ada di tabel di bawah.`,
            en: `${points.length} events, ${day(first)} to ${day(last)}. To the right: when it happened. Upwards: when it was recorded. Dots above the slanted line were recorded later. The numbers stand in the table below.`,
          })}
        </desc>
        <line
          class="titian-chart__axis"
          x1={left}
          y1={height - bottom}
          x2={width - right}
          y2={height - bottom}
        />
        <line class="titian-chart__axis" x1={left} y1={top} x2={left} y2={height - bottom} />
        <line class="titian-chart__same" x1={left} y1={height - bottom} x2={width - right} y2={top} />
        {knownAt === undefined ? null : (
          <line class="titian-chart__known" x1={left} x2={width - right} y1={y(knownAt)} y2={y(knownAt)} />
        )}
        {position.on === undefined ? null : (
          <line
            class="titian-chart__on"
            x1={x(`${position.on}T16:59:59Z`)}
            x2={x(`${position.on}T16:59:59Z`)}
            y1={top}
            y2={height - bottom}
          />
        )}
        {points.map((point) =>
          point.decision > position.known ? (
            <rect class="titian-chart__later" x={point.x - 2.5} y={point.y - 2.5} width={5} height={5} />
          ) : (
            <circle
              class={point.decision === position.known ? 'titian-chart__here' : 'titian-chart__seen'}
              cx={point.x}
              cy={point.y}
              r={point.decision === position.known ? 6 : 3.5}
            />
          ),
        )}
        <text class="titian-chart__text" x={left} y={height - 8}>
          {day(first)}
        </text>
        <text class="titian-chart__text" x={width - right} y={height - 8} text-anchor="end">
          {day(last)}
        </text>
      </svg>
      <figcaption class="govuk-body-s">
        {t({
          id: 'Ke kanan: kapan terjadi. Ke atas: kapan dicatat. Lingkaran: sudah diketahui pada posisi ini; lingkaran besar: keputusan ini; kotak kosong: dicatat kemudian. Garis mendatar: sampai di sini diketahui. Garis tegak: hari yang dilihat.',
          en: 'To the right: when it happened. Upwards: when it was recorded. Circles: known at this position; large circle: this decision; open squares: recorded later. Level line: known up to here. Upright line: the day that is looked at.',
        })}
      </figcaption>
    </figure>
  );
}
