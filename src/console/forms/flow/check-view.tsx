/** Check your answers: what was filled in, what it would do, and the button that sends it. */
import { createHash } from 'node:crypto';
import type { PreviewAnswer } from '../../../api/preview/preview.ts';
import type { Problem } from '../../api.ts';
import { fieldText } from '../../page.ts';
import { Button, Form } from '../../parts/form.tsx';
import { Refusal } from '../../parts/problem.tsx';
import { useRendering, useWords } from '../../parts/rendering.ts';
import { Heading, Link, Paragraph, SummaryList } from '../../parts/structure.tsx';
import { Text } from '../../parts/text.tsx';
import type { Choices, FieldGroup, FormValues } from '../schema/index.ts';
import { Consequences } from './consequences.tsx';
import { addressField, ENTRY_ID, isNamedByHand } from './doors.ts';
import { type FormAtHand, stepPath } from './form-step.ts';
import { ACTION_FIELD, FORM_ID_FIELD, LATER, PAGE_FIELD } from './form-view.tsx';
import { saidValues } from './said-values.ts';

/** In the place of a page's key. */
export const CHECK_PAGE = '~periksa';
/** What was shown to be checked: the values at sending must be the same. */
export const SHOWN_FIELD = '_shown';

export const shownMark = (values: FormValues): string =>
  createHash('sha256')
    .update(JSON.stringify(Object.entries(values).sort()))
    .digest('base64url');

export interface CheckViewProps {
  readonly form: FormAtHand;
  readonly values: FormValues;
  readonly choices: Choices;
  readonly who?: string;
  /** Absent where it could not be computed at this moment. */
  readonly preview?: PreviewAnswer;
  readonly names: ReadonlyMap<string, string>;
  /** What the last try was refused with, where the same would pass by now. */
  readonly refused?: Problem;
}

export function CheckView({ form, values, choices, who, preview, names, refused }: CheckViewProps) {
  const t = useWords();
  const { entry, path, formId, pages } = form;
  return (
    <>
      <Heading {...(who === undefined ? {} : { caption: who })}>
        {t({ id: 'Periksa sebelum mengirim', en: 'Check before sending' })}: {t(entry.title)}
      </Heading>
      {refused === undefined ? null : (
        <>
          <Paragraph>
            <Text of={{ id: 'Kiriman sebelumnya ditolak:', en: 'The last try was refused:' }} />
          </Paragraph>
          <Refusal problem={refused} />
        </>
      )}
      {pages.map((group) => (
        <Answers key={group.key} form={form} group={group} values={values} choices={choices} />
      ))}
      {preview === undefined ? (
        <Paragraph>
          <Text
            of={{
              id: 'Akibatnya belum dapat dihitung saat ini. Anda tetap dapat mengirim; bila ditolak, alasannya akan ditampilkan.',
              en: 'What will follow cannot be computed right now. You may still send; should it be refused, you will see why.',
            }}
          />
        </Paragraph>
      ) : (
        <Consequences entry={entry} preview={preview} names={names} />
      )}
      <Form action={path} class="titian-form">
        <input type="hidden" name={FORM_ID_FIELD} value={formId} />
        <input type="hidden" name={PAGE_FIELD} value={CHECK_PAGE} />
        <input type="hidden" name={SHOWN_FIELD} value={shownMark(values)} />
        <div class="govuk-button-group">
          <Button>
            <Text of={{ id: 'Kirim', en: 'Send' }} />
            <span class="govuk-visually-hidden">: {t(entry.title)}</span>
          </Button>
          <Button kind="secondary" name={ACTION_FIELD} value="later">
            <Text of={LATER} />
          </Button>
        </div>
      </Form>
      <p class="govuk-body-s titian-prose">
        {t({
          id: 'Menekan dua kali tidak apa-apa: perintah yang sama hanya dihitung sekali.',
          en: 'Pressing twice does no harm: the same command counts once.',
        })}
      </p>
    </>
  );
}

function Answers({
  form,
  group,
  values,
  choices,
}: Pick<CheckViewProps, 'form' | 'values' | 'choices'> & { readonly group: FieldGroup }) {
  const t = useWords();
  const { language } = useRendering();
  const { description, target, entry, pages } = form;
  const inAddress = addressField(target);
  const fields = group.fields.filter(({ name }) => name === '' || name !== inAddress);
  const said = saidValues({ language, description, values, choices }, fields);
  const isFirst = pages[0] === group;
  const entryId = isFirst && isNamedByHand(target, entry.name) ? [fieldText(values, ENTRY_ID)] : [];
  const change = (label: string) => (
    <Link href={stepPath(form, { page: group.key })}>
      {t({ id: 'Ubah', en: 'Change' })}
      <span class="govuk-visually-hidden"> {label}</span>
    </Link>
  );
  const nothing = t({ id: 'Tidak diisi', en: 'Not filled in' });
  const rows = [...entryId.map((code) => ({ label: t({ id: 'Kode', en: 'Code' }), lines: [code] })), ...said];
  if (rows.length === 0) return null;
  return (
    <>
      {pages.length === 1 ? null : <Heading level={2}>{t(group.title)}</Heading>}
      <SummaryList
        rows={rows.map(({ label, lines }) => ({
          key: label,
          value:
            lines.length === 0 ? (
              <span class="titian-nothing">{nothing}</span>
            ) : (
              lines.map((line) => <div>{line}</div>)
            ),
          actions: change(label),
        }))}
      />
    </>
  );
}
