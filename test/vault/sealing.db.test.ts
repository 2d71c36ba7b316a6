import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MasterKeyProblem, masterKeyRing } from '../../src/vault/master-key.ts';
import { rewrapKeys } from '../../src/vault/rotation.ts';
import type { SealPlace } from '../../src/vault/seal.ts';
import { PURPOSES, type Purpose } from '../../src/vault/sealed-text.ts';
import { createVault, type Vault } from '../../src/vault/vault.ts';
import { seeded, text } from './texts.ts';
import { nextPerson, openVault, STAFF, type VaultOnDatabase } from './vault-on-database.ts';

let here: VaultOnDatabase;
let vault: Vault;

beforeAll(async () => {
  here = await openVault();
  vault = here.vault;
});
afterAll(() => here.close());

const placeFor = (subject = nextPerson()): SealPlace => ({
  subject,
  commandId: 'command-1',
  field: 'reason',
});

async function sealed(purpose: Purpose, place: SealPlace, plain: string): Promise<string> {
  const result = await vault.seal(purpose, place, plain);
  if (result.kind !== 'sealed') throw new Error(result.kind);
  return result.text;
}

describe('a sealed text', () => {
  it('opens to what was sealed, in this process and in another', async () => {
    const place = placeFor();
    const other = here.anotherProcess();
    await fc.assert(
      fc.asyncProperty(text(), fc.constantFrom(...PURPOSES), async (plain, purpose) => {
        const written = await sealed(purpose, place, plain);
        expect(await vault.unseal(place, written)).toEqual({ kind: 'text', text: plain });
        expect(await other.unseal(place, written)).toEqual({ kind: 'text', text: plain });
      }),
      seeded,
    );
  });

  it('differs each time, while the hash of the request does not', async () => {
    const place = placeFor();
    const one = await sealed('case', place, 'tidak hadir');
    expect(await sealed('case', place, 'tidak hadir')).not.toBe(one);
    expect(vault.requestHash('{"reason":"tidak hadir"}')).toBe(
      here.anotherProcess().requestHash('{"reason":"tidak hadir"}'),
    );
  });

  it('opens at no other person, command, field or purpose', async () => {
    const place = placeFor();
    const written = await sealed('case', place, 'alasan');
    const other = placeFor();
    await sealed('case', other, 'so that this person has a key, too');
    await sealed('health', place, 'so that there is a key for this purpose, too');
    const moved = { kind: 'unreadable', because: 'place' };
    expect(await vault.unseal(other, written)).toEqual(moved);
    expect(await vault.unseal({ ...place, commandId: 'command-2' }, written)).toEqual(moved);
    expect(await vault.unseal({ ...place, field: 'note' }, written)).toEqual(moved);
    // What stands between command and field is bound as well.
    expect(await vault.unseal({ ...place, commandId: 'command-1r', field: 'eason' }, written)).toEqual(moved);
    expect(await vault.unseal(place, written.replace(':case:', ':health:'))).toEqual(moved);
    expect(await vault.unseal(place, written.replace(':1:', ':2:'))).toEqual({
      kind: 'unreadable',
      because: 'key',
    });
    expect(await vault.unseal(placeFor(), written)).toEqual({ kind: 'unreadable', because: 'key' });
    expect(await vault.unseal(place, 'alasan')).toEqual({ kind: 'unreadable', because: 'format' });
  });

  it('is refused before it is sealed if it could not come back whole', async () => {
    await expect(vault.seal('case', placeFor(), '\ud800')).rejects.toThrow(TypeError);
    await expect(vault.seal('case', placeFor(), 'x'.repeat(65_537))).rejects.toThrow(RangeError);
  });

  it('has one key, also when many seal the first text at once', async () => {
    const place = placeFor();
    const processes = Array.from({ length: 8 }, () => here.anotherProcess());
    const texts = await Promise.all(
      processes.map((each, index) => each.seal('case', place, `catatan ${index}`)),
    );
    for (const [index, result] of texts.entries()) {
      const written = result.kind === 'sealed' ? result.text : '';
      expect(await vault.unseal(place, written)).toEqual({ kind: 'text', text: `catatan ${index}` });
    }
  });
});

