/** Rows of the access log that belong into a bundle. */
import type pg from 'pg';
import type { BundleLine } from './lines.ts';
import type { LeafRange } from './scope.ts';

const ROWS_PER_PAGE = 1_000;
/** Streams about which the log is asked at once. */
const STREAMS_PER_QUERY = 200;

interface AccessRow {
  readonly leaf_index: number;
  readonly id: number;
  readonly at: string;
  readonly world: string;
  readonly actor_id: string;
  readonly role: string;
  readonly office: string;
  readonly action: string;
  readonly subject: string;
  readonly outcome: string;
  readonly reason: string | null;
}

/** Six decimals, as the row was hashed. */
const ROWS = `
  SELECT l.leaf_index, a.id, to_char(a.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at, a.world,
    a.actor_id, a.role, a.office, a.action, a.subject, a.outcome, a.reason
  FROM access.log a
  JOIN ledger.leaf l ON l.stream_id = 'access' AND l.entry = 'access' AND l.position = a.id`;

const accessLine = ({ leaf_index: leaf, id, ...row }: AccessRow): BundleLine => ({
  type: 'access',
  leaf,
  ...row,
  id: String(id),
});

/** Every look at one of the streams, allowed or denied; the log names a stream or the id in it. */
export async function* looksAt(
  pool: pg.Pool,
  streams: readonly string[],
  treeSize: number,
): AsyncGenerator<BundleLine & { readonly leaf: number }> {
  for (let from = 0; from < streams.length; from += STREAMS_PER_QUERY) {
    const subjects = streams
      .slice(from, from + STREAMS_PER_QUERY)
      .flatMap((stream) => [stream, stream.slice(stream.indexOf('/') + 1)]);
    let after = 0;
    for (let more = true; more; ) {
      const { rows } = await pool.query<AccessRow>(
        `${ROWS} WHERE a.subject = ANY ($1::text[]) AND l.leaf_index < $2 AND a.id > $3 ORDER BY a.id LIMIT $4`,
        [subjects, treeSize, after, ROWS_PER_PAGE],
      );
      for (const row of rows) yield accessLine(row) as BundleLine & { leaf: number };
      after = rows.at(-1)?.id ?? after;
      more = rows.length === ROWS_PER_PAGE;
    }
  }
}

/** Every look within a range of leaves. */
export async function* looksWithin(
  pool: pg.Pool,
  { leafFrom, leafTo }: LeafRange,
): AsyncGenerator<BundleLine & { readonly leaf: number }> {
  let after = leafFrom - 1;
  for (let more = true; more; ) {
    const { rows } = await pool.query<AccessRow>(
      `${ROWS} WHERE l.leaf_index > $1 AND l.leaf_index < $2 ORDER BY l.leaf_index LIMIT $3`,
      [after, leafTo, ROWS_PER_PAGE],
    );
    for (const row of rows) yield accessLine(row) as BundleLine & { leaf: number };
    after = rows.at(-1)?.leaf_index ?? after;
    more = rows.length === ROWS_PER_PAGE;
  }
}
