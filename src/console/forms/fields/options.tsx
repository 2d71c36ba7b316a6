/** Choosing: one of a few, one of many, several, yes or no. */
import { useWords } from '../../parts/rendering.ts';
import { valueWords } from '../../words/values.ts';
import type { Words } from '../../words/words.ts';
import { hasBox, linesAt, textAt } from '../schema/boxes.ts';
import { fieldId } from '../schema/field.ts';
import type { Choice, Field, Leaf, LinesField, SeveralField } from '../schema/index.ts';
import { LabelledBox, LabelledBoxes, useDescribedBy } from './around.tsx';
import { LongBox, TextBox, useShown } from './boxes.tsx';
import { changesOnly, useError, useFilled } from './context.ts';

/** More than this is a list to unfold. */
const MOST_RADIOS = 7;

const YES: Words = { id: 'Ya', en: 'Yes' };
const NO: Words = { id: 'Tidak', en: 'No' };
const NOT_SAID: Words = { id: 'Tidak diisi', en: 'Not stated' };
const AS_IT_WAS: Words = { id: 'Tidak berubah', en: 'As it was' };
const useNotSaid = (): string => useWords()(changesOnly(useFilled().command) ? AS_IT_WAS : NOT_SAID);

/** Options with what they are called. */
function useOptions(field: Field, options: readonly (string | number)[]): readonly Choice[] {
  const t = useWords();
  const { command } = useFilled();
  return options.map((option) => ({
    value: String(option),
    label: t(valueWords(`${command}.${field.path}`, String(option))),
  }));
}

export function OneOf({ field, name }: { readonly field: Leaf & { kind: 'one-of' }; readonly name: string }) {
  return <Pick field={field} name={name} options={useOptions(field, field.options)} />;
}

export function YesNo({ field, name }: { readonly field: Leaf; readonly name: string }) {
  const t = useWords();
  const options = [
    { value: 'true', label: t(YES) },
    { value: 'false', label: t(NO) },
  ];
  return <Pick field={field} name={name} options={options} inline />;
}

interface PickProps {
  readonly field: Leaf;
  readonly name: string;
  readonly options: readonly Choice[];
  readonly inline?: boolean;
}

/** Radios where there are few, a list where there are many. */
export function Pick({ field, name, options, inline }: PickProps) {
  const { dense } = useFilled();
  const most = dense === true ? 2 : MOST_RADIOS;
  if (options.length > most) return <Select field={field} name={name} options={options} />;
  return <Radios field={field} name={name} options={options} inline={inline === true || dense === true} />;
}

function Radios({ field, name, options, inline }: PickProps) {
  const notSaid = useNotSaid();
  const chosen = textAt(useShown(field, name), name);
  // A question with one answer only is answered.
  const only = options.length === 1 && field.required ? options[0]!.value : undefined;
  const mayBeEmpty = !field.required && (field.fallback === undefined || field.fallback === null);
  const all = mayBeEmpty ? [...options, { value: '', label: notSaid }] : options;
  return (
    <LabelledBoxes field={field} name={name}>
      <div class={`govuk-radios govuk-radios--small${inline === true ? ' govuk-radios--inline' : ''}`}>
        {all.map(({ value, label }, index) => {
          const id = index === 0 ? fieldId(name) : fieldId(`${name}.${index}`);
          const checked = chosen === value || (chosen === '' && value === only);
          return (
            <div class="govuk-radios__item">
              <input
                class="govuk-radios__input"
                id={id}
                name={name}
                type="radio"
                value={value}
                checked={checked}
              />
              <label class="govuk-label govuk-radios__label" for={id}>
                {label}
              </label>
            </div>
          );
        })}
      </div>
    </LabelledBoxes>
  );
}

