import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMAND_NAMES, COMMAND_RULES, type CommandName, TOKEN_ROLES } from '../../src/access/roles.ts';
import type { SandboxIdentity } from '../../src/access/sandbox-issuer.ts';
import { ENTITY_KINDS, type EntityKindEntry } from '../../src/api/entity-kinds/index.ts';
import { OPENING_PART_COMMANDS } from '../../src/api/part-reach/index.ts';
import {
  ALL_COMMANDS,
  ENTITY_COMMANDS,
  type EntityEntry,
  REGISTER_COMMANDS,
} from '../../src/catalogue/index.ts';
import { type ApiReply, type ApiWorld, openApi } from './api-world.ts';
import { type CaseOnTheWay, registerPerson, runningCase } from './case-on-the-way.ts';
import { samples } from './samples.ts';

type Role = (typeof TOKEN_ROLES)[number];

/** Rules of the parts: nobody here holds, places or refers this person. They are tried in test/access. */
const OF_THE_PARTS: ReadonlySet<string | undefined> = new Set([
  ...['HOLDS', 'PLACES', 'REFERRED', 'CERTIFIES', 'OWNS'],
]);

/** Of classes, certificates and permits, as far as the API serves them. */
const entityKindOfCommand = (name: string): EntityKindEntry | undefined => {
  const entry = (ENTITY_COMMANDS as Record<string, EntityEntry>)[name];
  return ENTITY_KINDS.find(({ kind }) => kind === entry?.target);
};

