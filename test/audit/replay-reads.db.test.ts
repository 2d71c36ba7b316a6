/** What an auditor asks about one stream over HTTP: who may, what is written down, what comes back. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRecordAudit, type RecordAudit } from '../../src/audit/record-audit.ts';
import { rulesOfBuild } from '../../src/audit/rules/rules-of-build.ts';
import { type ApiWorld, openApi } from '../api/api-world.ts';
import {
  AUDITOR,
  must,
  PROSECUTOR,
  paper,
  registerPerson,
  ruling,
  runningCase,
  STAFF,
} from '../api/case-on-the-way.ts';
import { tamperWith } from '../ledger/tamper.ts';
import { rulesPack } from '../support/rules-pack.ts';

let api: ApiWorld;
let audit: RecordAudit;
let personId: string;
let world: string;
beforeAll(async () => {
  api = await openApi({
    rooms({ pool, ledger }) {
      audit = createRecordAudit({ pool, ledger, today: { buildId: 'today', bundlePath: '/nowhere' } });
      return { recordAudit: audit };
    },
  });
  const found = await runningCase(api);
  await found.moveClock('2026-04-03T06:00:00.000Z');
  const work = {
    caseId: 'c1',
    siteId: 'puskesmas-helvetia',
    start: '2026-04-01T08:00',
    end: '2026-04-01T12:00',
  };
  await must(found.send('record-session', work, STAFF));
  expect((await found.send('record-session', work, STAFF)).status).toBe(409);
  personId = found.personId;
  world = found.world;
});
afterAll(async () => {
  await audit?.close();
  await api?.close();
});

const ask = (what: string, as = AUDITOR, id = personId) =>
  api.call({ method: 'GET', url: `/api/v1/audit/streams/journey/${id}/${what}`, as });

describe('who may', () => {
  it.each([
    ['runs', 'replay-run'],
    ['replay', 'replay-run'],
    ['comparison', 'compare-record'],
    ['state', 'replay-run'],
  ])('%s: an auditor, and nobody else; both are written down', async (what, action) => {
    expect((await ask(what)).status).toBe(200);
    expect((await ask(what, PROSECUTOR)).body.code).toBe('NOT_PERMITTED');
    const { rows } = await api.superPool.query(
      'SELECT outcome, subject FROM access.log WHERE action = $1 ORDER BY id DESC LIMIT 2',
      [action],
    );
    expect(rows).toEqual([
      { outcome: 'denied', subject: personId },
      { outcome: 'allowed', subject: personId },
    ]);
  });

  it('a stream that is not there is not found', async () => {
    expect((await ask('comparison', AUDITOR, 'p0')).status).toBe(404);
    const other = await api.call({ method: 'GET', url: '/api/v1/audit/streams/%2E%2E/x/runs', as: AUDITOR });
    expect(other.status).toBe(404);
  });
});

describe('the comparison of a life without a workflow', () => {
  it('says of each decision that no history witnesses it, and that the rules of its build were not kept', async () => {
    const { body } = await ask('comparison');
    expect(body).toMatchObject({
      differences: 0,
      rulesChanged: 0,
      findings: [],
      states: [],
      todaysBuild: 'today',
    });
    const types = body.commands.map((one: { findings: { type: string }[] }) =>
      one.findings.map(({ type }) => type),
    );
    expect(new Set(types.map(String))).toEqual(new Set(['NOT_WITNESSED,RULES_NOT_KEPT']));
  });

  it('decides by the rules of its own build once these are kept, sealed by a note', async () => {
    const script = Buffer.from(await rulesPack());
    expect(await api.ledger.keepRules('test', script)).toBe(true);
    expect(await api.ledger.keepRules('test', script)).toBe(false);
    await expect(api.ledger.keepRules('test', Buffer.from('other'))).rejects.toThrow(
      'build test is kept with other rules',
    );
    const { rows } = await api.superPool.query(
      `SELECT n.body::jsonb ->> 'sha256' = encode(sha256(r.script), 'hex') AS sealed
       FROM ledger.rules r JOIN ledger.note n ON n.kind = 'rules-kept' AND n.body::jsonb ->> 'build' = r.build_id`,
    );
    expect(rows).toEqual([{ sealed: true }]);
    expect(await rulesOfBuild(api.superPool, 'never')).toEqual({ why: 'not kept' });
    const { body } = await ask('comparison');
    const said = (side: string) => new Set(body.commands.map((one: Record<string, string>) => one[side]));
    expect([said('ownRules'), said('todaysRules')]).toEqual([new Set(['the same']), new Set(['the same'])]);
    expect(body.commands.at(-1)).toMatchObject({ name: 'record-session', ledger: 'refused', history: null });
  });

  it('names the claim that a refusal rested on, also from before lost claims were recorded', async () => {
    const found = await registerPerson(api, undefined, world);
    const taken = { caseNumber: '4711/Pid.B/2026/PN Mdn', defendantOrder: 1 };
    const document = paper('PUTUSAN', 'PTS-2', '2026-03-09');
    const first = await registerPerson(api, undefined, world);
    await must(first.send('register-ruling', ruling(taken), STAFF, { document }));
    const refused = await found.send('register-ruling', ruling(taken), STAFF, { document });
    expect(refused.body.code).toBe('DUPLICATE_CASE');
    const typesNow = async () => (await ask('comparison', AUDITOR, found.personId)).body.commands.at(-1);
    expect(await typesNow()).toMatchObject({ ownRules: 'the same', matches: true });
    await tamperWith(
      api.superPool,
      `UPDATE ledger.decision SET detail = (detail::jsonb - 'lostClaims')::text
       WHERE stream_id = 'journey/${found.personId}' AND outcome = 'refused'`,
    );
    const before = await typesNow();
    expect(before).toMatchObject({ ownRules: 'the same', matches: true });
    expect(before.findings.map(({ type }: { type: string }) => type)).toContain('RESTED_ON_CLAIM');
  });
});

it('of a register no history is due', async () => {
  const { rows } = await api.superPool.query(
    `SELECT stream_id FROM ledger.stream WHERE kind = 'register' LIMIT 1`,
  );
  const [kind, ...id] = (rows[0].stream_id as string).split('/');
  const url = `/api/v1/audit/streams/${kind}/${encodeURIComponent(id.join('/'))}/comparison`;
  const { body } = await api.call({ method: 'GET', url, as: AUDITOR });
  const types = body.commands.flatMap((one: { findings: { type: string }[] }) =>
    one.findings.map(({ type }) => type),
  );
  expect(types).toContain('NO_HISTORY_BY_DESIGN');
  expect(types).not.toContain('NOT_WITNESSED');
});

describe('the state at any point', () => {
  it('goes back on both axes, and to any event or decision', async () => {
    const now = (await ask('state')).body;
    expect(now.state.domain.cases.c1.creditedMinutes).toBe(240);
    const before = (await ask(`state?version=${now.version - 1}`)).body;
    expect(before.version).toBe(now.version - 1);
    const known = (await ask('state?knownAt=2026-04-02&asOf=2026-04-02')).body;
    expect(known.asOf.cases[0]).toMatchObject({ caseId: 'c1', stage: 'RUNNING', creditedMinutes: 0 });
    expect(known.headHash).not.toBe(now.headHash);
    expect((await ask('state?asOf=2026-03-31')).body.asOf.cases[0].creditedMinutes).toBe(0);
    expect((await ask('state?asOf=2026-04-01')).body.asOf.cases[0].creditedMinutes).toBe(240);
    expect((await ask('state?decision=1')).body.state.domain.cases).toEqual({});
    expect((await ask('state?version=0')).body).toMatchObject({ version: 0, headHash: null });
  });

  it('refuses what is no point in time', async () => {
    expect((await ask('state?version=-1')).body.code).toBe('MALFORMED');
    expect((await ask('state?knownAt=yesterday')).body.code).toBe('MALFORMED');
  });
});
