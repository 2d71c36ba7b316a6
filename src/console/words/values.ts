/** What the codes of fields stand for: stages, outcomes, reasons, kinds. */
import { same, type Words } from './words.ts';

/** @param field name of the field, or `command.path` where the same name means different things. */
export function valueWords(_field: string, value: string): Words {
  return same(value);
}
