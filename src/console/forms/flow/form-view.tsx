/** The form itself, one page of it. */

import { personPath } from '../../addresses.ts';
import { fieldText } from '../../page.ts';
import { Button, Form } from '../../parts/form.tsx';
import { ErrorSummary } from '../../parts/problem.tsx';
import { useRendering, useWords } from '../../parts/rendering.ts';
import { Heading, Link } from '../../parts/structure.tsx';
import { Text } from '../../parts/text.tsx';
import { fieldWords } from '../../words/fields/index.ts';
import { type Language, say, type Words } from '../../words/words.ts';
import { CommandFields } from '../fields/index.ts';
import {
  type Choices,
  type FieldGroup,
  type FormError,
  type FormValues,
  fieldId,
  isOf,
} from '../schema/index.ts';
import { addressField, ENTRY_ID, isNamedByHand } from './doors.ts';
import type { FormAtHand } from './form-step.ts';

/** Names of the boxes that are the flow's own. */
export const FORM_ID_FIELD = '_command';
export const PAGE_FIELD = '_page';
export const ACTION_FIELD = '_do';

export interface FormViewProps {
  readonly form: FormAtHand;
  readonly group: FieldGroup;
  readonly values: FormValues;
  readonly errors: readonly FormError[];
  readonly choices: Choices;
  /** Whom or what it is about. */
  readonly who?: string;
  /** The record of who is registered already. */
  readonly known?: string;
  /** Nothing was saved yet: what the other pages were opened with travels along. */
  readonly isNew: boolean;
}

export function FormView({ form, group, values, errors, choices, who, known, isNew }: FormViewProps) {
  const t = useWords();
  const { language, inSandbox } = useRendering();
  const { entry, pages, formId, path, target, description } = form;
  const place = pages.indexOf(group) + 1;
  const isLast = place === pages.length;
  const inAddress = addressField(target);
  return (
    <>
      <ErrorSummary
        errors={errors.map((error) => ({
          text: namedError(language, form, errors, error),
          ...(error.path === '' ? {} : { field: fieldId(error.path) }),
        }))}
      />
      {known === undefined ? null : (
        <p class="govuk-body">
          <Link href={personPath(known)}>
            {t({ id: 'Buka orang yang sudah terdaftar', en: 'Open the person who is registered already' })}
          </Link>
        </p>
      )}
      <Heading {...(who === undefined ? {} : { caption: who })}>{t(entry.title)}</Heading>
      {pages.length === 1 ? null : (
        <p class="govuk-body" data-step={place}>
          {t({ id: `Langkah ${place} dari ${pages.length}`, en: `Step ${place} of ${pages.length}` })}:{' '}
          <strong>{t(group.title)}</strong>
        </p>
      )}
      <Form action={path} files class="titian-form">
        <input type="hidden" name={FORM_ID_FIELD} value={formId} />
        <input type="hidden" name={PAGE_FIELD} value={group.key} />
        {isNew ? <Carried values={values} group={group} /> : null}
        {place === 1 && isNamedByHand(target, entry.name) ? (
          <EntryId values={values} errors={errors} />
        ) : null}
        <CommandFields
          description={description}
          group={group}
          values={values}
          errors={errors}
          choices={choices}
          files
          without={inAddress === undefined ? [] : [inAddress]}
        />
        <div class="govuk-button-group">
          <Button>
            <Text
              of={
                isLast ? { id: 'Periksa isian', en: 'Check your answers' } : { id: 'Lanjut', en: 'Continue' }
              }
            />
          </Button>
          <Button kind="secondary" name={ACTION_FIELD} value="later">
            <Text of={LATER} />
          </Button>
          {inSandbox ? (
            <Button kind="secondary" name={ACTION_FIELD} value="sample">
              <Text of={{ id: 'Isi dengan contoh', en: 'Fill in an example' }} />
            </Button>
          ) : null}
        </div>
      </Form>
    </>
  );
}

/** Two fields may lack the same: then the list says which. */
function namedError(
  language: Language,
  { entry }: FormAtHand,
  errors: readonly FormError[],
  { path, message }: FormError,
): string {
  const isAlone = errors.filter((one) => one.message[language] === message[language]).length === 1;
  if (isAlone || path === '') return message[language];
  const pattern = path.replaceAll(/\.\d+(?=\.|$)/g, '.*').replace(/(^|\.)[A-Z][A-Z_]+\./g, '$1');
  return `${say(language, fieldWords(entry.name, pattern).label)}: ${message[language]}`;
}

export const LATER: Words = { id: 'Simpan dan lanjutkan nanti', en: 'Save and continue later' };

/** Boxes of the other pages, hidden. */
function Carried({ values, group }: { readonly values: FormValues; readonly group: FieldGroup }) {
  const others = Object.entries(values).filter(([name]) => !isOf(group, name));
  return (
    <>
      {others.flatMap(([name, value]) =>
        [value].flat().map((one) => <input type="hidden" name={name} value={one} />),
      )}
    </>
  );
}

function EntryId({ values, errors }: Pick<FormViewProps, 'values' | 'errors'>) {
  const t = useWords();
  const { language } = useRendering();
  const id = fieldId(ENTRY_ID);
  const error = errors.find(({ path }) => path === ENTRY_ID);
  return (
    <div class={`govuk-form-group${error === undefined ? '' : ' govuk-form-group--error'}`}>
      <label class="govuk-label govuk-label--s" for={id}>
        {t({ id: 'Kode', en: 'Code' })}
      </label>
      <div class="govuk-hint" id={`${id}-hint`}>
        {t({
          id: 'Huruf kecil, angka, tanda hubung; tidak dapat diubah kemudian. Misalnya kejari-medan.',
          en: 'Small letters, digits, hyphens; it cannot be changed later. For example kejari-medan.',
        })}
      </div>
      {error === undefined ? null : (
        <p class="govuk-error-message" id={`${id}-error`}>
          <span class="govuk-visually-hidden">{t({ id: 'Kesalahan', en: 'Error' })}: </span>
          {error.message[language]}
        </p>
      )}
      <input
        class={`govuk-input govuk-input--width-20${error === undefined ? '' : ' govuk-input--error'}`}
        id={id}
        name={ENTRY_ID}
        type="text"
        autocomplete="off"
        spellcheck={false}
        value={fieldText(values, ENTRY_ID)}
        aria-describedby={error === undefined ? `${id}-hint` : `${id}-hint ${id}-error`}
      />
    </div>
  );
}
