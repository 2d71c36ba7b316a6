/** Every field of a command as HTML, by what kind of field it is. It works without scripts. */
import type { VNode } from 'preact';
import { useWords } from '../../parts/rendering.ts';
import { NONE_MARK, textAt } from '../schema/boxes.ts';
import { join } from '../schema/field.ts';
import type {
  Choices,
  Field,
  FieldGroup,
  FormDescription,
  FormError,
  FormValues,
  GroupField,
} from '../schema/index.ts';
import type { AnyFieldProps } from './any-field-props.ts';
import { Hint } from './around.tsx';
import { Box } from './box.tsx';
import { FingerprintBox, LongBox, SmallBoxes, TextBox } from './boxes.tsx';
import { FilledContext, useFieldWords, useFilled } from './context.ts';
import { KindThenFields } from './kind-then-fields.tsx';
import { Lines, OneOf, ReferenceBox, SeveralOf, TickBox, YesNo } from './options.tsx';
import { Rows } from './rows.tsx';

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

function AnyField({ field, prefix }: AnyFieldProps): VNode | null {
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
      return <KindThenFields field={field} name={name} Of={AnyField} />;
    case 'rows':
      return <Rows field={field} name={name} Of={AnyField} />;
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
  // What the form filled in by itself unfolds nothing, but a paper whose kind is known is one that there usually is.
  const told = field.fields
    .filter((one) => one.aside !== true || field.path === 'document')
    .map((one) => join(name, one.name));
  const isOpen =
    Object.entries(filled.values).some(
      ([box, text]) => text !== '' && told.some((one) => box === one || box.startsWith(`${one}.`)),
    ) || filled.errors.some(({ path }) => path === name || path.startsWith(`${name}.`));
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
