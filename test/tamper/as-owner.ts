/** What somebody does who owns the server, from a changed byte to a record computed anew. */
import type pg from 'pg';
import { expect } from 'vitest';
import { growTiles } from '../../src/seal/grow-tiles.ts';

const GUARDED = `
  SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname IN ('ledger', 'seal', 'access', 'vault') AND c.relkind = 'r' AND c.relhastriggers
  ORDER BY 1`;

const ALWAYS = `
  SELECT format('ALTER TABLE %s ENABLE ALWAYS TRIGGER %I', tgrelid::regclass, tgname) AS statement
  FROM pg_trigger WHERE tgenabled = 'A'`;

/** Switches every guard off, changes, and switches them on again as they were: nobody sees it of them. */
export async function asOwner(pool: pg.Pool, ...statements: readonly string[]): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(`SET LOCAL session_replication_role = 'replica'`);
    const { rows } = await client.query<{ name: string }>(GUARDED);
    const { rows: always } = await client.query<{ statement: string }>(ALWAYS);
    for (const { name } of rows) await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
    for (const statement of statements) {
      const { command, rowCount } = await client.query(statement);
      // A change of no row would prove nothing; blocks and ALTER count none.
      if (command !== 'ALTER' && command !== 'DO') expect(rowCount, statement).toBeGreaterThan(0);
    }
    for (const { name } of rows) await client.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`);
    for (const { statement } of always) await client.query(statement);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

/** Both chains of a stream, computed anew from what the rows say now. */
export const chainAnew = (stream: string): string => `
  DO $$
  DECLARE
    s ledger.stream; e ledger.event; d ledger.decision; before bytea;
  BEGIN
    SELECT * INTO STRICT s FROM ledger.stream WHERE stream_id = '${stream}';
    before := ledger.stream_hash(s.stream_id, s.kind, s.world);
    FOR e IN SELECT * FROM ledger.event WHERE stream_id = s.stream_id ORDER BY version LOOP
      e.previous_hash := before;
      e.hash := ledger.event_hash(e);
      UPDATE ledger.event SET previous_hash = e.previous_hash, hash = e.hash
        WHERE stream_id = s.stream_id AND version = e.version;
      before := e.hash;
      s.head_hash := e.hash;
    END LOOP;
    before := ledger.stream_hash(s.stream_id, s.kind, s.world);
    FOR d IN SELECT * FROM ledger.decision WHERE stream_id = s.stream_id ORDER BY sequence LOOP
      d.previous_hash := before;
      d.event_head_hash := coalesce(
        (SELECT x.hash FROM ledger.event x WHERE x.stream_id = s.stream_id AND x.version = d.last_version),
        d.event_head_hash);
      d.hash := ledger.decision_hash(d);
      UPDATE ledger.decision SET previous_hash = d.previous_hash, event_head_hash = d.event_head_hash, hash = d.hash
        WHERE stream_id = s.stream_id AND sequence = d.sequence;
      before := d.hash;
    END LOOP;
    UPDATE ledger.stream SET head_hash = s.head_hash, decision_head_hash = before WHERE stream_id = s.stream_id;
  END $$`;

/** Leaves that say what the rows of a stream say now. */
export const leavesAnew = (stream: string): string => `
  UPDATE ledger.leaf l SET hash = coalesce(
    (SELECT e.hash FROM ledger.event e WHERE l.entry = 'event' AND e.stream_id = l.stream_id AND e.version = l.position),
    (SELECT d.hash FROM ledger.decision d
     WHERE l.entry = 'decision' AND d.stream_id = l.stream_id AND d.sequence = l.position))
  WHERE l.stream_id = '${stream}'`;

/** Closes the holes that removed leaves left. */
export const LEAVES_RENUMBERED = `
  DO $$
  BEGIN
    UPDATE ledger.leaf SET leaf_index = leaf_index + 1000000;
    UPDATE ledger.leaf l SET leaf_index = n.place FROM (
      SELECT leaf_index, row_number() OVER (ORDER BY leaf_index) - 1 AS place FROM ledger.leaf
    ) n WHERE n.leaf_index = l.leaf_index;
  END $$`;

/** Everything of a stream, wherever the ledger and the seal hold it. */
export const streamGone = (stream: string): readonly string[] => [
  `DELETE FROM ledger.leaf WHERE stream_id = '${stream}'`,
  `DELETE FROM ledger.event WHERE stream_id = '${stream}'`,
  `DELETE FROM ledger.decision WHERE stream_id = '${stream}'`,
  `DO $$ BEGIN
     DELETE FROM ledger.deadline WHERE stream_id = '${stream}';
     DELETE FROM ledger.message WHERE source_stream = '${stream}';
     DELETE FROM ledger.claim WHERE stream_id = '${stream}';
     DELETE FROM ledger.claim_place WHERE stream_id = '${stream}';
     DELETE FROM ledger.run WHERE stream_id = '${stream}';
   END $$`,
  `DELETE FROM ledger.stream WHERE stream_id = '${stream}'`,
  `DELETE FROM seal.stream_head WHERE stream_id = '${stream}'`,
  LEAVES_RENUMBERED,
];

/** All tiles, made of the leaves that are there now. */
export async function tilesAnew(pool: pg.Pool): Promise<void> {
  await asOwner(pool, 'DELETE FROM seal.tile');
  const { rows } = await pool.query<{ leaves: number }>('SELECT count(*) AS leaves FROM ledger.leaf');
  await growTiles(pool, rows[0]!.leaves);
}

/** The log as it was before its first checkpoint, for whoever has its key to sign again. */
export const UNSEALED = ['DELETE FROM seal.cosignature', 'DELETE FROM seal.checkpoint'];
