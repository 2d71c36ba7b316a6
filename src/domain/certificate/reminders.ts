/**
 * Reminders of the end (D-14) and the end itself. Points that have passed when they are armed, or while
 * nobody was awake, are raised as one (I.1); points that passed before an end that has come are noted as
 * missed, because nobody is told that a certificate will end which has ended.
 */
import type { DecideContext, WantedDeadline } from '../decider.ts';
import { momentAt } from '../time/index.ts';
import type { LocalDate, Zone } from '../time/moment.ts';
import type { CertificateEvent } from './events.ts';
import { accepted, type Evolvers, type FiringHandlers } from './handlers.ts';
import { statusNote } from './holder.ts';
import { type CertificateState, detailsOf, validUntilOf } from './state.ts';
import { IN_FORCE, moveTo, RUNNING } from './status-moves.ts';
import { expiryMoment, reminderDaysOn, reminderMoment } from './validity.ts';

export interface RemindersArmed {
  /** Points that lie ahead. */
  readonly ahead: readonly number[];
  /** What the points already past come to: one alert, or none. */
  readonly raised: readonly CertificateEvent[];
}

/** Splits the points of a new period into those ahead and one combined alert. */
export function armReminders(
  validUntil: LocalDate,
  zone: Zone,
  context: DecideContext,
  points: readonly number[] = reminderDaysOn(momentAt(context.now, zone).date, context),
): RemindersArmed {
  const passed = points.filter((point) => reminderMoment(validUntil, point, zone).at <= context.now);
  const ahead = points.filter((point) => !passed.includes(point));
  const hasEnded = expiryMoment(validUntil, zone).at <= context.now;
  if (passed.length === 0) return { ahead, raised: [] };
  const occurredAt = momentAt(context.now, zone);
  const raised: CertificateEvent = hasEnded
    ? { type: 'ExpiryRemindersMissed', data: { points: passed }, occurredAt }
    : { type: 'ExpiryReminderSent', data: { points: passed, validUntil }, occurredAt };
  return { ahead, raised: [raised] };
}

export function certificateDeadlines(state: CertificateState): readonly WantedDeadline[] {
  const { certificateId: subject, status, pendingReminders, holderDiedOn } = state;
  if (!RUNNING.includes(status)) return [];
  const validUntil = validUntilOf(state);
  const { zone } = detailsOf(state);
  const expiry = { kind: 'certificate-expiry', subject, dueAt: expiryMoment(validUntil, zone) };
  const point = pendingReminders[0];
  const reminded = IN_FORCE.includes(status) && holderDiedOn === null && point !== undefined;
  return reminded
    ? [{ kind: 'certificate-reminder', subject, dueAt: reminderMoment(validUntil, point, zone) }, expiry]
    : [expiry];
}

export const reminderFirings: FiringHandlers = {
  'certificate-reminder': (state, _firing, context) => {
    const { zone } = detailsOf(state);
    const { raised } = armReminders(validUntilOf(state), zone, context, state.pendingReminders);
    const begins = state.status === 'VALID' && raised.some(({ type }) => type === 'ExpiryReminderSent');
    const on = momentAt(context.now, zone).date;
    return accepted(raised, begins ? { messages: [statusNote(state, 'EXPIRING', on)] } : {});
  },
  'certificate-expiry': (state, { dueAt }) =>
    accepted([{ type: 'CertificateExpired', data: { validUntil: validUntilOf(state) } }], {
      messages: [statusNote(state, 'EXPIRED', dueAt.date)],
    }),
};

const withoutPoints = (state: CertificateState, points: readonly number[]): readonly number[] =>
  state.pendingReminders.filter((point) => !points.includes(point));

export const reminderEvolvers: Evolvers<
  'ExpiryReminderSent' | 'ExpiryRemindersMissed' | 'CertificateExpired'
> = {
  ExpiryReminderSent: (state, { data, occurredAt }) => ({
    ...state,
    pendingReminders: withoutPoints(state, data.points),
    ...(state.status === 'VALID' ? { ...moveTo(state, 'EXPIRING'), statusSince: occurredAt.date } : {}),
  }),
  ExpiryRemindersMissed: (state, { data }) => ({
    ...state,
    pendingReminders: withoutPoints(state, data.points),
  }),
  CertificateExpired: (state, { data }) => ({
    ...state,
    ...moveTo(state, 'EXPIRED'),
    statusSince: data.validUntil,
    pendingReminders: [],
  }),
};