describe('a destroyed key', () => {
  it('makes its purpose unreadable, and no other', async () => {
    const place = placeFor();
    const [note, illness] = [await sealed('case', place, 'perkara'), await sealed('health', place, 'sakit')];
    const first = await vault.destroyKey(place.subject, 'health', 'RETENTION_ENDED', STAFF);
    expect(first.newly).toBe(true);
    const destroyed = { kind: 'destroyed', destroyedAt: first.destroyedAt };
    expect(await vault.unseal(place, illness)).toEqual(destroyed);
    expect(await here.anotherProcess().unseal(place, illness)).toEqual(destroyed);
    expect(await vault.unseal(place, note)).toEqual({ kind: 'text', text: 'perkara' });
    expect(await vault.destroyKey(place.subject, 'health', 'AGAIN', STAFF)).toEqual({
      ...first,
      newly: false,
    });
  });

  it('is never replaced by a new one', async () => {
    const place = placeFor();
    await vault.destroyKey(place.subject, 'case', 'NEVER_WANTED', STAFF);
    expect(await vault.seal('case', place, 'terlambat')).toMatchObject({ kind: 'destroyed' });
    const { rows } = await here.superuser.query(
      'SELECT wrapped_key, destroyed_by, destroyed_office, destroy_reason FROM vault.subject_key WHERE subject = $1',
      [place.subject],
    );
    expect(rows).toEqual([
      {
        wrapped_key: null,
        destroyed_by: 'staff-1',
        destroyed_office: 'kejari-medan',
        destroy_reason: 'NEVER_WANTED',
      },
    ]);
  });

  it('is read no longer than the cache holds by a process that had it at hand', async () => {
    let now = 0;
    const other = createVault(here.app, here.masterKey, { lifetimeMs: 30_000, clock: () => now });
    const place = placeFor();
    const written = await sealed('case', place, 'alasan');
    expect(await other.unseal(place, written)).toMatchObject({ kind: 'text' });
    await vault.destroyKey(place.subject, 'case', 'ERASED', STAFF);
    now = 30_000;
    expect(await other.unseal(place, written)).toMatchObject({ kind: 'destroyed' });
  });
});

describe('the application', () => {
  const denied = 'permission denied';

  it.each([
    [`UPDATE vault.subject_key SET wrapped_key = NULL, destroyed_at = now()`, denied],
    ['DELETE FROM vault.subject_key', denied],
    ['TRUNCATE vault.subject_key', denied],
    [`INSERT INTO vault.subject_key (subject, purpose, destroyed_at) VALUES ('x', 'case', now())`, denied],
    ['UPDATE vault.identity SET world = world', denied],
    ['DELETE FROM vault.identity', denied],
    ['TRUNCATE vault.identity', denied],
    ['DELETE FROM vault.nik_index', denied],
    ['UPDATE vault.master_key SET fingerprint = fingerprint', denied],
    ['ALTER TABLE vault.identity DISABLE TRIGGER ALL', 'must be owner'],
    ['SET ROLE titian_vault_owner', denied],
    ['CREATE TABLE vault.mine (id int)', denied],
  ])('may not: %s', async (statement, message) => {
    await expect(here.app.query(statement)).rejects.toThrow(message);
  });

  it('cannot even be helped by the owner to undo or hide a destruction', async () => {
    const place = placeFor();
    await sealed('case', place, 'alasan');
    await vault.destroyKey(place.subject, 'case', 'ERASED', STAFF);
    const revive = `UPDATE vault.subject_key SET wrapped_key = '\\x00', destroyed_at = NULL WHERE subject = $1`;
    for (const pool of [here.owner, here.superuser]) {
      await expect(pool.query(revive, [place.subject])).rejects.toThrow('stays destroyed');
      await expect(pool.query('DELETE FROM vault.subject_key')).rejects.toThrow('append-only');
      await expect(pool.query('TRUNCATE vault.subject_key')).rejects.toThrow('append-only');
      await expect(pool.query('TRUNCATE vault.identity CASCADE')).rejects.toThrow('append-only');
    }
  });
});

describe('the master key', () => {
  it('must be the one this database was sealed with', async () => {
    await vault.confirmMasterKeys();
    await here.anotherProcess().confirmMasterKeys();
    await expect(createVault(here.app, randomBytes(32)).confirmMasterKeys()).rejects.toThrow(
      MasterKeyProblem,
    );
  });

  it('is changed without touching a sealed text', async () => {
    const its = await openVault();
    try {
      const place = placeFor();
      const kept = await its.vault.seal('case', place, 'alasan');
      const gone = { ...place, subject: nextPerson() };
      await its.vault.seal('case', gone, 'x');
      await its.vault.destroyKey(gone.subject, 'case', 'ERASED', STAFF);
      const keys = new Map([
        [1, its.masterKey],
        [2, randomBytes(32)],
      ]);
      const ring = masterKeyRing(keys, 2, 1);
      const rotated = createVault(its.app, ring);
      await rotated.confirmMasterKeys();
      expect(await rewrapKeys(its.owner, ring)).toBe(1);
      expect(await rewrapKeys(its.owner, ring)).toBe(0);
      const written = kept.kind === 'sealed' ? kept.text : '';
      expect(await createVault(its.app, ring).unseal(place, written)).toEqual({
        kind: 'text',
        text: 'alasan',
      });
      // The old key alone is not enough any more, and says so at the start.
      await expect(its.anotherProcess().confirmMasterKeys()).rejects.toThrow('master key 2');
      await expect(rewrapKeys(its.app, masterKeyRing(keys, 1, 1))).rejects.toThrow('permission denied');
    } finally {
      await its.close();
    }
  });
});
