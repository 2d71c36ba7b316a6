import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccessReceipt } from '../../src/access/access-log.ts';
import type { IdentityDocument } from '../../src/vault/identity-document.ts';
import type { Vault } from '../../src/vault/vault.ts';
import { nextPerson, openVault, STAFF, type VaultOnDatabase } from './vault-on-database.ts';

let here: VaultOnDatabase;
let vault: Vault;

beforeAll(async () => {
  here = await openVault();
  vault = here.vault;
});
afterAll(() => here.close());

/** S54: born 1996-03-07, a woman, so digits 7 to 12 are 470396. */
const RATNA: IdentityDocument = {
  name: 'Ratna Kenanga Fiktif',
  nik: '1271014703960001',
  birthDate: '1996-03-07',
  sex: 'FEMALE',
  address: 'Jalan Kenari 9, Medan',
  phone: '+62 811 0000 001',
};

const store = (personId: string, document: IdentityDocument, commandId = 'command-1', world = 'live') =>
  vault.storeIdentity({ personId, world, commandId, document, actor: STAFF });

const receiptFor = (subject: string, outcome: 'allowed' | 'denied' = 'allowed') =>
  here.log.record({
    actor: STAFF,
    world: 'live',
    action: 'read-identity',
    subject,
    outcome,
    ...(outcome === 'denied' ? { reason: 'NOT_PERMITTED' } : {}),
  });

const read = async (personId: string, version?: number) =>
  vault.readIdentity(personId, await receiptFor(personId), version);

describe('an identity', () => {
  it('is read as it was stored, with who stored it', async () => {
    const personId = nextPerson();
    expect(await store(personId, RATNA)).toEqual({ kind: 'stored', version: 1, newly: true });
    expect(await read(personId)).toMatchObject({
      document: RATNA,
      version: 1,
      world: 'live',
      storedBy: STAFF,
    });
    expect(await read(nextPerson())).toEqual({ kind: 'unknown' });
  });

  it('is stored once for a command that is sent again', async () => {
    const personId = nextPerson();
    const answers = await Promise.all(Array.from({ length: 5 }, () => store(personId, RATNA)));
    expect(answers.every((answer) => answer.kind === 'stored' && answer.version === 1)).toBe(true);
    expect(answers.filter((answer) => answer.kind === 'stored' && answer.newly)).toHaveLength(1);
    expect(await store(personId, { ...RATNA, name: 'Orang Lain' })).toEqual({
      kind: 'command-id-reused',
      version: 1,
    });
    expect(await read(personId)).toMatchObject({ document: RATNA, version: 1 });
  });

  it('keeps all its versions, without a gap when many come at once', async () => {
    const personId = nextPerson();
    const commands = ['a', 'b', 'c', 'd', 'e', 'f'];
    await Promise.all(commands.map((id) => store(personId, { ...RATNA, address: id }, id)));
    const history = await vault.identityHistory(personId);
    expect(history.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6]);
    for (const { version, commandId } of history) {
      expect(await read(personId, version)).toMatchObject({ document: { address: commandId } });
    }
    expect(await read(personId, 7)).toEqual({ kind: 'unknown' });
  });

  it('is shown to nobody whose read was not written down and allowed', async () => {
    const personId = nextPerson();
    await store(personId, RATNA);
    const denied = await receiptFor(personId, 'denied');
    const ofAnother = await receiptFor(nextPerson());
    const ofAnotherRead = { ...(await receiptFor(personId)), action: 'read-journey' } as AccessReceipt;
    for (const receipt of [denied, ofAnother, ofAnotherRead]) {
      await expect(vault.readIdentity(personId, receipt)).rejects.toThrow('without a logged');
    }
  });

  it('is gone with its key, and so is the way from its NIK', async () => {
    const personId = nextPerson();
    const document = { ...RATNA, nik: '1271014703960077' };
    await store(personId, document);
    const { destroyedAt } = await vault.destroyKey(personId, 'identity', 'RETENTION_ENDED', STAFF);
    const destroyed = { kind: 'destroyed', destroyedAt };
    expect(await read(personId)).toEqual(destroyed);
    expect(await vault.attest({ personId })).toEqual(destroyed);
    expect(await store(personId, document, 'command-2')).toEqual(destroyed);
    expect(await vault.findByNik(document.nik, 'live')).toEqual([]);
  });

  it('is not stored behind a destruction by a process that still has the key at hand', async () => {
    const personId = nextPerson();
    const other = here.anotherProcess();
    const request = { personId, world: 'live', actor: STAFF, document: RATNA };
    await other.storeIdentity({ ...request, commandId: 'command-1' });
    await vault.destroyKey(personId, 'identity', 'ERASED', STAFF);
    expect(await other.storeIdentity({ ...request, commandId: 'command-2' })).toMatchObject({
      kind: 'destroyed',
    });
    expect(await vault.identityHistory(personId)).toHaveLength(1);
  });

  it('that was moved to another person does not open', async () => {
    const [one, other] = [nextPerson(), nextPerson()];
    await store(one, RATNA);
    await store(other, { ...RATNA, name: 'Orang Lain' });
    await here.app.query(
      `INSERT INTO vault.identity (person_id, version, world, command_id, sealed_document, stored_by, stored_role, stored_office)
       SELECT $2, 2, world, command_id || '-moved', sealed_document, stored_by, stored_role, stored_office
         FROM vault.identity WHERE person_id = $1`,
      [one, other],
    );
    await expect(read(other)).rejects.toThrow('altered');
  });
});

