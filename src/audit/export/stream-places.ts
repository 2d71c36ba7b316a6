/** What a bundle needs to know of its streams before its first line. */
import type { Queryable } from '../../seal/tile-store.ts';
import type { StreamPlace } from './stream-rows.ts';

/** Streams asked for in one statement. */
const STREAMS_PER_QUERY = 1_000;

/** Those of the streams that had a leaf below the cut, in the order given. */
export async function placesOf(
  database: Queryable,
  streams: readonly string[],
  treeSize: number,
): Promise<StreamPlace[]> {
  const places: StreamPlace[] = [];
  for (const batch of batchesOf(streams)) {
    const { rows } = await database.query<StreamPlace>(
      `SELECT s.stream_id AS stream, s.kind, s.world, s.decision_count AS decisions,
          s.head_version AS events FROM ledger.stream s
        WHERE s.stream_id = ANY ($1::text[]) AND EXISTS (
          SELECT FROM ledger.leaf l WHERE l.stream_id = s.stream_id AND l.entry = 'decision'
            AND l.position = 1 AND l.leaf_index < $2)`,
      [batch, treeSize],
    );
    const found = new Map(rows.map((row) => [row.stream, row]));
    places.push(...batch.flatMap((stream) => found.get(stream) ?? []));
  }
  return places;
}

/** What decided the streams' commands: builds whose rules decided, and registers whose facts they rested on. */
export async function groundsOf(
  database: Queryable,
  streams: readonly string[],
): Promise<{ readonly builds: string[]; readonly registers: string[] }> {
  const builds = new Set<string>();
  const registers = new Set<string>();
  const subjects = new Set(streams);
  for (const batch of batchesOf(streams)) {
    const [decided, rested] = await Promise.all([
      database.query<{ build_id: string }>(
        'SELECT DISTINCT build_id FROM ledger.decision WHERE stream_id = ANY ($1::text[])',
        [batch],
      ),
      database.query<{ stream_id: string }>(
        `SELECT DISTINCT f.stream_id
         FROM (SELECT DISTINCT facts FROM ledger.decision WHERE stream_id = ANY ($1::text[]) AND facts <> '[]') d
         CROSS JOIN LATERAL jsonb_array_elements(d.facts::jsonb) AS used (fact)
         JOIN ledger.fact f ON f.key = used.fact ->> 'key'
         WHERE used.fact ->> 'version' <> '0'`,
        [batch],
      ),
    ]);
    for (const { build_id } of decided.rows) builds.add(build_id);
    for (const { stream_id } of rested.rows) if (!subjects.has(stream_id)) registers.add(stream_id);
  }
  return { builds: [...builds].sort(), registers: [...registers].sort() };
}

function* batchesOf(streams: readonly string[]): Generator<readonly string[]> {
  for (let from = 0; from < streams.length; from += STREAMS_PER_QUERY)
    yield streams.slice(from, from + STREAMS_PER_QUERY);
}
