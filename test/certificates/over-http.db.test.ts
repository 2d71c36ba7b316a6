/** Certificates as an LSP, their holder and anybody meet them: list, credential, public check (S46). */
import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SandboxIdentity } from '../../src/access/sandbox-issuer.ts';
import { decodeBits } from '../../src/credentials/bitstring.ts';
import { createCredentials } from '../../src/credentials/credentials.ts';
import { checkCertificate } from '../../src/credentials/offline-page/checker.mjs';
import { generateSigningKey, openSigningKeys } from '../../src/credentials/signing-keys.ts';
import { createStatusPlaces } from '../../src/credentials/status-places.ts';
import type { Decider } from '../../src/domain/decider.ts';
import { journeyDecider } from '../../src/domain/journey/decider.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { createCertificateList } from '../../src/projections/certificate-list.ts';
import { CERTIFICATE_TABLE } from '../../src/projections/certificate-rows.ts';
import { createStreamProjector, type StreamProjector } from '../../src/projections/stream-projector.ts';
import { DirectGateway } from '../../src/registers/direct-gateway.ts';
import { type ApiWorld, openApi } from '../api/api-world.ts';
import { AUDITOR, fictitiousIdentity, newWorld, registerPerson } from '../api/case-on-the-way.ts';
import { ISSUE } from './certificate-world.ts';

const LSP: SandboxIdentity = {
  ...{ sub: 'lsp-1', role: 'CERTIFICATION_BODY_ADMINISTRATOR', office: 'lsp-las-medan' },
};
const OTHER: SandboxIdentity = { ...LSP, sub: 'lsp-2', office: 'lsp-garmen-kudus' };
const [ONE, TWO] = [`t${'0a'.repeat(14)}`, `t${'0b'.repeat(14)}`] as const;
const NUMBER = ISSUE.number;
const document = { kind: 'SK LSP', number: '12/LSP/2026', date: '2026-06-20' };
const publicUrl = 'https://titian.example.go.id';

let api: ApiWorld;
let projector: StreamProjector;
let world: string;
let personId: string;

/** The journey would take the address as it asks for the certificate; here only that is left of it. */
async function takeAddress(ledger: Ledger, certificateId: string): Promise<void> {
  const key = `address/certificate/${certificateId}`;
  const taking: Decider<unknown> = {
    ...(journeyDecider as Decider<unknown>),
    decide: () => ({
      kind: 'accepted',
      events: [],
      claims: [{ kind: 'take', key, holder: `journey/${personId}` }],
    }),
    deadlines: () => [],
  };
  const gateway = new DirectGateway({ ledger, deciders: new Map([['journey', taking]]) });
  const actor = { id: 'test', role: 'SYSTEM', office: 'system' } as const;
  const command = { commandId: `take:${certificateId}`, name: 'take', data: {}, actor };
  const envelope = { command, requestHash: 'x', facts: [], clockOffsetMs: 0 };
  const { outcome } = await gateway.send(`journey/${personId}`, world, envelope);
  expect(outcome).toBe('accepted');
}

const read = (url: string, as?: SandboxIdentity) =>
  api.call({ method: 'GET', url, key: null, ...(as === undefined ? {} : { as }) });
const listed = async (query: string, as: SandboxIdentity): Promise<string[]> =>
  (await read(`/api/v1/certificates?world=${world}&${query}`, as)).body.certificates.map(
    ({ certificateId }: { certificateId: string }) => certificateId,
  );
const check = async (asked: string) =>
  (await read(`/api/v1/public/certificates/${encodeURIComponent(asked)}?world=${world}`)).body;
const catchUp = async (): Promise<void> => {
  while ((await api.ledger.sequenceLeaves()) > 0);
  await projector.catchUp();
};
const freeze = (id: string, name: string) =>
  api.call({
    url: `/api/v1/certificates/${id}/commands/${name}`,
    as: LSP,
    body: { data: { reason: 'Portofolio dipalsukan' }, document },
  });

/** What the page brings along. */
const known = async () => {
  const { keys } = (await read('/.well-known/jwks.json')).body;
  const lists = await Promise.all(
    ['revocation', 'suspension'].map(async (purpose) => (await read(`/status/1/${purpose}`)).text),
  );
  return { publicUrl, keys, lists };
};
const JULY = Date.parse('2026-07-01T00:00:00Z') / 1_000;

