/** What a shell may ask of the ledger, as local activities: recorded decisions and a folded state. */
import type { EntityState } from '../src/domain/decide.ts';
import type { RecordedEvent } from '../src/domain/decider.ts';
import type { RecordAnswer, RecordInput } from '../src/domain/envelope.ts';

export interface EntityActivities {
  /** One decision, one Postgres transaction: see `ledger.record`. */
  record(input: RecordInput): Promise<RecordAnswer>;
  /** Events of a stream that a shell has not seen. */
  readTail(input: { stream: string; afterVersion: number }): Promise<RecordedEvent[]>;
  /** The state of a stream, folded from all its events by the decider of its kind. */
  loadEntity(input: { stream: string; kind: string }): Promise<EntityState<unknown>>;
}
