/** For the auditor: when the whole record was last verified, and what came of it. */
import type { ApiAnswer } from '../../api.ts';
import { Unavailable } from '../../parts/problem.tsx';
import { useRendering, useWords } from '../../parts/rendering.ts';
import { Empty, Link } from '../../parts/structure.tsx';
import { InstantText, type Meaning, Tag } from '../../parts/text.tsx';
import { wholeInWords } from '../../words/amounts.ts';
import type { Words } from '../../words/words.ts';

interface Verified {
  readonly outcome: string;
  readonly findings: number;
  readonly endedAt: string;
}

export interface VerificationPage {
  readonly running: { readonly progress: { readonly share: number } | null } | null;
  readonly verifications: readonly Verified[];
}

const OUTCOMES: { readonly [outcome: string]: readonly [Meaning, Words] } = {
  intact: ['done', { id: 'Utuh', en: 'Intact' }],
  findings: ['overdue', { id: 'Ada ketidaksesuaian', en: 'Findings' }],
  unfinished: ['due', { id: 'Belum selesai diperiksa', en: 'Not finished' }],
};

export function RecordState({ answer }: { readonly answer: ApiAnswer<VerificationPage> }) {
  const t = useWords();
  return (
    <section aria-labelledby="record">
      <h2 class="govuk-heading-m" id="record">
        {t({ id: 'Keadaan catatan', en: 'State of the record' })}
      </h2>
      {answer.ok ? <Last page={answer.body} /> : <Unavailable problem={answer.problem} />}
      <p class="govuk-body">
        <Link href="/audit">{t({ id: 'Buka meja audit', en: 'Open the audit desk' })}</Link>
      </p>
    </section>
  );
}

function Last({ page: { running, verifications } }: { readonly page: VerificationPage }) {
  const t = useWords();
  const { language } = useRendering();
  const last = verifications[0];
  if (running !== null) {
    return (
      <p class="govuk-body">
        {t({ id: 'Seluruh catatan sedang diperiksa.', en: 'The whole record is being verified.' })}
      </p>
    );
  }
  if (last === undefined) {
    return (
      <Empty>
        {t({ id: 'Seluruh catatan belum pernah diperiksa.', en: 'The whole record was never verified yet.' })}
      </Empty>
    );
  }
  const [meaning, words] =
    OUTCOMES[last.outcome] ?? (['due', { id: last.outcome, en: last.outcome }] as const);
  return (
    <p class="govuk-body">
      <Tag meaning={meaning}>{t(words)}</Tag> <InstantText at={last.endedAt} />
      {last.findings === 0 ? null : (
        <>
          {', '}
          {t({
            id: `${wholeInWords(language, last.findings)} ketidaksesuaian`,
            en: `${wholeInWords(language, last.findings)} findings`,
          })}
        </>
      )}
    </p>
  );
}
