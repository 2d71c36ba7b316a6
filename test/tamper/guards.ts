/** The database's own defences, switched off or exchanged by somebody who owns the server. */
import { describe, expect, it } from 'vitest';
import { onCopy } from './on-copy.ts';

/** Nothing is switched on again here: that is the point. */
const toldOf = (...statements: readonly string[]): Promise<string[]> =>
  onCopy(async (copy) => {
    for (const statement of statements) await copy.pool.query(statement);
    const [whole, quick] = [await copy.findings(), await copy.findings({ quick: true })];
    expect(quick).toEqual(whole);
    return whole.map((sentence) => sentence.replace(/^GUARD_DIFFERS: /, ''));
  });

describe('a guard that is not as the migrations made it', () => {
  it('triggers', async () => {
    expect(
      await toldOf(
        'ALTER TABLE ledger.event DISABLE TRIGGER append_only',
        'ALTER TABLE ledger.leaf ENABLE TRIGGER append_only',
        'ALTER TABLE ledger.note ENABLE REPLICA TRIGGER append_only',
        'DROP TRIGGER refuse_truncate ON access.log',
        `CREATE OR REPLACE TRIGGER noted AFTER UPDATE ON ledger.run
           FOR EACH ROW WHEN (false) EXECUTE FUNCTION ledger.note_run()`,
        'ALTER TABLE ledger.run ENABLE ALWAYS TRIGGER noted',
        `CREATE OR REPLACE TRIGGER forget_name AFTER INSERT OR UPDATE ON vault.subject_key FOR EACH ROW
           WHEN (NEW.purpose = 'nobody' AND NEW.destroyed_at IS NOT NULL) EXECUTE FUNCTION vault.forget_name()`,
        'ALTER TABLE vault.subject_key ENABLE ALWAYS TRIGGER forget_name',
        `CREATE TRIGGER loses BEFORE INSERT ON access.log FOR EACH ROW EXECUTE FUNCTION access.await_leaf()`,
        'ALTER TABLE vault.nik_index DISABLE TRIGGER ALL',
      ),
    ).toEqual([
      'the foreign keys of vault.nik_index are switched off',
      'the trigger append_only on ledger.event is switched off',
      'the trigger append_only on ledger.leaf no longer fires always',
      'the trigger append_only on ledger.note no longer fires always',
      'the trigger forget_name on vault.subject_key is not the one that 0712_name_index.sql made',
      'the trigger loses on access.log was made by no migration',
      'the trigger noted on ledger.run is not the one that 0600_notes_and_leaves.sql made',
      'the trigger refuse_truncate on access.log is gone',
      'the trigger refuse_truncate on vault.nik_index is switched off',
      'the trigger refuse_update on vault.nik_index is switched off',
    ]);
  });

  it('functions', async () => {
    expect(
      await toldOf(
        `CREATE OR REPLACE FUNCTION ledger.refuse_change() RETURNS trigger
         LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$ BEGIN RETURN NULL; END; $$`,
        'ALTER FUNCTION ledger.record(jsonb) RESET search_path',
        'ALTER FUNCTION ledger.put_note(text, text) SECURITY DEFINER',
        'DROP FUNCTION ledger.note_heads(bigint, bigint, bytea)',
        `CREATE FUNCTION access.record_access(text) RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint'`,
        'ALTER FUNCTION access.record_access(text) OWNER TO titian_access_owner',
        'REVOKE ALL ON FUNCTION access.record_access(text) FROM PUBLIC',
      ),
    ).toEqual([
      'the function access.record_access was made by no migration',
      'the function ledger.note_heads is gone',
      'the function ledger.put_note is not the one that 0600_notes_and_leaves.sql made',
      'the function ledger.record is not the one that 0651_runs_that_asked_again.sql made',
      'the function ledger.refuse_change is not the one that 0005_append_only.sql made',
    ]);
  });

  it('tables, owners and grants', async () => {
    expect(
      await toldOf(
        'ALTER TABLE seal.tile ENABLE ROW LEVEL SECURITY',
        'CREATE POLICY everything ON seal.tile USING (true)',
        'CREATE RULE swallow AS ON INSERT TO access.break_glass DO INSTEAD NOTHING',
        'CREATE TABLE public.more_claims () INHERITS (ledger.claim)',
        'ALTER TABLE ledger.migration OWNER TO titian_app',
        'ALTER TABLE ledger.build RENAME TO build_kept',
        'CREATE VIEW ledger.build AS SELECT * FROM ledger.build_kept',
        'ALTER VIEW ledger.build OWNER TO titian_ledger_owner',
        'GRANT SELECT ON ledger.build TO titian_app',
        'GRANT DELETE ON access.log TO titian_app',
        'GRANT UPDATE (wrapped_key) ON vault.subject_key TO titian_app',
        'GRANT EXECUTE ON FUNCTION ledger.put_note(text, text) TO PUBLIC',
        'GRANT CREATE ON SCHEMA ledger TO titian_app',
      ),
    ).toEqual([
      'CREATE on the schema ledger to titian_app was granted by no migration',
      'DELETE on access.log to titian_app was granted by no migration',
      'EXECUTE on ledger.put_note to everybody was granted by no migration',
      'UPDATE (wrapped_key) on vault.subject_key to titian_app was granted by no migration',
      'ledger.build is no longer the table that it was',
      'ledger.migration belongs to titian_app, not to titian_ledger_owner',
      'row-level security stands on seal.tile, and no migration asks for it',
      'the rule swallow stands on access.break_glass, and no migration asks for it',
      'the table more_claims inherits from ledger.claim, and no migration asks for it',
      'the trigger append_only on ledger.build is gone',
      'the trigger append_only on ledger.build_kept was made by no migration',
      'the trigger noted on ledger.build is gone',
      'the trigger noted on ledger.build_kept was made by no migration',
    ]);
  });

  it('is not judged where the database has other migrations than this build', () =>
    onCopy(async (copy) => {
      await copy.pool.query(`INSERT INTO ledger.migration VALUES ('9999_later.sql', 'x')`);
      const { outcome, unfinished } = await copy.verify({ quick: true });
      expect([outcome, unfinished]).toEqual([
        'unfinished',
        ['the guards of the database: this build has no migration 9999_later.sql, or another one'],
      ]);
    }));
});
