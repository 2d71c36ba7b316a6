import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { AccessReceipt } from '../access/access-log.ts';
import type { Actor } from '../domain/decider.ts';
import { isWellFormedNik, normaliseNik } from '../domain/identity/nik.ts';
import type { Instant } from '../domain/time/moment.ts';
import { type IdentityDocument, readIdentityText, writeIdentity } from './identity-document.ts';
import type { KeyedHashes } from './keyed-hash.ts';
import { NameIndex } from './name-index.ts';
import { type SealPlace, seal, unseal } from './seal.ts';
import type { Destroyed, SubjectKeys } from './subject-keys.ts';
import type { VaultTables } from './tables.ts';

export interface StoreIdentityRequest {
  readonly personId: string;
  readonly world: string;
  /** The command that brings it: a retry stores nothing twice. */
  readonly commandId: string;
  readonly document: IdentityDocument;
  readonly actor: Actor;
}

export type StoreIdentityResult =
  /** `newly` is false where this command had stored the very same document before. */
  | { readonly kind: 'stored'; readonly version: number; readonly newly: boolean }
  /** This command had stored another document: the first one stays. */
  | { readonly kind: 'command-id-reused'; readonly version: number }
  | Destroyed;

export interface IdentityRecord {
  readonly kind: 'identity';
  readonly personId: string;
  readonly world: string;
  readonly version: number;
  readonly document: IdentityDocument;
  readonly storedAt: Instant;
  readonly storedBy: Actor;
}

export type ReadIdentityResult = IdentityRecord | { readonly kind: 'unknown' } | Destroyed;

/** What the vault says of an identity without showing it: to sort, compare and explain. */
export interface IdentityVersion {
  readonly version: number;
  readonly commandId: string;
  readonly storedAt: Instant;
  readonly storedBy: Actor;
}

const DOCUMENT_FIELD = 'identity-document';

const placeOf = (personId: string, commandId: string): SealPlace => ({
  subject: personId,
  commandId,
  field: DOCUMENT_FIELD,
});

export class IdentityRecords {
  readonly #database: Kysely<VaultTables>;
  readonly #keys: SubjectKeys;
  readonly #hashes: KeyedHashes;
  readonly #names: NameIndex;

  constructor(database: Kysely<VaultTables>, keys: SubjectKeys, hashes: KeyedHashes) {
    this.#database = database;
    this.#keys = keys;
    this.#hashes = hashes;
    this.#names = new NameIndex(database, hashes);
  }

  async store(request: StoreIdentityRequest): Promise<StoreIdentityResult> {
    const { personId, commandId, document } = request;
    const text = writeIdentity(document);
    const sealed = await seal(this.#keys, 'identity', placeOf(personId, commandId), text);
    if (sealed.kind === 'destroyed') return sealed;
    const answer = await this.#database.transaction().execute((transaction) =>
      // The key may have been destroyed by another process while this one still had it at hand.
      keyIsAlive(transaction, personId).then((alive) =>
        alive ? this.#append(transaction, request, sealed.text) : undefined,
      ),
    );
    if (answer === undefined) return this.#destroyed(personId);
    if (answer.newly) return { kind: 'stored', version: answer.version, newly: true };
    const first = await this.#open(answer.sealedDocument, personId, commandId);
    if (first.kind === 'destroyed') return first;
    if (first.text !== text) return { kind: 'command-id-reused', version: answer.version };
    return { kind: 'stored', version: answer.version, newly: false };
  }

