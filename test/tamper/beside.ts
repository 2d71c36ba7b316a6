/** What stands beside the chains, changed by somebody who owns the server; and what the application may not. */
import { describe, expect, it } from 'vitest';
import { createPool } from '../../src/ledger/pool.ts';
import { asOwner, chainAnew } from './as-owner.ts';
import { foundAfter, onCopy } from './on-copy.ts';

const UNCHECKED = ['run_check', 'run_check1'].map((name) => `ALTER TABLE ledger.run DROP CONSTRAINT ${name}`);
const RUN = `stream_id = 'parcel/p1' AND run_id = 'run-one'`;

describe('archived evidence', () => {
  it('a history that was edited', async () => {
    const told = await foundAfter(...UNCHECKED, `UPDATE ledger.run SET history = 'edited' WHERE ${RUN}`);
    expect(told).toEqual(['HASH_DIFFERS: the archived history of run run-one does not give its hash']);
  });

  it('a history that was edited with its hash', async () => {
    const told = await foundAfter(
      `UPDATE ledger.run SET history = 'edited', history_hash = sha256('edited') WHERE ${RUN}`,
    );
    expect(told).toEqual([
      'HASH_DIFFERS: the archived history of run run-one is not the one that note 3 sealed',
    ]);
  });

  it('and with the note that sealed it', async () => {
    const [first] = await foundAfter(
      `UPDATE ledger.run SET history = 'edited', history_hash = sha256('edited') WHERE ${RUN}`,
      `UPDATE ledger.note SET body = (SELECT ledger.run_archived_body(r) FROM ledger.run r WHERE ${RUN}) WHERE id = 3`,
      'UPDATE ledger.note n SET hash = ledger.note_hash(n) WHERE id = 3',
    );
    expect(first).toMatch(/^LEAF_DIFFERS: leaf \d+ was given to another note 3$/);
  });

  it('a history, a bundle, a rule pack that are gone', async () => {
    expect(
      await foundAfter(
        `UPDATE ledger.run SET history = NULL, history_hash = NULL, archived_at = NULL WHERE ${RUN}`,
        'DELETE FROM ledger.build',
        'DELETE FROM ledger.rules',
      ),
    ).toEqual([
      'EVIDENCE_MISSING: build test decided, and its rule pack is not kept',
      'EVIDENCE_MISSING: build test decided, and its workflow bundle is not kept',
      'EVIDENCE_MISSING: the rule pack of build test was kept, and is gone',
      'EVIDENCE_MISSING: the workflow bundle of build test was kept, and is gone',
      'EVIDENCE_MISSING: the history of run run-one was archived, as note 3 says, and is gone',
    ]);
  });

  it('a run that ended and was never kept', async () => {
    const told = await foundAfter(
      `UPDATE ledger.run SET history = NULL, history_hash = NULL, archived_at = NULL,
         first_recorded_at = first_recorded_at - interval '9 days' WHERE ${RUN}`,
      `UPDATE ledger.run SET first_recorded_at = first_recorded_at - interval '8 days'
       WHERE stream_id = 'parcel/p1' AND run_id = 'run-two'`,
    );
    expect(told).toContain(
      'EVIDENCE_MISSING: run run-one ended more than a day ago, and its history is neither archived nor noted as lost',
    );
  });

  it('a run that was lost is named, and is no finding', () =>
    onCopy(async (copy) => {
      await copy.pool.query(`SELECT ledger.mark_run_lost('parcel/p2', 'run-one')`);
      const { outcome, remarks } = await copy.verify();
      expect([outcome, remarks]).toEqual([
        'intact',
        ['Histories that were lost before they could be archived, as their notes say: run-one of parcel/p2.'],
      ]);
    }));
});

describe('policies and register facts', () => {
  const POLICY = 'policy/sessions';

  it('a policy row that was changed', () =>
    onCopy(async (copy) => {
      const { rows } = await copy.pool.query<{ key: string }>(
        `SELECT key FROM ledger.fact WHERE key LIKE 'policy/%' ORDER BY key LIMIT 1`,
      );
      const { key } = rows[0]!;
      await asOwner(copy.pool, `UPDATE ledger.fact SET value = '{"changed":true}' WHERE key = '${key}'`);
      expect(await copy.findings()).toEqual([
        `STATE_DIFFERS: fact ${key} is not what the decision at version 1 set`,
      ]);
    }));

  it('a decision that names a version nobody set', async () => {
    const told = await foundAfter(
      `UPDATE ledger.decision SET facts = '[{"key":"${POLICY}","version":9}]'
       WHERE stream_id = 'parcel/p2' AND sequence = 2`,
      chainAnew('parcel/p2'),
    );
    expect(told).toContain(`FACT_UNKNOWN: decision 2 was based on version 9 of ${POLICY}, which nobody set`);
  });
});

describe('the vault', () => {
  it('a key that vanished without having been destroyed', async () => {
    const told = await foundAfter(
      `DELETE FROM vault.subject_key WHERE subject = 'person-a' AND purpose = 'case'`,
    );
    expect(told).toEqual([
      'KEY_MISSING: event 2 of journey/person-a holds text sealed for the purpose case, ' +
        'and the vault has neither its key nor says that it was destroyed',
    ]);
  });

  it('an identity that vanished', async () => {
    const told = await foundAfter(
      `DELETE FROM vault.nik_index WHERE person_id = 'person-b'`,
      `DELETE FROM vault.identity WHERE person_id = 'person-b'`,
    );
    expect(told).toEqual([
      'KEY_MISSING: decision 1 of journey/person-b brought an identity, and the vault does not have it',
    ]);
  });

  it('a key that was destroyed is no finding', () =>
    onCopy(async (copy) => {
      await copy.pool.query(`SELECT vault.destroy_key('person-a', 'case', 'asked for', 'a', 'AUDITOR', 'o')`);
      expect(await copy.findings()).toEqual([]);
    }));
});

it('a list that shows something else than the ledger', async () => {
  const told = await foundAfter(
    `UPDATE projection.case_list SET ordered_minutes = 60 WHERE person_id = 'person-a'`,
  );
  expect(told).toEqual([
    'STATE_DIFFERS: what the list case-list shows of person-a is not what the ledger says',
  ]);
});

it('the application can neither update, delete nor truncate any table of ledger, seal and access', () =>
  onCopy(async ({ pool: superPool, appUrl }) => {
    const { rows: tables } = await superPool.query<{ name: string; column: string }>(
      `SELECT format('%I.%I', table_schema, table_name) AS name, min(column_name::text) AS column
       FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
       WHERE table_schema IN ('ledger', 'seal', 'access') AND table_type = 'BASE TABLE' GROUP BY 1 ORDER BY 1`,
    );
    expect(tables.length).toBeGreaterThan(20);
    const pool = createPool(appUrl, { connections: 1 });
    try {
      for (const { name, column } of tables) {
        for (const statement of [
          `UPDATE ${name} SET ${column} = DEFAULT`,
          `DELETE FROM ${name}`,
          `TRUNCATE ${name} CASCADE`,
          `INSERT INTO ${name} DEFAULT VALUES`,
        ]) {
          await expect(pool.query(statement), statement).rejects.toMatchObject({ code: '42501' });
        }
      }
    } finally {
      await pool.end();
    }
  }));
