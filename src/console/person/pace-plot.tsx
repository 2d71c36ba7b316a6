/** Hours done against the line that the window needs, drawn; and week by week in a table. */
import { daysBetween } from '../../domain/time/local-date.ts';
import type { LocalDate } from '../../domain/time/moment.ts';
import { useRendering, useWords } from '../parts/rendering.ts';
import { Details, Table } from '../parts/structure.tsx';
import { dateInWords, durationInWords } from '../words/amounts.ts';
import { type Pace, type PacePoint, paceWeeks } from './pace.ts';

const WIDTH = 600;
const HEIGHT = 260;
const LEFT = 6;
const RIGHT = 8;
const TOP = 32;
const BOTTOM = 40;

const rounded = (value: number): string => String(Math.round(value * 10) / 10);

/** Date to x and minutes to y. */
function scaleOf({ from, until, target }: Pace) {
  const days = Math.max(1, daysBetween(from, until));
  return {
    x: (date: LocalDate): number =>
      LEFT + ((WIDTH - LEFT - RIGHT) * Math.min(days, Math.max(0, daysBetween(from, date)))) / days,
    y: (minutes: number): number =>
      HEIGHT - BOTTOM - ((HEIGHT - TOP - BOTTOM) * Math.min(target, minutes)) / Math.max(1, target),
  };
}

/** Level until the day, then up. */
const stairs = (points: readonly PacePoint[]): readonly PacePoint[] =>
  points.flatMap((point, index) => {
    const before = points[index - 1];
    return before === undefined ? [point] : [{ date: point.date, minutes: before.minutes }, point];
  });

export function PacePlot({ pace, id }: { readonly pace: Pace; readonly id: string }) {
  const t = useWords();
  const { language } = useRendering();
  const { x, y } = scaleOf(pace);
  const line = (points: readonly PacePoint[]): string =>
    points.map(({ date, minutes }) => `${rounded(x(date))},${rounded(y(minutes))}`).join(' ');
  // Hours come on days of work, and not in between: the line rises in steps.
  // Credited hours stand until more are credited: the line goes on to today, level.
  const last = pace.done.at(-1);
  const today = pace.asOf > pace.until ? pace.until : pace.asOf;
  const done = last === undefined ? [] : stairs([...pace.done, { date: today, minutes: last.minutes }]);
  const hours = (minutes: number): string => durationInWords(language, minutes);
  const date = (on: LocalDate): string => dateInWords(language, on);
  const desc = t({
    id: `Sampai ${date(today)} ${hours(last?.minutes ?? 0)} dihitung. Garis putus-putus: laju rata yang diperlukan sampai ${date(pace.until)}. Garis titik: menurut jadwal.`,
    en: `By ${date(today)} ${hours(last?.minutes ?? 0)} are credited. Dashed: the even pace needed until ${date(pace.until)}. Dotted: as scheduled.`,
  });
  return (
    <figure class="titian-pace">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={`${id}-title ${id}-desc`}>
        <title id={`${id}-title`}>{t({ id: 'Laju jam', en: 'Pace of the hours' })}</title>
        <desc id={`${id}-desc`}>{desc}</desc>
        <g class="titian-pace__grid">
          {[0, 0.25, 0.5, 0.75, 1].map((share) => (
            <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(pace.target * share)} y2={y(pace.target * share)} />
          ))}
        </g>
        <g class="titian-pace__text">
          {[0.5, 1].map((share) => (
            <text x={LEFT} y={y(pace.target * share) - 6}>
              {Math.round((pace.target * share) / 6) / 10} {t({ id: 'jam', en: 'h' })}
            </text>
          ))}
          <text x={LEFT} y={HEIGHT - 12}>
            {date(pace.from)}
          </text>
          <text x={WIDTH - RIGHT} y={HEIGHT - 12} text-anchor="end">
            {date(pace.until)}
          </text>
        </g>
        <line class="titian-pace__today" x1={x(today)} x2={x(today)} y1={TOP} y2={HEIGHT - BOTTOM} />
        <line
          class="titian-pace__needed"
          x1={x(pace.from)}
          y1={y(0)}
          x2={x(pace.until)}
          y2={y(pace.target)}
          stroke-dasharray="8 6"
        />
        <polyline class="titian-pace__planned" points={line(stairs(pace.planned))} stroke-dasharray="2 5" />
        <polyline class="titian-pace__done" points={line(done)} />
      </svg>
      <figcaption class="titian-pace__legend">
        <span class="titian-pace__key titian-pace__key--done">{t({ id: 'Dijalani', en: 'Done' })}</span>
        <span class="titian-pace__key titian-pace__key--needed">
          {t({ id: 'Laju yang diperlukan', en: 'Pace needed' })}
        </span>
        <span class="titian-pace__key titian-pace__key--planned">
          {t({ id: 'Menurut jadwal', en: 'As scheduled' })}
        </span>
      </figcaption>
      <PaceTable pace={pace} />
    </figure>
  );
}

function PaceTable({ pace }: { readonly pace: Pace }) {
  const t = useWords();
  const { language } = useRendering();
  const hours = (minutes: number | null): string =>
    minutes === null ? '–' : durationInWords(language, minutes);
  return (
    <Details
      summary={t({ id: 'Laju dalam angka, minggu demi minggu', en: 'The pace in figures, week by week' })}
    >
      <Table
        caption={t({ id: 'Jumlah jam sampai akhir minggu', en: 'Sum of hours by the end of the week' })}
        empty=""
        rows={paceWeeks(pace)}
        columns={[
          {
            head: t({ id: 'Sampai', en: 'By' }),
            cell: ({ on }) => dateInWords(language, on),
            names: true,
          },
          { head: t({ id: 'Dijalani', en: 'Done' }), cell: ({ done }) => hours(done), numeric: true },
          { head: t({ id: 'Diperlukan', en: 'Needed' }), cell: ({ needed }) => hours(needed), numeric: true },
          {
            head: t({ id: 'Jadwal', en: 'Scheduled' }),
            cell: ({ planned }) => hours(planned),
            numeric: true,
          },
        ]}
      />
    </Details>
  );
}
