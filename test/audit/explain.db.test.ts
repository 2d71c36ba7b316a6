/** Why and what if over HTTP, on Postgres: for auditors alone, each look written down, nothing else written. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createExplanations } from '../../src/audit/explain/explanations.ts';
import { createDraftDesk, PAGE_LIMITS } from '../../src/audit/what-if/draft-desk.ts';
import { type ApiWorld, openApi } from '../api/api-world.ts';
import {
  AUDITOR,
  type CaseOnTheWay,
  must,
  registerPerson,
  runningCase,
  STAFF,
} from '../api/case-on-the-way.ts';

let api: ApiWorld;
let found: CaseOnTheWay;
const day = { caseId: 'c1', siteId: 'puskesmas-helvetia', start: '2026-03-30T07:00' };

beforeAll(async () => {
  api = await openApi({
    rooms: (rooms) => ({ explanations: createExplanations(rooms), drafts: createDraftDesk(rooms) }),
  });
  found = await runningCase(api);
  await found.moveClock('2026-03-30T11:00:00.000Z');
  const tooLong = await found.send('record-session', { ...day, end: '2026-03-30T16:00' }, STAFF);
  expect(tooLong.body.code).toBe('DAILY_LIMIT');
  await must(found.send('record-session', { ...day, end: '2026-03-30T15:00' }, STAFF));
});
afterAll(() => api.close());

const explained = (query: string, as = AUDITOR) =>
  api.call({
    method: 'GET',
    url: `/api/v1/audit/streams/journey/${found.personId}/explanation?${query}`,
    as,
  });
const whatIf = (more: object = {}, as = AUDITOR) =>
  api.call({
    url: '/api/v1/audit/what-if',
    as,
    body: {
      draft: [{ policy: 'daily_limit_minutes', from: '2026-01-02', value: 540, source: 'Rancangan 1' }],
      ...{ from: '2026-01-01', to: '2026-12-31', world: found.world },
      ...more,
    },
  });
const refusedAt = async (): Promise<number> =>
  (await api.ledger.readDecisions(`journey/${found.personId}`)).find(({ outcome }) => outcome === 'refused')!
    .sequence;
const written = async () => {
  const { rows } = await api.superPool.query(
    'SELECT (SELECT count(*) FROM ledger.event) + (SELECT count(*) FROM ledger.decision) AS rows, ' +
      '(SELECT count(*) FROM ledger.fact) AS facts, (SELECT sum(version) FROM ledger.fact) AS versions',
  );
  return rows[0];
};

it('explains the refusal with the register’s own decree, and the balance posting by posting', async () => {
  const decision = (await explained(`decision=${await refusedAt()}`)).body;
  expect(decision).toMatchObject({
    outcome: 'refused',
    refusal: { code: 'DAILY_LIMIT' },
    decidesTheSame: true,
  });
  expect(decision.sentences.map(({ en }: { en: string }) => en)).toContain(
    'It would have been accepted if daily_limit_minutes were 540 or more (minutes).',
  );
  const rule = decision.rules.find(({ policy }: { policy: string }) => policy === 'daily_limit_minutes');
  expect(rule.setBy).toMatchObject({ stream: 'register/policy/daily_limit_minutes', sequence: 1 });
  const balance = (await explained('case=c1')).body;
  expect(balance).toMatchObject({ agrees: true, hours: { sumMinutes: 480, stateMinutes: 480 } });
  const events = await api.ledger.readStream(`journey/${found.personId}`);
  const posting = events.find(({ type }) => type === 'MinutesCredited')!;
  expect(balance.hours.postings[0]).toMatchObject({ version: posting.version, receipt: posting.hash });
  expect((await explained(`event=${posting.version}`)).body.sentence.en).toContain(
    '480 minutes on 2026-03-30',
  );
  const deadline = events.find(
    ({ type, data }) => type === 'DeadlineArmed' && JSON.stringify(data).includes('window-end'),
  )!;
  const { deadlineId } = deadline.data as { deadlineId: string };
  expect((await explained(`deadline=${encodeURIComponent(deadlineId)}`)).body).toMatchObject({
    state: 'ARMED',
  });
});

it('tries the draft without writing anything to the record', async () => {
  const before = await written();
  const { status, body } = await whatIf();
  expect(status).toBe(200);
  expect(body).toMatchObject({
    totals: { streams: 1, different: 1, notReplayable: 0, acceptedNow: 1 },
    byOffice: { 'kejari-medan': { streams: 1, acceptedNow: 1 } },
    streams: [{ stream: `journey/${found.personId}`, outcome: 'different' }],
    nextAfter: null,
  });
  expect((await whatIf({ office: 'kejari-karo' })).body.totals.streams).toBe(0);
  const same = [{ policy: 'daily_limit_minutes', from: '2026-01-02', value: 480, source: 'Rancangan 2' }];
  expect((await whatIf({ draft: same })).body).toMatchObject({
    totals: { streams: 1, same: 1 },
    streams: [],
  });
  expect(await written()).toEqual(before);
});

it('says what is wrong with a draft or a question', async () => {
  const wrong = await whatIf({
    draft: [{ policy: 'daily_limit_minutes', from: 'soon', value: 'x', source: '' }],
  });
  expect([wrong.status, wrong.body.errors.length]).toEqual([400, 3]);
  expect((await explained('decision=1&event=1')).status).toBe(400);
  expect((await explained('decision=99')).status).toBe(404);
  expect((await explained('case=c9')).status).toBe(404);
});

it('is for auditors alone, and every look, also a denied one, stands in the access log', async () => {
  expect((await explained('decision=1', STAFF)).status).toBe(403);
  expect((await whatIf({}, STAFF)).status).toBe(403);
  const { rows } = await api.superPool.query<{ action: string; outcome: string }>(
    `SELECT DISTINCT action, outcome FROM access.log
     WHERE action IN ('explain-record', 'try-draft-rule') ORDER BY action, outcome`,
  );
  expect(rows.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
    ...['explain-record allowed', 'explain-record denied', 'try-draft-rule allowed', 'try-draft-rule denied'],
  ]);
});

it('a page that costs too much ends early, and the next one begins there', async () => {
  await registerPerson(api, undefined, found.world);
  const desk = createDraftDesk({ pool: api.superPool, ledger: api.ledger }, { ...PAGE_LIMITS, decided: 1 });
  const until = '2026-04-30T00:00:00.000Z';
  const which = { world: found.world, from: '2026-01-01T00:00:00.000Z', to: until, limit: 50 };
  const first = await desk.page([], which, until);
  expect(first).toMatchObject({ totals: { streams: 1 }, nextAfter: expect.stringMatching(/^journey/) });
  const second = await desk.page([], { ...which, after: first.nextAfter! }, until);
  expect(second).toMatchObject({ totals: { streams: 1 }, nextAfter: null });
});
