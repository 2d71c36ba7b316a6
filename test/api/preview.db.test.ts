/** What a command would do: told beforehand, permitted like the command, and nothing of it is kept. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMAND_NAMES, COMMAND_RULES, type CommandName, TOKEN_ROLES } from '../../src/access/roles.ts';
import type { SandboxIdentity } from '../../src/access/sandbox-issuer.ts';
import { ENTITY_KINDS } from '../../src/api/entity-kinds/index.ts';
import { ENTITY_COMMANDS, type EntityEntry, REGISTER_COMMANDS } from '../../src/catalogue/index.ts';
import { type ApiReply, type ApiWorld, openApi } from './api-world.ts';
import {
  type CaseOnTheWay,
  COUNSELLOR,
  fictitiousIdentity,
  newWorld,
  PROSECUTOR,
  paper,
  registerPerson,
  ruling,
  runningCase,
  STAFF,
  SUPERVISOR,
} from './case-on-the-way.ts';
import { samples } from './samples.ts';

let api: ApiWorld;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

/** Rows of everything that a command could leave behind. */
async function kept(): Promise<string> {
  const counted = ['ledger.stream', 'ledger.event', 'ledger.decision', 'ledger.deadline', 'ledger.message'];
  counted.push('ledger.claim', 'ledger.claim_place', 'ledger.claim_total', 'ledger.fact', 'ledger.leaf');
  counted.push('vault.identity', 'vault.subject_key');
  const { rows } = await api.superPool.query(
    `SELECT ${counted.map((table) => `(SELECT count(*) FROM ${table}) AS "${table}"`).join(', ')}`,
  );
  return JSON.stringify(rows[0]);
}

const SEALED = /sealed:v1:(\w+):[^"]*/g;

/** Without what no preview can know: nonces, and the instant at which it is recorded. */
const told = (events: readonly { type: string; data?: unknown; version?: number }[]) =>
  events.map(({ type, data, version }) => ({
    ...{ type, version },
    data: JSON.parse(
      JSON.stringify(data ?? null)
        .replaceAll(SEALED, 'sealed:$1')
        .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, (instant) => `${instant.slice(0, 16)}`),
    ) as unknown,
  }));

/** Asks first, then sends the same, and holds the two against each other. */
async function both(url: string, as: SandboxIdentity, body: unknown): Promise<ApiReply> {
  const key = randomUUID();
  const before = await kept();
  const preview = await api.call({ url: `${url}/preview`, as, key, body });
  expect(await kept()).toBe(before);
  const sent = await api.call({ url, as, key, body });
  if (sent.status >= 300) {
    const { instance: _asked, receipt: _recorded, ...problem } = sent.body;
    const { instance: _other, ...before } = preview.body;
    expect({ url, ...before }).toEqual({ url, ...problem });
    return sent;
  }
  expect([url, preview.status, preview.text]).toEqual([url, 200, expect.any(String)]);
  expect(told(preview.body.events)).toEqual(told(sent.body.events));
  expect(preview.body.warnings).toEqual(sent.body.warnings);
  const armed = sent.body.events.filter(
    ({ type, data }: { type: string; data?: unknown }) => type === 'DeadlineArmed' && data !== undefined,
  );
  expect(
    preview.body.deadlines.armed.map(
      ({ kind, subject, dueAt }: { kind: string; subject: string; dueAt: { date: string } }) =>
        `${kind} ${subject} ${dueAt.date}`,
    ),
  ).toEqual(
    armed
      .map(
        ({ data }: { data: { kind: string; subject: string; dueAt: { at: string; date: string } } }) => data,
      )
      .sort((a: { dueAt: { at: string } }, b: { dueAt: { at: string } }) =>
        a.dueAt.at < b.dueAt.at ? -1 : 1,
      )
      .map(
        ({ kind, subject, dueAt }: { kind: string; subject: string; dueAt: { date: string } }) =>
          `${kind} ${subject} ${dueAt.date}`,
      ),
  );
  return sent;
}

