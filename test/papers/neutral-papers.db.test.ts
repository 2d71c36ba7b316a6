/** Papers for centres, certification bodies and placement offices: made by whose they are, telling no origin. */
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SandboxIdentity } from '../../src/access/sandbox-issuer.ts';
import { createCredentials } from '../../src/credentials/credentials.ts';
import { generateSigningKey, openSigningKeys } from '../../src/credentials/signing-keys.ts';
import { createStatusPlaces } from '../../src/credentials/status-places.ts';
import type { Decider } from '../../src/domain/decider.ts';
import { journeyDecider } from '../../src/domain/journey/decider.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { createPapers } from '../../src/papers/papers.ts';
import { createCertificateList } from '../../src/projections/certificate-list.ts';
import { DirectGateway } from '../../src/registers/direct-gateway.ts';
import type { Vault } from '../../src/vault/vault.ts';
import { type ApiWorld, openApi } from '../api/api-world.ts';
import {
  AUDITOR,
  type CaseOnTheWay,
  fictitiousIdentity,
  must,
  newWorld,
  PROSECUTOR,
  REGISTRAR,
  registerPerson,
  ruling,
  STAFF,
} from '../api/case-on-the-way.ts';
import { ISSUE } from '../certificates/certificate-world.ts';
import { CLASS } from '../training/training-world.ts';
import { textOfPaper } from './read-pdf.ts';

const as = (role: SandboxIdentity['role'], office: string): SandboxIdentity => ({
  ...{ sub: `${role.toLowerCase()}-${office}`, role, office },
});
const CENTRE = as('TRAINING_CENTRE_ADMINISTRATOR', 'bbpvp-medan');
const OTHER_CENTRE = as('TRAINING_CENTRE_ADMINISTRATOR', 'bbpvp-serang');
const INSTRUCTOR = as('INSTRUCTOR', 'bbpvp-medan');
const LSP = as('CERTIFICATION_BODY_ADMINISTRATOR', ISSUE.certificationBody);
const PLACEMENT = as('PLACEMENT_OFFICER', 'disnaker-medan');
const PRISON = as('PRISON_OFFICER', 'lapas-medan');
const DINSOS = as('REFERRAL_OFFICER', 'dinsos-medan');
const CERTIFICATE = `t${'0d'.repeat(14)}`;
const publicUrl = 'https://titian.example.go.id';
const ORIGIN =
  /kejaksaan|kejari|jaksa|lapas|rutan|pemasyarakatan|pidana|penjara|putusan|narapidana|dinsos|pid\.b|\b\d{16}\b/i;

let api: ApiWorld;
let world: string;
let person: CaseOnTheWay;
let enrolmentId: string;

/** The journey would take the address as it asks for the certificate; here only that is left of it. */
async function takeAddress(ledger: Ledger): Promise<void> {
  const taking: Decider<unknown> = {
    ...(journeyDecider as Decider<unknown>),
    decide: () => ({
      ...{ kind: 'accepted', events: [] },
      claims: [
        { kind: 'take', key: `address/certificate/${CERTIFICATE}`, holder: `journey/${person.personId}` },
      ],
    }),
    deadlines: () => [],
  };
  const gateway = new DirectGateway({ ledger, deciders: new Map([['journey', taking]]) });
  const actor = { id: 'test', role: 'SYSTEM', office: 'system' } as const;
  const command = { commandId: `take:${CERTIFICATE}`, name: 'take', data: {}, actor };
  const envelope = { command, requestHash: 'x', facts: [], clockOffsetMs: 0 };
  expect((await gateway.send(`journey/${person.personId}`, world, envelope)).outcome).toBe('accepted');
}

const post = (url: string, actor: SandboxIdentity, body?: object, key?: string) =>
  api.call({ url: `/api/v1/${url}`, as: actor, ...(body && { body }), ...(key && { key }) });
const get = (url: string, actor: SandboxIdentity) =>
  api.call({ method: 'GET', url: `/api/v1/${url}`, as: actor });
async function download(href: string, actor: SandboxIdentity) {
  const headers = { authorization: `Bearer ${await api.token(actor)}` };
  return api.app.inject({ method: 'GET', url: href, headers });
}
/** What anybody who holds the file can read in it, its properties too. */
async function textOf(href: string, actor: SandboxIdentity): Promise<string> {
  const file = await download(href, actor);
  expect(file.statusCode).toBe(200);
  const { rawPayload } = file;
  const properties = [...rawPayload.toString('latin1').matchAll(/\/(?:Title|Author|Subject) \((.*?)\)\n/g)];
  return [textOfPaper(rawPayload), ...properties.map(([, value]) => value)].join(' ');
}

