/**
 * What a step `register-ruling` leaves unsaid. A file names only what its example is about; the rest
 * is an unremarkable ruling that no rule objects to.
 */
import type { JsonObject } from '../domain/decider.ts';
import { addDays } from '../domain/time/local-date.ts';
import type { LocalDate } from '../domain/time/moment.ts';

/** Days between the offence and its ruling, where the file does not say. */
const DAYS_FROM_ACT_TO_RULING = 200;

export const usualRuling = (ordinal: number, recordedOn: LocalDate, probationOffice: string): JsonObject => ({
  origin: 'PRIMARY_85',
  caseNumber: `${100 + ordinal}/Pid.B/2026/PN Mdn`,
  defendantOrder: 1,
  court: 'PN Mdn',
  rulingDate: recordedOn,
  actDate: addDays(recordedOn, -DAYS_FROM_ACT_TO_RULING),
  // Penganiayaan, art. 466: at most 2 years 6 months.
  article: '466',
  maximumThreatMonths: 30,
  replaced: { kind: 'PRISON', days: 120 },
  orderedHours: 100,
  consentRecorded: true,
  probationOffice,
});