describe('every role on every command, over HTTP', () => {
  let api: ApiWorld;
  let found: CaseOnTheWay;
  /** Somebody else in the same world: only records that there are can be merged. */
  let other: CaseOnTheWay;
  beforeAll(async () => {
    api = await openApi();
    // The centre of a training measure is near it, too.
    found = await runningCase(api, undefined, { measure: { jp: 8, siteId: 'bbpvp-medan' } });
    other = await registerPerson(api, undefined, found.world);
  });
  afterAll(() => api.close());

  /** An account of the role that the case is in reach of, as far as it can be. */
  const near = (role: Role): SandboxIdentity => ({
    sub: `near-${role}`,
    role,
    office:
      role === 'PROBATION_COUNSELLOR'
        ? 'bapas-medan'
        : role === 'TRAINING_CENTRE_ADMINISTRATOR'
          ? 'bbpvp-medan'
          : role === 'SITE_SUPERVISOR'
            ? 'puskesmas-helvetia'
            : 'kejari-medan',
    ...(role === 'SITE_SUPERVISOR' && { site: 'puskesmas-helvetia' }),
    ...(role === 'PERSON' && { person: found.personId }),
  });
  /** The same role somewhere else, with nothing to do with the case. */
  const far = (role: Role): SandboxIdentity => ({
    ...{ sub: `far-${role}`, role, office: 'kejari-jayapura' },
    ...(role === 'SITE_SUPERVISOR' && { site: 'puskesmas-abepura' }),
    ...(role === 'PERSON' && { person: 'p00000000000000000000000000000000' }),
  });

  const send = (name: CommandName, as: SandboxIdentity, data: unknown): Promise<ApiReply> => {
    if (name === 'register-person') {
      const { identity, provisional } = data as { identity: unknown; provisional: unknown };
      return api.call({ url: '/api/v1/people', as, body: { identity, provisional, world: found.world } });
    }
    const kind = entityKindOfCommand(name);
    if (kind !== undefined) {
      return api.call({ url: `/api/v1/${kind.resource}/contoh/commands/${name}`, as, body: { data } });
    }
    const named = 'otherPersonId' in (data as object) ? { otherPersonId: other.personId } : {};
    const entry = Object.hasOwn(REGISTER_COMMANDS, name)
      ? REGISTER_COMMANDS[name as keyof typeof REGISTER_COMMANDS]
      : undefined;
    const url =
      entry === undefined
        ? `/api/v1/journeys/${found.personId}/commands/${name}`
        : `/api/v1/registers/${entry.register}/${entry.register === 'site' ? 'puskesmas-helvetia' : 'contoh'}/commands/${name}`;
    return api.call({ url, as, body: { data: { ...(data as object), ...named } } });
  };
  /** Refused at the door: nothing was decided, so there is no receipt. */
  const deniedAtTheDoor = ({ status, body }: ApiReply): boolean =>
    status === 403 && body.code === 'NOT_PERMITTED' && body.receipt === undefined;

  const decisions = async (): Promise<number> =>
    Number((await api.superPool.query('SELECT count(*) AS count FROM ledger.decision')).rows[0].count);
  const denials = async (): Promise<number> =>
    Number(
      (await api.superPool.query("SELECT count(*) AS count FROM access.log WHERE outcome = 'denied'")).rows[0]
        .count,
    );

  const outside = COMMAND_NAMES.filter((name) => name !== 'fire-deadline');
  /** An entity's reach is tried where there is one: entities.db.test.ts. */
  const ofThisPerson = outside.filter((name) => !Object.hasOwn(ENTITY_COMMANDS, name));

  it.each(TOKEN_ROLES)(
    '%s is turned away wherever the table does not name it, and that is logged',
    async (role) => {
      const forbidden = outside.filter((name) => COMMAND_RULES[name][role] === undefined);
      const before = [await decisions(), await denials()] as const;
      for (const name of forbidden) {
        // Before the shape is looked at: who may not, learns nothing of the form either.
        const reply = await send(name, near(role), {});
        expect([name, reply.status, reply.body.code]).toEqual([name, 403, 'NOT_PERMITTED']);
      }
      expect(await decisions()).toBe(before[0]);
      expect(await denials()).toBe(before[1] + forbidden.length);
    },
  );

  it.each(TOKEN_ROLES)('%s is turned away from cases that its hand does not reach', async (role) => {
    const data = samples();
    for (const name of ofThisPerson) {
      const rule = COMMAND_RULES[name][role];
      if (rule === undefined || rule === 'ANY_OFFICE' || name === 'suspend-site-sessions') continue;
      // Whoever begins a case of a part takes the person as nobody's yet.
      if (OPENING_PART_COMMANDS.has(name) || rule === 'OWNS') continue;
      // A new ruling belongs to the office that registers it: there is no other's case to reach.
      if (name === 'register-ruling') continue;
      const foreign = await send(name, far(role), data[name] ?? {});
      expect([name, deniedAtTheDoor(foreign)]).toEqual([name, true]);
    }
  });

  it.each(['SITE_SUPERVISOR', 'TRAINING_CENTRE_ADMINISTRATOR'] as const)(
    '%s makes itself no reach by naming its own site',
    async (role) => {
      const actor = far(role);
      const data = samples();
      const naming = outside.filter(
        (name) => COMMAND_RULES[name][role] !== undefined && 'siteId' in (data[name] ?? {}),
      );
      expect(naming).toContain(role === 'SITE_SUPERVISOR' ? 'record-session' : 'record-training-hours');
      for (const name of naming) {
        const own = { ...(data[name] ?? {}), siteId: actor.site ?? actor.office };
        expect([name, deniedAtTheDoor(await send(name, actor, own))]).toEqual([name, true]);
      }
    },
  );

  it.each(TOKEN_ROLES)('%s comes through the door with what the table gives it', async (role) => {
    const data = samples();
    // Last, because it takes the case out of reach.
    const last = 'transfer-jurisdiction';
    for (const name of [...ofThisPerson.filter((other) => other !== last), last] as const) {
      const rule = COMMAND_RULES[name][role];
      if (rule === undefined || OF_THE_PARTS.has(rule) || rule === 'INSIDE_ONLY') continue;
      const sample = data[name] ?? {};
      const isCentre = role === 'TRAINING_CENTRE_ADMINISTRATOR';
      // The sessions of the case are the puskesmas's, not the centre's.
      if (isCentre && 'sessionId' in sample) continue;
      const sent = isCentre && 'siteId' in sample ? { ...sample, siteId: 'bbpvp-medan' } : sample;
      const reply = await send(name, near(role), sent);
      expect([name, deniedAtTheDoor(reply)]).toEqual([name, false]);
      // Whatever the law said of it, it was decided: there is an acceptance or a receipt of the refusal.
      expect([name, reply.status < 300 || reply.body.receipt !== undefined, reply.body.code]).toEqual([
        ...[name, true, reply.body.code],
      ]);
      expect(reply.status).toBeLessThan(500);
    }
  });

  it('lets a site filter the list by nothing that its rows hide', async () => {
    const list = (filter: string) =>
      api.call({
        method: 'GET',
        url: `/api/v1/cases?world=${found.world}${filter}`,
        as: near('SITE_SUPERVISOR'),
      });
    for (const hidden of ['stage=REVIEW', 'office=kejari-medan', 'probationOffice=bapas-medan']) {
      expect((await list(`&${hidden}`)).status).toBe(403);
    }
    expect((await list('&behindPace=true')).status).toBe(403);
    expect((await list('&dueBefore=2027-01-01')).body.code).toBe('NOT_PERMITTED');
    expect((await list('&site=puskesmas-helvetia')).status).toBe(200);
  });

  it('knows a sample of every command, and each passes its own shape', () => {
    const data = samples();
    for (const entry of ALL_COMMANDS.filter(({ door }) => door !== 'internal')) {
      const sample = data[entry.name as keyof typeof data];
      expect([entry.name, entry.data.safeParse(sample).success]).toEqual([entry.name, true]);
    }
  });
});
