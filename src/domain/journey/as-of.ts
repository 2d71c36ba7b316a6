/**
 * A journey *as of* a date: what the facts known now say about that day. Not a fold of a filtered
 * list: minutes come from the state, in which disputes and corrections have already been settled, and
 * all else from the dates that the events themselves carry.
 */
import type { RecordedEvent } from '../decider.ts';
import { addDays } from '../time/local-date.ts';
import type { LocalDate, Moment } from '../time/moment.ts';
import type { JourneyEventName, JourneyEvents } from './events.ts';
import type { CommunityServiceCase, JourneyState, Stage } from './state.ts';

export interface CaseAsOf {
  readonly caseId: string;
  readonly stage: Stage;
  readonly office: string;
  readonly probationOffice: string;
  readonly siteId: string | null;
  /** What the rulings of that day ordered, less what had been paid of a fine. */
  readonly orderedMinutes: number | null;
  /** Minutes of work dates up to that day. */
  readonly creditedMinutes: number;
  readonly minutesLeft: number | null;
  readonly windowEndsAt: Moment | null;
  readonly finalOn: LocalDate | null;
  readonly startedOn: LocalDate | null;
  readonly closedReason: string | null;
}

export interface JourneyAsOf {
  readonly date: LocalDate;
  readonly diedOn: LocalDate | null;
  readonly cases: readonly CaseAsOf[];
}

/** What one event says of its case from its date on. */
interface DatedChange {
  readonly from: LocalDate;
  readonly version: number;
  readonly change: Partial<CaseAsOf> & {
    /** Minutes to work again, and what stood credited at the order (art. 85(7)(a)); null = no longer. */
    readonly repeat?: { readonly minutes: number; readonly creditedAtOrder: number } | null;
    /** Minutes of a repeat that a payment took away. */
    readonly repeatReduced?: number;
  };
}

/**
 * @param state of the very stream whose events are given.
 * @param events all events up to the state's version, oldest first.
 */
export function journeyAsOf(
  state: JourneyState,
  events: readonly RecordedEvent[],
  date: LocalDate,
): JourneyAsOf {
  const changes = new Map<string, DatedChange[]>();
  for (const event of events) {
    const dated = datedChangeOf(event);
    if (dated === undefined || dated.from > date) continue;
    changes.set(dated.caseId, [...(changes.get(dated.caseId) ?? []), dated]);
  }
  return {
    date,
    diedOn: state.diedOn !== null && state.diedOn <= date ? state.diedOn : null,
    cases: Object.values(state.cases).flatMap((found) => {
      const known = changes.get(found.caseId) ?? [];
      // A ruling that had not been given yet was no case of that day.
      return found.rulingDate > date || known.length === 0 ? [] : [caseAsOf(state, found, known, date)];
    }),
  };
}

function caseAsOf(
  state: JourneyState,
  found: CommunityServiceCase,
  known: readonly DatedChange[],
  date: LocalDate,
): CaseAsOf {
  const inOrder = [...known].sort((a, b) =>
    a.from === b.from ? a.version - b.version : a.from < b.from ? -1 : 1,
  );
  const creditedMinutes = creditedUntil(state, found.caseId, date);
  let folded: CaseAsOf = {
    caseId: found.caseId,
    stage: 'REGISTERED',
    office: found.office,
    probationOffice: found.probationOffice,
    siteId: null,
    orderedMinutes: null,
    creditedMinutes,
    minutesLeft: null,
    windowEndsAt: null,
    finalOn: null,
    startedOn: null,
    closedReason: null,
  };
  let repeated: { readonly standing: number; readonly minutes: number } | null = null;
  for (const { change, from } of inOrder) {
    const { repeat, repeatReduced = 0, ...rest } = change;
    folded = { ...folded, ...rest };
    if (repeat === null) repeated = null;
    else if (repeat !== undefined) {
      const before = creditedUntil(state, found.caseId, addDays(from, -1));
      repeated = { standing: Math.min(repeat.creditedAtOrder, before), minutes: repeat.minutes };
    }
    if (repeated !== null) {
      repeated = { ...repeated, minutes: Math.max(0, repeated.minutes - repeatReduced) };
    }
  }
  const target = repeated === null ? folded.orderedMinutes : repeated.standing + repeated.minutes;
  return { ...folded, minutesLeft: target === null ? null : Math.max(target - creditedMinutes, 0) };
}

