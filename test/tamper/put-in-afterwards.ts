/** Rows that were put in or put aside by somebody who owns the server, with right chains. */
import { describe, expect, it } from 'vitest';
import { asOwner, chainAnew, leavesAnew } from './as-owner.ts';
import { foundAfter, onCopy } from './on-copy.ts';
import type { Copy } from './sealed-record.ts';

const told = (sentences: readonly string[], begin: string): string[] =>
  sentences
    .filter((sentence) => sentence.startsWith(begin))
    .map((sentence) => sentence.replace(/leaf \d+/, 'leaf').replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then'));

/** Decision 2 of parcel/p3, of three days ago, written today. */
async function backdated({ pool }: Copy): Promise<void> {
  await asOwner(
    pool,
    `INSERT INTO ledger.event SELECT stream_id, version + 2, event_id || 'x', type, schema, body, meta, occurred_at,
       occurred_date, occurred_zone, recorded_at, committed_at - interval '3 days', hash, hash
     FROM ledger.event WHERE stream_id = 'parcel/p3'`,
    `INSERT INTO ledger.decision SELECT stream_id, 2, command_id || 'x', name, request_hash, body, actor_id, actor_role,
       actor_office, now, clock_offset_ms, facts, effects, build_id, run_id, outcome, detail, 3, 4, event_head_hash,
       committed_at - interval '3 days', hash, hash
     FROM ledger.decision WHERE stream_id = 'parcel/p3'`,
    `UPDATE ledger.stream SET head_version = 4, decision_count = 2 WHERE stream_id = 'parcel/p3'`,
    chainAnew('parcel/p3'),
    `INSERT INTO ledger.pending_leaf (stream_id, decision_sequence, first_version, last_version)
     VALUES ('parcel/p3', 2, 3, 4)`,
  );
}

describe('a decision of three days ago that was written today', () => {
  it('is named as soon as it has its leaf', () =>
    onCopy(async (copy) => {
      await backdated(copy);
      expect(told(await copy.findings(), '')).toEqual([
        'LEAF_MISSING: decision 2 waits for a leaf since then',
      ]);
      await copy.pool.query('SELECT ledger.sequence_leaves(1000)');
      const [first, ...others] = told(await copy.findings(), '');
      expect(first).toMatch(
        /^BACKDATED: decision 2 says that it was committed at then, and got leaf only after the checkpoint of \d+ leaves, signed after then$/,
      );
      expect(others).toEqual([]);
    }));

  it('and an event that names another time than its decision', async () => {
    const found = await foundAfter(
      `UPDATE ledger.event SET committed_at = committed_at - interval '3 days'
       WHERE stream_id = 'parcel/p3' AND version = 2`,
      chainAnew('parcel/p3'),
      leavesAnew('parcel/p3'),
    );
    expect(told(found, 'BACKDATED')).toEqual([
      'BACKDATED: event 2 says that it was committed at then, and decision 1, which made it, at then',
    ]);
  });
});

describe('what waits for a leaf for days', () => {
  it('accesses and notes', () =>
    onCopy(async (copy) => {
      await asOwner(
        copy.pool,
        `INSERT INTO access.log (at, world, actor_id, role, office, action, subject, outcome)
         SELECT at - interval '2 days', world, actor_id, role, office, action, subject, outcome FROM access.log LIMIT 1`,
        'INSERT INTO ledger.pending_access SELECT max(id) FROM access.log',
        `INSERT INTO ledger.note (kind, body, committed_at, hash)
         SELECT 'verified', '{}', date_trunc('day', now()) - interval '2 days', hash FROM ledger.note LIMIT 1`,
        'UPDATE ledger.note n SET hash = ledger.note_hash(n) WHERE id = (SELECT max(id) FROM ledger.note)',
        'INSERT INTO ledger.pending_note SELECT max(id) FROM ledger.note',
        'INSERT INTO ledger.pending_access VALUES (1000)',
      );
      expect(told(await copy.findings(), '')).toEqual([
        'LEAF_MISSING: access 4 waits for a leaf since then',
        'ROW_MISSING: access 1000 waits for a leaf, and is gone',
        'LEAF_MISSING: note 6 waits for a leaf since then',
      ]);
    }));
});

describe('a run that is said to be lost', () => {
  it('without the note, and the note without the mark', async () => {
    expect(await foundAfter(`UPDATE ledger.run SET lost_at = now() WHERE stream_id = 'parcel/p2'`)).toEqual([
      'EVIDENCE_MISSING: run run-one is marked as lost, and no note says so',
    ]);
    await onCopy(async (copy) => {
      await copy.pool.query(`SELECT ledger.mark_run_lost('parcel/p2', 'run-one')`);
      await asOwner(copy.pool, `UPDATE ledger.run SET lost_at = NULL WHERE stream_id = 'parcel/p2'`);
      expect(await copy.findings()).toEqual([
        'EVIDENCE_MISSING: run run-one was lost, as note 6 says, and is not marked so',
      ]);
    });
  });
});
