/** The snapshot cache: states folded before, which spare reading a whole life again. Never needed, only faster. */
import type pg from 'pg';
import { adoptSnapshot, type EntityState } from '../../domain/decide.ts';
import type { Decider } from '../../domain/decider.ts';

export interface KeptSnapshot {
  readonly stream: string;
  readonly shape: number;
  readonly state: EntityState<unknown>;
}

type Queryable = Pick<pg.Pool, 'query'>;

/** What the cache has of these streams, as far as the ledger agrees: same build, and the very event it ends at. */
export async function readSnapshots(
  client: Queryable,
  streams: readonly string[],
  buildId: string,
): Promise<ReadonlyMap<string, { readonly shape: number; readonly state: string }>> {
  const { rows } = await client.query<{ stream: string; shape: number; state: string }>({
    name: 'bulk-snapshots',
    text: `SELECT c.stream_id AS stream, c.shape, c.state FROM cache.snapshot c
      JOIN ledger.event e ON e.stream_id = c.stream_id AND e.version = c.version AND e.hash = c.hash
      WHERE c.stream_id = ANY ($1::text[]) AND c.build_id = $2`,
    values: [streams, buildId],
  });
  return new Map(rows.map(({ stream, shape, state }) => [stream, { shape, state }]));
}

/** A snapshot as a state; undefined where its shape is not today's or it cannot be read. */
export function stateFrom(
  decider: Decider<unknown>,
  { shape, state }: { readonly shape: number; readonly state: string },
): EntityState<unknown> | undefined {
  try {
    const adopted = adoptSnapshot(decider, { shape, state: JSON.parse(state) as unknown });
    return adopted.unread ? undefined : adopted;
  } catch {
    return undefined;
  }
}

/** Keeps states of which the ledger holds every event: called after the commit, never before. */
export async function keepSnapshots(
  client: Queryable,
  snapshots: readonly KeptSnapshot[],
  buildId: string,
): Promise<void> {
  if (snapshots.length === 0) return;
  const rows = snapshots.map(({ stream, shape, state }) => ({
    ...{ stream, shape, version: state.version },
    state: JSON.stringify(state),
  }));
  await client.query({
    name: 'bulk-keep-snapshots',
    text: `INSERT INTO cache.snapshot (stream_id, version, hash, shape, build_id, state)
      SELECT k.stream, k.version, e.hash, k.shape, $2, k.state
      FROM jsonb_to_recordset($1::jsonb) AS k (stream text, version bigint, shape integer, state text)
      JOIN ledger.event e ON e.stream_id = k.stream AND e.version = k.version
      ORDER BY k.stream
      ON CONFLICT (stream_id) DO UPDATE SET version = EXCLUDED.version, hash = EXCLUDED.hash,
        shape = EXCLUDED.shape, build_id = EXCLUDED.build_id, state = EXCLUDED.state, kept_at = clock_timestamp()`,
    values: [JSON.stringify(rows), buildId],
  });
}
