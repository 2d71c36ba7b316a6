/** One rule of each part on events that their own deciders wrote: names and fields are the real ones. */
import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAccessLog } from '../../src/access/access-log.ts';
import type { SandboxIdentity } from '../../src/access/sandbox-issuer.ts';
import { DECIDERS } from '../../src/domain/deciders.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { createNotices, type Notices } from '../../src/notices/notices.ts';
import type { Vault } from '../../src/vault/vault.ts';
import { type ApiWorld, openApi } from '../api/api-world.ts';
import { must, newWorld, REGISTRAR, registerPerson } from '../api/case-on-the-way.ts';
import { ISSUE } from '../certificates/certificate-world.ts';
import { CLASS } from '../training/training-world.ts';

const as = (role: SandboxIdentity['role'], office: string): SandboxIdentity => ({
  ...{ sub: `${office}-1`, role, office },
});
const PRISON = as('PRISON_OFFICER', 'lapas-medan');
const CENTRE = as('TRAINING_CENTRE_ADMINISTRATOR', 'bbpvp-medan');
const LSP = as('CERTIFICATION_BODY_ADMINISTRATOR', ISSUE.certificationBody);
const PLACEMENT = as('PLACEMENT_OFFICER', 'disnaker-medan');
const CERTIFICATE = `t${'0c'.repeat(14)}`;
const MARCH = '2026-03-09T01:00:00.000Z';

let api: ApiWorld;
let notices: Notices;
let now = '2027-03-30T03:00:00.000Z';

beforeAll(async () => {
  api = await openApi({
    rooms: (needs: { pool: pg.Pool; ledger: Ledger; vault: Vault }) => {
      notices = createNotices({
        ...needs,
        accessLog: createAccessLog(needs.pool),
        deciders: DECIDERS,
        now: () => now,
        settings: {
          ...{ mail: null, publicUrl: 'https://titian.example.go.id', sandbox: true, sandboxSends: false },
          webhook: { localAllowed: true, privateAllowed: false, timeoutMs: 2_000 },
        },
      });
      return { notices };
    },
  });
});
afterAll(() => api.close());

const clock = (world: string, to: string) =>
  must(api.call({ url: `/api/v1/sandbox/worlds/${world}/clock`, as: REGISTRAR, body: { to } }));
const post = (url: string, actor: SandboxIdentity, body: object) =>
  must(api.call({ url: `/api/v1/${url}`, as: actor, body }));
const document = { kind: 'SK', number: 'SK-1', date: '2026-03-09' };

/** Everything that the worker would have written down by now. */
async function told(world: string): Promise<unknown[]> {
  while ((await api.ledger.sequenceLeaves()) > 0);
  while (await notices.advance(async () => {})) {
    // Until nothing is left for this instant.
  }
  const { rows } = await api.superPool.query(
    `SELECT recipient, template, reference, details FROM notice.item
     WHERE world = $1 AND recipient_kind <> 'PERSON' ORDER BY leaf_index, recipient`,
    [world],
  );
  return rows;
}

it('prison: a release date that a remission moves, by the facility that the event names', async () => {
  const world = await newWorld(api, MARCH);
  const { personId, send } = await registerPerson(api, undefined, world);
  const inmate = {
    ...{ registerNumber: 'BI.123/2026', probationOffice: 'bapas-medan', generalRemissions: 0 },
    stageDates: {
      ...{ oneThird: '2026-09-05', half: '2027-01-05', twoThirds: '2027-05-05', expiry: '2028-01-04' },
    },
    sentence: { kind: 'TERM', startedOn: '2026-01-05', months: 24, days: 0 },
  };
  const { body } = await must(send('import-inmate', inmate, PRISON, { document }));
  const { caseId } = body.events.find(({ type }: { type: string }) => type === 'InmateImported').data;
  const to = '2027-12-05';
  const moved = { caseId, from: '2028-01-04', to, reason: 'REMISSION' };
  await must(send('change-release-date', moved, PRISON, { document }));
  expect(await told(world)).toContainEqual({
    ...{ recipient: 'lapas-medan', template: 'RELEASE_DATES_CHANGED' },
    ...{ reference: `${personId}/${caseId}`, details: { date: to } },
  });
});

