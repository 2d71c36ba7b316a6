/** States of many streams at once: snapshot plus tail, in three queries however many there are. */
import type pg from 'pg';
import { type EntityState, foldEntity, initialEntityState } from '../../domain/decide.ts';
import type { Decider } from '../../domain/decider.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { type LedgerEventRow, recordedEventFrom } from '../record-decision.ts';
import { everyFew } from './every-few.ts';
import { readSnapshots, stateFrom } from './snapshots.ts';

export interface LoadedStream {
  readonly stream: string;
  readonly decider: Decider<unknown>;
  /** undefined where the stream is not there yet. */
  readonly world: string | undefined;
  readonly state: EntityState<unknown>;
  /** Events read beyond the snapshot: many of them make a new one worth while. */
  readonly tailLength: number;
}

type Queryable = Pick<pg.Pool, 'query'>;
type TailRow = Omit<LedgerEventRow, 'occurredAt'> & Moment & { readonly stream: string };

export interface Loading {
  readonly deciders: ReadonlyMap<string, Decider<unknown>>;
  readonly buildId: string;
  /** Takes the streams' locks, which last until the end of the transaction. */
  readonly lock: boolean;
}

/** The states at the heads, by stream. An Error stands for a stream that does not fold: it must not stop others. */
export async function loadStreams(
  client: Queryable,
  streams: readonly string[],
  { deciders, buildId, lock }: Loading,
): Promise<ReadonlyMap<string, LoadedStream | Error>> {
  const worlds = await worldsOf(client, streams, lock);
  const present = [...worlds.keys()];
  const snapshots = await readSnapshots(client, present, buildId);
  const begun = new Map<string, LoadedStream | Error>();
  for (const stream of streams) {
    const kind = stream.slice(0, stream.indexOf('/'));
    const decider = deciders.get(kind);
    if (decider === undefined) {
      begun.set(stream, new Error(`no decider for streams of kind ${kind}`));
      continue;
    }
    const snapshot = snapshots.get(stream);
    const state =
      (snapshot && stateFrom(decider, snapshot)) ??
      initialEntityState(decider, stream.slice(kind.length + 1));
    begun.set(stream, { stream, decider, world: worlds.get(stream), state, tailLength: 0 });
  }
  const tails = await tailsOf(client, present, begun);
  const loadedStreams = new Map<string, LoadedStream | Error>();
  const pause = everyFew();
  for (const [stream, loaded] of begun) {
    await pause();
    loadedStreams.set(stream, folded(loaded, tails.get(stream) ?? []));
  }
  return loadedStreams;
}

function folded(loaded: LoadedStream | Error, rows: readonly LedgerEventRow[]): LoadedStream | Error {
  if (loaded instanceof Error || rows.length === 0) return loaded;
  try {
    const state = foldEntity(loaded.decider, loaded.state, rows.map(recordedEventFrom));
    return { ...loaded, state, tailLength: rows.length };
  } catch (error) {
    return error instanceof Error ? error : new Error('a stream does not fold');
  }
}

async function worldsOf(
  client: Queryable,
  streams: readonly string[],
  lock: boolean,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ stream: string; world: string }>({
    name: lock ? 'bulk-lock' : 'bulk-heads',
    text: lock
      ? 'SELECT stream, world FROM ledger.lock_many($1::text[])'
      : 'SELECT stream_id AS stream, world FROM ledger.stream WHERE stream_id = ANY ($1::text[])',
    values: [streams],
  });
  return new Map(rows.map(({ stream, world }) => [stream, world]));
}

async function tailsOf(
  client: Queryable,
  present: readonly string[],
  begun: ReadonlyMap<string, LoadedStream | Error>,
): Promise<ReadonlyMap<string, LedgerEventRow[]>> {
  const wanted = present.flatMap((stream) => {
    const loaded = begun.get(stream);
    return loaded === undefined || loaded instanceof Error ? [] : [loaded];
  });
  // Hashes and ids stay where they are: only what is folded travels.
  const { rows } = await client.query<TailRow>({
    name: 'bulk-tails',
    text: `SELECT w.stream, e.version, e.type, e.schema, e.body, e.meta, e.occurred_at AS "at",
        e.occurred_date AS "date", e.occurred_zone AS "zone", e.recorded_at AS "recordedAt"
      FROM unnest($1::text[], $2::bigint[]) AS w (stream, after)
      CROSS JOIN LATERAL (
        SELECT * FROM ledger.event t WHERE t.stream_id = w.stream AND t.version > w.after ORDER BY t.version
      ) e`,
    values: [wanted.map(({ stream }) => stream), wanted.map(({ state }) => state.version)],
  });
  const tails = new Map<string, LedgerEventRow[]>();
  for (const { stream, at, date, zone, ...row } of rows) {
    const event = { ...row, occurredAt: { at, date, zone } };
    const tail = tails.get(stream);
    if (tail === undefined) tails.set(stream, [event]);
    else tail.push(event);
  }
  return tails;
}