function creditedUntil(state: JourneyState, caseId: string, date: LocalDate): number {
  let minutes = 0;
  for (const session of Object.values(state.sessions)) {
    if (session.caseId !== caseId || session.toward !== 'HOURS') continue;
    for (const [day, credited] of Object.entries(session.credited)) if (day <= date) minutes += credited;
  }
  return minutes;
}

type Rule<Name extends JourneyEventName> = (
  data: JourneyEvents[Name],
) => { readonly from?: LocalDate } & DatedChange['change'];

/** Events that change what a case is on a date. `from` is the event's own date where it carries one. */
const RULES: { readonly [Name in JourneyEventName]?: Rule<Name> } = {
  RulingRegistered: ({ rulingDate, office, probationOffice, orderedMinutes, place }) => ({
    ...{ from: rulingDate, stage: 'REGISTERED', office, probationOffice, orderedMinutes },
    siteId: place?.siteId ?? null,
  }),
  RulingBecameFinal: ({ finalOn }) => ({ from: finalOn, stage: 'FINAL', finalOn }),
  ExecutionOrdered: ({ orderedOn }) => ({ from: orderedOn, stage: 'ORDERED' }),
  SiteAssigned: ({ siteId }) => ({ siteId }),
  SiteChanged: ({ siteId }) => ({ siteId }),
  SchedulePlanned: ({ siteId }) => ({ stage: 'PLANNED', siteId }),
  ExecutionStarted: ({ startedOn, windowEndsAt }) => ({
    ...{ from: startedOn, stage: 'RUNNING', startedOn, windowEndsAt },
  }),
  ExecutionSuspended: () => ({ stage: 'HELD' }),
  ExecutionResumed: () => ({ stage: 'RUNNING' }),
  WindowChanged: ({ windowEndsAt }) => ({ windowEndsAt }),
  BreachReviewOpened: () => ({ stage: 'REVIEW' }),
  BreachReviewClosed: () => ({ stage: 'RUNNING' }),
  RepeatOrdered: ({ repeatMinutes, creditedMinutes, windowEndsAt }) => ({
    ...{ stage: 'REPEAT', windowEndsAt },
    repeat: { minutes: repeatMinutes, creditedAtOrder: creditedMinutes },
  }),
  ReplacedPrisonOrdered: () => ({ stage: 'CONVERTED' }),
  ReplacedFineOrdered: () => ({ stage: 'CONVERTED' }),
  ObligationCompleted: () => ({ stage: 'COMPLETED' }),
  CaseClosed: ({ reason }) => ({ stage: 'CLOSED', closedReason: reason }),
  CaseReopened: () => ({ stage: 'RUNNING', closedReason: null }),
  CaseVoided: () => ({ stage: 'VOID' }),
  FinePaid: ({ paidOn, orderedMinutes, hoursReduced }) => ({
    ...{ from: paidOn, orderedMinutes, repeatReduced: hoursReduced * 60 },
  }),
  RulingChanged: ({ decidedOn, orderedMinutes }) => ({ from: decidedOn, orderedMinutes, repeat: null }),
  JurisdictionTransferred: ({ movedOn, toOffice, toProbationOffice }) => ({
    ...{ from: movedOn, office: toOffice, probationOffice: toProbationOffice },
  }),
};

function datedChangeOf(event: RecordedEvent): (DatedChange & { readonly caseId: string }) | undefined {
  const rule = Object.hasOwn(RULES, event.type) ? RULES[event.type as JourneyEventName] : undefined;
  const { caseId } = event.data as { readonly caseId?: string };
  if (rule === undefined || caseId === undefined) return undefined;
  const { from = event.occurredAt.date, ...change } = (rule as Rule<JourneyEventName>)(event.data as never);
  return { caseId, from, version: event.version, change };
}
