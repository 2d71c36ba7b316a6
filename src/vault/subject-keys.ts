import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../domain/decider.ts';
import type { Instant } from '../domain/time/moment.ts';
import { newDataKey, unwrapKey, wrapKey } from './data-key.ts';
import { KeyCache, type KeyCacheOptions } from './key-cache.ts';
import type { MasterKeyRing } from './master-key.ts';
import type { Purpose } from './sealed-text.ts';
import type { Time, VaultTables } from './tables.ts';

export interface DataKey {
  readonly kind: 'key';
  readonly keyVersion: number;
  readonly key: Buffer;
}

/** The key is gone for good, and with it all that was sealed under it. */
export interface Destroyed {
  readonly kind: 'destroyed';
  readonly destroyedAt: Instant;
}

export interface Destruction {
  /** False where an earlier call had destroyed it. */
  readonly newly: boolean;
  readonly destroyedAt: Instant;
}

/** The data keys, one per subject and purpose, made when first needed. */
export class SubjectKeys {
  readonly #database: Kysely<VaultTables>;
  readonly #ring: MasterKeyRing;
  readonly #cache: KeyCache<DataKey>;

  constructor(database: Kysely<VaultTables>, ring: MasterKeyRing, cache: KeyCacheOptions = {}) {
    this.#database = database;
    this.#ring = ring;
    this.#cache = new KeyCache(cache);
  }

  /** The key if there is one; it makes none. */
  async find(subject: string, purpose: Purpose): Promise<DataKey | Destroyed | undefined> {
    const name = cacheName(subject, purpose);
    const cached = this.#cache.get(name);
    if (cached !== undefined) return cached;
    const row = await this.#database
      .selectFrom('vault.subject_key')
      .select(['key_version', 'wrapped_key', 'master_version', 'destroyed_at'])
      .where('subject', '=', subject)
      .where('purpose', '=', purpose)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    if (row.wrapped_key === null || row.master_version === null) {
      return { kind: 'destroyed', destroyedAt: instant(row.destroyed_at!) };
    }
    const of = { subject, purpose, keyVersion: row.key_version };
    const key = unwrapKey(this.#ring, row.master_version, of, row.wrapped_key);
    const found: DataKey = { kind: 'key', keyVersion: row.key_version, key };
    this.#cache.set(name, found);
    return found;
  }

  /** The key, made if there was none. Of two that make it at once, both get the one that was kept. */
  async obtain(subject: string, purpose: Purpose): Promise<DataKey | Destroyed> {
    const known = await this.find(subject, purpose);
    if (known !== undefined) return known;
    const of = { subject, purpose, keyVersion: 1 };
    await this.#database
      .insertInto('vault.subject_key')
      .values({
        subject,
        purpose,
        key_version: of.keyVersion,
        wrapped_key: wrapKey(this.#ring, this.#ring.active, of, newDataKey()),
        master_version: this.#ring.active,
      })
      .onConflict((conflict) => conflict.columns(['subject', 'purpose']).doNothing())
      .execute();
    const kept = await this.find(subject, purpose);
    if (kept === undefined) throw new Error(`the ${purpose} key of ${subject} was stored and is not there`);
    return kept;
  }

  /** Drops what is at hand, so that the next look is at the table. */
  forget(subject: string, purpose: Purpose): void {
    this.#cache.delete(cacheName(subject, purpose));
  }

  async destroy(subject: string, purpose: Purpose, reason: string, actor: Actor): Promise<Destruction> {
    const { rows } = await sql<{ newly: boolean; destroyed_at: Time }>`
      SELECT newly, destroyed_at
        FROM vault.destroy_key(${subject}, ${purpose}, ${reason}, ${actor.id}, ${actor.role}, ${actor.office})
    `.execute(this.#database);
    this.forget(subject, purpose);
    const row = rows[0]!;
    return { newly: row.newly, destroyedAt: instant(row.destroyed_at) };
  }
}

const cacheName = (subject: string, purpose: Purpose): string => `${purpose}:${subject}`;

const instant = (time: Time): Instant => new Date(time).toISOString();