beforeAll(async () => {
  const keys = await openSigningKeys([await generateSigningKey()]);
  const rooms = ({ pool, ledger }: { pool: Pool; ledger: Ledger }) => {
    projector = createStreamProjector({ pool, ledger }, CERTIFICATE_TABLE);
    const certificates = createCertificateList(pool);
    const places = createStatusPlaces(pool);
    const { stopped } = certificates;
    return {
      certificates,
      credentials: createCredentials({ keys, publicUrl, inSandbox: true, places, stopped, listKeptMs: 0 }),
    };
  };
  api = await openApi({ rooms });
  world = await newWorld(api, '2026-06-20T01:00:00.000Z');
  ({ personId } = await registerPerson(api, fictitiousIdentity({ name: 'Maria Contoh' }), world));
  await takeAddress(api.ledger, ONE);
  for (const [certificateId, number, assessorIds] of [
    [ONE, NUMBER, ['asesor-1']],
    [TWO, '62014 2512 3 0001235 2026', ['asesor-1', 'asesor-2']],
  ] as const) {
    const { blankNumber: _none, ...issue } = ISSUE;
    const holderAddress = `address/certificate/${certificateId}`;
    const data = { ...issue, certificateId, holderAddress, number, assessorIds };
    const answer = await api.tell(`certificate/${certificateId}`, world, 'issue-certificate', data as never);
    expect(answer.outcome).toBe('accepted');
  }
  await catchUp();
});
afterAll(() => api.close());

describe('the list', () => {
  it('shows an LSP its own, an auditor all, and by assessor what is to be looked at', async () => {
    expect(await listed('', LSP)).toEqual([ONE, TWO]);
    expect(await listed('', OTHER)).toEqual([]);
    expect(await listed('office=lsp-las-medan', OTHER)).toEqual([]);
    expect(await listed('', AUDITOR)).toEqual([ONE, TWO]);
    expect(await listed('assessor=asesor-2', LSP)).toEqual([TWO]);
    expect(await listed(`number=${encodeURIComponent('620142512300012342026')}`, LSP)).toEqual([ONE]);
    expect(await listed('expiresBefore=2029-06-15', LSP)).toEqual([]);
    expect(await listed('expiresBefore=2029-06-16&status=VALID', LSP)).toEqual([ONE, TWO]);
    const text = (await read(`/api/v1/certificates?world=${world}`, AUDITOR)).text;
    expect(text).not.toMatch(/address|personId|Maria/);
  });

  it('leaves out what was looked at', async () => {
    const data = { assessorId: 'asesor-2', outcome: 'UPHELD' };
    const body = { data, document };
    const url = `/api/v1/certificates/${TWO}/commands/review-certificate`;
    expect((await api.call({ url, as: LSP, body })).status).toBe(200);
    await catchUp();
    expect(await listed('assessor=asesor-2&unreviewed=true', LSP)).toEqual([]);
    expect(await listed('assessor=asesor-1&unreviewed=true', LSP)).toEqual([ONE, TWO]);
  });

  it('is what a rebuild makes', async () => {
    expect(await projector.compare()).toEqual({ compared: 2, different: [] });
    expect(await projector.rebuild()).toBe(2);
    expect(await projector.compare()).toEqual({ compared: 2, different: [] });
  });
});

