/** What the fields of commands are called. */
import { same, type Words } from '../words.ts';

export interface FieldWords {
  readonly label: Words;
  readonly hint?: Words;
  /** Stands after the box: jam, hari, JP. */
  readonly unit?: Words;
}

/** @param path as a field has it, with `*` for rows: `slots.*.weekday`. */
export function fieldWords(_command: string, path: string): FieldWords {
  return {
    label: same(
      path
        .split('.')
        .filter((part) => part !== '*')
        .at(-1) ?? path,
    ),
  };
}
