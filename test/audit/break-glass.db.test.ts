/** Break-glass: an hour's look in an emergency, in the open. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBreakGlass } from '../../src/access/break-glass.ts';
import type { SandboxIdentity } from '../../src/access/sandbox-issuer.ts';
import { type ApiWorld, openApi } from '../api/api-world.ts';
import {
  AUDITOR,
  type CaseOnTheWay,
  fictitiousIdentity,
  runningCase,
  SUPERVISOR,
} from '../api/case-on-the-way.ts';

const FAR: SandboxIdentity = { sub: 'far-1', role: 'EXECUTING_PROSECUTOR', office: 'kejari-jayapura' };
const PRISON: SandboxIdentity = { sub: 'prison-1', role: 'PRISON_OFFICER', office: 'lapas-jayapura' };
const WHY = 'Ancaman jiwa: Budi Rahasia dicari keluarganya';

let api: ApiWorld;
let found: CaseOnTheWay;
beforeAll(async () => {
  api = await openApi({ rooms: ({ pool }) => ({ breakGlass: createBreakGlass(pool), examined: pool }) });
  found = await runningCase(api, fictitiousIdentity());
}, 120_000);
afterAll(() => api.close());

const get = (url: string, as: SandboxIdentity) => api.call({ method: 'GET', url, as, key: null });
const journey = (as: SandboxIdentity) => get(`/api/v1/journeys/${found.personId}`, as);
const breakIt = (as: SandboxIdentity, body: object = { reason: WHY }, key = 'emergency-0001') =>
  api.call({ url: `/api/v1/people/${found.personId}/break-glass`, as, body, key });

describe('an officer out of reach', () => {
  it('opens the journey for a while, and each look names the grant', async () => {
    expect((await journey(FAR)).status).toBe(403);
    const granted = await breakIt(FAR, { reason: WHY, minutes: 30 });
    expect(granted.status).toBe(201);
    const { grantId, beganAt, endsAt } = granted.body;
    expect(Math.round((Date.parse(endsAt) - Date.parse(beganAt)) / 60_000)).toBe(30);
    const seen = await get(`/api/v1/journeys/${found.personId}?include=identity`, FAR);
    expect(seen.body.cases.map(({ caseId, office }: never) => [caseId, office])).toEqual([
      ['c1', 'kejari-medan'],
    ]);
    expect(seen.body.identity.name).toBe('Sari Contoh');
    expect((await get(`/api/v1/journeys/${found.personId}/events`, FAR)).body.events[0].type).toBe(
      'PersonRegistered',
    );
    const { body } = await get(`/api/v1/audit/who-looked?actor=far-1&outcome=allowed`, AUDITOR);
    expect(
      body.looks.map((look: { action: string; grantId: string }) => [look.action, look.grantId]),
    ).toEqual([
      ['read-events', grantId],
      ['read-identity', grantId],
      ['read-journey', grantId],
      ['break-glass', grantId],
    ]);
  });

  it('asks again with the same key and gains no minute', async () => {
    const first = await breakIt(PRISON);
    expect((await breakIt(PRISON)).body).toEqual(first.body);
    expect(Math.round((Date.parse(first.body.endsAt) - Date.parse(first.body.beganAt)) / 60_000)).toBe(60);
    expect((await breakIt(PRISON, { reason: WHY, minutes: 61 }, 'emergency-0002')).status).toBe(400);
    // Another account of the same office is another hand.
    expect((await journey({ ...PRISON, sub: 'prison-2' })).status).toBe(403);
    expect((await journey(PRISON)).body.cases).toHaveLength(1);
  });

  it.each([
    ['dots', '. . . . . . . . . . . .'],
    ['what nobody sees', 'perlu\u3164\u3164\u3164\u3164\u3164\u200b\u200b\u200b'],
    ['one short word', 'penting!!!'],
  ])('gives a reason in words: %s are none', async (_, reason) => {
    const answer = await breakIt({ ...FAR, sub: 'far-2' }, { reason }, 'emergency-0009');
    expect([answer.status, answer.body.code]).toEqual([400, 'MALFORMED']);
  });

  it('never writes', async () => {
    const closed = await found.send('close-case', { caseId: 'c1', reason: 'COMPLETED' }, FAR);
    expect([closed.status, closed.body.code]).toEqual([403, 'NOT_PERMITTED']);
  });

  it('sees nothing once the time is over', async () => {
    const late = { ...FAR, sub: 'far-late' };
    await api.superPool.query(
      `INSERT INTO access.break_glass
         (grant_id, world, actor_id, role, office, person_id, reason, log_id, began_at, ends_at)
       SELECT 'g0123456789012345678901234567', $1, 'far-late', 'EXECUTING_PROSECUTOR', 'kejari-jayapura', $2,
              'sealed:v1:x', max(id), now() - interval '2 hours', now() - interval '1 hour'
         FROM access.log WHERE action <> 'break-glass'`,
      [found.world, found.personId],
    );
    expect((await journey(late)).status).toBe(403);
  });
});

describe('the glass', () => {
  it('is not for those who must not know an origin, nor for whoever has no emergency to answer', async () => {
    for (const role of ['EMPLOYER', 'ASSESSOR', 'PLACEMENT_OFFICER', 'SITE_SUPERVISOR', 'AUDITOR'] as const) {
      const { status, body } = await breakIt({ ...SUPERVISOR, sub: `no-${role}`, role });
      expect([role, status, body.code]).toEqual([role, 403, 'NOT_PERMITTED']);
    }
  });

  it('is on the auditor’s list with its reason, which stands nowhere in clear', async () => {
    const { body } = await get('/api/v1/audit/break-glass', AUDITOR);
    const mine = body.grants.filter(({ actor }: { actor: { id: string } }) => actor.id !== 'far-late');
    expect(mine.map(({ actor, reason }: never) => [(actor as { id: string }).id, reason])).toEqual([
      ['prison-1', WHY],
      ['far-1', WHY],
    ]);
    expect((await get('/api/v1/audit/break-glass', FAR)).status).toBe(403);
    const { rows } = await api.superPool.query('SELECT g::text AS text FROM access.break_glass g');
    expect(JSON.stringify(rows)).not.toContain('Rahasia');
  });

  it('is counted beside the lists, and a look at the grants of all worlds is not one at a single world', async () => {
    expect((await get('/api/v1/audit/lists', AUDITOR)).body.breakGlassGrants).toBe(3);
    const asking = { ...AUDITOR, sub: 'auditor-worlds' };
    await get('/api/v1/audit/break-glass', asking);
    await get(`/api/v1/audit/break-glass?world=${found.world}`, asking);
    await get('/api/v1/audit/who-looked?limit=1', asking);
    const { rows } = await api.superPool.query(
      "SELECT world FROM access.log WHERE actor_id = 'auditor-worlds' ORDER BY id",
    );
    expect(rows.map(({ world }) => world)).toEqual(['*', found.world, '*']);
  });

  it('is kept for good', async () => {
    for (const statement of [
      'UPDATE access.break_glass SET ends_at = now()',
      'TRUNCATE access.break_glass',
    ]) {
      await expect(api.superPool.query(statement)).rejects.toThrow(/append-only/);
    }
  });
});