describe('a case from its ruling to an hour too much', () => {
  it('does what the preview said, at every step', async () => {
    const world = await newWorld(api);
    const identity = fictitiousIdentity();
    const registered = await both('/api/v1/people', STAFF, { identity, provisional: false, world });
    const { personId } = registered.body;
    const found: CaseOnTheWay = { ...(await registerPerson(api, fictitiousIdentity(), world)), personId };
    const caseId = 'c1';
    const siteId = 'puskesmas-helvetia';
    const step = (name: string, as: SandboxIdentity, data: unknown, more: object = {}) =>
      both(`/api/v1/journeys/${personId}/commands/${name}`, as, { data, ...more });
    await step('register-ruling', STAFF, ruling(), { document: paper('PUTUSAN', 'P-1', '2026-03-09') });
    const petikan = { document: paper('PETIKAN', 'P-2', '2026-03-09') };
    await step('record-ruling-final', STAFF, { caseId, finalOn: '2026-03-09' }, petikan);
    await found.moveClock('2026-03-10T01:00:00.000Z');
    const order = { caseId, orderedOn: '2026-03-10', firstAppearanceOn: '2026-03-30' };
    await step('order-execution', PROSECUTOR, order, { document: paper('P-48', 'PR-1', '2026-03-10') });
    await step('assign-site', PROSECUTOR, { caseId, siteId, source: 'PROSECUTOR' });
    await step('answer-site-assignment', SUPERVISOR, { caseId, siteId, accepted: true });
    const slots = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: '08:00', end: '12:00' }));
    await step('plan-schedule', PROSECUTOR, {
      ...{ caseId, siteId, from: '2026-03-30', discussedWithPerson: true, slots },
    });
    await found.moveClock('2026-03-30T01:00:00.000Z');
    const minutes = { document: paper('BA-17', 'B-1', '2026-03-30') };
    await step('start-execution', PROSECUTOR, { caseId, startedOn: '2026-03-30' }, minutes);
    await found.moveClock('2026-03-30T14:00:00.000Z');
    const session = (end: string) => ({ caseId, siteId, start: '2026-03-30T08:00', end });
    const ninth = await step('record-session', STAFF, session('2026-03-30T17:00'));
    expect(ninth.body.code).toBe('DAILY_LIMIT');
    await step('record-session', STAFF, session('2026-03-30T12:00'));
    await step('record-guidance', COUNSELLOR, { caseId, heldOn: '2026-03-30' });
  });

  it('tells how the minutes would move, and to a site its own alone', async () => {
    const found = await runningCase(api);
    await found.moveClock('2026-03-30T14:00:00.000Z');
    const data = {
      caseId: 'c1',
      siteId: 'puskesmas-helvetia',
      start: '2026-03-30T08:00',
      end: '2026-03-30T11:30',
    };
    const url = `/api/v1/journeys/${found.personId}/commands/record-session/preview`;
    const asked = await api.call({ url, as: SUPERVISOR, body: { data } });
    expect(asked.status).toBe(200);
    const before = { orderedMinutes: 3_600, creditedMinutes: 0, minutesLeft: 3_600 };
    expect(asked.body.balances).toEqual([
      { caseId: 'c1', before, after: { orderedMinutes: 3_600, creditedMinutes: 210, minutesLeft: 3_390 } },
    ]);
    // A site learns of no deadline and looks into no event.
    expect(asked.body.deadlines).toEqual({ armed: [], cancelled: [] });
    expect(asked.body.events.every((event: object) => !('data' in event))).toBe(true);
  });

  it('is written down as a look at the person', async () => {
    const found = await runningCase(api);
    const as = { ...PROSECUTOR, sub: 'prosecutor-previews' };
    const url = `/api/v1/journeys/${found.personId}/commands/suspend-execution/preview`;
    await api.call({ url, as, body: { data: { caseId: 'c1', reason: 'x', resumeOn: null } } });
    const { rows } = await api.superPool.query(
      "SELECT action, subject, outcome, world FROM access.log WHERE actor_id = 'prosecutor-previews'",
    );
    expect(rows).toEqual([
      { action: 'preview-command', subject: found.personId, outcome: 'allowed', world: found.world },
    ]);
  });
});

