/**
 * The path as a picture: a row of stations, a column on a narrow screen. It is one list for eyes and ears; the marks
 * are drawn, and what they mean stands in words.
 */
import { useWords } from '../parts/rendering.ts';
import type { Words } from '../words/words.ts';
import type { Phase, PhaseStanding } from './path.ts';

const STANDING_WORDS: { readonly [S in PhaseStanding]: Words } = {
  done: { id: 'selesai', en: 'done' },
  now: { id: 'sekarang di sini', en: 'here now' },
  ahead: { id: 'belum', en: 'ahead' },
  ended: { id: 'berakhir', en: 'ended' },
  elsewhere: { id: 'ditangani meja lain', en: 'another desk’s' },
};

/** Shapes differ, not only colours. */
function Mark({ standing }: { readonly standing: PhaseStanding }) {
  return (
    <svg
      class={`titian-path__mark titian-path__mark--${standing}`}
      viewBox="0 0 32 32"
      width="32"
      height="32"
      aria-hidden="true"
      focusable="false"
    >
      <circle
        cx="16"
        cy="16"
        r="13"
        stroke-width="3"
        {...(standing === 'elsewhere' ? { 'stroke-dasharray': '4 4' } : {})}
      />
      {standing === 'done' ? <path d="M9.5 16.5l4.5 4.5 8.5-9.5" /> : null}
      {standing === 'now' ? <circle class="titian-path__dot" cx="16" cy="16" r="6" /> : null}
      {standing === 'ended' ? <path d="M11 11l10 10M21 11l-10 10" /> : null}
    </svg>
  );
}

export function PathPicture({ phases }: { readonly phases: readonly Phase[] }) {
  const t = useWords();
  if (phases.length < 2) return null;
  return (
    <ol
      class="titian-path"
      aria-label={t({ id: 'Jalan orang ini, tahap demi tahap', en: 'This person’s path, phase by phase' })}
    >
      {phases.map(({ name, title, standing, detail }) => (
        <li
          class={`titian-path__step titian-path__step--${standing}`}
          data-phase={name}
          {...(standing === 'now' ? { 'aria-current': 'step' as const } : {})}
        >
          <Mark standing={standing} />
          <span class="titian-path__words">
            <strong>{t(title)}</strong>
            <span class="titian-path__standing">{t(STANDING_WORDS[standing])}</span>
            {detail === null ? null : <span class="titian-path__detail">{t(detail)}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
