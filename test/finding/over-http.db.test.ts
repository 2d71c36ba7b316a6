/** A finding over HTTP: words sealed, the subject hidden from whom it must be hidden, each office its own. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SandboxIdentity } from '../../src/access/sandbox-issuer.ts';
import { createFindingList } from '../../src/projections/finding-list.ts';
import { createProjectors, type Projectors } from '../../src/projections/projectors.ts';
import { type ApiWorld, openApi } from '../api/api-world.ts';
import { AUDITOR, type CaseOnTheWay, registerPerson, STAFF } from '../api/case-on-the-way.ts';

const BODY: SandboxIdentity = {
  ...{ sub: 'lsp-1', role: 'CERTIFICATION_BODY_ADMINISTRATOR', office: 'lsp-las-nusantara' },
};
const TEXT = 'Jam kerja Budi Rahasia dicatat dua minggu kemudian';
const paper = { kind: 'surat', number: 'B-1/2026', date: '2026-03-10' };

let api: ApiWorld;
let projectors: Projectors;
let found: CaseOnTheWay;
let lsp: string;
beforeAll(async () => {
  api = await openApi({
    rooms: ({ pool, ledger }) => {
      projectors = createProjectors({ pool, ledger });
      return { findings: createFindingList(pool) };
    },
  });
  found = await registerPerson(api);
  const { rows } = await api.superPool.query(
    `SELECT key FROM ledger.fact WHERE key LIKE 'office/%' AND value->>'kind' = 'CERTIFICATION_BODY' LIMIT 1`,
  );
  lsp = rows[0].key.replace('office/', '');
}, 120_000);
afterAll(() => api.close());

const get = (url: string, as: SandboxIdentity) => api.call({ method: 'GET', url, as, key: null });
const open = (id: string, office: string, changes: object = {}) =>
  api.call({
    url: `/api/v1/findings/${id}/commands/open-finding`,
    as: AUDITOR,
    body: {
      world: found.world,
      data: {
        ...{ subjectStream: `journey/${found.personId}`, eventVersion: 1, kind: 'BACKDATED' },
        ...{ text: TEXT, office, ...changes },
      },
    },
  });
const listed = async () => {
  while ((await api.ledger.sequenceLeaves()) > 0) {}
  await projectors.list('finding-list').catchUp();
};

describe('a finding', () => {
  it('is about what there is', async () => {
    expect((await open('t-none', 'kejari-medan', { subjectStream: 'class/hantu' })).status).toBe(404);
    expect((await open('t-none', 'kejari-medan', { eventVersion: 99 })).body.parameters.field).toBe(
      'data.eventVersion',
    );
  });

  it('is read and answered by its office, and its words stand nowhere in clear', async () => {
    expect((await open('t-1', 'kejari-medan')).status).toBe(200);
    const answered = await api.call({
      url: '/api/v1/findings/t-1/commands/answer-finding',
      as: STAFF,
      body: { data: { text: 'Sudah diperbaiki' }, document: paper },
    });
    expect(answered.status).toBe(200);
    const far = { ...STAFF, sub: 'staff-far', office: 'kejari-jayapura' };
    for (const path of ['', '/words'])
      expect((await get(`/api/v1/findings/t-1${path}`, far)).status).toBe(403);
    const seen = await get('/api/v1/findings/t-1', STAFF);
    expect(seen.body).toMatchObject({
      status: 'ANSWERED',
      subject: { subjectStream: `journey/${found.personId}` },
    });
    expect(seen.text).not.toContain('sealed:');
    expect((await get('/api/v1/findings/t-1/words', STAFF)).body).toMatchObject({
      ...{ findingId: 't-1', found: { text: TEXT }, answers: [{ text: 'Sudah diperbaiki' }], closed: null },
    });
    const { rows } = await api.superPool.query(
      `SELECT e.body FROM ledger.event e WHERE e.stream_id = 'finding/t-1'
       UNION ALL SELECT d.body FROM ledger.decision d WHERE d.stream_id = 'finding/t-1'`,
    );
    expect(JSON.stringify(rows)).not.toMatch(/Rahasia|diperbaiki/);
    // The subject learnt nothing.
    expect((await api.ledger.readHead(`journey/${found.personId}`))?.headVersion).toBe(1);
  });

  it('tells a certification body nothing of whose journey it is about', async () => {
    expect((await open('t-2', lsp)).status).toBe(200);
    await listed();
    const as = { ...BODY, office: lsp };
    const one = await get('/api/v1/findings/t-2', as);
    const list = await get(`/api/v1/findings?world=${found.world}`, as);
    expect([one.body.subject, list.body.findings[0].subjectStream]).toEqual([null, null]);
    for (const { text } of [one, list]) expect(text).not.toContain(found.personId);
    const guess = await get(`/api/v1/findings?world=${found.world}&subject=journey/${found.personId}`, as);
    expect(guess.body.findings).toEqual([]);
  });

  it('is listed to its office alone, and to auditors by office, status and subject', async () => {
    await listed();
    const ids = async (query: string, as: SandboxIdentity) =>
      (await get(`/api/v1/findings?world=${found.world}${query}`, as)).body.findings.map(
        ({ findingId }: { findingId: string }) => findingId,
      );
    expect(await ids('', STAFF)).toEqual(['t-1']);
    expect(await ids(`&office=${lsp}`, STAFF)).toEqual([]);
    expect(await ids('', AUDITOR)).toEqual(['t-1', 't-2']);
    expect(await ids('&status=OPEN', AUDITOR)).toEqual(['t-2']);
    expect(await ids(`&subject=journey/${found.personId}&office=kejari-medan`, AUDITOR)).toEqual(['t-1']);
  });
});