describe('every command', () => {
  const near = (role: (typeof TOKEN_ROLES)[number], personId: string): SandboxIdentity => ({
    ...{ sub: `preview-${role}`, role },
    office:
      role === 'PROBATION_COUNSELLOR'
        ? 'bapas-medan'
        : role === 'TRAINING_CENTRE_ADMINISTRATOR'
          ? 'bbpvp-medan'
          : role === 'SITE_SUPERVISOR'
            ? 'puskesmas-helvetia'
            : 'kejari-medan',
    ...(role === 'SITE_SUPERVISOR' && { site: 'puskesmas-helvetia' }),
    ...(role === 'PERSON' && { person: personId }),
  });
  const urlOf = (name: CommandName, personId: string): string => {
    const entity = (ENTITY_COMMANDS as Record<string, EntityEntry>)[name];
    const kind = ENTITY_KINDS.find((one) => one.kind === entity?.target);
    if (kind !== undefined) return `/api/v1/${kind.resource}/contoh/commands/${name}`;
    if (!Object.hasOwn(REGISTER_COMMANDS, name)) return `/api/v1/journeys/${personId}/commands/${name}`;
    const { register } = REGISTER_COMMANDS[name as keyof typeof REGISTER_COMMANDS];
    const id = register === 'site' ? 'puskesmas-helvetia' : 'contoh';
    return `/api/v1/registers/${register}/${id}/commands/${name}`;
  };

  it('would do what it then does, for every role that may send it', async () => {
    const found = await runningCase(api, undefined, { measure: { jp: 8, siteId: 'bbpvp-medan' } });
    const other = await registerPerson(api, undefined, found.world);
    const outcomes = new Map<number, number>();
    for (const name of COMMAND_NAMES) {
      if (name === 'register-person' || COMMAND_RULES[name].SYSTEM !== undefined) continue;
      const data = samples()[name];
      expect([name, data]).not.toEqual([name, undefined]);
      const named = 'otherPersonId' in data! ? { otherPersonId: other.personId } : {};
      const role = TOKEN_ROLES.find((one) => COMMAND_RULES[name][one] !== undefined) ?? 'AUDITOR';
      const sent = await both(urlOf(name, found.personId), near(role, found.personId), {
        data: { ...data, ...named },
      });
      outcomes.set(sent.status, (outcomes.get(sent.status) ?? 0) + 1);
    }
    // Accepted, denied and refused by the law: all three were compared.
    for (const status of [200, 403, 422]) expect(outcomes.get(status) ?? 0).toBeGreaterThan(3);
  });

  it('is refused in the preview as it would be: role, reach, shape, and an id that was used', async () => {
    const found = await runningCase(api);
    const url = `/api/v1/journeys/${found.personId}/commands/record-death`;
    const data = { diedOn: '2026-03-30' };
    await both(url, { ...STAFF, role: 'EMPLOYER' }, { data });
    await both(url, { ...PROSECUTOR, office: 'kejari-jayapura' }, { data });
    await both(url, PROSECUTOR, { data: { ...data, more: true } });
    await both(`/api/v1/journeys/nobody/commands/record-death`, PROSECUTOR, { data });
    const key = randomUUID();
    await api.call({ url, as: PROSECUTOR, key, body: { data } });
    const again = await api.call({ url: `${url}/preview`, as: PROSECUTOR, key, body: { data } });
    expect([again.status, again.body.wouldBe]).toEqual([200, 'accepted']);
    const reused = await api.call({
      ...{ url: `${url}/preview`, as: PROSECUTOR, key },
      body: { data: { diedOn: '2026-03-29' } },
    });
    expect(reused.body.code).toBe('COMMAND_ID_REUSED');
  });

  it('tells of a claim that somebody else holds', async () => {
    const first = await registerPerson(api);
    const second = await registerPerson(api, undefined, first.world);
    const data = ruling();
    await first.send('register-ruling', data, STAFF);
    const sent = await both(`/api/v1/journeys/${second.personId}/commands/register-ruling`, STAFF, { data });
    expect(sent.status).toBe(409);
  });
});
