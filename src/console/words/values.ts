/** What the codes of fields stand for: stages, outcomes, reasons, kinds. */
import { weekdayName } from './amounts.ts';
import { VALUES_BY_FIELD } from './values-of/by-field.ts';
import type { Code, WordsOf } from './values-of/code.ts';
import { SERVICE_VALUES } from './values-of/service.ts';
import { TRAINING_VALUES } from './values-of/training.ts';
import { WORK_VALUES } from './values-of/work.ts';
import { same, type Words } from './words.ts';

/** Complete by the compiler's word: a code that the domain learns and that has no words here does not compile. */
const GENERAL: WordsOf<Code> = { ...SERVICE_VALUES, ...TRAINING_VALUES, ...WORK_VALUES };

const of = (table: { readonly [key: string]: Words } | undefined, key: string): Words | undefined =>
  table !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;

/**
 * @param field name of the field, or `command.path` where the same name means different things.
 * @returns the value itself where it is no code.
 */
export function valueWords(field: string, value: string): Words {
  const last = field.split('.').at(-1) ?? field;
  if ((last === 'weekday' || last === 'openWeekdays') && /^[1-7]$/.test(value))
    return { id: weekdayName('id', Number(value)), en: weekdayName('en', Number(value)) };
  if (field === 'issue-warning-letter.number')
    return { id: `Surat peringatan ke-${value}`, en: `Warning letter ${value}` };
  return (
    of(VALUES_BY_FIELD[field], value) ??
    of(VALUES_BY_FIELD[field.split('.').slice(1).join('.')], value) ??
    of(VALUES_BY_FIELD[last], value) ??
    of(GENERAL, value) ??
    same(value)
  );
}
