/** Papers over HTTP: made once, kept sealed, checked when read, for those alone whose case it is. */
import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SandboxIdentity } from '../../src/access/sandbox-issuer.ts';
import { journeyDecider } from '../../src/domain/journey/decider.ts';
import { createPapers } from '../../src/papers/papers.ts';
import { type ApiWorld, openApi } from '../api/api-world.ts';
import {
  AUDITOR,
  type CaseOnTheWay,
  COUNSELLOR,
  fictitiousIdentity,
  must,
  PROSECUTOR,
  paper,
  registerPerson,
  ruling,
  runningCase,
  STAFF,
  SUPERVISOR,
} from '../api/case-on-the-way.ts';
import { textOfPaper } from './read-pdf.ts';

let api: ApiWorld;
let found: CaseOnTheWay;
beforeAll(async () => {
  api = await openApi({
    rooms: (needs) => ({ papers: createPapers({ ...needs, decider: journeyDecider }) }),
  });
  found = await runningCase(api, fictitiousIdentity({ name: 'Sari Contoh Rahasia' }));
  await must(found.moveClock('2026-04-10T03:00:00.000Z'));
  for (const date of ['2026-03-30', '2026-03-31']) {
    const data = { caseId: 'c1', siteId: 'puskesmas-helvetia', start: `${date}T08:00`, end: `${date}T11:30` };
    await must(found.send('record-session', data, SUPERVISOR));
  }
  const absent = await must(found.send('record-no-show', { caseId: 'c1', date: '2026-04-01' }, SUPERVISOR));
  const letter = { caseId: 'c1', number: 1, evidence: [absent.body.version] };
  await must(
    found.send('issue-warning-letter', letter, PROSECUTOR, {
      document: paper('SP-1', 'SP-1/04', '2026-04-10'),
    }),
  );
});
afterAll(() => api.close());

const make = (kind: string, as: SandboxIdentity = PROSECUTOR, query = '', key = randomUUID()) =>
  api.call({ url: `/api/v1/journeys/${found.personId}/papers/${kind}${query}`, as, key });
const list = (as: SandboxIdentity) =>
  api.call({ method: 'GET', url: `/api/v1/journeys/${found.personId}/papers`, as });
const token = (as: SandboxIdentity) => api.token(as);
async function download(href: string, as: SandboxIdentity) {
  const headers = { authorization: `Bearer ${await token(as)}` };
  return api.app.inject({ method: 'GET', url: href, headers });
}

