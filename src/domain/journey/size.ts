/**
 * How much one journey may hold. Its whole state goes from one run of its workflow to the next, and what
 * is handed over has a limit of 2 MB; nobody can work on a journey that has outgrown it.
 *
 * 240 hours an hour at a time are 240 sessions: a life that comes near these numbers is a program that
 * sends again and again.
 */
import { refuseWith } from '../law/refusals.ts';
import type { JourneyEvent } from './events.ts';
import type { Refused } from './handlers.ts';
import type { JourneyState } from './state.ts';

/** Sessions of all kinds, also those taken back. */
export const MOST_SESSIONS = 600;
/** Absences, reports, papers and letters. */
export const MOST_ENTRIES = 2_000;
/** Cases, with the linked ones. */
export const MOST_CASES = 40;
/** Placements, hand-overs and holds of all cases together. */
export const MOST_MOVES = 500;

const SESSIONS: ReadonlySet<string> = new Set([
  'SessionCheckedIn',
  'SessionRecorded',
  'TrainingHoursRecorded',
]);
const ENTRIES: ReadonlySet<string> = new Set([
  'NoShowRecorded',
  'SessionExcused',
  'InjuryReported',
  'MonthlyReportFiled',
  'WarningLetterIssued',
  'DocumentAttached',
]);
const CASES: ReadonlySet<string> = new Set([
  'RulingRegistered',
  'LinkedCaseOpened',
  'InmateImported',
  'ReferralReceived',
]);
const MOVES: ReadonlySet<string> = new Set(['SiteAssigned', 'JurisdictionTransferred', 'ExecutionSuspended']);

const movesOf = ({ cases }: JourneyState): number =>
  Object.values(cases).reduce(
    (sum, { placements, formerOffices, heldPeriods }) =>
      sum + placements.length + formerOffices.length + heldPeriods.length,
    0,
  );

/** Refuses what would let the journey outgrow its limits; what changes nothing of its size is always taken. */
export function requireRoom(state: JourneyState, events: readonly JourneyEvent[]): Refused | undefined {
  const rows: readonly (readonly [string, ReadonlySet<string>, () => number, number])[] = [
    ['sessions', SESSIONS, () => state.sessionCount, MOST_SESSIONS],
    ['entries', ENTRIES, () => state.entries.length, MOST_ENTRIES],
    ['cases', CASES, () => state.caseCount, MOST_CASES],
    ['moves', MOVES, () => movesOf(state), MOST_MOVES],
  ];
  for (const [kind, types, held, limit] of rows) {
    const more = events.filter(({ type }) => types.has(type)).length;
    if (more > 0 && held() + more > limit) return refuseWith('TOO_MANY', { kind, limit });
  }
  return undefined;
}
