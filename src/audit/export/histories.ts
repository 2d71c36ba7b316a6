/** Archived workflow histories of streams, one at a time: each may be a megabyte. */
import type pg from 'pg';
import type { BundleLine } from './lines.ts';
import { NOTE_COLUMNS, NOTES, type NoteRow, sealedBy } from './notes.ts';

/** Streams asked for in one look over the notes. */
const STREAMS_PER_QUERY = 5_000;

interface NotedRun extends NoteRow {
  readonly stream: string;
  readonly run: string;
  /** Null where the run's row is gone: notes cannot be taken back, rows of `ledger.run` could. */
  readonly build: string | null;
}

/** The record says that it keeps a history, and does not: no bundle may pass over that. */
export class SealedHistoryGone extends Error {
  override readonly name = 'SealedHistoryGone';
  readonly stream: string;
  readonly note: number;
  constructor(
    { stream, run, id, leaf_index: leaf }: Pick<NotedRun, 'stream' | 'run' | 'id' | 'leaf_index'>,
    what: 'row' | 'bytes',
  ) {
    super(
      what === 'row'
        ? `${stream}: run ${run} is sealed by note ${id} (leaf ${leaf}), and the record holds no such run`
        : `${stream}: note ${id} (leaf ${leaf}) says that the history of run ${run} is kept, and it is not`,
    );
    this.stream = stream;
    this.note = id;
  }
}

/**
 * In the order in which the runs were noted. One that was lost and turned up after all is told as kept.
 *
 * @throws SealedHistoryGone where a sealed run is gone, or was kept and has no bytes.
 */
export async function* historiesOf(
  pool: pg.Pool,
  streams: readonly string[],
  treeSize: number,
): AsyncGenerator<BundleLine & { readonly leaf: number }> {
  for await (const noted of notedRuns(pool, streams, treeSize)) {
    yield historyLine(noted, await historyOf(pool, noted));
  }
}

/**
 * Asks before a bundle is begun, so that who asked for it reads why there is none.
 *
 * @throws SealedHistoryGone
 */
export async function allHistoriesStand(
  pool: pg.Pool,
  streams: readonly string[],
  treeSize: number,
): Promise<void> {
  for await (const noted of notedRuns(pool, streams, treeSize)) {
    if (noted.kind === 'run-archived' && !noted.hasBytes) throw new SealedHistoryGone(noted, 'bytes');
  }
}

/** From the notes, which are sealed, and not from the runs: a run that was deleted would not be missed. */
async function* notedRuns(
  pool: pg.Pool,
  streams: readonly string[],
  treeSize: number,
): AsyncGenerator<NotedRun & { readonly build: string; readonly hasBytes: boolean }> {
  for (let from = 0; from < streams.length; from += STREAMS_PER_QUERY) {
    const { rows } = await pool.query<NotedRun & { readonly hasBytes: boolean }>(
      `SELECT ${NOTE_COLUMNS}, n.body::jsonb ->> 'stream' AS stream, n.body::jsonb ->> 'run' AS run,
          r.build_id AS build, r.history IS NOT NULL AND r.history_hash IS NOT NULL AS "hasBytes"
        FROM ${NOTES}
        LEFT JOIN ledger.run r ON r.stream_id = n.body::jsonb ->> 'stream' AND r.run_id = n.body::jsonb ->> 'run'
        WHERE n.kind IN ('run-archived', 'run-lost') AND l.leaf_index < $1
          AND n.body::jsonb ->> 'stream' = ANY ($2::text[])
        ORDER BY n.id`,
      [treeSize, streams.slice(from, from + STREAMS_PER_QUERY)],
    );
    const runs = new Map<string, NotedRun & { readonly hasBytes: boolean }>();
    for (const row of rows) {
      const name = `${row.stream} ${row.run}`;
      if (!runs.has(name) || row.kind === 'run-archived') runs.set(name, row);
    }
    for (const noted of runs.values()) {
      if (noted.build === null) throw new SealedHistoryGone(noted, 'row');
      yield { ...noted, build: noted.build };
    }
  }
}

interface History {
  readonly bytes: Buffer;
  readonly sha256: Buffer;
}

async function historyOf(pool: pg.Pool, noted: NotedRun): Promise<History | undefined> {
  if (noted.kind === 'run-lost') return undefined;
  const { rows } = await pool.query<{ bytes: Buffer | null; sha256: Buffer | null }>(
    'SELECT history AS bytes, history_hash AS sha256 FROM ledger.run WHERE stream_id = $1 AND run_id = $2',
    [noted.stream, noted.run],
  );
  const [row] = rows;
  if (!row?.bytes || !row.sha256) throw new SealedHistoryGone(noted, 'bytes');
  return { bytes: row.bytes, sha256: row.sha256 };
}

const historyLine = (noted: NotedRun, history: History | undefined) => ({
  type: 'history',
  ...{ stream: noted.stream, run: noted.run, build: noted.build },
  sha256: history?.sha256.toString('hex') ?? null,
  bytes: history?.bytes.toString('base64') ?? null,
  ...sealedBy(noted),
});
