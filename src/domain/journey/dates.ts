/** Checks of the dates that papers name. The system stores such a date and never computes it (I-6). */
import type { DecideContext } from '../decider.ts';
import { refuseWith } from '../law/refusals.ts';
import { momentAt, startOfDay } from '../time/index.ts';
import type { LocalDate, Moment, Zone } from '../time/moment.ts';
import { type Refused, today } from './handlers.ts';

/** What is recorded as having happened may not lie ahead. */
export const notInFuture = (date: LocalDate, zone: Zone, context: DecideContext): Refused | undefined =>
  date > today(context, zone) ? refuseWith('DATE_IN_FUTURE', { date }) : undefined;

/** @param earliest null where the earlier date is not known: then nothing is checked. */
export const notBefore = (
  field: string,
  date: LocalDate,
  earliest: LocalDate | null | undefined,
): Refused | undefined =>
  earliest !== null && earliest !== undefined && date < earliest
    ? refuseWith('DATE_IMPLAUSIBLE', { field, date, earliest })
    : undefined;

/**
 * When something that a paper dates took effect, so that a view as of that date already shows it: the
 * sender's own time where it names that date, now where it is today, else the beginning of the date.
 */
export const effectiveOn = (date: LocalDate, zone: Zone, context: DecideContext): Moment => {
  const said = context.command.occurredAt;
  if (said?.date === date) return said;
  return date >= today(context, zone) ? momentAt(context.now, zone) : startOfDay(date, zone);
};

export const laterOf = (one: LocalDate, other: LocalDate): LocalDate => (one < other ? other : one);
