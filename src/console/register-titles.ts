/** What programmes, schemes and vacancies are called: registers of offices and sites have names, these have titles. */
import type { RegisterBook } from './register-book.ts';

/** Titles by code. */
export async function titlesOf(
  book: RegisterBook,
  register: 'programme' | 'scheme' | 'vacancy',
): Promise<ReadonlyMap<string, string>> {
  const field = register === 'vacancy' ? 'jobTitle' : 'title';
  const entries = await book.all(register);
  return new Map(
    entries.flatMap(({ id, value }) => {
      const title = value[field];
      return typeof title === 'string' ? [[id, title] as const] : [];
    }),
  );
}
