/** Fields of the auditor's forms: they ask, and change nothing, so they stand in the address. */
import type { ComponentChildren } from 'preact';
import { useWords } from '../../parts/rendering.ts';
import type { Words } from '../../words/words.ts';

interface FieldProps {
  readonly name: string;
  readonly label: Words;
  readonly hint?: Words;
  readonly value?: string | undefined;
  readonly error?: string | undefined;
}

function Framed({
  name,
  label,
  hint,
  error,
  children,
}: FieldProps & { readonly children: ComponentChildren }) {
  const t = useWords();
  return (
    <div class={`govuk-form-group${error === undefined ? '' : ' govuk-form-group--error'}`}>
      <label class="govuk-label" for={name}>
        {t(label)}
      </label>
      {hint === undefined ? null : (
        <div class="govuk-hint" id={`${name}-hint`}>
          {t(hint)}
        </div>
      )}
      {error === undefined ? null : (
        <p class="govuk-error-message" id={`${name}-error`}>
          <span class="govuk-visually-hidden">{t({ id: 'Salah:', en: 'Error:' })}</span> {error}
        </p>
      )}
      {children}
    </div>
  );
}

const describedBy = ({ name, hint, error }: FieldProps) => {
  const ids = [
    ...(hint === undefined ? [] : [`${name}-hint`]),
    ...(error === undefined ? [] : [`${name}-error`]),
  ];
  return ids.length === 0 ? {} : { 'aria-describedby': ids.join(' ') };
};

export function TextField(
  props: FieldProps & { readonly type?: 'text' | 'date' | 'number'; readonly width?: string },
) {
  const { name, value, type = 'text', width = '20', error } = props;
  return (
    <Framed {...props}>
      <input
        class={`govuk-input govuk-input--width-${width}${error === undefined ? '' : ' govuk-input--error'}`}
        id={name}
        name={name}
        type={type as 'text'}
        value={value ?? ''}
        {...(type === 'number' ? { inputMode: 'numeric' as const, min: 0 } : {})}
        autocomplete="off"
        spellcheck={false}
        {...describedBy(props)}
      />
    </Framed>
  );
}

export interface Choice {
  readonly value: string;
  readonly words: Words;
}

export function SelectField(props: FieldProps & { readonly choices: readonly Choice[] }) {
  const t = useWords();
  const { name, value, choices } = props;
  return (
    <Framed {...props}>
      <select class="govuk-select" id={name} name={name} {...describedBy(props)}>
        {choices.map((choice) => (
          <option value={choice.value} selected={choice.value === (value ?? '')}>
            {t(choice.words)}
          </option>
        ))}
      </select>
    </Framed>
  );
}

/** A form that asks: its answers stand in the address. */
export const AskForm = ({
  action,
  children,
}: {
  readonly action: string;
  readonly children: ComponentChildren;
}) => (
  <form method="get" action={action} class="titian-ask" noValidate>
    {children}
  </form>
);

export const Fields = ({ children }: { readonly children: ComponentChildren }) => (
  <div class="titian-fields">{children}</div>
);

export const ANY: Words = { id: 'Semua', en: 'All' };