describe('the credential', () => {
  const file = (as: SandboxIdentity, id: string = ONE, name = 'credential.jwt') =>
    read(`/api/v1/certificates/${id}/${name}`, as);
  it('is for its LSP and its holder, with the name and nothing else of the person', async () => {
    const holder: SandboxIdentity = { sub: 'sari', role: 'PERSON', office: 'self', person: personId };
    const stranger = { ...holder, sub: 'other', person: 'p00000000000000000000000000000000' };
    expect((await file(OTHER)).status).toBe(403);
    expect((await file(AUDITOR)).status).toBe(403);
    expect((await file(stranger)).status).toBe(403);
    expect((await file(holder)).status).toBe(200);
    const { text, contentType } = await file(LSP);
    expect(contentType).toContain('application/vc+jwt');
    const said = Buffer.from(text.split('.')[1]!, 'base64url').toString();
    expect(said).toContain('"identityHash":"Maria Contoh"');
    expect(said).not.toMatch(new RegExp(`${personId}|127101|journey|kejari|1996`));
    const { rows } = await api.superPool.query(
      "SELECT count(*) AS count FROM access.log WHERE action = 'read-identity' AND subject = $1 AND reason = $2",
      [personId, `certificate/${ONE}`],
    );
    expect(Number(rows[0].count)).toBe(2);
    const { certificate } = await checkCertificate(text, await known(), JULY);
    expect(certificate).toMatchObject({ title: 'UJI COBA, bukan sertifikat', holder: 'Maria Contoh' });
  });

  it('keeps its place in the status list, and is drawn as a QR code', async () => {
    const entries = async () => {
      const { text } = await file(LSP);
      return JSON.parse(String(Buffer.from(text.split('.')[1]!, 'base64url'))).credentialStatus;
    };
    expect(await entries()).toEqual(await entries());
    const svg = await file(LSP, ONE, 'qr.svg');
    expect([svg.status, svg.text.startsWith('<svg ')]).toEqual([200, true]);
  });

  it('is not made where nobody holds the address: there is no name', async () => {
    expect((await file(LSP, TWO)).body.code).toBe('CREDENTIAL_WITHOUT_NAME');
  });

  it('has its keys and its page in the open, for every page of the world', async () => {
    const { keys } = (await read('/.well-known/jwks.json')).body;
    expect((await read(`/credentials/keys/${keys[0].kid}`)).body).toEqual(keys[0]);
    expect(JSON.stringify(keys)).not.toContain('"d":');
    expect((await read('/.well-known/did.json')).body.id).toBe('did:web:titian.example.go.id');
    expect((await read('/status/2/revocation')).status).toBe(404);
    const page = await api.app.inject({ url: '/verify' });
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.payload).toContain(keys[0].x);
  });
});

describe('the public check', () => {
  it('says valid of what is valid, by number and by id, and nothing of the holder', async () => {
    const valid = {
      valid: true,
      certificates: [
        { scheme: 'Juru Las SMAW 2G', certificationBody: 'lsp-las-medan', validUntil: '2029-06-15' },
      ],
    };
    expect(await check(NUMBER)).toEqual(valid);
    expect(await check(ONE)).toEqual(valid);
  });

  it('says not valid, without a reason, of what is unknown, frozen or withdrawn (S46)', async () => {
    const not = { valid: false, certificates: [] };
    expect(await check('62014 2512 3 9999999 2026')).toEqual(not);
    const { text } = await read(`/api/v1/certificates/${ONE}/credential.jwt`, LSP);
    const bits = async (): Promise<boolean[]> => {
      const [{ statusListIndex }] = JSON.parse(
        String(Buffer.from(text.split('.')[1]!, 'base64url')),
      ).credentialStatus;
      return (await known()).lists.map((list) => {
        const { credentialSubject } = JSON.parse(String(Buffer.from(list.split('.')[1]!, 'base64url')));
        return decodeBits(credentialSubject.encodedList)(Number(statusListIndex));
      });
    };
    expect(await bits()).toEqual([false, false]);
    expect((await freeze(ONE, 'freeze-certificate')).status).toBe(200);
    await catchUp();
    expect(await check(NUMBER)).toEqual(not);
    expect(await bits()).toEqual([false, true]);
    expect((await checkCertificate(text, await known(), JULY)).verdict).toBe('NOT_VALID');
    expect((await freeze(ONE, 'withdraw-certificate')).status).toBe(200);
    await catchUp();
    expect(await check(NUMBER)).toEqual(not);
    expect(await bits()).toEqual([true, false]);
    expect((await checkCertificate(text, await known(), JULY)).verdict).toBe('NOT_VALID');
    expect(await listed('status=WITHDRAWN', LSP)).toEqual([ONE]);
    expect((await read(`/api/v1/certificates/${ONE}/credential.jwt`, LSP)).body.code).toBe(
      'CERTIFICATE_NOT_VALID',
    );
  });
});
