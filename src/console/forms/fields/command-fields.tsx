/** Every field of a command as HTML, by what kind of field it is. It works without scripts. */
import type { VNode } from 'preact';
import { useWords } from '../../parts/rendering.ts';
import { valueWords } from '../../words/values.ts';
import { ADD_BUTTON, hasBox, NONE_MARK, REMOVE_BUTTON, ROW_MARK, rowsAt, textAt } from '../schema/boxes.ts';
import { fieldId, join } from '../schema/field.ts';
import type {
  ChoiceField,
  Choices,
  Field,
  FieldGroup,
  FormDescription,
  FormError,
  FormValues,
  GroupField,
  RowsField,
} from '../schema/index.ts';
import { ErrorBeside, Hint, LabelText, useDescribedBy } from './around.tsx';
import { FingerprintBox, LongBox, SmallBoxes, TextBox } from './boxes.tsx';
import { FilledContext, useError, useFieldWords, useFilled } from './context.ts';
import { Lines, OneOf, ReferenceBox, SeveralOf, TickBox, YesNo } from './options.tsx';

export interface CommandFieldsProps {
  readonly description: FormDescription;
  /** One page of a long form (`pagesOf`); absent: everything. */
  readonly group?: FieldGroup;
  readonly values: FormValues;
  readonly errors?: readonly FormError[];
  readonly choices?: Choices;
  /** The form is sent as multipart/form-data: files may be chosen instead of typing their fingerprint. */
  readonly files?: boolean;
  /** Fields that the page itself asks or sends, by name: not shown. */
  readonly without?: readonly string[];
}

export function CommandFields(props: CommandFieldsProps): VNode {
  const { description, group, values, errors = [], choices = {}, files = false, without = [] } = props;
  const fields = group?.fields ?? [...description.fields, ...description.common];
  const filled = { command: description.command, values, errors, choices, files };
  return (
    <FilledContext.Provider value={filled}>
      {/* The first button of a form is the one that Enter presses: never "add a row". */}
      <button type="submit" class="govuk-visually-hidden" tabIndex={-1} aria-hidden="true" />
      {fields
        .filter(({ name }) => name === '' || !without.includes(name))
        .map((field) => (
          <AnyField field={field} prefix="" />
        ))}
    </FilledContext.Provider>
  );
}

interface FieldProps<F extends Field = Field> {
  readonly field: F;
  readonly prefix: string;
}

function AnyField({ field, prefix }: FieldProps): VNode | null {
  const name = join(prefix, field.name);
  return (
    <>
      <FieldOfKind field={field} name={name} />
      {field.canBeNone ? <NoneTick name={name} field={field} /> : null}
    </>
  );
}

function FieldOfKind({ field, name }: { readonly field: Field; readonly name: string }): VNode | null {
  switch (field.kind) {
    case 'fixed':
      return null;
    case 'group':
      return <Group field={field} name={name} />;
    case 'choice':
      return <KindThenFields field={field} name={name} />;
    case 'rows':
      return <Rows field={field} name={name} />;
    case 'lines':
      return <Lines field={field} name={name} />;
    case 'several-of':
      return <SeveralOf field={field} name={name} />;
    case 'one-of':
      return <OneOf field={field} name={name} />;
    case 'yes-no':
      return <YesNo field={field} name={name} />;
    case 'tick':
      return <Tick field={field} name={name} />;
    case 'reference':
      return <ReferenceBox field={field} name={name} />;
    case 'long-text':
    case 'policy-value':
    case 'json':
      return <LongBox field={field} name={name} />;
    case 'fingerprint':
      return <FingerprintBox field={field} name={name} />;
    case 'date':
    case 'reading':
    case 'month':
    case 'minutes':
      return <SmallBoxes field={field} name={name} />;
    default:
      return <TextBox field={field} name={name} />;
  }
}

function Tick({ field, name }: { readonly field: Field; readonly name: string }) {
  const t = useWords();
  const { values } = useFilled();
  return (
    <TickBox
      name={name}
      value="true"
      label={t(useFieldWords(field).label)}
      checked={textAt(values, name) !== ''}
    />
  );
}

/** "As it was" and "none" are two things: the second has a box of its own. */
function NoneTick({ field, name }: { readonly field: Field; readonly name: string }) {
  const t = useWords();
  const { values } = useFilled();
  const { label } = useFieldWords(field);
  return (
    <TickBox
      name={`${name}.${NONE_MARK}`}
      label={t({ id: `Kosongkan: ${label.id}`, en: `Set to none: ${label.en}` })}
      checked={textAt(values, `${name}.${NONE_MARK}`) !== ''}
    />
  );
}

/** Groups that are seldom filled in stay folded until they are. */
const FOLDED = ['occurredAt', 'document'];

