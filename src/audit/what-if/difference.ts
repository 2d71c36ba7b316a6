/** One decision as it was recorded and as it would have come out, told apart by what differs. */
import type { DecidedAgain } from '../../domain/decide-again.ts';
import type { RecordedEvent, Refusal, Warning } from '../../domain/decider.ts';
import type { LedgerDecision } from '../../ledger/decisions.ts';
import { sortedText } from './sorted-text.ts';

export interface Difference {
  readonly sequence: number;
  readonly command: string;
  readonly decidedAt: string;
  readonly role: string;
  readonly office: string;
  readonly kind:
    | 'refused now'
    | 'accepted now'
    | 'refused otherwise'
    | 'other warnings'
    | 'other events'
    | 'cannot be asked';
  /** `accepted`, or the code of the refusal; for events the types that one has and the other has not. */
  readonly recorded: string;
  readonly drafted: string;
  /** The earlier decision whose difference led to this one; null where the draft itself does. */
  readonly followsFrom: number | null;
  /** What the draft alone makes of it on the recorded life, in the same words as `drafted`. */
  readonly alone: string;
}

/** What of an outcome is compared: the framework's own events about deadlines are told apart by their dates. */
export interface Compared {
  readonly refusal: Refusal | null;
  readonly warnings: readonly Warning[];
  readonly events: readonly RecordedEvent[];
}

const OF_DEADLINES: ReadonlySet<string> = new Set(['DeadlineArmed', 'DeadlineCancelled']);

export const comparedFrom = (decided: DecidedAgain): Compared | undefined => {
  if (decided.outcome === 'accepted') {
    return { refusal: null, warnings: decided.warnings, events: decided.events };
  }
  return decided.outcome === 'refused' ? { refusal: decided.refusal, warnings: [], events: [] } : undefined;
};

export const recordedOutcome = ({ detail }: LedgerDecision, events: readonly RecordedEvent[]): Compared => ({
  refusal: detail.refusal ?? null,
  warnings: detail.warnings ?? [],
  events,
});

const sameText = (one: unknown, other: unknown): boolean => sortedText(one) === sortedText(other);

const told = ({ type, data, occurredAt }: RecordedEvent): unknown => ({ type, data, occurredAt });

/** Every event, with version and time: the machinery must reproduce the record to the letter. */
export const isReproduced = (recorded: Compared, again: Compared): boolean =>
  sameText(recorded.refusal, again.refusal) &&
  sameText(recorded.warnings, again.warnings) &&
  sameText(
    recorded.events.map((event) => [event.version, told(event)]),
    again.events.map((event) => [event.version, told(event)]),
  );

const substance = ({ events }: Compared): RecordedEvent[] =>
  events.filter(({ type }) => !OF_DEADLINES.has(type));

type What = Pick<Difference, 'kind' | 'recorded' | 'drafted'>;

export function differenceOf(recorded: Compared, drafted: Compared): What | undefined {
  const outcome = ({ refusal }: Compared): string => refusal?.code ?? 'accepted';
  const outcomes = { recorded: outcome(recorded), drafted: outcome(drafted) };
  if (recorded.refusal === null && drafted.refusal !== null) return { kind: 'refused now', ...outcomes };
  if (recorded.refusal !== null && drafted.refusal === null) return { kind: 'accepted now', ...outcomes };
  if (recorded.refusal?.code !== drafted.refusal?.code) return { kind: 'refused otherwise', ...outcomes };
  const codes = ({ warnings }: Compared): string =>
    warnings
      .map(({ code }) => code)
      .sort()
      .join(', ');
  if (codes(recorded) !== codes(drafted)) {
    return { kind: 'other warnings', recorded: codes(recorded), drafted: codes(drafted) };
  }
  const [left, right] = [substance(recorded), substance(drafted)];
  if (sameText(left.map(told), right.map(told))) return undefined;
  return { kind: 'other events', recorded: listed(left, right), drafted: listed(right, left) };
}

/** Types of the events that the other has not just so. */
const listed = (own: readonly RecordedEvent[], other: readonly RecordedEvent[]): string => {
  const texts = new Set(other.map((event) => sortedText(told(event))));
  return own
    .filter((event) => !texts.has(sortedText(told(event))))
    .map(({ type }) => type)
    .join(', ');
};