describe('a NIK', () => {
  it('finds its persons however it is spaced, in its own world only', async () => {
    const [one, twin, elsewhere] = [nextPerson(), nextPerson(), nextPerson()];
    const document = { ...RATNA, nik: '1271 0147 0396 0101' };
    await store(one, document);
    await store(twin, { ...document, nik: '1271-0147-0396-0101' });
    await store(elsewhere, document, 'command-1', 'world-1');
    expect(await vault.findByNik('1271014703960101', 'live')).toEqual([one, twin].sort());
    expect(await vault.findByNik('1271.0147.0396.0101', 'world-1')).toEqual([elsewhere]);
    expect(await vault.findByNik('1271014703960102', 'live')).toEqual([]);
  });

  it('no longer finds a person whose newest identity has another', async () => {
    const personId = nextPerson();
    await store(personId, { ...RATNA, nik: '1271014703960201' });
    await store(personId, { ...RATNA, nik: '1271014703960202' }, 'command-2');
    expect(await vault.findByNik('1271014703960201', 'live')).toEqual([]);
    expect(await vault.findByNik('1271014703960202', 'live')).toEqual([personId]);
  });

  it('that is none is no way to a person', async () => {
    const personId = nextPerson();
    await store(personId, { ...RATNA, nik: 'belum ada' });
    expect(vault.nikIndex('belum ada')).toBeUndefined();
    expect(await vault.findByNik('belum ada', 'live')).toEqual([]);
  });
});

describe('what the vault attests', () => {
  const attested = async (document: IdentityDocument, actDate?: string) => {
    const personId = nextPerson();
    await store(personId, document);
    return vault.attest({ personId, ...(actDate === undefined ? {} : { actDate }) });
  };

  it('is the age at the act in years and months, and the index of the NIK (S26)', async () => {
    const child = await attested(
      { ...RATNA, birthDate: '2008-02-15', nik: '1271015502080001' },
      '2026-02-14',
    );
    expect(child).toEqual({
      kind: 'attested',
      attestation: {
        identityVersion: 1,
        provisional: false,
        nikIndex: vault.blindIndex('nik', '1271015502080001'),
        ageAtAct: { years: 17, months: 11 },
        identityWarnings: [],
      },
    });
  });

  it('warns of a NIK whose digits differ, and does not show them (S54)', async () => {
    const man = await attested({ ...RATNA, nik: '1271010703960001' });
    expect(man).toMatchObject({
      attestation: {
        ageAtAct: null,
        identityWarnings: [{ code: 'NIK_MISMATCH', parameters: { part: 'SEX' } }],
      },
    });
    expect(JSON.stringify(man)).not.toContain('0703960001');
  });

  it('is a provisional person where there is no NIK, or none of 16 digits (G-03)', async () => {
    const { nik: _, ...withoutNik } = RATNA;
    expect(await attested(withoutNik)).toEqual({
      kind: 'attested',
      attestation: { identityVersion: 1, provisional: true, ageAtAct: null, identityWarnings: [] },
    });
    expect(await attested({ ...RATNA, nik: '127101' })).toMatchObject({
      attestation: { provisional: true, identityWarnings: [{ code: 'NIK_MALFORMED' }] },
    });
    expect(await vault.attest({ personId: nextPerson() })).toEqual({ kind: 'unknown' });
  });
});

describe('the tables', () => {
  it('hold nothing of an identity or of a sealed note in clear', async () => {
    const personId = nextPerson();
    const canary: IdentityDocument = {
      name: 'Kanari Kuning Fiktif',
      nik: '9912315512889876',
      birthDate: '1988-12-15',
      sex: 'FEMALE',
      address: 'Lorong Kanari 12345',
      phone: '+62 899 7654 321',
    };
    await store(personId, canary);
    await vault.seal('health', { subject: personId, commandId: 'c', field: 'note' }, 'Kanari batuk');
    await read(personId);
    await vault.findByNik(canary.nik!, 'live');
    await vault.destroyKey(personId, 'health', 'ERASED', STAFF);

    const { rows: tables } = await here.superuser.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
        WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    );
    expect(tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['vault.identity', 'vault.subject_key', 'vault.nik_index', 'access.log']),
    );
    const planted = [...Object.values(canary), 'Kanari', 'kanari', 'batuk'];
    for (const { name } of tables) {
      const { rows } = await here.superuser.query<{ row: string }>(
        `SELECT each::text AS row FROM ${name} AS each`,
      );
      for (const word of planted) expect(rows.filter(({ row }) => row.includes(word))).toEqual([]);
    }
  });
});
