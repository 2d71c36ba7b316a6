/** What an auditor is told while others read: reads of the whole record take turns. */
import type { Problem } from '../../api.ts';
import { Unavailable } from '../../parts/problem.tsx';
import { useRendering, useWords } from '../../parts/rendering.ts';
import { Link } from '../../parts/structure.tsx';

export const isBusy = ({ code }: Problem): boolean => code === 'AUDIT_BUSY' || code === 'RATE_LIMITED';

/** One part of a page that could not be had; the form above keeps what was asked. */
export function NotNow({ problem }: { readonly problem: Problem }) {
  const t = useWords();
  const { path } = useRendering();
  if (!isBusy(problem)) return <Unavailable problem={problem} />;
  return (
    <div class="govuk-inset-text" data-busy>
      <p class="govuk-body">
        <strong>
          {t({
            id: 'Sedang dihitung untuk auditor lain.',
            en: 'It is being computed for another auditor.',
          })}
        </strong>{' '}
        {t({
          id: 'Pembacaan seluruh catatan berjalan bergiliran, agar meja lain tidak tertahan.',
          en: 'Reads of the whole record take turns, so that other desks are not held up.',
        })}
      </p>
      <p class="govuk-body">
        <Link href={path}>{t({ id: 'Coba lagi', en: 'Try again' })}</Link>
      </p>
    </div>
  );
}
