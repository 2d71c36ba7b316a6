/** How long commands are divided: which fields are asked together, in the order in which a clerk reads the paper. */
import type { Words } from '../../words/words.ts';

export interface Step {
  readonly key: string;
  readonly title: Words;
  /** Of top-level fields. */
  readonly names: readonly string[];
}

export type StepTable = readonly Step[];

const step = (key: string, id: string, en: string, ...names: string[]): Step => ({
  key,
  title: { id, en },
  names,
});

export const STEPS: { readonly [command: string]: StepTable } = {
  'register-ruling': [
    step('perkara', 'Perkara', 'The case', 'origin', 'caseNumber', 'defendantOrder', 'court', 'rulingDate'),
    step('perbuatan', 'Perbuatan', 'The act', 'actDate', 'article', 'maximumThreatMonths'),
    step(
      ...(['pidana', 'Pidana', 'The sentence'] as const),
      ...['replaced', 'orderedHours', 'hoursPerDay', 'daysPerWeek', 'completionDays', 'unpaidFineRupiah'],
      'measure',
    ),
    step(
      ...(['pelaksanaan', 'Tempat dan persetujuan', 'Place and consent'] as const),
      ...['place', 'consentRecorded', 'probationOffice', 'anomalyReason'],
    ),
  ],
};
