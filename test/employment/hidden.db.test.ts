/** What employers and offices of one part may not learn: who somebody is, was merged into, or comes from (I-8). */
import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SandboxIdentity } from '../../src/access/sandbox-issuer.ts';
import type { CommandGateway } from '../../src/gateway/contract.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { createCandidateList } from '../../src/projections/candidate-list.ts';
import { CANDIDATE_TABLE, PROPOSAL_TABLE } from '../../src/projections/candidate-rows.ts';
import { createStreamProjector, type StreamProjector } from '../../src/projections/stream-projector.ts';
import { deliverMessages } from '../../workers/relay.ts';
import { type ApiWorld, openApi } from '../api/api-world.ts';
import { AUDITOR, newWorld, REGISTRAR, registerPerson } from '../api/case-on-the-way.ts';
import { application } from '../permit/permit-world.ts';
import { vacancy } from './employment-world.ts';

const OFFICER: SandboxIdentity = { sub: 'pk', role: 'PLACEMENT_OFFICER', office: 'disnaker-medan' };
const BENGKEL: SandboxIdentity = { sub: 'hrd', role: 'EMPLOYER', office: 'bengkel-las-contoh' };
const HOTEL: SandboxIdentity = { sub: 'hotel', role: 'EMPLOYER', office: 'hotel-contoh' };
const document = { kind: 'surat', number: 'S-1', date: '2026-08-10' };
const PLACE = 'Kabupaten Deli Serdang';

let api: ApiWorld;
let world: string;
let lists: StreamProjector[];
let direct: CommandGateway;
/** Runs once, between the looking up of whose it is and the command. */
let meanwhile: (() => Promise<void>) | undefined;

const get = async (url: string, as: SandboxIdentity) => api.call({ method: 'GET', url, as, key: null });
const post = (url: string, data: object, as: SandboxIdentity, key?: string) =>
  api.call({ url, as, body: { data, document }, ...(key === undefined ? {} : { key }) });
const accepted = async (url: string, data: object, as: SandboxIdentity) => {
  const reply = await post(url, data, as);
  expect([url, reply.status, reply.status === 200 ? '' : reply.text]).toEqual([url, 200, '']);
  return reply;
};
const catchUp = async (): Promise<void> => {
  while ((await api.ledger.sequenceLeaves()) > 0);
  for (const list of lists) await list.catchUp();
};
const settle = () => api.call({ url: `/api/v1/sandbox/worlds/${world}/settle`, as: REGISTRAR });
/** One message of each source and target: of a merge, its first half. */
const deliverOnce = () =>
  deliverMessages({
    ...{ ledger: api.ledger, gateway: direct, registers: direct },
    ...{ audience: async () => [], clockOffsetOf: async () => clockOffsetMs },
    onFailure: (_message, error) => {
      throw error;
    },
  });
let clockOffsetMs = 0;

/** Somebody who looks for work there. */
async function seeker(number: string): Promise<string> {
  const { personId } = await registerPerson(api, undefined, world);
  const journey = `/api/v1/journeys/${personId}/commands`;
  await accepted(`${journey}/issue-job-seeker-card`, { number, issuedOn: '2026-08-10' }, OFFICER);
  const self: SandboxIdentity = { sub: personId, role: 'PERSON', office: 'orang', person: personId };
  await accepted(`${journey}/give-consent`, { purpose: 'MATCHING' }, self);
  const availability = { from: '2026-08-10', regencies: [PLACE], sectors: ['MANUFACTURING'], needs: [] };
  await accepted(`${journey}/set-availability`, availability, OFFICER);
  return personId;
}

/** A proposal of that person, whose row nobody can tell from the others. */
async function proposed(vacancyId: string, personId: string): Promise<string> {
  await catchUp();
  const { body } = await get(`/api/v1/vacancies/${vacancyId}/matches?world=${world}`, OFFICER);
  for (const { candidate } of body.matches) {
    const url = `/api/v1/candidates/${candidate}/commands/propose-candidate?world=${world}`;
    const { proposalId } = (await accepted(url, { vacancyId }, OFFICER)).body;
    const holder = await api.ledger.holderOf(world, `address/proposal/${proposalId}`);
    if (holder === `journey/${personId}`) return proposalId;
  }
  throw new Error('not among the matches');
}

