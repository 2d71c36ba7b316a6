/** Offices and sites that entries are made by, for choosing one from a list. */

import type { Choice } from '../pages/audit/fields.tsx';
import type { RegisterBook } from '../register-book.ts';
import { same } from '../words/words.ts';

/** Choices with their names in order; "all" stands first. */
export async function officeChoices(book: RegisterBook, all: Choice): Promise<readonly Choice[]> {
  const entries = [...(await book.all('office')), ...(await book.all('site'))];
  const named = new Map(
    entries.map(({ id, value }): [string, string] => [id, typeof value.name === 'string' ? value.name : id]),
  );
  const choices = [...named].map(([value, name]): Choice => ({ value, words: same(name) }));
  return [all, ...choices.sort((one, other) => (one.words.id < other.words.id ? -1 : 1))];
}

/** Without what was left empty: an empty filter is none. */
export const given = (query: { readonly [name: string]: string | undefined }, ...names: readonly string[]) =>
  Object.fromEntries(
    names.flatMap((name) => ((query[name] ?? '').trim() === '' ? [] : [[name, query[name]!.trim()]])),
  ) as {
    readonly [name: string]: string;
  };
