/** S42 over HTTP: by the id of the assessment alone, from the application to the certificate that is asked for. */
import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SandboxIdentity } from '../../src/access/sandbox-issuer.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { createAssessmentList } from '../../src/projections/assessment-list.ts';
import { ASSESSMENT_TABLE } from '../../src/projections/assessment-rows.ts';
import { createStreamProjector, type StreamProjector } from '../../src/projections/stream-projector.ts';
import { type ApiWorld, openApi } from '../api/api-world.ts';
import { AUDITOR, fictitiousIdentity, newWorld, registerPerson, STAFF } from '../api/case-on-the-way.ts';

const OFFICE = 'lsp-p2-bbpvp-medan';
const staff = (sub: string, office = OFFICE): SandboxIdentity => ({
  ...{ sub, role: 'CERTIFICATION_BODY_ADMINISTRATOR', office },
});
const ASSESSOR: SandboxIdentity = { sub: 'akun-asesor-garmen-1', role: 'ASSESSOR', office: OFFICE };
const COLLEAGUE: SandboxIdentity = { ...ASSESSOR, sub: 'akun-asesor-surya-1' };
const UNITS = [1, 2, 3, 4, 5].map((number) => `C.14GMN01.00${number}.1`);
const results = UNITS.map((unit) => ({ unit, result: 'K' }));
const document = { kind: 'Berita acara pleno', number: '9/LSP/2026', date: '2026-06-10' };

let api: ApiWorld;
let projector: StreamProjector;
let world: string;
let personId: string;
let assessmentId: string;

const url = (rest: string) => `/api/v1/assessments/${assessmentId}${rest}?world=${world}`;
const read = (path: string, as: SandboxIdentity) => api.call({ method: 'GET', url: path, as, key: null });
const send = (name: string, data: object, as: SandboxIdentity, more: object = {}) =>
  api.call({ url: url(`/commands/${name}`), as, body: { data, ...more } });
const does = async (name: string, data: object, as: SandboxIdentity, more: object = {}) => {
  const reply = await send(name, data, as, more);
  expect(`${name} ${reply.status} ${reply.status === 200 ? '' : reply.text}`).toBe(`${name} 200 `);
  return reply;
};
const listed = async (as: SandboxIdentity, filter = '') => {
  while ((await api.ledger.sequenceLeaves()) > 0);
  await projector.catchUp();
  return (await read(`/api/v1/assessments?world=${world}${filter}`, as)).body.assessments;
};

beforeAll(async () => {
  const rooms = ({ pool, ledger }: { pool: Pool; ledger: Ledger }) => {
    projector = createStreamProjector({ pool, ledger }, ASSESSMENT_TABLE);
    return { assessments: createAssessmentList(pool) };
  };
  api = await openApi({ rooms });
  world = await newWorld(api, '2026-06-10T01:00:00.000Z');
  const person = await registerPerson(api, fictitiousIdentity({ name: 'Ratna Contoh' }), world);
  personId = person.personId;
  const asesi: SandboxIdentity = { sub: 'ratna', role: 'PERSON', office: 'self', person: personId };
  const asked = await person.send(
    'request-assessment',
    {
      ...{ schemeId: 'menjahit-garmen', certificationBody: OFFICE },
      basis: { kind: 'RPL', portfolio: ['IA.08', 'IA.09', 'IA.10'] },
      selfAssessment: UNITS.map((unit) => ({ unit, able: true })),
    },
    asesi,
  );
  expect(asked.status).toBe(200);
  assessmentId = asked.body.events[0].data.assessmentId;
});
afterAll(() => api.close());