function Group({ field, name }: { readonly field: GroupField; readonly name: string }) {
  const filled = useFilled();
  const t = useWords();
  const { label } = useFieldWords(field);
  const inner = { ...filled, optional: filled.optional === true || !field.required };
  const fields = (
    <FilledContext.Provider value={inner}>
      {field.fields.map((one) => (
        <AnyField field={one} prefix={name} />
      ))}
    </FilledContext.Provider>
  );
  const isOpen = hasBox(filled.values, name) || filled.errors.some(({ path }) => path.startsWith(`${name}.`));
  if (!field.required && FOLDED.includes(field.path))
    return (
      <details class="govuk-details" open={isOpen}>
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">{t(label)}</span>
        </summary>
        <div class="govuk-details__text">
          <Hint field={field} name={name} />
          {fields}
        </div>
      </details>
    );
  return (
    <Box field={field} name={name}>
      {fields}
    </Box>
  );
}

/** Several fields with a heading of their own. */
function Box({
  field,
  name,
  children,
}: {
  readonly field: Field;
  readonly name: string;
  readonly children: VNode | VNode[];
}) {
  const error = useError(name);
  const describedBy = useDescribedBy(field, name);
  return (
    <div class={`govuk-form-group titian-group${error === undefined ? '' : ' govuk-form-group--error'}`}>
      <fieldset
        class="govuk-fieldset"
        id={fieldId(name)}
        {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      >
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
          <LabelText field={field} />
        </legend>
        <Hint field={field} name={name} />
        <ErrorBeside name={name} />
        {children}
      </fieldset>
    </div>
  );
}

function KindThenFields({ field, name }: { readonly field: ChoiceField; readonly name: string }) {
  const t = useWords();
  const filled = useFilled();
  const kindName = join(name, field.discriminator);
  const kindPath = join(field.path, field.discriminator);
  const chosen = textAt(filled.values, kindName);
  const error = useError(kindName);
  const describedBy = useDescribedBy(field, kindName);
  const words = (value: string) => t(valueWords(`${filled.command}.${kindPath}`, value));
  const none = { value: '', label: t({ id: 'Tidak ada', en: 'None' }) };
  const kinds = [
    ...field.options.map(({ value }) => ({ value, label: words(value) })),
    ...(field.required ? [] : [none]),
  ];
  return (
    <div class="titian-choice">
      <div class={`govuk-form-group${error === undefined ? '' : ' govuk-form-group--error'}`}>
        <fieldset
          class="govuk-fieldset"
          {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
        >
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
            <LabelText field={field} />
          </legend>
          <Hint field={field} name={kindName} />
          <ErrorBeside name={kindName} />
          <div class="govuk-radios govuk-radios--small">
            {kinds.map(({ value, label }, index) => {
              const id = index === 0 ? fieldId(kindName) : fieldId(`${kindName}.${index}`);
              return (
                <div class="govuk-radios__item">
                  <input
                    class="govuk-radios__input"
                    id={id}
                    name={kindName}
                    type="radio"
                    value={value}
                    data-option={String(index + 1)}
                    checked={chosen === value && (value !== '' || hasBox(filled.values, kindName))}
                  />
                  <label class="govuk-label govuk-radios__label" for={id}>
                    {label}
                  </label>
                </div>
              );
            })}
          </div>
        </fieldset>
      </div>
      {field.options.map(({ value, fields }, index) =>
        fields.length === 0 ? null : (
          <fieldset class="govuk-fieldset titian-choice__fields" data-option={String(index + 1)}>
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{words(value)}</legend>
            {fields.map((one) => (
              <AnyField field={one} prefix={join(name, value)} />
            ))}
          </fieldset>
        ),
      )}
    </div>
  );
}

function Rows({ field, name }: { readonly field: RowsField; readonly name: string }) {
  const t = useWords();
  const filled = useFilled();
  const found = rowsAt(filled.values, name);
  const rows = found.length > 0 ? found : field.required ? [0] : [];
  const dense = { ...filled, dense: true };
  return (
    <Box field={field} name={name}>
      <FilledContext.Provider value={dense}>
        {rows.map((row, index) => (
          <fieldset class="govuk-fieldset titian-row">
            <legend class="govuk-fieldset__legend">
              {t({ id: `Baris ${index + 1}`, en: `Row ${index + 1}` })}
            </legend>
            <input type="hidden" name={`${name}.${row}.${ROW_MARK}`} value="1" />
            <div class="titian-row__fields">
              {field.item.fields.map((one) => (
                <AnyField field={one} prefix={`${name}.${row}`} />
              ))}
            </div>
            {rows.length > field.least ? (
              <button type="submit" class="titian-link-button" name={REMOVE_BUTTON} value={`${name}.${row}`}>
                {t({ id: `Hapus baris ${index + 1}`, en: `Remove row ${index + 1}` })}
              </button>
            ) : null}
          </fieldset>
        ))}
      </FilledContext.Provider>
      <button type="submit" class="govuk-button govuk-button--secondary" name={ADD_BUTTON} value={name}>
        {t({ id: 'Tambah baris', en: 'Add a row' })}
        <span class="govuk-visually-hidden">: {t(useFieldWords(field).label)}</span>
      </button>
    </Box>
  );
}
