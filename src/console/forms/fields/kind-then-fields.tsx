/** First the kind, then what that kind asks: all kinds stand in the page, and only the chosen one counts. */
import type { ComponentType } from 'preact';
import { useWords } from '../../parts/rendering.ts';
import { valueWords } from '../../words/values.ts';
import { hasBox, textAt } from '../schema/boxes.ts';
import { fieldId, join } from '../schema/field.ts';
import type { ChoiceField } from '../schema/index.ts';
import type { AnyFieldProps } from './any-field-props.ts';
import { ErrorBeside, Hint, LabelText, useDescribedBy } from './around.tsx';
import { useError, useFilled } from './context.ts';

export function KindThenFields({
  field,
  name,
  Of,
}: {
  readonly field: ChoiceField;
  readonly name: string;
  readonly Of: ComponentType<AnyFieldProps>;
}) {
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
    <div class="titian-kind">
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
          <fieldset class="govuk-fieldset titian-kind__fields" data-option={String(index + 1)}>
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{words(value)}</legend>
            {fields.map((one) => (
              <Of field={one} prefix={join(name, value)} />
            ))}
          </fieldset>
        ),
      )}
    </div>
  );
}
