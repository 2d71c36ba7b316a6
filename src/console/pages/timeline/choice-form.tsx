/** Choosing what of a timeline is shown. A form without scripts; nothing in its address names anybody. */

import { useWords } from '../../parts/rendering.ts';
import { ButtonLink } from '../../parts/structure.tsx';
import { Text } from '../../parts/text.tsx';
import { EVENT_KIND_WORDS, EVENT_KINDS, eventKind } from '../../sentences/index.ts';
import { type Choice, choiceQuery } from '../../timeline/choice.ts';
import type { SeenEvent, TimelineKind } from '../../timeline/events.ts';

export interface ChoiceFormProps {
  readonly action: string;
  readonly choice: Choice;
  readonly offices: readonly string[];
  readonly names: ReadonlyMap<string, string>;
  readonly stream: TimelineKind;
  readonly events: readonly SeenEvent[];
}

export function ChoiceForm({ action, choice, offices, names, stream, events }: ChoiceFormProps) {
  const t = useWords();
  const present = new Set(events.map(({ type }) => eventKind({ type, stream })));
  const kinds = EVENT_KINDS.filter((kind) => present.has(kind));
  const chosen = choice.kind !== undefined || choice.office !== undefined || choice.recent;
  return (
    <div class="titian-screen-only">
      <details class="govuk-details" open={chosen}>
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">
            <Text of={{ id: 'Saring riwayat', en: 'Filter the history' }} />
          </span>
        </summary>
        <form method="get" action={action} class="titian-filter">
          <Select name="kind" label={t({ id: 'Jenis', en: 'Kind' })} value={choice.kind ?? ''}>
            {[
              {
                value: '',
                text: t({
                  id: 'Semua, tanpa pemasangan tenggat',
                  en: 'All, without the setting of deadlines',
                }),
              },
              { value: 'everything', text: t({ id: 'Semua tanpa kecuali', en: 'Everything' }) },
              ...kinds.map((kind) => ({ value: kind, text: t(EVENT_KIND_WORDS[kind]) })),
            ]}
          </Select>
          <Select name="office" label={t({ id: 'Kantor', en: 'Office' })} value={choice.office ?? ''}>
            {[
              { value: '', text: t({ id: 'Semua kantor', en: 'All offices' }) },
              ...offices.map((office) => ({ value: office, text: names.get(office) ?? office })),
            ]}
          </Select>
          <Select
            name="period"
            label={t({ id: 'Waktu', en: 'Period' })}
            value={choice.recent ? 'recent' : ''}
          >
            {[
              { value: '', text: t({ id: 'Sejak awal', en: 'From the beginning' }) },
              { value: 'recent', text: t({ id: 'Enam bulan terakhir', en: 'The last six months' }) },
            ]}
          </Select>
          <button type="submit" class="govuk-button govuk-button--secondary">
            <Text of={{ id: 'Terapkan', en: 'Apply' }} />
          </button>
        </form>
      </details>
      <ButtonLink secondary href={`${action}${choiceQuery({ ...choice, print: !choice.print })}`}>
        {choice.print ? (
          <Text of={{ id: 'Kembali ke tampilan layar', en: 'Back to the screen view' }} />
        ) : (
          <Text of={{ id: 'Tampilan cetak tanpa nama petugas', en: 'Print view without staff accounts' }} />
        )}
      </ButtonLink>
    </div>
  );
}

function Select({
  name,
  label,
  value,
  children,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly children: readonly { readonly value: string; readonly text: string }[];
}) {
  return (
    <div class="govuk-form-group">
      <label class="govuk-label" for={`filter-${name}`}>
        {label}
      </label>
      <select class="govuk-select" id={`filter-${name}`} name={name}>
        {children.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  );
}