beforeAll(async () => {
  api = await openApi({
    gateway(given) {
      direct = given;
      return {
        async send(...sent) {
          const first = meanwhile;
          meanwhile = undefined;
          await first?.();
          return given.send(...sent);
        },
      };
    },
    rooms: ({ pool, ledger }: { pool: Pool; ledger: Ledger }) => {
      lists = [CANDIDATE_TABLE, PROPOSAL_TABLE].map((table) =>
        createStreamProjector({ pool, ledger }, table),
      );
      return { candidates: createCandidateList(pool) };
    },
  });
  const startsAt = '2026-08-10T02:00:00.000Z';
  world = await newWorld(api, startsAt);
  clockOffsetMs = Date.parse(startsAt) - Date.now();
  for (const id of ['bengkel-las-contoh', 'hotel-contoh']) {
    const data = { name: id, ownership: 'PRIVATE', regency: 'Kota Medan', sector: 'MANUFACTURING' };
    await accepted(`/api/v1/employers/${id}/commands/register-employer`, data, REGISTRAR);
  }
  for (const id of ['las-1', 'las-2']) {
    await accepted(`/api/v1/vacancies/${id}/commands/report-vacancy`, vacancy(), BENGKEL);
  }
}, 120_000);
afterAll(() => api.close());

describe('while two records become one', () => {
  const merged = async (from: string) => {
    const { personId: into } = await registerPerson(api, undefined, world);
    const data = { otherPersonId: from, reason: 'Satu orang' };
    await accepted(`/api/v1/journeys/${into}/commands/merge-person`, data, REGISTRAR);
    return into;
  };
  const told = async (key: string, as: SandboxIdentity) => get(`/api/v1/commands/${key}`, as);

  it('the employer’s command goes on to the surviving record', async () => {
    const from = await seeker('AK1-1');
    const proposalId = await proposed('las-1', from);
    let into = '';
    meanwhile = async () => {
      into = await merged(from);
      await settle();
    };
    const url = `/api/v1/proposals/${proposalId}/commands/invite-candidate?world=${world}`;
    const first = await post(url, {}, BENGKEL, 'undangan-1');
    expect([first.status, first.body.recorded]).toEqual([200, ['CandidateInvited']]);
    const again = await post(url, {}, BENGKEL, 'undangan-1');
    expect([again.status, again.body]).toEqual([200, first.body]);
    const outcome = await told('undangan-1', BENGKEL);
    expect([outcome.body.outcome, outcome.body.commandId]).toEqual(['accepted', 'undangan-1']);
    // A refusal of the surviving record says as little.
    const twice = await post(url, {}, BENGKEL);
    expect(twice.body.code).toBe('PROPOSAL_WRONG_STAGE');
    const texts = [first, again, outcome, twice].map(({ text }) => text).join();
    for (const hidden of [from, into, 'journey/']) expect(texts).not.toContain(hidden);
  });

  it('between its halves the outcome is unknown, and the same key tells later', async () => {
    const from = await seeker('AK1-2');
    const proposalId = await proposed('las-2', from);
    let into = '';
    meanwhile = async () => {
      into = await merged(from);
      await deliverOnce();
    };
    const url = `/api/v1/proposals/${proposalId}/commands/invite-candidate?world=${world}`;
    const send = () => post(url, {}, BENGKEL, 'undangan-2');
    const texts: string[] = [];
    for (const reply of [await send(), await send(), await told('undangan-2', BENGKEL)]) {
      expect([reply.status, reply.body.code]).toEqual([504, 'OUTCOME_UNKNOWN']);
      texts.push(reply.text);
    }
    await settle();
    const later = await send();
    expect([later.status, later.body.recorded]).toEqual([200, ['CandidateInvited']]);
    const outcome = await told('undangan-2', BENGKEL);
    expect(outcome.body.outcome).toBe('accepted');
    texts.push(later.text, outcome.text);
    for (const hidden of [from, into, 'journey/']) expect(texts.join()).not.toContain(hidden);
  });
});