  async #append(
    transaction: Transaction<VaultTables>,
    request: StoreIdentityRequest,
    sealedDocument: string,
  ) {
    const { personId, world, commandId, document, actor } = request;
    const known = await transaction
      .selectFrom('vault.identity')
      .select(['version', 'sealed_document'])
      .where('person_id', '=', personId)
      .where('command_id', '=', commandId)
      .executeTakeFirst();
    if (known !== undefined) {
      return { newly: false, version: known.version, sealedDocument: known.sealed_document };
    }
    const last = await transaction
      .selectFrom('vault.identity')
      .select((row) => row.fn.max('version').as('version'))
      .where('person_id', '=', personId)
      .executeTakeFirst();
    const version = (last?.version ?? 0) + 1;
    await transaction
      .insertInto('vault.identity')
      .values({
        person_id: personId,
        version,
        world,
        command_id: commandId,
        sealed_document: sealedDocument,
        stored_by: actor.id,
        stored_role: actor.role,
        stored_office: actor.office,
      })
      .execute();
    const nikIndex = document.nik === undefined ? undefined : this.nikIndex(document.nik);
    if (nikIndex !== undefined) {
      await transaction
        .insertInto('vault.nik_index')
        .values({
          world,
          blind_index: nikIndex,
          person_id: personId,
          identity_version: version,
        })
        .execute();
    }
    await this.#names.write(transaction, { personId, version, world, name: document.name });
    return { newly: true, version, sealedDocument };
  }

  /** @throws Error if the receipt is for another read, another person or a denied one: log the read first. */
  async read(personId: string, receipt: AccessReceipt, version?: number): Promise<ReadIdentityResult> {
    if (receipt.action !== 'read-identity' || receipt.subject !== personId || receipt.outcome !== 'allowed') {
      throw new Error(`identity of ${personId} asked for without a logged, allowed read of it`);
    }
    return this.load(personId, version);
  }

  /** For the vault's own use, where no person sees the result. */
  async load(personId: string, version?: number): Promise<ReadIdentityResult> {
    let query = this.#database
      .selectFrom('vault.identity')
      .selectAll()
      .where('person_id', '=', personId)
      .orderBy('version', 'desc')
      .limit(1);
    if (version !== undefined) query = query.where('version', '=', version);
    const row = await query.executeTakeFirst();
    if (row === undefined) return { kind: 'unknown' };
    const opened = await this.#open(row.sealed_document, personId, row.command_id);
    if (opened.kind === 'destroyed') return opened;
    return {
      kind: 'identity',
      personId,
      world: row.world,
      version: row.version,
      document: readIdentityText(opened.text),
      storedAt: new Date(row.stored_at).toISOString(),
      storedBy: actorOf(row),
    };
  }

  /** All versions, oldest first: who stored them and when, nothing of what they say. */
  async history(personId: string): Promise<readonly IdentityVersion[]> {
    const rows = await this.#database
      .selectFrom('vault.identity')
      .select(['version', 'command_id', 'stored_at', 'stored_by', 'stored_role', 'stored_office'])
      .where('person_id', '=', personId)
      .orderBy('version')
      .execute();
    return rows.map((row) => ({
      version: row.version,
      commandId: row.command_id,
      storedAt: new Date(row.stored_at).toISOString(),
      storedBy: actorOf(row),
    }));
  }

  /** Persons of a world whose newest identity has this NIK. */
  async findByNik(nik: string, world: string): Promise<readonly string[]> {
    return (await this.findByNiks([nik], world)).get(nik) ?? [];
  }

  /** The same for many at once, by the NIK as it was given; those that nobody has are left out. */
  async findByNiks(niks: readonly string[], world: string): Promise<ReadonlyMap<string, readonly string[]>> {
    const indices = new Map(niks.map((nik) => [nik, this.nikIndex(nik)]));
    const asked = [...new Set(indices.values())].filter((index) => index !== undefined);
    if (asked.length === 0) return new Map();
    const rows = await this.#database
      .selectFrom('vault.nik_index as found')
      .select(['found.blind_index', 'found.person_id'])
      .where('found.world', '=', world)
      .where('found.blind_index', 'in', asked)
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
      .orderBy('found.person_id')
      .execute();
    const having = (index: string | undefined) =>
      rows.filter((row) => row.blind_index === index).map((row) => row.person_id);
    const found = [...indices].map(([nik, index]) => [nik, having(index)] as const);
    return new Map(found.filter(([, persons]) => persons.length > 0));
  }

  /** Persons of a world whose newest identity has every word of the name, as it sounds. */
  findByName(name: string, world: string, limit: number): Promise<readonly string[]> {
    return this.#names.find(name, world, limit);
  }

  /** Fills the index of names for identities that were stored before there was one; answers how many those were. */
  async indexNames(): Promise<number> {
    let written = 0;
    for (let after = ''; ; ) {
      const missing = await this.#names.missing(after);
      for (const { personId } of missing) {
        const record = await this.load(personId);
        if (record.kind !== 'identity') continue;
        await this.#database.transaction().execute(async (transaction) => {
          // Not behind the back of a destruction: what it deleted must not come back.
          if (!(await keyIsAlive(transaction, personId))) return;
          await this.#names.write(transaction, { ...record, name: record.document.name });
          written += 1;
        });
      }
      const last = missing.at(-1);
      if (last === undefined) return written;
      after = last.personId;
    }
  }

  /** Only of 16 digits: `-` or `unknown` would make one person of all who have it. */
  nikIndex(nik: string): string | undefined {
    const digits = normaliseNik(nik);
    return isWellFormedNik(digits) ? this.#hashes.blindIndex('nik', digits) : undefined;
  }

  async #open(sealed: string, personId: string, commandId: string) {
    const opened = await unseal(this.#keys, placeOf(personId, commandId), sealed);
    if (opened.kind === 'unreadable') {
      throw new Error(`identity of ${personId} does not open (${opened.because}): it was altered`);
    }
    return opened;
  }

  async #destroyed(personId: string): Promise<Destroyed> {
    this.#keys.forget(personId, 'identity');
    const key = await this.#keys.find(personId, 'identity');
    if (key?.kind !== 'destroyed') throw new Error(`the identity key of ${personId} vanished`);
    return key;
  }
}

/**
 * Takes the lock that `vault.destroy_key` takes too: versions stay contiguous, and no destruction comes in
 * between. An advisory one, because locking the row itself would need the right to change it.
 */
async function keyIsAlive(transaction: Transaction<VaultTables>, personId: string): Promise<boolean> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`vault/identity/${personId}`}, 0))`.execute(
    transaction,
  );
  const row = await transaction
    .selectFrom('vault.subject_key')
    .select('destroyed_at')
    .where('subject', '=', personId)
    .where('purpose', '=', 'identity')
    .executeTakeFirst();
  return row !== undefined && row.destroyed_at === null;
}

const actorOf = (row: { stored_by: string; stored_role: string; stored_office: string }): Actor => ({
  id: row.stored_by,
  role: row.stored_role as Actor['role'],
  office: row.stored_office,
});
