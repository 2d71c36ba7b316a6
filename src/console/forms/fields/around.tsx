/** What stands around a box: its label, what helps, what is wrong. */
import type { ComponentChildren, VNode } from 'preact';
import { useWords } from '../../parts/rendering.ts';
import { fieldId } from '../schema/field.ts';
import type { Field } from '../schema/index.ts';
import { changesOnly, useError, useFieldWords, useFilled } from './context.ts';
import { sealWords } from './seal-words.ts';

/** Ids of what describes a field; undefined where nothing does. */
export function useDescribedBy(field: Field, name: string): string | undefined {
  const hint = useHint(field);
  const error = useError(name);
  const id = fieldId(name);
  const ids = [
    ...(hint === undefined ? [] : [`${id}-hint`]),
    ...(error === undefined ? [] : [`${id}-error`]),
  ];
  return ids.length === 0 ? undefined : ids.join(' ');
}

function useHint(field: Field): string | undefined {
  const t = useWords();
  const { hint } = useFieldWords(field);
  const { dense, choices } = useFilled();
  // Who chooses from a list need not be told how a code is written.
  const isChosen =
    (field.kind === 'reference' || field.kind === 'lines') && (choices[field.path]?.length ?? 0) > 0;
  const said = [
    ...(hint === undefined || dense === true || isChosen ? [] : [t(hint)]),
    ...(field.sealed === undefined ? [] : [t(sealWords(field.sealed))]),
  ];
  return said.length === 0 ? undefined : said.join(' ');
}

/** The field's name, and whether it may be left empty. */
export function LabelText({ field }: { readonly field: Field }) {
  const t = useWords();
  const { label } = useFieldWords(field);
  const { dense, command } = useFilled();
  const mayBeEmpty = !field.required && field.fallback === undefined && dense !== true;
  const empty = changesOnly(command)
    ? { id: '(kosong = tidak berubah)', en: '(empty = as it was)' }
    : { id: '(boleh dikosongkan)', en: '(optional)' };
  return (
    <>
      {t(label)}
      {mayBeEmpty ? <span class="titian-optional"> {t(empty)}</span> : null}
    </>
  );
}

export function Hint({ field, name }: { readonly field: Field; readonly name: string }) {
  const hint = useHint(field);
  if (hint === undefined) return null;
  return (
    <div id={`${fieldId(name)}-hint`} class="govuk-hint">
      {hint}
    </div>
  );
}

export function ErrorBeside({ name }: { readonly name: string }) {
  const t = useWords();
  const error = useError(name);
  if (error === undefined) return null;
  return (
    <p id={`${fieldId(name)}-error`} class="govuk-error-message">
      <span class="govuk-visually-hidden">{t({ id: 'Kesalahan', en: 'Error' })}: </span>
      {error}
    </p>
  );
}

export interface AroundProps {
  readonly field: Field;
  readonly name: string;
  readonly children: ComponentChildren;
}

/** Around one box. */
export function LabelledBox({ field, name, children }: AroundProps): VNode {
  const error = useError(name);
  const { dense } = useFilled();
  return (
    <div class={`govuk-form-group${error === undefined ? '' : ' govuk-form-group--error'}`}>
      <label class={`govuk-label${dense === true ? '' : ' govuk-label--s'}`} for={fieldId(name)}>
        <LabelText field={field} />
      </label>
      <Hint field={field} name={name} />
      <ErrorBeside name={name} />
      {children}
    </div>
  );
}

/** Around several boxes that answer one question. */
export function LabelledBoxes({ field, name, children }: AroundProps): VNode {
  const error = useError(name);
  const { dense } = useFilled();
  const describedBy = useDescribedBy(field, name);
  return (
    <div class={`govuk-form-group${error === undefined ? '' : ' govuk-form-group--error'}`}>
      <fieldset class="govuk-fieldset" aria-describedby={describedBy}>
        <legend class={`govuk-fieldset__legend${dense === true ? '' : ' govuk-fieldset__legend--s'}`}>
          <LabelText field={field} />
        </legend>
        <Hint field={field} name={name} />
        <ErrorBeside name={name} />
        {children}
      </fieldset>
    </div>
  );
}
