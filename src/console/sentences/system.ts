/** Sentences about deadlines: the same in every stream. */
import type { FireDeadlineData } from '../../domain/decide.ts';
import type { Instant } from '../../domain/time/moment.ts';
import { deadlineWords, hasDeadlineWords } from '../words/deadlines.ts';
import { about, type TemplatesOf, words } from './template.ts';

const system = about('system');

export interface SystemEvents {
  DeadlineArmed: FireDeadlineData;
  DeadlineFired: FireDeadlineData & { readonly firedAt: Instant };
  /** `<kind>:<subject>:<instant>`. */
  DeadlineCancelled: { readonly deadlineId: string };
}

/** What the deadline is called; undefined where nothing plain can be said of it. */
const named = (kind: string | undefined) =>
  kind !== undefined && hasDeadlineWords(kind) ? deadlineWords(kind).name : undefined;

export const SYSTEM_TEMPLATES: TemplatesOf<SystemEvents> = {
  DeadlineArmed: system('Tenggat ditetapkan', 'A deadline was set', ({ kind, dueAt }, t) => {
    const name = named(kind);
    const at = t.moment(dueAt);
    return name === undefined
      ? words(`Tenggat ditetapkan: ${at}`, `A deadline was set: ${at}`)
      : words(`Tenggat ditetapkan: ${name.id}, ${at}`, `A deadline was set: ${name.en}, ${at}`);
  }),
  DeadlineFired: system('Tenggat tiba', 'A deadline came', ({ kind, dueAt }, t) => {
    const name = named(kind);
    const at = t.moment(dueAt);
    return name === undefined
      ? words(`Tenggat tiba: ${at}`, `A deadline came: ${at}`)
      : words(`Tenggat tiba: ${name.id}, ${at}`, `A deadline came: ${name.en}, ${at}`);
  }),
  DeadlineCancelled: system('Tenggat tidak berlaku lagi', 'A deadline no longer holds', ({ deadlineId }) => {
    const name = named(deadlineId?.split(':')[0]);
    return name === undefined
      ? words('Tenggat tidak berlaku lagi', 'A deadline no longer holds')
      : words(`Tenggat tidak berlaku lagi: ${name.id}`, `A deadline no longer holds: ${name.en}`);
  }),
};
