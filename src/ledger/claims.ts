import type { LedgerDatabase } from './database.ts';

/** Holder of an exclusive claim: how a message finds the journey behind an enrolment's address. */
export async function holderOf(
  database: LedgerDatabase,
  world: string,
  key: string,
): Promise<string | undefined> {
  const row = await database
    .selectFrom('ledger.claim')
    .select('holder')
    .where('world', '=', world)
    .where('key', '=', key)
    .executeTakeFirst();
  return row?.holder;
}