describe('who sees one part of a journey alone', () => {
  it('is not told how much else there is, nor of what kind, in the answer or later', async () => {
    const { personId } = await registerPerson(api, undefined, world);
    const journey = `/api/v1/journeys/${personId}/commands`;
    const before = await accepted(
      `${journey}/issue-job-seeker-card`,
      { number: 'AK1-9', issuedOn: '2026-08-10' },
      OFFICER,
    );
    expect(before.body).toMatchObject({ version: null, receipt: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(before.body.events).toEqual([]);
    const { body } = await get(`/api/v1/commands/${before.body.commandId}`, OFFICER);
    expect(body).toMatchObject({ firstVersion: null, lastVersion: null, events: [] });
    const whole = await get(`/api/v1/commands/${encodeURIComponent(before.body.ledgerCommandId)}`, AUDITOR);
    expect(whole.body.events[0]).toMatchObject({ type: 'JobSeekerCardIssued', version: 2 });
  });
});

describe('S49: asking where a candidate comes from, in whatever spelling', () => {
  const denied = async () =>
    (await api.superPool.query("SELECT count(*)::int AS n FROM access.log WHERE reason = 'ORIGIN_HIDDEN'"))
      .rows[0].n;

  it.each([
    'fields[]=caseId',
    'FIELDS=route',
    'fields=case_id',
    'fields=units&fields=journey.id',
    'Case-Id=c1',
  ])('%s is ORIGIN_HIDDEN, and logged', async (asked) => {
    const before = await denied();
    const { status, body } = await get(`/api/v1/candidates?world=${world}&${asked}`, BENGKEL);
    expect([status, body.code]).toEqual([403, 'ORIGIN_HIDDEN']);
    expect(await denied()).toBe(before + 1);
  });

  it('any other unknown parameter is MALFORMED, and a value is no question', async () => {
    const answer = async (query: string) =>
      (await get(`/api/v1/candidates?world=${world}&${query}`, BENGKEL)).status;
    expect([await answer('fields=units'), await answer('sort=asc')]).toEqual([400, 400]);
    expect(await answer('regency=case')).toBe(200);
  });
});

describe('F-07: local graduates, attested by the server', () => {
  it('their number is counted and the companion must be one of them', async () => {
    await seeker('AK1-3');
    await catchUp();
    const found = async (as: SandboxIdentity) =>
      (await get(`/api/v1/candidates?world=${world}&regency=${encodeURIComponent(PLACE)}`, as)).body
        .candidates;
    const count = (await found(BENGKEL)).length;
    expect(count).toBeGreaterThan(0);
    const localGraduates = { occupation: 'Juru las', regency: PLACE, units: [], shown: 0 };
    const companion = { kind: 'LOCAL_GRADUATE', candidate: (await found(BENGKEL))[0].candidate };
    const apply = (id: string, changes: object, as = BENGKEL, key?: string) =>
      api.call({
        ...{ url: `/api/v1/permits/${id}-${world}/commands/apply-for-permit`, as },
        ...(key === undefined ? {} : { key }),
        body: { data: { ...application({ localGraduates }), ...changes }, world },
      });
    const skipped = await apply('p1', {});
    expect([skipped.body.code, skipped.body.parameters]).toEqual(['SKIP_REASON_MISSING', { shown: count }]);
    for (const candidate of ['calon-7Qm4Xz91', (await found(HOTEL))[0].candidate]) {
      const unknown = await apply('p2', { companion: { ...companion, candidate } });
      expect([unknown.status, unknown.body.code]).toEqual([404, 'CANDIDATE_UNKNOWN']);
    }
    const picked = await apply('p3', { companion }, BENGKEL, 'izin-pertama');
    expect(picked.body.events).toContainEqual(
      expect.objectContaining({
        type: 'LocalGraduatesShown',
        data: expect.objectContaining({ shown: count }),
      }),
    );
    // Another candidate comes: the same request still is the same.
    await seeker('AK1-4');
    await catchUp();
    expect((await apply('p3', { companion }, BENGKEL, 'izin-pertama')).body).toEqual(picked.body);
    const nobody = await apply('p4', { companion: null }, { ...BENGKEL, office: 'tidak-terdaftar' });
    expect([nobody.status, nobody.body.code]).toEqual([404, 'EMPLOYER_UNKNOWN']);
  });
});