describe('a paper', () => {
  it('is made from the record, and its number and hash are on record', async () => {
    const made = await make('p-48', STAFF);
    expect([made.status, made.body.number, made.body.datedOn]).toEqual([
      ...[201, 'PRINT-1/L.2.10/Eku.3/03/2026', '2026-03-10'],
    ]);
    const events = await api.call({
      method: 'GET',
      url: `/api/v1/journeys/${found.personId}/events?limit=200`,
      as: PROSECUTOR,
    });
    const attached = events.body.events.find(
      ({ version }: { version: number }) => version === made.body.attachedVersion,
    );
    expect(attached).toMatchObject({
      type: 'DocumentAttached',
      data: { caseId: 'c1', kind: 'P-48', number: made.body.number, hash: made.body.sha256 },
    });
    const file = await download(made.body.href, COUNSELLOR);
    expect([file.statusCode, file.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(createHash('sha256').update(file.rawPayload).digest('hex')).toBe(made.body.sha256);
    const text = textOfPaper(file.rawPayload);
    for (const part of ['Sari Contoh Rahasia', '/Pid.B/2026/PN Mdn', '60 jam', 'Bapas Kelas I Medan']) {
      expect(text).toContain(part);
    }
    expect(text).toContain(`versi ${made.body.version};`);
  });

  it.each([
    ['ba-17', ['BA-17-1', 'Senin–Jumat, pukul 08.00–12.00', 'Sabtu, 26 September 2026', 'Helvetia']],
    [
      'pks-03',
      ['Senin, 30 Maret 2026', '08.00–11.30', '3 jam 30 menit', '7 jam', 'tidak hadir', 'Sisa: 53 jam'],
    ],
    ['warning-letter', ['SP-1/04', 'SURAT PERINGATAN PERTAMA', 'Tidak hadir pada Rabu, 1 April 2026']],
  ])('%s shows what the record says', async (kind, parts) => {
    const made = await make(kind);
    expect(made.status).toBe(201);
    const text = textOfPaper((await download(made.body.href, PROSECUTOR)).rawPayload);
    for (const part of parts) expect(text).toContain(part);
  });

  it('asked for again with the same key is the same paper; with another, of the same version, too', async () => {
    const key = randomUUID();
    const [first, second] = [
      await make('pks-03', PROSECUTOR, '', key),
      await make('pks-03', PROSECUTOR, '', key),
    ];
    expect(second.body).toEqual(first.body);
    const remade = await make('pks-03', PROSECUTOR, `?version=${first.body.version}`);
    expect(remade.body.sha256).toBe(first.body.sha256);
    expect(remade.body.paperId).toBe(first.body.paperId);
    const other = await make('p-48', PROSECUTOR, '', key);
    expect([other.status, other.body.code]).toEqual([409, 'COMMAND_ID_REUSED']);
  });

  it('that rests on nothing recorded is not made', async () => {
    const fresh = await registerPerson(api);
    await must(fresh.send('register-ruling', ruling(), STAFF));
    const made = await api.call({ url: `/api/v1/journeys/${fresh.personId}/papers/p-48`, as: STAFF });
    expect([made.status, made.body.code]).toEqual([409, 'PAPER_NOT_READY']);
    expect((await make('certificate')).body.code).toBe('PAPER_NOT_READY');
    expect((await make('surat-cinta')).status).toBe(404);
    expect((await make('pks-03', PROSECUTOR, '?caseId=c9')).body.code).toBe('CASE_UNKNOWN');
    expect((await make('pks-03', PROSECUTOR, '?version=9999')).status).toBe(400);
    expect((await make('warning-letter', PROSECUTOR, '?letter=2')).body.code).toBe('PAPER_NOT_READY');
  });

  it('is for the offices of its case, its person and auditors', async () => {
    const made = await make('p-48');
    const far = { ...PROSECUTOR, sub: 'far', office: 'kejari-jayapura' };
    const own: SandboxIdentity = { sub: 'sari', role: 'PERSON', office: 'umum', person: found.personId };
    for (const as of [COUNSELLOR, AUDITOR, own, SUPERVISOR, far]) {
      expect([as.role, (await make('p-48', as)).status]).toEqual([as.role, 403]);
    }
    for (const as of [PROSECUTOR, STAFF, COUNSELLOR, AUDITOR, own]) {
      expect([as.role, (await download(made.body.href, as)).statusCode]).toEqual([as.role, 200]);
      expect((await list(as)).body.papers.length).toBeGreaterThan(3);
    }
    for (const as of [SUPERVISOR, far, { ...own, person: 'p00000000000000000000000000000000' }]) {
      expect([as.role, (await download(made.body.href, as)).statusCode]).toEqual([as.role, 403]);
      expect((await list(as)).status).toBe(403);
    }
    const { rows } = await api.superPool.query(
      "SELECT DISTINCT outcome FROM access.log WHERE action = 'read-paper' AND subject = $1 ORDER BY outcome",
      [found.personId],
    );
    expect(rows.map(({ outcome }) => outcome)).toEqual(['allowed', 'denied']);
  });

  it('stands in the database encrypted, cannot be changed, and is not shown when it was', async () => {
    const made = await make('p-48');
    const row = await api.superPool.query('SELECT sealed_bytes FROM paper.document WHERE paper_id = $1', [
      made.body.paperId,
    ]);
    expect(row.rows[0].sealed_bytes.toString('latin1')).not.toMatch(/%PDF|Sari/);
    const change = 'UPDATE paper.document SET sealed_bytes = $2 WHERE paper_id = $1';
    const other = Buffer.alloc(200, 7);
    await expect(api.superPool.query(change, [made.body.paperId, other])).rejects.toThrow('never changes');
    await expect(api.superPool.query('DELETE FROM paper.document')).rejects.toThrow('papers are kept');
    await api.superPool.query('ALTER TABLE paper.document DISABLE TRIGGER guard');
    await api.superPool.query(change, [made.body.paperId, other]);
    await api.superPool.query('ALTER TABLE paper.document ENABLE ALWAYS TRIGGER guard');
    const file = await download(made.body.href, PROSECUTOR);
    expect([file.statusCode, JSON.parse(file.payload).code]).toEqual([500, 'PAPER_ALTERED']);
  });

  it('goes with the key of its person (G-11)', async () => {
    const other = await runningCase(api);
    const url = `/api/v1/journeys/${other.personId}/papers/p-48`;
    const made = await must(api.call({ url, as: PROSECUTOR }));
    const keeper = { id: 'keeper-1', role: 'REGISTRAR', office: 'pusat' } as const;
    await api.vault.destroyKey(other.personId, 'identity', 'retention has ended', keeper);
    const file = await download(made.body.href, PROSECUTOR);
    expect([file.statusCode, JSON.parse(file.payload).parameters.reason]).toEqual([403, 'KEY_DESTROYED']);
    expect((await api.call({ url, as: PROSECUTOR })).status).toBe(403);
  });
});
