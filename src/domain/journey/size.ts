/**
 * How much one journey may hold. Its whole state goes from one run of its workflow to the next, and what
 * is handed over has a limit of 2 MB; nobody can work on a journey that has outgrown it.
 *
 * 240 hours an hour at a time are 240 sessions: a life that comes near these numbers is a program that
 * sends again and again.
 */
import { refuseWith } from '../law/refusals.ts';
import { MOST_ASSESSMENTS } from './assessment/application.ts';
import { MOST_OF_EMPLOYMENT } from './employment/size.ts';
import type { JourneyEvent, JourneyEventName } from './events.ts';
import type { Refused } from './handlers.ts';
import type { JourneyState } from './state.ts';
import { MOST_ENROLMENTS } from './training/applying.ts';
import { MOST_OFFERS } from './training/offers.ts';

/** Sessions of all kinds, also those taken back. */
export const MOST_SESSIONS = 600;
/** Absences, reports, papers and letters. */
export const MOST_ENTRIES = 2_000;
/** Cases, with the linked ones. */
export const MOST_CASES = 40;

/** Most of each kind, for the person's whole life and all cases together. */
export const MOST = {
  sessions: MOST_SESSIONS,
  entries: MOST_ENTRIES,
  cases: MOST_CASES,
  /** Placements, hand-overs and holds. */
  moves: 500,
  /** Of rights of the person (G-07). */
  requests: 300,
  /** Of data protection. */
  breaches: 100,
  /** Entries in Register F. */
  discipline: 300,
  /** That stand at once: their end makes room. */
  interruptions: 60,
  offers: MOST_OFFERS,
  enrolments: MOST_ENROLMENTS,
  assessments: MOST_ASSESSMENTS,
  ...MOST_OF_EMPLOYMENT,
} as const;

export type Size = { readonly [Kind in keyof typeof MOST]: number };

/** What adds to a kind; kinds that are not here are limited by their own parts. */
const ADDS: { readonly [Kind in keyof typeof MOST]?: readonly JourneyEventName[] } = {
  sessions: ['SessionCheckedIn', 'SessionRecorded', 'TrainingHoursRecorded'],
  entries: [
    ...(['NoShowRecorded', 'SessionExcused', 'InjuryReported', 'MonthlyReportFiled'] as const),
    ...(['WarningLetterIssued', 'DocumentAttached'] as const),
  ],
  cases: ['RulingRegistered', 'LinkedCaseOpened', 'InmateImported', 'ReferralReceived'],
  moves: ['SiteAssigned', 'JurisdictionTransferred', 'ExecutionSuspended'],
  requests: ['RightsRequestFiled'],
  breaches: ['DataBreachDetected'],
  discipline: ['DisciplineRecorded'],
  interruptions: [
    ...(['TransferRecorded', 'DisciplineRecorded', 'LockdownDeclared'] as const),
    ...(['IllnessRecorded', 'EscapeRecorded'] as const),
  ],
};

const count = (held: object): number => Object.keys(held).length;

const sumOf = <Item>(items: { readonly [id: string]: Item }, of: (item: Item) => number): number =>
  Object.values(items).reduce((sum, item) => sum + of(item), 0);

/** How much a journey holds of each kind. */
export const sizeOf = (state: JourneyState): Size => ({
  sessions: state.sessionCount,
  entries: state.entries.length,
  cases: state.caseCount,
  moves: sumOf(
    state.cases,
    ({ placements, formerOffices, heldPeriods }) =>
      placements.length + formerOffices.length + heldPeriods.length,
  ),
  requests: state.keeping.requests.length,
  breaches: state.keeping.breaches.length,
  discipline: sumOf(state.prison.cases, ({ discipline }) => discipline.length),
  interruptions: sumOf(state.prison.cases, ({ interruptions }) => interruptions.length),
  offers: count(state.training.offers),
  enrolments: count(state.training.enrolments),
  assessments: count(state.assessment.assessments),
  proposals: count(state.employment.proposals),
  placements: count(state.employment.placements),
  apprenticeships: count(state.employment.apprenticeships),
});

/** Refuses what would let the journey outgrow its limits; what changes nothing of its size is always taken. */
export function requireRoom(state: JourneyState, events: readonly JourneyEvent[]): Refused | undefined {
  for (const kind of Object.keys(ADDS) as (keyof typeof ADDS)[]) {
    const more = events.filter(({ type }) => ADDS[kind]?.includes(type)).length;
    if (more > 0 && sizeOf(state)[kind] + more > MOST[kind]) {
      return refuseWith('TOO_MANY', { kind, limit: MOST[kind] });
    }
  }
  return undefined;
}

/** Requests and breaches stay in the record that they were told of. */
const OF_ONE_RECORD: ReadonlySet<string> = new Set(['requests', 'breaches']);

/** Whether two records of one human find room in one journey. */
export const fitTogether = (one: Size, other: Size): boolean =>
  (Object.keys(MOST) as (keyof typeof MOST)[]).every(
    (kind) => OF_ONE_RECORD.has(kind) || one[kind] + other[kind] <= MOST[kind],
  );