it('class: nobody started it on its day', async () => {
  const world = await newWorld(api, '2026-05-04T02:00:00.000Z');
  const data = { ...CLASS, programmeId: 'las-smaw-160' };
  await post('classes/las-77/commands/open-class', CENTRE, { data, world });
  await clock(world, '2026-06-03T02:00:00.000Z');
  await post('classes/las-77/commands/amend-class', CENTRE, { data: { room: 'Bengkel 3' } });
  expect(await told(world)).toContainEqual({
    ...{ recipient: 'bbpvp-medan', template: 'CLASS_NOT_STARTED', reference: 'las-77', details: {} },
  });
});

it('certificate: its end comes near', async () => {
  const world = await newWorld(api, '2026-06-20T01:00:00.000Z');
  const holderAddress = `address/certificate/${CERTIFICATE}`;
  const { blankNumber: _none, ...issue } = ISSUE;
  const data = { ...issue, certificateId: CERTIFICATE, holderAddress };
  const issued = await api.tell(`certificate/${CERTIFICATE}`, world, 'issue-certificate', data as never);
  expect(issued.outcome).toBe('accepted');
  await clock(world, '2029-05-20T01:00:00.000Z');
  const reason = 'Rusak saat dicetak';
  await post(`certificates/${CERTIFICATE}/commands/void-blank`, LSP, {
    data: { blankNumber: 'B 0000999', reason },
  });
  expect(await told(world)).toContainEqual({
    ...{ recipient: LSP.office, template: 'CERTIFICATES_EXPIRE', reference: CERTIFICATE, details: {} },
  });
});

it('employment: a job seeker who did not report', async () => {
  const world = await newWorld(api, MARCH);
  const { personId, send } = await registerPerson(api, undefined, world);
  await must(send('issue-job-seeker-card', { number: 'AK1-7', issuedOn: '2026-03-09' }, PLACEMENT));
  const events = await api.ledger.readStream(`journey/${personId}`);
  const issued = events.find(({ type }) => type === 'JobSeekerCardIssued');
  const { candidateId } = (issued?.data ?? {}) as { candidateId?: string };
  expect(candidateId).toBeDefined();
  await clock(world, '2026-09-12T01:00:00.000Z');
  await must(send('report-job-seeker', { reportedOn: '2026-09-12' }, PLACEMENT));
  expect(await told(world)).toContainEqual({
    ...{ recipient: 'disnaker-medan', template: 'CARD_REPORT_MISSED', reference: candidateId, details: {} },
  });
});

it('what was told long ago goes, and how it was told stays', async () => {
  const world = await newWorld(api, MARCH);
  const { send } = await registerPerson(api, undefined, world);
  await must(send('issue-job-seeker-card', { number: 'AK1-8', issuedOn: '2026-03-09' }, PLACEMENT));
  await clock(world, '2026-09-12T01:00:00.000Z');
  await must(send('report-job-seeker', { reportedOn: '2026-09-12' }, PLACEMENT));
  const counted = async () => {
    const { rows } = await api.superPool.query(
      `SELECT count(i.*)::int AS items, count(DISTINCT m.message_id)::int AS messages
       FROM notice.message m LEFT JOIN notice.item i USING (message_id)
       WHERE m.world = $1 AND m.recipient_kind = 'OFFICE'`,
      [world],
    );
    return rows[0];
  };
  await told(world);
  now = new Date(Date.parse(now) + 86_400_000).toISOString();
  await told(world);
  expect(await counted()).toEqual({ items: 1, messages: 1 });
  // Real time: the messages were made today. Policy `notice_items_kept_days`: 180.
  now = new Date(Date.now() + 179 * 86_400_000).toISOString();
  await told(world);
  expect((await counted()).items).toBe(1);
  now = new Date(Date.now() + 181 * 86_400_000).toISOString();
  await told(world);
  expect(await counted()).toEqual({ items: 0, messages: 1 });
});
