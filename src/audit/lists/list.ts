/**
 * What an integrity list is: a question, how it is answered, and the rows that answer it. A row accuses nobody; it
 * names a place in the record where somebody should look, and opens there.
 */
import type { Actor } from '../../domain/decider.ts';
import type { Thresholds, Weight } from '../../domain/oversight/thresholds.ts';
import type { Instant, LocalDate, Zone } from '../../domain/time/moment.ts';
import type { Step } from '../life.ts';
import type { WalkedStream } from '../walk.ts';

export interface ListedRow {
  readonly list: string;
  /** Which of the list's patterns: a stable code. */
  readonly pattern: string;
  readonly weight: Weight;
  readonly stream: string;
  readonly world: string;
  /** Version of the event; null where a refusal or a fault is meant. */
  readonly version: number | null;
  /** Sequence of the decision: explanation begins here. */
  readonly decision: number;
  readonly actor: Actor;
  readonly recordedAt: Instant;
  /** Opaque ids, codes, dates and numbers alone. */
  readonly details: { readonly [name: string]: string | number };
}

/** What lists ask beside the stream itself. */
export interface ListContext {
  /** Of the day on which a thing was recorded. */
  thresholds(on: LocalDate): Thresholds;
  /** Holidays of the calendar that the site follows, or of the nation where there is none. */
  holidays(siteId: string | undefined): readonly LocalDate[];
}

/** One walk over all streams. */
export interface Watch {
  stream(walked: WalkedStream): readonly ListedRow[];
  /** What shows only across streams, once all were seen. */
  end?(): readonly ListedRow[];
}

export interface IntegrityList {
  readonly name: string;
  readonly question: { readonly id: string; readonly en: string };
  /** How the answer is computed, so that another could compute it too. */
  readonly computed: string;
  watch(context: ListContext): Watch;
}

type Place = Pick<ListedRow, 'stream' | 'world' | 'decision' | 'actor' | 'recordedAt'>;

/** Of a step of the walk: where it stands and whose it was. */
export const placeOf = ({ stream, world }: WalkedStream, { decision }: Step): Place => ({
  ...{ stream, world, decision: decision.sequence, recordedAt: decision.now },
  actor: { id: decision.actor.id, role: decision.actor.role, office: decision.actor.office },
});

/** Data of an event, as far as lists read it: every field may be missing. */
export interface Named {
  readonly caseId?: string;
  readonly sessionId?: string;
  readonly siteId?: string;
  readonly date?: LocalDate;
  readonly sessionOn?: LocalDate;
  readonly start?: string;
  readonly end?: string | null;
  readonly zone?: Zone;
  readonly minutes?: number;
  readonly corrects?: number;
  readonly diedOn?: LocalDate;
  readonly otherSessionId?: string;
  readonly dueAt?: { readonly at: Instant };
  readonly firedAt?: Instant;
  readonly kind?: string;
  readonly assessorId?: string;
  readonly ground?: string;
}

/** Entries of presence and work: what people are credited and paid for. */
export const ENTRY_TYPES: ReadonlySet<string> = new Set([
  ...['SessionRecorded', 'SessionCheckedIn', 'SessionCheckedOut', 'TrainingHoursRecorded', 'NoShowRecorded'],
  ...['SessionExcused', 'SessionConfirmed', 'AttendanceRecorded', 'AttendanceCorrected', 'EventCorrected'],
]);

/** People, not timers and messages. */
export const byPeople = ({ decision }: Step): boolean => decision.actor.role !== 'SYSTEM';
