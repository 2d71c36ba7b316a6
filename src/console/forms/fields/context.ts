/** What the parts of one form know in common: its values, its errors, what can be chosen. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { useWords } from '../../parts/rendering.ts';
import { type FieldWords, fieldWords } from '../../words/fields/index.ts';
import { join } from '../schema/field.ts';
import type { Choices, Field, FormError, FormValues } from '../schema/index.ts';

export interface FilledForm {
  readonly command: string;
  readonly values: FormValues;
  readonly errors: readonly FormError[];
  readonly choices: Choices;
  /** Files may be chosen for fingerprints: the form is sent as multipart/form-data. */
  readonly files: boolean;
  /** Within rows: boxes stand side by side and lists are short. */
  readonly dense?: boolean;
  /** Within an optional group nothing is chosen beforehand: that would make it count as filled in. */
  readonly optional?: boolean;
}

export const FilledContext = createContext<FilledForm | undefined>(undefined);

/** @throws Error outside a form. */
export function useFilled(): FilledForm {
  const filled = useContext(FilledContext);
  if (filled === undefined) throw new Error('a field was rendered outside a form');
  return filled;
}

/** The words of a field; those of a choice are the words of its kind. */
export function useFieldWords(field: Field): FieldWords {
  const path = field.kind === 'choice' ? join(field.path, field.discriminator) : field.path;
  return fieldWords(useFilled().command, path);
}

/** The error at a field, in the page's language. */
export function useError(name: string): string | undefined {
  const t = useWords();
  const found = useFilled().errors.find(({ path }) => path === name);
  return found === undefined ? undefined : t(found.message);
}

/** Commands that change an entry: what is left empty stays as it was. */
export const changesOnly = (command: string): boolean =>
  command.startsWith('amend-') || command === 'revise-scheme';
