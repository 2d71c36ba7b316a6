/** What the fields of commands are called. */
import { same } from '../words.ts';
import { COMMON_FIELDS } from './common.ts';
import type { FieldTable, FieldWords } from './entry.ts';
import { PERSON_FIELDS } from './person.ts';
import { PRISON_FIELDS } from './prison.ts';
import { REGISTER_FIELDS } from './registers.ts';
import { SERVICE_FIELDS } from './service.ts';
import { TRAINING_FIELDS } from './training.ts';
import { WORK_FIELDS } from './work.ts';

export type { FieldWords } from './entry.ts';

/** Each key stands in one table only (tested): which one counts is no question. */
export const FIELD_TABLES: readonly FieldTable[] = [
  COMMON_FIELDS,
  PERSON_FIELDS,
  SERVICE_FIELDS,
  PRISON_FIELDS,
  TRAINING_FIELDS,
  WORK_FIELDS,
  REGISTER_FIELDS,
];

const WORDS = new Map<string, FieldWords>(FIELD_TABLES.flatMap((table) => Object.entries(table)));

/** Keys under which words of a field may stand, the most special first. */
function keysFor(command: string, path: string): string[] {
  const parts = path.split('.');
  // `units.*.title`, then `*.title`, then `title`; a list that ends in `*` is named by itself.
  const tails = parts.map((_part, index) => parts.slice(index).join('.').replace(/\.\*$/, ''));
  return [`${command}.${path}`, ...tails];
}

/** @param path as a field has it, with `*` for rows: `slots.*.weekday`. */
export function fieldWords(command: string, path: string): FieldWords {
  for (const key of keysFor(command, path)) {
    const found = WORDS.get(key);
    if (found !== undefined) return found;
  }
  return { label: same(path.split('.').at(-1) ?? path) };
}

/** Whether a field has words of its own: those of internal commands need none. */
export const hasFieldWords = (command: string, path: string): boolean =>
  keysFor(command, path).some((key) => WORDS.has(key));