function Select({ field, name, options }: PickProps) {
  const t = useWords();
  const notSaid = useNotSaid();
  const error = useError(name);
  const describedBy = useDescribedBy(field, name);
  const chosen = textAt(useShown(field, name), name);
  // What was given and is not in the list stays as it was: the law will say what is wrong with it.
  const all =
    chosen === '' || options.some(({ value }) => value === chosen)
      ? options
      : [{ value: chosen, label: chosen }, ...options];
  return (
    <LabelledBox field={field} name={name}>
      <select
        id={fieldId(name)}
        name={name}
        class={`govuk-select${error === undefined ? '' : ' govuk-select--error'}`}
        {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      >
        <option value="">{field.required ? t({ id: 'Pilih …', en: 'Choose …' }) : notSaid}</option>
        {all.map(({ value, label }) => (
          <option value={value} selected={value === chosen}>
            {label}
          </option>
        ))}
      </select>
    </LabelledBox>
  );
}

/** Something of a register or of the record at hand: from a list where there is one. */
export function ReferenceBox({ field, name }: { readonly field: Leaf; readonly name: string }) {
  const options = useFilled().choices[field.path];
  if (options === undefined || options.length === 0) return <TextBox field={field} name={name} />;
  return <Pick field={field} name={name} options={options} />;
}

export function SeveralOf({ field, name }: { readonly field: SeveralField; readonly name: string }) {
  return <Ticks field={field} name={name} options={useOptions(field, field.options)} />;
}

/** Several texts: ticked where there is a list to choose from, otherwise one a line. */
export function Lines({ field, name }: { readonly field: LinesField; readonly name: string }) {
  const options = useFilled().choices[field.path];
  if (options !== undefined && options.length > 0)
    return <Ticks field={field} name={name} options={options} />;
  return <LinesBox field={field} name={name} />;
}

function LinesBox({ field, name }: { readonly field: LinesField; readonly name: string }) {
  const { values } = useFilled();
  const lines = linesAt(values, name);
  const asText = { ...field.item, ...field, kind: 'long-text', most: 0 } as unknown as Leaf;
  return <LongBox field={asText} name={name} rows={Math.min(Math.max(3, lines.length + 1), 12)} />;
}

/** More boxes than this scroll by themselves. */
const MANY = 12;

function Ticks({
  field,
  name,
  options,
}: {
  readonly field: SeveralField | LinesField;
  readonly name: string;
  readonly options: readonly Choice[];
}) {
  const { values } = useFilled();
  const chosen = hasBox(values, name)
    ? linesAt(values, name)
    : Array.isArray(field.fallback)
      ? field.fallback.map(String)
      : [];
  const unlisted = chosen.filter((one) => !options.some(({ value }) => value === one));
  const all = [...options, ...unlisted.map((value) => ({ value, label: value }))];
  return (
    <LabelledBoxes field={field} name={name}>
      <div class={`govuk-checkboxes govuk-checkboxes--small${all.length > MANY ? ' titian-many' : ''}`}>
        {all.map(({ value, label }, index) => {
          const id = index === 0 ? fieldId(name) : fieldId(`${name}.${index}`);
          return (
            <div class="govuk-checkboxes__item">
              <input
                class="govuk-checkboxes__input"
                id={id}
                name={name}
                type="checkbox"
                value={value}
                checked={chosen.includes(value)}
              />
              <label class="govuk-label govuk-checkboxes__label" for={id}>
                {label}
              </label>
            </div>
          );
        })}
      </div>
    </LabelledBoxes>
  );
}

/** One box to tick; `label` where it is not the field's own. */
export function TickBox({
  name,
  value = '1',
  label,
  checked,
}: {
  readonly name: string;
  readonly value?: string;
  readonly label: string;
  readonly checked: boolean;
}) {
  const id = fieldId(name);
  return (
    <div class="govuk-form-group govuk-checkboxes govuk-checkboxes--small">
      <div class="govuk-checkboxes__item">
        <input
          class="govuk-checkboxes__input"
          id={id}
          name={name}
          type="checkbox"
          value={value}
          checked={checked}
        />
        <label class="govuk-label govuk-checkboxes__label" for={id}>
          {label}
        </label>
      </div>
    </div>
  );
}
