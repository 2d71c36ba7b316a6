import { Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import { unwrapKey, wrapKey } from './data-key.ts';
import type { MasterKeyRing } from './master-key.ts';
import type { Purpose } from './sealed-text.ts';
import type { VaultTables } from './tables.ts';

/** Keys per round: a statement each, small enough to be stopped at any time. */
const BATCH = 500;

/**
 * Wraps every living data key by the active master key. Sealed texts stay as they are. Run it as the
 * vault's owner: the application may not change a key. May be stopped and run again.
 *
 * @returns how many keys were wrapped anew.
 */
export async function rewrapKeys(
  ownerPool: Pool,
  ring: MasterKeyRing,
  progress: (done: number) => void = () => {},
): Promise<number> {
  const database = new Kysely<VaultTables>({ dialect: new PostgresDialect({ pool: ownerPool }) });
  let done = 0;
  for (;;) {
    const rows = await database
      .selectFrom('vault.subject_key')
      .select(['subject', 'purpose', 'key_version', 'wrapped_key', 'master_version'])
      .where('destroyed_at', 'is', null)
      .where('master_version', '!=', ring.active)
      .limit(BATCH)
      .execute();
    if (rows.length === 0) return done;
    for (const row of rows) {
      const of = { subject: row.subject, purpose: row.purpose as Purpose, keyVersion: row.key_version };
      const key = unwrapKey(ring, row.master_version!, of, row.wrapped_key!);
      await database
        .updateTable('vault.subject_key')
        .set({ wrapped_key: wrapKey(ring, ring.active, of, key), master_version: ring.active })
        .where('subject', '=', row.subject)
        .where('purpose', '=', row.purpose)
        // Destroyed or wrapped by another run since it was read: leave it.
        .where('master_version', '=', row.master_version!)
        .execute();
      done += 1;
    }
    progress(done);
  }
}
