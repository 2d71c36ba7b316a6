/** People by the sound of their names: keyed hashes alone, written with every identity and for those that lack them. */
import type { Kysely, Transaction } from 'kysely';
import type { KeyedHashes } from './keyed-hash.ts';
import { nameSounds } from './name-words.ts';
import type { VaultTables } from './tables.ts';

/** Identities opened in one go when the index is filled. */
const BATCH = 200;

export interface NamedIdentity {
  readonly personId: string;
  readonly version: number;
  readonly world: string;
  readonly name: string;
}

export class NameIndex {
  readonly #database: Kysely<VaultTables>;
  readonly #hashes: KeyedHashes;

  constructor(database: Kysely<VaultTables>, hashes: KeyedHashes) {
    this.#database = database;
    this.#hashes = hashes;
  }

  hashesOf(name: string, world: string): readonly string[] {
    return nameSounds(name).map((sound) => this.#hashes.blindIndex('name', JSON.stringify([world, sound])));
  }

  async write(
    database: Transaction<VaultTables> | Kysely<VaultTables>,
    { personId, version, world, name }: NamedIdentity,
  ): Promise<void> {
    const hashes = this.hashesOf(name, world);
    if (hashes.length === 0) return;
    await database
      .insertInto('vault.name_index')
      .values(
        hashes.map((word_index) => ({ world, word_index, person_id: personId, identity_version: version })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  /** Persons of a world whose newest identity has every word of the name; at most `limit`, in order of their ids. */
  async find(name: string, world: string, limit: number): Promise<readonly string[]> {
    const hashes = this.hashesOf(name, world);
    if (hashes.length === 0) return [];
    const rows = await this.#database
      .selectFrom('vault.name_index as found')
      .select('found.person_id')
      .where('found.world', '=', world)
      .where('found.word_index', 'in', [...hashes])
      .where((where) =>
        where.not(
          where.exists(
            where
              .selectFrom('vault.identity as later')
              .select('later.version')
              .whereRef('later.person_id', '=', 'found.person_id')
              .whereRef('later.version', '>', 'found.identity_version'),
          ),
        ),
      )
      .groupBy('found.person_id')
      .having((having) => having.fn.countAll(), '=', hashes.length)
      .orderBy('found.person_id')
      .limit(limit)
      .execute();
    return rows.map(({ person_id }) => person_id);
  }

  /** Newest identities after a person that no row of the index leads to; whose key is destroyed is nobody's. */
  async missing(after: string): Promise<readonly { readonly personId: string; readonly version: number }[]> {
    const rows = await this.#database
      .selectFrom('vault.identity as stored')
      .innerJoin('vault.subject_key as key', (join) =>
        join.onRef('key.subject', '=', 'stored.person_id').on('key.purpose', '=', 'identity'),
      )
      .select(['stored.person_id as personId', (row) => row.fn.max('stored.version').as('version')])
      .where('stored.person_id', '>', after)
      .where('key.destroyed_at', 'is', null)
      .where((where) =>
        where.not(
          where.exists(
            where
              .selectFrom('vault.name_index as found')
              .select('found.person_id')
              .whereRef('found.person_id', '=', 'stored.person_id'),
          ),
        ),
      )
      .groupBy('stored.person_id')
      .orderBy('stored.person_id')
      .limit(BATCH)
      .execute();
    return rows.map(({ personId, version }) => ({ personId, version: Number(version) }));
  }
}
