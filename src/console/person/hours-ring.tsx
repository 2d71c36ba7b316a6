/** Hours of one case as a ring: done, credited today, left. The same stands beside it in words. */
import { useRendering, useWords } from '../parts/rendering.ts';
import { durationInWords } from '../words/amounts.ts';
import type { Words } from '../words/words.ts';

export interface RingOf {
  readonly target: number;
  readonly credited: number;
  readonly today: number;
  readonly left: number;
}

const ROUND = 100;

/** Parts of the ring in hundredths, clockwise from the top. */
export function ringParts({ target, credited, today }: RingOf): {
  readonly before: number;
  readonly today: number;
} {
  if (target <= 0) return { before: 0, today: 0 };
  const share = (minutes: number): number => Math.min(ROUND, Math.max(0, (minutes * ROUND) / target));
  const all = share(credited);
  const fresh = Math.min(all, share(today));
  return { before: all - fresh, today: fresh };
}

const rounded = (share: number): string => String(Math.round(share * 100) / 100);

function Arc({
  kind,
  from,
  length,
}: {
  readonly kind: string;
  readonly from: number;
  readonly length: number;
}) {
  if (length <= 0) return null;
  return (
    <circle
      class={`titian-ring__arc titian-ring__arc--${kind}`}
      cx="60"
      cy="60"
      r="50"
      pathLength={ROUND}
      stroke-dasharray={`${rounded(length)} ${rounded(ROUND - length)}`}
      stroke-dashoffset={rounded(-from)}
      transform="rotate(-90 60 60)"
    />
  );
}

export function HoursRing({
  of,
  id,
  name,
}: {
  readonly of: RingOf;
  readonly id: string;
  readonly name: Words;
}) {
  const t = useWords();
  const { language } = useRendering();
  const { before, today } = ringParts(of);
  const percent = of.target <= 0 ? 0 : Math.floor(Math.min(100, (of.credited * 100) / of.target));
  const inWords = (minutes: number): string => durationInWords(language, minutes);
  const rows: readonly (readonly [string, Words, number])[] = [
    ['before', { id: 'Sudah dijalani', en: 'Done' }, of.credited - of.today],
    ['today', { id: 'Dihitung hari ini', en: 'Credited today' }, of.today],
    ['left', { id: 'Sisa', en: 'Left' }, of.left],
  ];
  return (
    <div class="titian-ring">
      <svg
        viewBox="0 0 120 120"
        width="150"
        height="150"
        role="img"
        aria-labelledby={`${id}-title ${id}-desc`}
      >
        <title id={`${id}-title`}>{t(name)}</title>
        <desc id={`${id}-desc`}>
          {t({
            id: `${inWords(of.credited)} dari ${inWords(of.target)} dijalani, sisa ${inWords(of.left)}.`,
            en: `${inWords(of.credited)} of ${inWords(of.target)} done, ${inWords(of.left)} left.`,
          })}
        </desc>
        <circle class="titian-ring__arc titian-ring__arc--left" cx="60" cy="60" r="50" />
        <Arc kind="before" from={0} length={before} />
        <Arc kind="today" from={before} length={today} />
        <text class="titian-ring__number" x="60" y="62" text-anchor="middle">
          {percent}%
        </text>
        <text class="titian-ring__word" x="60" y="80" text-anchor="middle">
          {t({ id: 'dijalani', en: 'done' })}
        </text>
      </svg>
      <dl class="titian-ring__words">
        {rows.map(([kind, words, minutes]) => (
          <div>
            <dt>
              <span class={`titian-ring__key titian-ring__key--${kind}`} aria-hidden="true" />
              {t(words)}
            </dt>
            <dd class="titian-numeric">{inWords(minutes)}</dd>
          </div>
        ))}
        <div class="titian-ring__sum">
          <dt>{t({ id: 'Seluruhnya', en: 'In all' })}</dt>
          <dd class="titian-numeric">{inWords(of.target)}</dd>
        </div>
      </dl>
    </div>
  );
}
