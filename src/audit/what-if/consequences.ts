/** What two lives came to: which cases were done and when, what was late, and which deadlines each had. */
import type { EntityState } from '../../domain/decide.ts';
import type { RecordedEvent } from '../../domain/decider.ts';
import type { JourneyState } from '../../domain/journey/state.ts';
import type { Lived } from './replay.ts';

export interface CaseConsequence {
  readonly caseId: string;
  readonly office: string | null;
  /** Local dates; null where the hours were not done by the end. */
  readonly completedOn: { readonly recorded: string | null; readonly drafted: string | null };
  readonly windowEndsOn: { readonly recorded: string | null; readonly drafted: string | null };
}

/** Something that was told as late: an `…Overdue`, a chase, an escalation, a window that ended with hours left. */
export interface LateEvent {
  readonly type: string;
  readonly subject: string;
  readonly on: string;
}

export interface DeadlineDate {
  readonly kind: string;
  readonly subject: string;
  readonly dueOn: string;
}

export interface OnlyIn<Item> {
  readonly recorded: readonly Item[];
  readonly drafted: readonly Item[];
}

export interface Consequences {
  /** Only those that differ. */
  readonly cases: readonly CaseConsequence[];
  readonly late: OnlyIn<LateEvent>;
  readonly deadlines: OnlyIn<DeadlineDate>;
}

export function consequencesOf(recorded: Lived, drafted: Lived): Consequences {
  return {
    cases: casesThatDiffer(recorded, drafted),
    late: onlyIn(lateIn(recorded), lateIn(drafted)),
    deadlines: onlyIn(deadlinesIn(recorded), deadlinesIn(drafted)),
  };
}

function casesThatDiffer(recorded: Lived, drafted: Lived): CaseConsequence[] {
  const [was, would] = [casesOf(recorded.state), casesOf(drafted.state)];
  return [...new Set([...Object.keys(was), ...Object.keys(would)])]
    .map((caseId) => ({
      caseId,
      office: (would[caseId] ?? was[caseId])?.office ?? null,
      completedOn: { recorded: completedOn(recorded, caseId), drafted: completedOn(drafted, caseId) },
      windowEndsOn: {
        recorded: was[caseId]?.execution?.windowEndsAt?.date ?? null,
        drafted: would[caseId]?.execution?.windowEndsAt?.date ?? null,
      },
    }))
    .filter(
      ({ completedOn: done, windowEndsOn: window }) =>
        done.recorded !== done.drafted || window.recorded !== window.drafted,
    );
}

const casesOf = ({ domain }: EntityState<unknown>): Partial<JourneyState['cases']> =>
  (domain as Partial<JourneyState>).cases ?? {};

/** The last completion that was not undone by a reopening. */
function completedOn({ events }: Lived, caseId: string): string | null {
  const last = events.findLast(
    ({ type, data }) =>
      (type === 'ObligationCompleted' || type === 'CaseReopened') &&
      (data as { caseId?: string }).caseId === caseId,
  );
  return last?.type === 'ObligationCompleted' ? last.occurredAt.date : null;
}

const TELLS_OF_LATENESS = /(Overdue|Chased|Escalated)$/;

const lateIn = ({ events }: Lived): LateEvent[] =>
  events.flatMap((event) =>
    isLate(event) ? [{ type: event.type, subject: subjectOf(event), on: event.occurredAt.date }] : [],
  );

const isLate = ({ type, data }: RecordedEvent): boolean =>
  TELLS_OF_LATENESS.test(type) ||
  (type === 'WindowEnded' && (data as { minutesShort: number }).minutesShort > 0);

function subjectOf({ data }: RecordedEvent): string {
  const named = data as { readonly [field: string]: unknown };
  const subject = ['sessionId', 'caseId', 'assessmentId', 'enrolmentId', 'placementId'].find(
    (field) => typeof named[field] === 'string',
  );
  return subject === undefined ? '' : String(named[subject]);
}

const deadlinesIn = ({ events }: Lived): DeadlineDate[] =>
  events.flatMap(({ type, data }) => {
    if (type !== 'DeadlineArmed') return [];
    const { kind, subject, dueAt } = data as { kind: string; subject: string; dueAt: { date: string } };
    return [{ kind, subject, dueOn: dueAt.date }];
  });

/** Each entry of one list takes one equal entry of the other away. */
function onlyIn<Item extends object>(recorded: readonly Item[], drafted: readonly Item[]): OnlyIn<Item> {
  const keyOf = (item: Item): string => JSON.stringify(item);
  const without = (own: readonly Item[], other: readonly Item[]): Item[] => {
    const counts = new Map<string, number>();
    for (const item of other) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
    return own.filter((item) => {
      const left = counts.get(keyOf(item)) ?? 0;
      counts.set(keyOf(item), left - 1);
      return left <= 0;
    });
  };
  return { recorded: without(recorded, drafted), drafted: without(drafted, recorded) };
}
