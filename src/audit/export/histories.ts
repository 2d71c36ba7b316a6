/** Archived workflow histories of streams, one at a time: each may be a megabyte. */
import type pg from 'pg';
import type { BundleLine } from './lines.ts';
import { NOTE_COLUMNS, NOTES, type NoteRow, sealedBy } from './notes.ts';

/** Streams asked for in one look over the notes. */
const STREAMS_PER_QUERY = 5_000;

interface NotedRun extends NoteRow {
  readonly stream: string;
  readonly run: string;
  readonly build: string;
}

/** In the order in which the runs were noted. One that was lost and turned up after all is told as kept. */
export async function* historiesOf(
  pool: pg.Pool,
  streams: readonly string[],
  treeSize: number,
): AsyncGenerator<BundleLine & { readonly leaf: number }> {
  for (let from = 0; from < streams.length; from += STREAMS_PER_QUERY) {
    const { rows } = await pool.query<NotedRun>(
      `SELECT ${NOTE_COLUMNS}, r.stream_id AS stream, r.run_id AS run, r.build_id AS build
        FROM ${NOTES}
        JOIN ledger.run r ON r.stream_id = n.body::jsonb ->> 'stream' AND r.run_id = n.body::jsonb ->> 'run'
        WHERE n.kind IN ('run-archived', 'run-lost') AND l.leaf_index < $1
          AND n.body::jsonb ->> 'stream' = ANY ($2::text[])
        ORDER BY n.id`,
      [treeSize, streams.slice(from, from + STREAMS_PER_QUERY)],
    );
    const runs = new Map<string, NotedRun>();
    for (const row of rows) {
      const name = `${row.stream} ${row.run}`;
      if (!runs.has(name) || row.kind === 'run-archived') runs.set(name, row);
    }
    for (const noted of runs.values()) yield historyLine(noted, await historyOf(pool, noted));
  }
}

interface History {
  readonly bytes: Buffer;
  readonly sha256: Buffer;
}

async function historyOf(pool: pg.Pool, { kind, stream, run }: NotedRun): Promise<History | undefined> {
  if (kind === 'run-lost') return undefined;
  const { rows } = await pool.query<{ bytes: Buffer | null; sha256: Buffer | null }>(
    'SELECT history AS bytes, history_hash AS sha256 FROM ledger.run WHERE stream_id = $1 AND run_id = $2',
    [stream, run],
  );
  const [row] = rows;
  return row?.bytes && row.sha256 ? { bytes: row.bytes, sha256: row.sha256 } : undefined;
}

const historyLine = (noted: NotedRun, history: History | undefined) => ({
  type: 'history',
  ...{ stream: noted.stream, run: noted.run, build: noted.build },
  sha256: history?.sha256.toString('hex') ?? null,
  bytes: history?.bytes.toString('base64') ?? null,
  ...sealedBy(noted),
});
