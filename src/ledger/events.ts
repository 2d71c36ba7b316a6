import type { EventMeta, JsonValue, RecordedEvent } from '../domain/decider.ts';
import type { Instant } from '../domain/time/moment.ts';
import type { LedgerDatabase } from './database.ts';
import type { EventTable } from './tables.ts';

/** An event with all that the ledger knows of it. */
export interface LedgerEvent extends RecordedEvent<string, JsonValue> {
  readonly stream: string;
  readonly eventId: string;
  /** Real time of the commit; `recordedAt` is the entity's clock, which in a sandbox is the world's. */
  readonly committedAt: Instant;
  /** Hex. */
  readonly hash: string;
}

export interface StreamRange {
  readonly afterVersion?: number;
  /** Last version wanted. */
  readonly upTo?: number;
  /** *Known at*: the prefix recorded until this instant, inclusive. */
  readonly knownAt?: Instant;
  readonly limit?: number;
}

/** Events of one stream, oldest first; empty for a stream that is not there. */
export async function readStream(
  database: LedgerDatabase,
  stream: string,
  range: StreamRange = {},
): Promise<LedgerEvent[]> {
  let query = database
    .selectFrom('ledger.event')
    .selectAll()
    .where('stream_id', '=', stream)
    .where('version', '>', range.afterVersion ?? 0)
    .orderBy('version');
  if (range.upTo !== undefined) query = query.where('version', '<=', range.upTo);
  if (range.limit !== undefined) query = query.limit(range.limit);
  const events = (await query.execute()).map(ledgerEventFrom);
  const { knownAt } = range;
  // A prefix, not a filter: what came after the first unknown event was not known either.
  const firstUnknown =
    knownAt === undefined ? -1 : events.findIndex(({ recordedAt }) => recordedAt > knownAt);
  return firstUnknown === -1 ? events : events.slice(0, firstUnknown);
}

export function ledgerEventFrom(row: EventTable): LedgerEvent {
  return {
    stream: row.stream_id,
    version: row.version,
    eventId: row.event_id,
    type: row.type,
    schema: row.schema,
    data: JSON.parse(row.body) as JsonValue,
    meta: JSON.parse(row.meta) as EventMeta,
    occurredAt: { at: row.occurred_at, date: row.occurred_date, zone: row.occurred_zone },
    recordedAt: row.recorded_at,
    committedAt: row.committed_at,
    hash: row.hash.toString('hex'),
  };
}
