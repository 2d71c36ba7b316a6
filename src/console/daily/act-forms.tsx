/** The small forms of a day's list. Each carries its own command id: pressed twice, it counts once. */
import type { ComponentChildren } from 'preact';
import { type ActKind, newCommandId } from './act.ts';
import { useDay, useWords } from './day-context.ts';

/** Where all of them are sent, also from pages of other dates. */
const ACTION = '/attendance';

export interface About {
  readonly personId: string;
  readonly caseId: string;
  readonly date: string;
  readonly sessionId?: string;
}

export function ActForm({
  kind,
  about,
  children,
}: {
  readonly kind: ActKind;
  readonly about: About;
  readonly children: ComponentChildren;
}) {
  const { formToken } = useDay();
  const { personId, caseId, date, sessionId } = about;
  const hidden = { _token: formToken, id: newCommandId(), kind, personId, caseId, date };
  return (
    <form method="post" action={ACTION} noValidate data-act={kind}>
      {Object.entries({ ...hidden, ...(sessionId ? { sessionId } : {}) }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}

/** The person is named for those who hear the button and do not see the card around it. */
export const ActButton = ({
  children,
  of,
  secondary,
}: {
  readonly children: ComponentChildren;
  readonly of: string;
  readonly secondary?: boolean;
}) => (
  <button
    type="submit"
    class={`govuk-button titian-thumb${secondary === true ? ' govuk-button--secondary' : ''}`}
  >
    {children}
    <span class="govuk-visually-hidden">: {of}</span>
  </button>
);

/** What follows only sometimes. */
export const ActMore = ({
  summary,
  children,
}: {
  readonly summary: ComponentChildren;
  readonly children: ComponentChildren;
}) => (
  <details class="titian-day__more">
    <summary>{summary}</summary>
    {children}
  </details>
);

export const fieldId = ({ personId, caseId, sessionId, date }: About, name: string): string =>
  [name, personId, caseId, sessionId ?? date].join('-');

export function ClockField({
  name,
  about,
  label,
  value,
}: {
  readonly name: string;
  readonly about: About;
  readonly label: string;
  /** A clock reading, or `HH:MM`. */
  readonly value: string;
}) {
  const id = fieldId(about, name);
  return (
    <div class="govuk-form-group titian-day__field">
      <label class="govuk-label" for={id}>
        {label}
      </label>
      <input
        class="govuk-input titian-day__clock"
        id={id}
        name={name}
        type="time"
        value={value.includes('T') ? value.slice(11, 16) : value}
      />
    </div>
  );
}

export function DisputeForm({ about, name }: { readonly about: About; readonly name: string }) {
  const t = useWords();
  const id = fieldId(about, 'reason');
  return (
    <ActMore summary={t({ id: 'Jam ini tidak benar', en: 'These hours are wrong' })}>
      <ActForm kind="dispute" about={about}>
        <div class="govuk-form-group titian-day__field">
          <label class="govuk-label" for={id}>
            {t({ id: 'Apa yang tidak benar?', en: 'What is wrong?' })}
          </label>
          <p class="govuk-hint" id={`${id}-hint`}>
            {t({
              id: 'Jam yang disanggah tidak dihitung sampai diperbaiki atau diputus jaksa.',
              en: 'Disputed hours do not count until they are corrected or the prosecutor decides.',
            })}
          </p>
          <textarea class="govuk-textarea" id={id} name="reason" rows={3} aria-describedby={`${id}-hint`} />
        </div>
        <ActButton of={name} secondary>
          {t({ id: 'Sanggah jam', en: 'Dispute hours' })}
        </ActButton>
      </ActForm>
    </ActMore>
  );
}
