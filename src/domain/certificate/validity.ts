/**
 * How long a certificate counts (D-13): to the end of the day so many years after its issue. One issued
 * on 29 February ends on the last day of February (I.1).
 */
import type { DecideContext } from '../decider.ts';
import type { PolicyValue } from '../law/policy-catalogue.ts';
import { addDays, addMonths, endOfDay, startOfDay } from '../time/index.ts';
import type { LocalDate, Moment, Zone } from '../time/moment.ts';

/** @param months of the scheme; absent = the policy's years. */
export const validUntilFrom = (
  from: LocalDate,
  months: number | undefined,
  context: DecideContext,
): LocalDate =>
  addMonths(
    from,
    months ??
      context.policy<PolicyValue<'certificate_validity_years'>>('certificate_validity_years', from) * 12,
  );

export const expiryMoment = (validUntil: LocalDate, zone: Zone): Moment => endOfDay(validUntil, zone);

/** A reminder is due at the beginning of the day so many days before the last. */
export const reminderMoment = (validUntil: LocalDate, daysBefore: number, zone: Zone): Moment =>
  startOfDay(addDays(validUntil, -daysBefore), zone);

/** Reminder points, days before the end, the farthest first. */
export const reminderDaysOn = (date: LocalDate, context: DecideContext): number[] =>
  [...context.policy<PolicyValue<'certificate_reminder_days'>>('certificate_reminder_days', date)].sort(
    (a, b) => b - a,
  );
