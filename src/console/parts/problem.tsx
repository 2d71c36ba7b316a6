/** Refusals and faults as sentences, with the article and the way out. */

import type { ComponentChildren } from 'preact';
import type { Problem } from '../api.ts';
import { articleWords } from '../words/articles.ts';
import { useRendering, useWords } from './rendering.ts';

/** At the top of a form: what is wrong, each with a link to its field. */
export function ErrorSummary({
  errors,
}: {
  readonly errors: readonly { readonly text: ComponentChildren; readonly field?: string }[];
}) {
  const t = useWords();
  if (errors.length === 0) return null;
  return (
    <div class="govuk-error-summary" data-focus tabIndex={-1}>
      <div role="alert">
        <h2 class="govuk-error-summary__title">
          {t({ id: 'Ada yang perlu diperbaiki', en: 'There is a problem' })}
        </h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {errors.map(({ text, field }) => (
              <li>{field === undefined ? text : <a href={`#${field}`}>{text}</a>}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}

/** One answer of "no": the sentence, the article, what can be done. For a card, a panel or a whole page. */
export function Refusal({ problem }: { readonly problem: Problem }) {
  const t = useWords();
  const { language } = useRendering();
  return (
    <div class="govuk-inset-text" data-refusal={problem.code}>
      <p class="govuk-body">
        <strong>{problem.sentence[language]}</strong>
      </p>
      {problem.article === null ? null : (
        <p class="govuk-body">
          {t({ id: 'Dasar', en: 'Basis' })}: {t(articleWords(problem.article))}
        </p>
      )}
      <p class="govuk-body">{problem.next[language]}</p>
    </div>
  );
}

/** One part of a page cannot be shown; the others may. */
export function Unavailable({ problem }: { readonly problem: Problem }) {
  const t = useWords();
  if (problem.status < 500) return <Refusal problem={problem} />;
  return (
    <p class="govuk-body titian-empty">
      {t({
        id: 'Rincian ini belum dapat ditampilkan. Muat ulang halaman atau coba lagi nanti. Bagian lain tetap dapat dipakai.',
        en: 'We cannot show these details right now. Reload the page or try again later. Other parts may still be available.',
      })}
    </p>
  );
}
