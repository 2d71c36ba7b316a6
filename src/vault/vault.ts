import { createHmac } from 'node:crypto';
import { Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import type { AccessReceipt } from '../access/access-log.ts';
import type { Actor } from '../domain/decider.ts';
import { type Attestation, type AttestRequest, attestDocument } from './attestation.ts';
import { createDraftSeal, type DraftSeal } from './draft-seal.ts';
import {
  IdentityRecords,
  type IdentityVersion,
  type ReadIdentityResult,
  type StoreIdentityRequest,
  type StoreIdentityResult,
} from './identity-records.ts';
import type { KeyCacheOptions } from './key-cache.ts';
import { createKeyedHashes, type KeyedHashes } from './keyed-hash.ts';
import { deriveKey, MasterKeyProblem, type MasterKeyRing, singleMasterKey } from './master-key.ts';
import { type SealPlace, type SealResult, seal, type UnsealResult, unseal } from './seal.ts';
import { type SealFileResult, sealFile, type UnsealFileResult, unsealFile } from './sealed-file.ts';
import type { Purpose } from './sealed-text.ts';
import { type Destroyed, type Destruction, SubjectKeys } from './subject-keys.ts';
import type { VaultTables } from './tables.ts';

export type AttestResult =
  | { readonly kind: 'attested'; readonly attestation: Attestation }
  | { readonly kind: 'unknown' }
  | Destroyed;

export interface Vault extends KeyedHashes, DraftSeal {
  /**
   * Call before anything is sealed: notes the master keys' fingerprints at the first start.
   * @throws MasterKeyProblem if this database was sealed with another master key.
   */
  confirmMasterKeys(): Promise<void>;
  seal(purpose: Purpose, place: SealPlace, text: string): Promise<SealResult>;
  /** Whether sealing for this subject would be refused; makes no key. */
  destroyed(subject: string, purpose: Purpose): Promise<Destroyed | undefined>;
  unseal(place: SealPlace, text: string): Promise<UnsealResult>;
  sealFile(purpose: Purpose, place: SealPlace, bytes: Buffer): Promise<SealFileResult>;
  unsealFile(purpose: Purpose, place: SealPlace, sealed: Buffer): Promise<UnsealFileResult>;
  storeIdentity(request: StoreIdentityRequest): Promise<StoreIdentityResult>;
  /** Needs the receipt of a logged, allowed `read-identity` of this very person. */
  readIdentity(personId: string, receipt: AccessReceipt, version?: number): Promise<ReadIdentityResult>;
  identityHistory(personId: string): Promise<readonly IdentityVersion[]>;
  /** Ids of the persons of a world whose newest identity has this NIK. */
  findByNik(nik: string, world: string): Promise<readonly string[]>;
  /** The same for many NIKs in one query; those that nobody has are left out. */
  findByNiks(niks: readonly string[], world: string): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Ids of the persons of a world whose newest identity has every word of the name, as it sounds; at most `limit`. */
  findByName(name: string, world: string, limit: number): Promise<readonly string[]>;
  /** Fills the index of names where identities are older than it; costs one query once all have theirs. */
  indexNames(): Promise<number>;
  /** Blind index of a NIK however it is spaced; undefined for what has not 16 digits. */
  nikIndex(nik: string): string | undefined;
  attest(request: AttestRequest): Promise<AttestResult>;
  /** Makes everything sealed for this person and purpose unreadable, for good. Hashes still verify. */
  destroyKey(subject: string, purpose: Purpose, reason: string, actor: Actor): Promise<Destruction>;
}

/** @param masterKey 32 bytes, or a ring with older versions after a rotation. */
export function createVault(
  pool: Pool,
  masterKey: Uint8Array | MasterKeyRing,
  cache: KeyCacheOptions = {},
): Vault {
  const ring = masterKey instanceof Uint8Array ? singleMasterKey(masterKey) : masterKey;
  const database = new Kysely<VaultTables>({ dialect: new PostgresDialect({ pool }) });
  const hashes = createKeyedHashes(ring);
  const keys = new SubjectKeys(database, ring, cache);
  const identities = new IdentityRecords(database, keys, hashes);

  return {
    ...hashes,
    ...createDraftSeal(ring),
    confirmMasterKeys: () => confirmMasterKeys(database, ring),
    seal: (purpose, place, text) => seal(keys, purpose, place, text),
    destroyed: async (subject, purpose) => {
      const key = await keys.find(subject, purpose);
      return key?.kind === 'destroyed' ? key : undefined;
    },
    unseal: (place, text) => unseal(keys, place, text),
    sealFile: (purpose, place, bytes) => sealFile(keys, purpose, place, bytes),
    unsealFile: (purpose, place, sealed) => unsealFile(keys, purpose, place, sealed),
    storeIdentity: (request) => identities.store(request),
    readIdentity: (personId, receipt, version) => identities.read(personId, receipt, version),
    identityHistory: (personId) => identities.history(personId),
    findByNik: (nik, world) => identities.findByNik(nik, world),
    findByNiks: (niks, world) => identities.findByNiks(niks, world),
    findByName: (name, world, limit) => identities.findByName(name, world, limit),
    indexNames: () => identities.indexNames(),
    nikIndex: (nik) => identities.nikIndex(nik),
    destroyKey: (subject, purpose, reason, actor) => keys.destroy(subject, purpose, reason, actor),
    attest: async ({ personId, actDate }) => {
      const record = await identities.load(personId);
      if (record.kind !== 'identity') return record;
      const nikIndex = (nik: string) => identities.nikIndex(nik);
      const attestation = attestDocument(record.document, record.version, nikIndex, actDate);
      return { kind: 'attested', attestation };
    },
  };
}

async function confirmMasterKeys(database: Kysely<VaultTables>, ring: MasterKeyRing): Promise<void> {
  const fingerprints = [...ring.keys.keys()].map((version) => ({
    version,
    fingerprint: createHmac('sha256', deriveKey(ring, version, 'fingerprint'))
      .update('titian')
      .digest('hex'),
  }));
  await database
    .insertInto('vault.master_key')
    .values(fingerprints)
    .onConflict((conflict) => conflict.column('version').doNothing())
    .execute();
  const known = await database
    .selectFrom('vault.master_key as known')
    .select((row) => [
      'known.version',
      'known.fingerprint',
      // After a rotation an old master key may go, once nothing is wrapped by it any more.
      row
        .exists(
          row
            .selectFrom('vault.subject_key as wrapped')
            .select('wrapped.subject')
            .whereRef('wrapped.master_version', '=', 'known.version'),
        )
        .as('in_use'),
    ])
    .execute();
  const mine = new Map(fingerprints.map(({ version, fingerprint }) => [version, fingerprint]));
  for (const { version, fingerprint, in_use } of known) {
    if (mine.has(version) && mine.get(version) !== fingerprint) {
      throw new MasterKeyProblem(
        `master key ${version} is not the one this database was sealed with: put the right one back`,
      );
    }
    if (!mine.has(version) && in_use) {
      throw new MasterKeyProblem(`master key ${version}, under which this database holds keys, is missing`);
    }
  }
}
