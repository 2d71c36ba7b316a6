import type { ComponentChildren } from 'preact';
import { fieldId } from '../schema/field.ts';
import type { Field } from '../schema/index.ts';
import { ErrorBeside, Hint, LabelText, useDescribedBy } from './around.tsx';
import { useError } from './context.ts';

/** Several fields with a heading of their own. */
export function Box({
  field,
  name,
  children,
}: {
  readonly field: Field;
  readonly name: string;
  readonly children: ComponentChildren;
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