beforeAll(async () => {
  const keys = await openSigningKeys([await generateSigningKey()]);
  api = await openApi({
    rooms: (needs: { pool: pg.Pool; ledger: Ledger; vault: Vault }) => {
      const { stopped } = createCertificateList(needs.pool);
      const places = createStatusPlaces(needs.pool);
      return {
        papers: createPapers({ ...needs, decider: journeyDecider }),
        credentials: createCredentials({ keys, publicUrl, inSandbox: true, places, stopped }),
      };
    },
  });
  world = await newWorld(api, '2026-05-04T02:00:00.000Z');
  const identity = fictitiousIdentity({ name: 'Ratna Contoh', address: 'Lapas Kelas I Medan, blok C' });
  person = await registerPerson(api, identity, world);
  // A person with a ruling: each of the papers below could tell of it.
  const document = { kind: 'PUTUSAN', number: 'PTS-1', date: '2026-03-09' };
  await must(person.send('register-ruling', ruling(), STAFF, { document }));
  const data = { ...CLASS, programmeId: 'las-smaw-160', room: 'Bengkel Lapas' };
  await must(post('classes/las-5/commands/open-class', CENTRE, { data, world }));
  const asked = { classId: 'las-5', caseId: 'c1', needs: ['RAMP'], waits: false };
  await must(person.send('apply-for-class', asked, PROSECUTOR));
  const events = await api.ledger.readStream(`journey/${person.personId}`);
  const requested = events.find(({ type }) => type === 'EnrolmentRequested');
  ({ enrolmentId } = (requested?.data ?? {}) as { enrolmentId: string });
  await must(post(`sandbox/worlds/${world}/settle`, REGISTRAR, {}));
  await takeAddress(api.ledger);
  const { blankNumber: _none, ...issue } = { ...ISSUE, issuedOn: '2026-05-04' };
  const holderAddress = `address/certificate/${CERTIFICATE}`;
  const issued = await api.tell(`certificate/${CERTIFICATE}`, world, 'issue-certificate', {
    ...issue,
    ...{ certificateId: CERTIFICATE, holderAddress },
  } as never);
  expect(issued.outcome).toBe('accepted');
  await must(
    person.send('issue-job-seeker-card', { number: '1271.26.7', issuedOn: '2026-05-04' }, PLACEMENT),
  );
}, 120_000);
afterAll(() => api.close());

describe('a class list', () => {
  it('names those who sit in the class to its centre, and stands in the record without them', async () => {
    const key = randomUUID();
    const made = await post('classes/las-5/papers/class-list', CENTRE, undefined, key);
    expect([made.status, made.body.kind, made.body.number]).toEqual([
      201,
      'class-list',
      expect.stringMatching(/^DP\/las-5\/\d+$/),
    ]);
    expect((await post('classes/las-5/papers/class-list', CENTRE, undefined, key)).body).toEqual(made.body);
    const events = await api.ledger.readStream('class/las-5');
    expect(events.at(-1)).toMatchObject({
      ...{ version: made.body.attachedVersion, type: 'PaperNoted' },
      data: { kind: 'CLASS-LIST', number: made.body.number, hash: made.body.sha256 },
    });
    expect(JSON.stringify(events)).not.toMatch(/Ratna|p[0-9a-f]{28,}/);
    const text = await textOf(made.body.href, CENTRE);
    for (const part of ['Ratna Contoh', enrolmentId, 'BBPVP', 'Permenakertrans 8/2014']) {
      expect(text).toContain(part);
    }
    expect(text).not.toMatch(ORIGIN);
    expect(text).not.toContain(person.personId);
    const listed = await get('classes/las-5/papers', AUDITOR);
    expect(listed.body.papers).toEqual([made.body]);
  });

  it('is its own centre’s and the auditor’s; every name that is read is written down', async () => {
    const { body } = await must(post('classes/las-5/papers/class-list', CENTRE));
    for (const other of [OTHER_CENTRE, INSTRUCTOR, PROSECUTOR, PRISON, LSP, AUDITOR]) {
      expect([other.role, (await post('classes/las-5/papers/class-list', other)).status]).toEqual([
        other.role,
        403,
      ]);
    }
    for (const other of [OTHER_CENTRE, INSTRUCTOR, PROSECUTOR, LSP]) {
      expect([other.role, (await download(body.href, other)).statusCode]).toEqual([other.role, 403]);
    }
    const looks = async () =>
      (
        await api.superPool.query(
          "SELECT count(*)::int AS count FROM access.log WHERE subject = $1 AND reason = 'class/las-5'",
          [person.personId],
        )
      ).rows[0].count;
    const before = await looks();
    expect((await download(body.href, AUDITOR)).statusCode).toBe(200);
    expect(await looks()).toBe(before + 1);
  });
});