describe('an assessment by its id', () => {
  it('is led from the check of the application to the certificate by five hands', async () => {
    await does('verify-requirements', { met: true }, staff('staf-1'));
    await does('assign-assessor', { assessorId: 'asesor-garmen-1' }, staff('staf-1'));
    const testPlace = { placeId: 'tuk-contoh', kind: 'SEWAKTU', verified: true };
    await does('schedule-test', { on: '2026-06-10', testPlace }, staff('staf-1'));
    await does('sign-consent', { signedOn: '2026-06-10' }, ASSESSOR);
    expect((await send('postpone-test', { reason: 'OTHER' }, staff('x', 'lsp-tik-indonesia'))).status).toBe(
      403,
    );

    const evidence = UNITS.map((unit) => ({ unit, forms: ['IA.08', 'IA.09'] }));
    const held = { takenOn: '2026-06-10', evidence };
    expect((await send('record-test-taken', held, COLLEAGUE)).body.code).toBe('NOT_THE_ASSESSOR');
    await does('record-test-taken', held, ASSESSOR);
    await does('file-recommendation', { results, note: 'Rapi dan teliti' }, ASSESSOR);
    expect((await send('review-recommendation', { agreed: true }, staff('staf-1'))).body.code).toBe(
      'SEPARATION_OF_DUTIES',
    );
    await does('review-recommendation', { agreed: true }, staff('staf-2'));
    const minutes = { heldOn: '2026-06-10', members: ['staf-3', 'staf-5'], results };
    await does('hold-plenary', minutes, staff('staf-3'), { document });
    const certificate = { number: '14111 8153 2 0000001 2026', issuedOn: '2026-06-10' };
    const issued = await does('request-certificate-issue', certificate, staff('staf-4'));
    expect(issued.body).toMatchObject({ assessmentId, recorded: ['CertificateRequested'] });
    expect(issued.body.certificateId).toMatch(/^t[0-9a-f]{28}$/);
    expect(issued.text).not.toContain(personId);
    await api.call({ url: `/api/v1/sandbox/worlds/${world}/settle`, as: staff('x'), body: {} });
  });

  it('tells no refusal and no receipt whose journey it is', async () => {
    const refused = await send('verify-requirements', { met: true }, staff('staf-1'));
    expect(refused.body).toMatchObject({ code: 'ASSESSMENT_WRONG_STAGE' });
    expect(refused.text).not.toContain(personId);
    const key = 'kunci-satu';
    const sent = { data: { reason: 'Salah catat' } };
    await api.call({ url: url('/commands/void-assessment'), as: staff('staf-1'), key, body: sent });
    const outcome = await read(`/api/v1/commands/${key}`, staff('staf-1'));
    expect(outcome.status).toBe(200);
    expect(outcome.text).not.toContain(personId);
  });

  it('is in the list of its LSP, of its assessor and of an auditor, without a person', async () => {
    const rows = await listed(staff('staf-1'));
    expect(rows).toMatchObject([
      {
        ...{ assessmentId, stage: 'COMPETENT', basis: 'RPL', schemeId: 'menjahit-garmen', attempt: 'FIRST' },
        ...{ testOn: '2026-06-10', assessorIds: ['asesor-garmen-1'], certificationBody: OFFICE },
      },
    ]);
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${personId}|journey|akun-asesor|holder`));
    expect(await listed(ASSESSOR)).toHaveLength(1);
    expect(await listed(AUDITOR, '&stage=COMPETENT')).toHaveLength(1);
    expect(await listed(COLLEAGUE)).toEqual([]);
    expect(await listed(staff('x', 'lsp-tik-indonesia'))).toEqual([]);
    expect(await listed(staff('staf-1'), '&stage=TAKEN')).toEqual([]);
    expect((await read(`/api/v1/assessments?world=${world}`, STAFF)).status).toBe(403);
    expect(await projector.compare()).toEqual({ compared: 1, different: [] });
  });

  it('opens to those it is for; the name is read alone, and the look is written down', async () => {
    const one = await read(url(''), ASSESSOR);
    expect(one.body).toMatchObject({ assessmentId, basis: { kind: 'RPL' }, stage: 'COMPETENT' });
    expect(one.body.hands).toBeUndefined();
    expect(one.text).not.toContain(personId);
    expect((await read(url(''), COLLEAGUE)).status).toBe(403);
    expect((await read(url('/candidate-name'), AUDITOR)).status).toBe(403);
    expect((await read(url('/candidate-name'), ASSESSOR)).body).toEqual({ name: 'Ratna Contoh' });
    const { rows } = await api.superPool.query(
      "SELECT actor_id AS by, reason FROM access.log WHERE action = 'read-identity' AND subject = $1",
      [personId],
    );
    expect(rows).toEqual([{ by: ASSESSOR.sub, reason: `assessment/${assessmentId}` }]);
    const unknown = await read(`/api/v1/assessments/a${'0'.repeat(28)}?world=${world}`, ASSESSOR);
    expect(unknown.body.code).toBe('ASSESSMENT_UNKNOWN');
  });
});
