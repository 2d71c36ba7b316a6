/** Names only where they may be read, each look written down; people found by how their names sound. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SandboxIdentity } from '../../../src/access/sandbox-issuer.ts';
import {
  COUNSELLOR,
  must,
  PROSECUTOR,
  paper,
  REGISTRAR,
  STAFF,
  SUPERVISOR,
} from '../../api/case-on-the-way.ts';
import { atDesk } from '../console-world.ts';
import { as, type DesksAtWork, FAR_PROSECUTOR, OFFICER, openDesks, PRISON } from './desks-at-work.ts';

let desks: DesksAtWork;
beforeAll(async () => {
  desks = await openDesks();
}, 120_000);
afterAll(() => desks.api.close());

const post = (url: string, body: unknown, reader: SandboxIdentity) =>
  desks.api.call({ url, as: reader, body, key: null });
const everybody = () => Object.values(desks.people).map(({ personId }) => personId);
const names = (reader: SandboxIdentity) =>
  post('/api/v1/people/names', { ids: everybody(), world: desks.world }, reader);
const looksOf = async (reader: SandboxIdentity) =>
  (
    await desks.api.superPool.query<{ subject: string; outcome: string }>(
      "SELECT subject, outcome FROM access.log WHERE actor_id = $1 AND action = 'read-identity' ORDER BY id",
      [reader.sub],
    )
  ).rows;

describe('names for a list', () => {
  it('are those of whom the office reaches, each with a row in the log', async () => {
    const reader = { ...PROSECUTOR, sub: 'prosecutor-of-names' };
    const { status, body } = await names(reader);
    expect(status).toBe(200);
    const { late, placed } = desks.people;
    expect(
      new Map(body.names.map((one: { personId: string; name: string }) => [one.personId, one.name])),
    ).toEqual(
      new Map([
        [late.personId, 'Soekirman Rahasia'],
        [placed.personId, 'Dewi Rahasia'],
      ]),
    );
    expect(await looksOf(reader)).toEqual([
      { subject: late.personId, outcome: 'allowed' },
      { subject: placed.personId, outcome: 'allowed' },
    ]);
  });

  it('are the name alone for a site', async () => {
    const { body } = await names(SUPERVISOR);
    expect(body.names).toEqual([
      { personId: desks.people.placed.personId, name: 'Dewi Rahasia', birthYear: null },
    ]);
  });

  it('are nobody’s for another office, and that it asked is written down', async () => {
    const { status, body } = await names(FAR_PROSECUTOR);
    expect([status, body]).toEqual([200, { names: [] }]);
    expect(await looksOf(FAR_PROSECUTOR)).toEqual([{ subject: 'names', outcome: 'allowed' }]);
  });

  it('are a placement officer’s as far as the person agreed, and as long', async () => {
    const { seeker } = desks.people;
    const seen = async () => {
      const { status, body } = await names(OFFICER);
      expect(status).toBe(200);
      return body.names;
    };
    expect(await seen()).toEqual([]);
    for (const purpose of ['MATCHING', 'FOLLOW_UP']) {
      const document = paper('PERSETUJUAN', `S-${purpose}`, '2026-03-20');
      await must(seeker.send('give-consent', { purpose }, OFFICER, { document }));
      expect(await seen()).toEqual([{ personId: seeker.personId, name: 'Yanto Rahasia', birthYear: null }]);
      await must(seeker.send('withdraw-consent', { purpose }, OFFICER, { document }));
      expect(await seen()).toEqual([]);
    }
  });

  it.each([as('EMPLOYER', 'percontohan-galangan'), as('ASSESSOR', 'lsp-p2-bbpvp-medan')])(
    'are refused to $role, in the log as well',
    async (reader) => {
      expect((await names(reader)).status).toBe(403);
      expect((await looksOf(reader)).map(({ outcome }) => outcome)).toEqual(['denied']);
    },
  );

  it('do not leave where a look cannot be written down', async () => {
    const { superPool } = desks.api;
    const before = await superPool.query("SELECT count(*) FROM access.log WHERE action = 'read-identity'");
    await superPool.query('REVOKE EXECUTE ON FUNCTION access.record_accesses FROM titian_app');
    try {
      expect((await names(STAFF)).status).toBeGreaterThanOrEqual(500);
    } finally {
      await superPool.query('GRANT EXECUTE ON FUNCTION access.record_accesses TO titian_app');
    }
    const after = await superPool.query("SELECT count(*) FROM access.log WHERE action = 'read-identity'");
    expect(after.rows).toEqual(before.rows);
  });
});

const search = async (name: string, reader: SandboxIdentity = PROSECUTOR) => {
  const { status, body } = await post('/api/v1/people/search', { name, world: desks.world }, reader);
  expect(status).toBe(200);
  return body.persons as { personId: string; name: string | null; mergedFrom: string | null }[];
};

describe('search by name', () => {
  it.each([
    'Soekirman',
    'sukirman',
    'SUKIRMAN RAHASIA',
    'Sukkirman, S.H.',
    'rahasia soekirman',
    'Dr. Sukirman',
  ])('finds %s', async (name) => {
    const found = await search(name);
    expect(found.map(({ personId }) => personId)).toEqual([desks.people.late.personId]);
  });

  it.each(['Sukir', 'Soekirman Wijaya', '..', 'H. R.'])('does not find %s', async (name) => {
    expect(await search(name)).toEqual([]);
  });

  it('stays within the reach of who asks', async () => {
    expect((await search('Rahasia')).length).toBe(2);
    expect(await search('Rahasia', FAR_PROSECUTOR)).toEqual([]);
    expect((await search('Rahasia', COUNSELLOR)).length).toBe(3);
    const [inmate, ...others] = await search('Rahasia', PRISON);
    expect(others).toEqual([]);
    // A prison knows those whom it holds by name (G-08).
    expect(inmate).toMatchObject({
      personId: desks.people.inmate.personId,
      name: expect.stringMatching(/Rahasia/),
    });
  });

  it('writes down that it was done and how many it found, never for whom', async () => {
    await search('Soekirman Rahasia', STAFF);
    const { rows } = await desks.api.superPool.query(
      "SELECT subject, reason FROM access.log WHERE actor_id = $1 AND action = 'find-by-name'",
      [STAFF.sub],
    );
    expect(rows).toEqual([{ subject: expect.stringMatching(/^[0-9a-f]{64}$/), reason: 'rows=1' }]);
  });

  it('keeps nothing of a name in clear', async () => {
    const { rows } = await desks.api.superPool.query(
      'SELECT to_jsonb(n)::text AS row FROM vault.name_index n',
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { row } of rows) expect(row).not.toMatch(/rahasia|soekirman|sukirman/i);
  });

  it('forgets a name with its key', async () => {
    const { vault, superPool } = desks.api;
    const { personId } = desks.people.seeker;
    const count = async () =>
      (await superPool.query('SELECT FROM vault.name_index WHERE person_id = $1', [personId])).rowCount;
    expect(await count()).toBe(2);
    await vault.destroyKey(personId, 'identity', 'retention', {
      id: 'r',
      role: 'REGISTRAR',
      office: 'pusat',
    });
    expect(await count()).toBe(0);
    expect(await vault.indexNames()).toBe(0);
    expect(await count()).toBe(0);
  });

  it('is filled for identities that are older than it', async () => {
    const { vault, superPool } = desks.api;
    const { personId } = desks.people.late;
    await superPool.query('DELETE FROM vault.name_index WHERE person_id = $1', [personId]);
    expect(await search('Sukirman')).toEqual([]);
    expect(await vault.indexNames()).toBe(1);
    expect(await vault.indexNames()).toBe(0);
    expect((await search('Sukirman')).length).toBe(1);
  });

  it('leads from a merged record to the one that stands', async () => {
    const { late, referred } = desks.people;
    const merged = await desks.api.call({
      url: `/api/v1/journeys/${late.personId}/commands/merge-person`,
      as: REGISTRAR,
      body: {
        data: { otherPersonId: referred.personId, reason: 'Orang yang sama' },
        document: { kind: 'S', number: 'S-1', date: '2026-03-20' },
      },
    });
    expect([merged.status, merged.text.slice(0, 300)]).toEqual([200, expect.anything()]);
    await desks.api.call({ url: `/api/v1/sandbox/worlds/${desks.world}/settle`, as: REGISTRAR });
    await desks.catchUp();
    expect(await search('Nurul')).toEqual([
      expect.objectContaining({ personId: late.personId, mergedFrom: referred.personId }),
    ]);
  });
});

describe('the page', () => {
  it('finds by name, with nothing in the address', async () => {
    const browser = await atDesk(desks.api, 'EXECUTING_PROSECUTOR@kejari-medan');
    const page = await browser.get('/search');
    const found = await browser.submit(page, '/search', { who: 'Dewi' });
    expect(found.status).toBe(200);
    expect(found.text).toContain('1 orang ditemukan');
    expect(found.text).toContain('Dewi Rahasia');
    expect(found.html).not.toMatch(/href="[^"]*[Dd]ewi/);
  });

  it.each([
    ['', 'Tulis nama atau NIK orang yang Anda cari.'],
    ['D', 'Tulis nama sedikitnya dua huruf.'],
    ['1271', 'NIK terdiri dari 16 angka.'],
  ])('says what is wrong with "%s"', async (who, sentence) => {
    const browser = await atDesk(desks.api, 'EXECUTING_PROSECUTOR@kejari-medan');
    const answer = await browser.submit(await browser.get('/search'), '/search', { who });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(sentence);
  });

  it('says when nobody was found', async () => {
    const browser = await atDesk(desks.api, 'EXECUTING_PROSECUTOR@kejari-medan');
    const answer = await browser.submit(await browser.get('/search'), '/search', { who: 'Tiada Siapa' });
    expect(answer.text).toContain('Tidak ditemukan orang dengan nama atau NIK itu di kantor Anda.');
  });

  it('is not for desks that meet nobody', async () => {
    const browser = await atDesk(desks.api, 'EMPLOYER@percontohan-galangan');
    expect((await browser.get('/search')).status).toBe(403);
  });
});

describe('somebody who tries one name or number after the other', () => {
  it('is slowed down as an account, from whatever door, while others go on', async () => {
    const reader = { ...STAFF, sub: 'sandbox:PIDUM_STAFF:kejari-medan' };
    const nikOf = (number: number) => `1271014703${String(960_000 + number)}`;
    const statuses: number[] = [];
    for (let number = 0; number < 70; number += 1) {
      const asked = number % 2 === 0 ? { nik: nikOf(number) } : { name: `Nama ${number}` };
      const url = number % 2 === 0 ? '/api/v1/people/lookup' : '/api/v1/people/search';
      statuses.push((await post(url, { ...asked, world: desks.world }, reader)).status);
    }
    expect(statuses.slice(0, 20).every((status) => status === 200)).toBe(true);
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(10);
    // The page asks within the process, and counts for the same account.
    const browser = await atDesk(desks.api, 'PIDUM_STAFF@kejari-medan');
    const page = await browser.get('/search');
    const told = await browser.submit(page, '/search', { who: 'Dewi' });
    expect(told.text).not.toContain('Dewi Rahasia');
    const other = { ...STAFF, sub: 'somebody-else' };
    expect((await post('/api/v1/people/search', { name: 'Dewi', world: desks.world }, other)).status).toBe(
      200,
    );
  });
});
