/** The rows that belong to no stream, accesses and notes: each has its leaf or waits for it, and gives its hash. */
import type pg from 'pg';
import type { Instant } from '../domain/time/moment.ts';
import { isCanonicalText } from './canonical-check.ts';
import { accessHash, noteHash } from './chain.ts';
import type { Problem, Report } from './findings.ts';
import type { AccessTable, LeafTable, NoteTable } from './tables.ts';
import { WAITS_AT_MOST } from './verify-leaves.ts';

const ROWS_PER_PAGE = 5_000;

/**
 * A page of the access log after one number. To be called within one snapshot.
 *
 * @param last number at which to end.
 * @returns the number of its last row, undefined after the last page.
 */
export const verifyAccesses = (client: pg.PoolClient, after: number, report: Report, last?: number) =>
  verifyPage<AccessTable>(client, { after, last }, report, {
    entry: 'access',
    table: 'access.log',
    writtenAt: 'at',
    queue: { table: 'ledger.pending_access', column: 'access_id' },
    hashOf: accessHash,
  });

/** The same for the ledger's notes. */
export const verifyNotes = (client: pg.PoolClient, after: number, report: Report, last?: number) =>
  verifyPage<NoteTable>(client, { after, last }, report, {
    entry: 'note',
    table: 'ledger.note',
    writtenAt: 'committed_at',
    queue: { table: 'ledger.pending_note', column: 'note_id' },
    hashOf: noteHash,
    wrongIn: (note) => {
      if (!noteHash(note).equals(note.hash)) return ['HASH_DIFFERS', 'does not give its hash'];
      return isCanonicalText(note.body) ? undefined : ['NOT_CANONICAL', 'has a body that is not canonical'];
    },
  });

interface Rows<Row> {
  readonly entry: 'access' | 'note';
  readonly table: string;
  readonly writtenAt: string;
  readonly queue: { readonly table: string; readonly column: string };
  hashOf(row: Row): Buffer;
  wrongIn?(row: Row): readonly [Problem, string] | undefined;
}

async function verifyPage<Row extends { id: number }>(
  client: pg.PoolClient,
  { after, last = Number.MAX_SAFE_INTEGER }: { readonly after: number; readonly last: number | undefined },
  report: Report,
  { entry, table, writtenAt, queue, hashOf, wrongIn }: Rows<Row>,
): Promise<number | undefined> {
  const { rows } = await client.query<Row>(
    `SELECT * FROM ${table} WHERE id > $1 AND id <= $2 ORDER BY id LIMIT ${ROWS_PER_PAGE}`,
    [after, last],
  );
  const next = rows.length === ROWS_PER_PAGE && rows.at(-1)!.id < last ? rows.at(-1)!.id : undefined;
  const until = next ?? last;
  const { rows: leaves } = await client.query<LeafTable>(
    `SELECT * FROM ledger.leaf WHERE stream_id = $1 AND entry = $1 AND position > $2 AND position <= $3
     ORDER BY position`,
    [entry, after, until],
  );
  const { rows: waiting } = await client.query<{ id: number; since: Instant | null; late: boolean | null }>(
    `SELECT q.${queue.column} AS id, r.${writtenAt} AS since,
       r.${writtenAt} < clock_timestamp() - interval '${WAITS_AT_MOST}' AS late
     FROM ${queue.table} q LEFT JOIN ${table} r ON r.id = q.${queue.column}
     WHERE q.${queue.column} > $1 AND q.${queue.column} <= $2 ORDER BY 1`,
    [after, until],
  );
  const leafOf = new Map(leaves.map((leaf) => [leaf.position, leaf]));
  const waits = new Set(waiting.map(({ id }) => id));
  const found = (problem: Problem, position: number, explanation: string) =>
    report({ problem, entry, position, explanation });
  for (const { id, since, late } of waiting) {
    if (since === null) found('ROW_MISSING', id, `${entry} ${id} waits for a leaf, and is gone`);
    else if (late === true) found('LEAF_MISSING', id, `${entry} ${id} waits for a leaf since ${since}`);
  }
  for (const row of rows) {
    const wrong = wrongIn?.(row);
    if (wrong !== undefined) found(wrong[0], row.id, `${entry} ${row.id} ${wrong[1]}`);
    const leaf = leafOf.get(row.id);
    leafOf.delete(row.id);
    if (leaf === undefined) {
      if (!waits.has(row.id))
        found('LEAF_MISSING', row.id, `${entry} ${row.id} has no leaf and waits for none`);
    } else if (!hashOf(row).equals(leaf.hash)) {
      found('LEAF_DIFFERS', row.id, `leaf ${leaf.leaf_index} was given to another ${entry} ${row.id}`);
    }
  }
  for (const { leaf_index: index, position } of leafOf.values()) {
    found('ROW_MISSING', position, `leaf ${index} stands for ${entry} ${position}, which is gone`);
  }
  return next;
}
