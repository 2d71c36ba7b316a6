/** The values of one rule of the register over time: each with the day it begins and what it rests on. */
import type { JsonValue } from '../../../domain/decider.ts';
import { dateInWords } from '../../words/amounts.ts';
import { policyValue } from '../../words/policies.ts';
import { type Language, say } from '../../words/words.ts';
import type { ShownRow } from './shown-view.ts';

interface DatedValue {
  readonly from: string;
  readonly value: JsonValue;
  readonly source?: string;
}

const isDatedValue = (one: unknown): one is DatedValue =>
  typeof one === 'object' && one !== null && 'from' in one && 'value' in one;

export function policyRows(
  language: Language,
  { unit, values }: { readonly [field: string]: unknown },
): readonly ShownRow[] {
  const dated = (Array.isArray(values) ? values : []).filter(isDatedValue);
  return dated.toReversed().map(({ from, value, source }) => ({
    label: `${say(language, { id: 'Sejak', en: 'Since' })} ${dateInWords(language, from)}`,
    lines: [
      policyValue(language, value, typeof unit === 'string' ? unit : ''),
      ...(source === undefined ? [] : [`${say(language, { id: 'Dasar', en: 'Basis' })}: ${source}`]),
    ],
  }));
}
