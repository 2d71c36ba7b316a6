/** What comes from outside: places and values that name nothing, ids of two registers, records of two worlds. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccessLog } from '../../src/access/access-log.ts';
import type { SandboxIdentity } from '../../src/access/sandbox-issuer.ts';
import { DECIDERS } from '../../src/domain/deciders.ts';
import { createNotices } from '../../src/notices/notices.ts';
import { createAssessmentList } from '../../src/projections/assessment-list.ts';
import { createCandidateList } from '../../src/projections/candidate-list.ts';
import { createCertificateList } from '../../src/projections/certificate-list.ts';
import { createClassList } from '../../src/projections/class-list.ts';
import { type ApiWorld, openApi } from './api-world.ts';
import { AUDITOR, newWorld, REGISTRAR, registerPerson } from './case-on-the-way.ts';

const EMPLOYER: SandboxIdentity = { sub: 'hrd', role: 'EMPLOYER', office: 'pt-contoh' };

let api: ApiWorld;
beforeAll(async () => {
  api = await openApi({
    rooms: ({ pool, ledger, vault }) => ({
      candidates: createCandidateList(pool),
      certificates: createCertificateList(pool),
      classes: createClassList(pool),
      assessments: createAssessmentList(pool),
      notices: createNotices({
        ...{ pool, ledger, vault, accessLog: createAccessLog(pool), deciders: DECIDERS },
        settings: {
          ...{ mail: null, publicUrl: 'https://titian.example.go.id', sandbox: true, sandboxSends: false },
          webhook: { localAllowed: true, privateAllowed: false, timeoutMs: 2_000 },
        },
      }),
    }),
  });
}, 120_000);
afterAll(() => api.close());

const get = (url: string, as: SandboxIdentity = AUDITOR) => api.call({ method: 'GET', url, as, key: null });
const register = (kind: string, id: string, name: string, data: object) =>
  api.call({ url: `/api/v1/registers/${kind}/${id}/commands/${name}`, as: REGISTRAR, body: { data } });
const cursorOf = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');

describe('a value that no database can hold', () => {
  it('in an address is unknown or malformed, in every read of the document', async () => {
    const { body } = await get('/openapi.json');
    const reads = Object.keys(body.paths).filter((path) => body.paths[path].get && path.includes('{'));
    expect(reads.length).toBeGreaterThan(15);
    for (const path of reads) {
      for (const bad of ['%00', 'x%00y', '%ED%A0%80']) {
        for (const as of [AUDITOR, EMPLOYER]) {
          const { status, text } = await get(path.replaceAll(/\{\w+\}/g, bad), as);
          expect([path, bad, status < 500, text]).toEqual([path, bad, true, text]);
        }
      }
    }
    for (const address of ['registers/office/%00', 'employers/%00/quota', 'public/certificates/%00']) {
      expect([400, 404]).toContain((await get(`/api/v1/${address}`)).status);
    }
  });

  it.each([
    [
      'notices',
      [cursorOf('yesterday', 'n-1'), cursorOf('2026-02-31T00:00:00.000Z', 'n'), cursorOf('\0', 'n')],
    ],
    ['cases', [cursorOf('p1', '\0'), cursorOf('p1')]],
    ['certificates', [cursorOf('\0'), cursorOf('a b'), cursorOf(1)]],
    ['assessments', [cursorOf('\0')]],
    ['registers/office', [cursorOf('\0')]],
  ])('in the cursor of %s is MALFORMED', async (list, cursors) => {
    for (const cursor of cursors) {
      const { status, body } = await get(`/api/v1/${list}?cursor=${cursor}`);
      expect([status, body.code, body.parameters]).toEqual([400, 'MALFORMED', { field: 'cursor' }]);
    }
  });
});

describe('an employer is no office', () => {
  const employer = { name: 'PT Contoh', ownership: 'PRIVATE', regency: 'Kota Medan', sector: 'ENERGY' };

  it('neither register takes the id of the other', async () => {
    const asEmployer = await register('employer', 'dit-pptka', 'register-employer', employer);
    expect([asEmployer.status, asEmployer.body.code]).toEqual([409, 'ID_TAKEN']);
    expect((await register('employer', 'pt-contoh', 'register-employer', employer)).status).toBe(200);
    const asOffice = await register('office', 'pt-contoh', 'register-office', {
      ...{ kind: 'REFERRER', name: 'Kantor contoh', zone: 'WIB', parent: null },
      ...{ regency: 'Kota Medan', calendar: 'nasional' },
    });
    expect([asOffice.status, asOffice.body.code]).toEqual([409, 'ID_TAKEN']);
  });

  it('and reads no notice of an office, whatever its token says', async () => {
    const noticeId = `n-${'0a'.repeat(16)}`;
    await api.superPool.query(
      `INSERT INTO notice.message (message_id, world, recipient_kind, recipient, zone, template, urgent,
         item_count, shown) VALUES ($1, 'live', 'OFFICE', 'dit-pptka', 'WIB', 'x', false, 1, '[]')`,
      [noticeId],
    );
    const listed = async (role: SandboxIdentity['role']) => {
      const as = { sub: role, role, office: 'dit-pptka' };
      const { body } = await get('/api/v1/notices', as);
      return [body.notices.length, (await get(`/api/v1/notices/${noticeId}`, as)).status];
    };
    expect(await listed('PERMIT_OFFICER')).toEqual([1, 200]);
    expect(await listed('EMPLOYER')).toEqual([0, 404]);
  });
});

describe('two records of one human', () => {
  it('are merged within one world, and with a record that there is', async () => {
    const one = await registerPerson(api);
    const elsewhere = await registerPerson(api, undefined, await newWorld(api));
    const document = { kind: 'berita acara', number: 'BA-1', date: '2026-03-09' };
    for (const otherPersonId of [elsewhere.personId, `p${'0'.repeat(32)}`]) {
      const { status, body } = await api.call({
        url: `/api/v1/journeys/${one.personId}/commands/merge-person`,
        as: REGISTRAR,
        body: { data: { otherPersonId, reason: 'Satu orang' }, document },
      });
      expect([status, body.code]).toEqual([404, 'PERSON_UNKNOWN']);
    }
    const { body } = await get(`/api/v1/journeys/${one.personId}/events`);
    expect(body.events.map(({ type }: { type: string }) => type)).not.toContain('PersonMergeRequested');
  });
});
