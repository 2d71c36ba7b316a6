/**
 * What a list may show of a stream that it has not read to its end: how the stream stood when the list last read, or
 * at any moment since. That there is more to read excuses nothing else.
 */
import type pg from 'pg';
import { foldEntity, initialEntityState } from '../../domain/decide.ts';
import type { JsonValue, RecordedEvent } from '../../domain/decider.ts';
import type { EventTable } from '../../ledger/tables.ts';
import type { StreamTable } from '../../projections/stream-projector.ts';

interface Behind {
  readonly stream: string;
  readonly world: string;
  readonly id: string | null;
}

/**
 * @param read leaf that the list has read to.
 * @param shown rows of the entity in the list now, as `jsonb_agg` gives them; undefined: none.
 */
export async function showedOnce(
  client: pg.ClientBase,
  list: StreamTable<unknown>,
  { stream, world, id }: Behind,
  read: number,
  shown: unknown,
): Promise<boolean> {
  const { rows: events } = await client.query<EventTable & { read: boolean }>(
    `SELECT e.*, coalesce(l.leaf_index <= $2, false) AS read
     FROM ledger.event e
     LEFT JOIN ledger.leaf l ON l.stream_id = e.stream_id AND l.entry = 'event' AND l.position = e.version
     WHERE e.stream_id = $1 ORDER BY e.version`,
    [stream, read],
  );
  const begun = events.findLastIndex((event) => event.read);
  // A list that has read nothing of it shows nothing of it, or what it read since.
  if (begun < 0 && shown === undefined) return true;
  const { table, entityColumn } = list;
  let entity = initialEntityState(list.decider, stream.slice(stream.indexOf('/') + 1));
  for (const [place, event] of events.entries()) {
    entity = foldEntity(list.decider, entity, [recordedEvent(event)]);
    if (place < begun) continue;
    const { rows } = await client.query<{ rows: string }>(
      `SELECT jsonb_agg(to_jsonb(row) ORDER BY to_jsonb(row))::text AS rows
       FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb) AS row WHERE ${entityColumn} = $2`,
      [JSON.stringify(list.rowsOf(entity, world)), id],
    );
    if ((rows[0]?.rows ?? undefined) === shown) return true;
  }
  return false;
}

export function recordedEvent(row: EventTable): RecordedEvent {
  return {
    ...{ version: row.version, type: row.type, schema: row.schema },
    data: JSON.parse(row.body) as JsonValue,
    meta: JSON.parse(row.meta) as RecordedEvent['meta'],
    occurredAt: { at: row.occurred_at, date: row.occurred_date, zone: row.occurred_zone },
    recordedAt: row.recorded_at,
  };
}
