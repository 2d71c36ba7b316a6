/** Keys that were destroyed: what was sealed under them stands in the rows, and nobody can open it any more. */
import type pg from 'pg';
import type { BundleLine } from './lines.ts';

const STREAMS_PER_QUERY = 1_000;

export async function* redactionsOf(pool: pg.Pool, streams: readonly string[]): AsyncGenerator<BundleLine> {
  for (let from = 0; from < streams.length; from += STREAMS_PER_QUERY) {
    // Keys of a person stand under the person's id, those of anything else under its stream.
    const streamOf = new Map(
      streams
        .slice(from, from + STREAMS_PER_QUERY)
        .map((stream) => [stream.startsWith('journey/') ? stream.slice('journey/'.length) : stream, stream]),
    );
    const { rows } = await pool.query<{ subject: string; purpose: string; destroyed_at: string }>(
      `SELECT subject, purpose, destroyed_at FROM vault.subject_key
        WHERE subject = ANY ($1::text[]) AND destroyed_at IS NOT NULL
        ORDER BY subject COLLATE "C", purpose COLLATE "C"`,
      [[...streamOf.keys()]],
    );
    for (const { subject, purpose, destroyed_at } of rows)
      yield {
        type: 'redaction',
        stream: streamOf.get(subject)!,
        purpose,
        at: new Date(destroyed_at).toISOString(),
      };
  }
}