describe('the sheet of a certificate', () => {
  it('has the holder’s name and a code to check it by, and is noted by the certificate', async () => {
    const made = await post(`certificates/${CERTIFICATE}/papers/certificate`, LSP);
    expect([made.status, made.body.number]).toEqual([201, ISSUE.number]);
    const [noted] = (await api.ledger.readStream(`certificate/${CERTIFICATE}`)).slice(-1);
    expect(noted).toMatchObject({
      type: 'PaperNoted',
      data: { kind: 'CERTIFICATE', hash: made.body.sha256 },
    });
    const text = await textOf(made.body.href, LSP);
    for (const part of ['Ratna Contoh', ISSUE.number, 'Juru Las SMAW 2G', 'PP 10/2018', publicUrl]) {
      expect(text).toContain(part);
    }
    expect(text).not.toMatch(ORIGIN);
    expect(text).not.toContain(person.personId);
    expect((await download(made.body.href, LSP)).rawPayload.toString('latin1')).toContain('/Subtype /Image');
    for (const other of [{ ...LSP, sub: 'x', office: 'lsp-garmen-kudus' }, CENTRE, PROSECUTOR, PLACEMENT]) {
      const tried = await post(`certificates/${CERTIFICATE}/papers/certificate`, other);
      expect([other.role, tried.status]).toEqual([other.role, 403]);
      expect((await download(made.body.href, other)).statusCode).toBe(403);
    }
  });
});

describe('a referral letter', () => {
  const letter = (actor: SandboxIdentity, about = enrolmentId) =>
    post(`journeys/${person.personId}/papers/referral-letter?about=${about}`, actor);

  it('of a prosecutor’s applicant comes from the programme, and the centre reads it', async () => {
    const made = await letter(PROSECUTOR);
    expect([made.status, made.body.number]).toEqual([201, `RUJ/${enrolmentId}`]);
    const text = await textOf(made.body.href, CENTRE);
    for (const part of ['PROGRAM PELATIHAN DAN PENEMPATAN KERJA', 'Ratna Contoh', 'Kepada Yth. Kepala']) {
      expect(text).toContain(part);
    }
    expect(text).not.toMatch(ORIGIN);
    expect(text).not.toMatch(/jalur landai|journey\//);
    expect(text).not.toContain(person.personId);
    const seen = await get(`journeys/${person.personId}/papers`, CENTRE);
    // How much stands in the journey is nothing to the centre.
    expect(seen.body.papers).toEqual([{ ...made.body, version: null, attachedVersion: null }]);
    for (const other of [OTHER_CENTRE, PRISON, DINSOS, LSP]) {
      expect([other.role, (await letter(other)).status]).toEqual([other.role, 403]);
      expect((await download(made.body.href, other)).statusCode).toBe(403);
    }
  });

  it('of a social referral looks the same, and is made only once the person agreed', async () => {
    const data = { centre: 'bbpvp-medan', purpose: 'TRAINING', needs: ['LARGE_PRINT'] };
    const { body } = await must(person.send('receive-referral', data, DINSOS));
    expect(body.outcome ?? 'accepted').toBe('accepted');
    expect((await letter(DINSOS, 'c2')).body.code).toBe('WRONG_STAGE');
    const own: SandboxIdentity = { sub: 'ratna', role: 'PERSON', office: 'umum', person: person.personId };
    await must(person.send('give-consent', { purpose: 'TRAINING_REFERRAL', caseId: 'c2' }, own));
    await must(person.send('give-consent', { purpose: 'DISCLOSE_DISABILITY' }, own));
    const made = await letter(DINSOS, 'c2');
    expect(made.status).toBe(201);
    const text = await textOf(made.body.href, CENTRE);
    for (const part of ['PROGRAM PELATIHAN DAN PENEMPATAN KERJA', 'bahan huruf besar']) {
      expect(text).toContain(part);
    }
    expect(text).not.toMatch(ORIGIN);
    expect((await letter(PROSECUTOR, 'c2')).status).toBe(403);
    expect((await letter(CENTRE, 'c2')).status).toBe(201);
  });
});

it('the card of a job seeker is the placement office’s, and leaves out an address that tells too much', async () => {
  const url = `journeys/${person.personId}/papers/job-seeker-card`;
  const made = await post(url, PLACEMENT);
  expect([made.status, made.body.number]).toEqual([201, '1271.26.7']);
  const text = await textOf(made.body.href, PLACEMENT);
  for (const part of ['Ratna Contoh', 'Permenaker 18/2024', '4 November 2026', '4 Mei 2028']) {
    expect(text).toContain(part);
  }
  expect(text).not.toMatch(ORIGIN);
  expect(text).not.toContain(person.personId);
  for (const other of [CENTRE, PROSECUTOR, { ...PLACEMENT, sub: 'far', office: 'disnaker-bandung' }]) {
    expect([other.role, (await post(url, other)).status]).toEqual([other.role, 403]);
  }
  // Of what was made on this journey the placement office sees the card alone.
  const seen = await get(`journeys/${person.personId}/papers`, PLACEMENT);
  expect(seen.body.papers.map(({ kind }: { kind: string }) => kind)).toEqual(['job-seeker-card']);
});
