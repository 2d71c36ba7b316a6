import type { ClaimChange } from '../domain/decider.ts';
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

/** What is held of some claims at this moment. */
export interface ClaimsHeld {
  /** Holder of each exclusive claim that somebody holds. */
  readonly holders: ReadonlyMap<string, string>;
  /** Places taken, by key. */
  readonly taken: ReadonlyMap<string, number>;
  /** Who of those that are asked about has a place: `<key> <holder>`. */
  readonly places: ReadonlySet<string>;
}

export const placeName = (key: string, holder: string): string => `${key} ${holder}`;

/** Without taking anything and without waiting for anybody: the next moment it may be otherwise. */
export async function claimsHeld(
  database: LedgerDatabase,
  world: string,
  changes: readonly ClaimChange[],
): Promise<ClaimsHeld> {
  const keys = [...new Set(changes.map(({ key }) => key))];
  if (keys.length === 0) return { holders: new Map(), taken: new Map(), places: new Set() };
  const holders = [...new Set(changes.map(({ holder }) => holder))];
  const [claims, totals, places] = await Promise.all([
    database
      .selectFrom('ledger.claim')
      .select(['key', 'holder'])
      .where('world', '=', world)
      .where('key', 'in', keys)
      .execute(),
    database
      .selectFrom('ledger.claim_total')
      .select(['key', 'taken'])
      .where('world', '=', world)
      .where('key', 'in', keys)
      .execute(),
    database
      .selectFrom('ledger.claim_place')
      .select(['key', 'holder'])
      .where('world', '=', world)
      .where('key', 'in', keys)
      .where('holder', 'in', holders)
      .execute(),
  ]);
  return {
    holders: new Map(claims.map(({ key, holder }) => [key, holder])),
    taken: new Map(totals.map(({ key, taken }) => [key, taken])),
    places: new Set(places.map(({ key, holder }) => placeName(key, holder))),
  };
}
