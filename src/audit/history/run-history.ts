/** What the history of one run of an entity says, in the product's own terms and in the order of the history. */
import type { Snapshot } from '../../domain/decide.ts';
import type { RecordedEvent } from '../../domain/decider.ts';
import type { CommandAnswer, CommandEnvelope, RecordAnswer } from '../../domain/envelope.ts';

export type RunEnding =
  | 'continued as new'
  | 'completed'
  | 'failed'
  | 'timed out'
  | 'canceled'
  | 'terminated'
  /** The history ends in the middle. */
  | 'none';

export interface RunHistory {
  readonly workflowType: string;
  readonly stream: string;
  /** The state that the run before handed over; absent for a first run, or one that loaded from the ledger. */
  readonly begunWith?: Snapshot;
  readonly happenings: readonly Happening[];
  readonly ending: RunEnding;
  /** The state that went on to the next run. */
  readonly endedWith?: Snapshot;
  /** Builds whose workers took part, in order of their first task. */
  readonly builds: readonly string[];
  /** Number of the history's events. */
  readonly length: number;
}

/** `at` is the number of the history's event. */
export type Happening =
  /** A command that the run accepted for deciding. */
  | {
      readonly kind: 'accepted';
      readonly at: number;
      readonly update: string;
      readonly envelope: CommandEnvelope;
    }
  /** What the caller was told; absent `answer`: an error, and no decision was recorded under this update. */
  | {
      readonly kind: 'answered';
      readonly at: number;
      readonly update: string;
      readonly answer?: CommandAnswer;
    }
  /** What the ledger said to one attempt to record. */
  | { readonly kind: 'recorded'; readonly at: number; readonly answer: RecordAnswer }
  /** The state that the run loaded from the ledger. */
  | { readonly kind: 'loaded'; readonly at: number; readonly state: unknown }
  /** Events that the run had missed, and read. */
  | { readonly kind: 'caught-up'; readonly at: number; readonly events: readonly RecordedEvent[] };

/** The bytes are no history of an entity: they were changed, or belong to something else. */
export class HistoryUnreadable extends Error {
  override readonly name = 'HistoryUnreadable';
}
