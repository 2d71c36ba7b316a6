import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMAND_RULES, type CommandName, TOKEN_ROLES } from '../../src/access/roles.ts';
import type { SandboxIdentity } from '../../src/access/sandbox-issuer.ts';
import { type ApiWorld, openApi } from './api-world.ts';
import { type CaseOnTheWay, REGISTRAR, runningCase, STAFF } from './case-on-the-way.ts';
import { anyJson, damaged, damagesOf, type Operation, operationsOf } from './open-api-input.ts';
import { samples } from './samples.ts';

/** One seed for all: a failure names it, and is found again. */
const SEED = 20_260_102;

describe('bad input, made from the OpenAPI document', () => {
  let api: ApiWorld;
  let found: CaseOnTheWay;
  let operations: Operation[];
  beforeAll(async () => {
    api = await openApi();
    found = await runningCase(api);
    const { body } = await api.call({ method: 'GET', url: '/openapi.json' });
    // A page of a person takes a few tries a minute and is tried for itself.
    operations = operationsOf(body).filter(({ path }) => path !== '/api/v1/person-pages');
  });
  afterAll(() => api.close());

  /** An operation with somebody who may ask for it, and a body that would pass. */
  interface Try extends Operation {
    readonly url: string;
    readonly as: SandboxIdentity;
    readonly good: unknown;
  }

  function tryOf(operation: Operation): Try {
    if (operation.path.endsWith('/preview')) return previewOf(operation);
    const id = operation.path.includes('/site/') ? 'puskesmas-helvetia' : 'contoh';
    const certificate = `t${'0'.repeat(28)}`;
    const url = operation.path
      .replace('{personId}', found.personId)
      .replace('certificates/{id}', `certificates/${certificate}`)
      .replace('{id}', id);
    const name = /\/commands\/([a-z-]+)$/.exec(operation.path)?.[1] as CommandName | undefined;
    if (name !== undefined) {
      const data = samples()[name as keyof ReturnType<typeof samples>];
      return { ...operation, url, as: actorFor(name), good: { data } };
    }
    switch (operation.path) {
      case '/api/v1/people':
        return { ...operation, url, as: STAFF, good: samples()['register-person'] };
      case '/api/v1/people/lookup':
        return { ...operation, url, as: STAFF, good: { nik: '1271014703960001' } };
      case '/api/v1/people/names':
        return { ...operation, url, as: STAFF, good: { ids: [found.personId] } };
      case '/api/v1/sandbox/tokens':
        return { ...operation, url, as: STAFF, good: { role: 'AUDITOR', office: 'x', ttlSeconds: 60 } };
      case '/api/v1/sandbox/worlds':
        return { ...operation, url, as: REGISTRAR, good: { id: 'w-bad', startsAt: '2026-01-02T00:00:00Z' } };
      case '/api/v1/sandbox/worlds/{id}/clock':
        return { ...operation, url, as: REGISTRAR, good: { to: '2026-01-02T00:00:00Z', mode: 'advance' } };
      default:
        throw new Error(`no good body for ${operation.path}: add one here`);
    }
  }

  /** A preview takes any command of its kind: one of each. */
  const PREVIEWED: { readonly [resource: string]: CommandName } = {
    people: 'register-person',
    journeys: 'assign-site',
    registers: 'amend-site',
    classes: 'open-class',
    certificates: 'freeze-certificate',
    permits: 'apply-for-permit',
    findings: 'open-finding',
  };

  function previewOf(operation: Operation): Try {
    const resource = operation.path.split('/')[3] ?? '';
    const name = PREVIEWED[resource];
    if (name === undefined) throw new Error(`no command for ${operation.path}: add one here`);
    const data = samples()[name as keyof ReturnType<typeof samples>];
    const url = operation.path
      .replace('{personId}', found.personId)
      .replace('{kind}', 'site')
      .replace('{name}', name)
      .replace('certificates/{id}', `certificates/t${'0'.repeat(28)}`)
      .replace('{id}', resource === 'registers' ? 'puskesmas-helvetia' : 'contoh');
    return { ...operation, url, as: actorFor(name), good: resource === 'people' ? data : { data } };
  }

  function actorFor(name: CommandName): SandboxIdentity {
    const role = TOKEN_ROLES.find((candidate) => COMMAND_RULES[name][candidate] !== undefined)!;
    const bapas = role === 'PROBATION_COUNSELLOR';
    const centre = role === 'TRAINING_CENTRE_ADMINISTRATOR';
    return {
      ...{
        sub: `bad-${role}`,
        role,
        office: bapas ? 'bapas-medan' : centre ? 'bbpvp-medan' : 'kejari-medan',
      },
      ...(role === 'SITE_SUPERVISOR' && { site: 'puskesmas-helvetia' }),
    };
  }

  /** What a client could have changed: everything that was ever decided. */
  const decisions = async (): Promise<number> =>
    Number((await api.superPool.query('SELECT count(*) AS count FROM ledger.decision')).rows[0].count);

  it('finds an operation for every command', () => {
    expect(operations.length).toBeGreaterThan(50);
    for (const operation of operations) expect(tryOf(operation).good).toBeDefined();
  });

  it('answers every damage that the document rules out with MALFORMED, and writes nothing', async () => {
    const damages = operations.flatMap((operation) => {
      const attempt = tryOf(operation);
      return damagesOf(attempt.body, attempt.good).map((damage) => ({ attempt, damage }));
    });
    expect(damages.length).toBeGreaterThan(1_000);
    const before = await decisions();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...damages), async ({ attempt, damage }) => {
        const reply = await api.call({
          ...{ url: attempt.url, as: attempt.as, body: damaged(attempt.good, damage) },
        });
        expect([attempt.path, damage, reply.status, reply.body?.code]).toEqual([
          ...[attempt.path, damage, 400, 'MALFORMED'],
        ]);
        expect(reply.body.errors.length).toBeGreaterThan(0);
      }),
      { seed: SEED, numRuns: 600 },
    );
    expect(await decisions()).toBe(before);
  });

  it('never falls over, whatever JSON it is given', async () => {
    const attempts = operations.map(tryOf);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...attempts),
        anyJson,
        fc.boolean(),
        async (attempt, json, wrapped) => {
          const body = wrapped ? { data: json } : json;
          const reply = await api.call({ url: attempt.url, as: attempt.as, body });
          expect([attempt.path, reply.status < 500, reply.text]).toEqual([attempt.path, true, reply.text]);
          if (reply.status >= 400) expect(reply.contentType).toContain('application/problem+json');
        },
      ),
      { seed: SEED, numRuns: 300 },
    );
  });

  it('never falls over on addresses, parameters and headers', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 }).map((value) => {
      const wellFormed = value.replaceAll(/\p{Surrogate}/gu, '?');
      return encodeURIComponent(wellFormed);
    });
    const url = fc.constantFrom(
      '/api/v1/journeys/$',
      '/api/v1/journeys/$/events?after=$&limit=$',
      `/api/v1/journeys/${found.personId}?asOf=$`,
      `/api/v1/journeys/${found.personId}?knownAt=$`,
      '/api/v1/cases?office=$&cursor=$',
      '/api/v1/commands/$',
      '/api/v1/registers/$/$',
      '/api/v1/sandbox/worlds/$',
    );
    await fc.assert(
      fc.asyncProperty(url, text, fc.constantFrom(STAFF, REGISTRAR), async (template, value, as) => {
        const reply = await api.call({ method: 'GET', url: template.replaceAll('$', value), as });
        expect([template, value, reply.status < 500]).toEqual([template, value, true]);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it('takes free text of any kind, seals it and gives it back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), async (text) => {
        fc.pre(text.trim() !== '');
        const reply = await found.send(
          'record-guidance',
          { caseId: 'c1', heldOn: '2026-03-30', note: text },
          { sub: 'pk', role: 'PROBATION_COUNSELLOR', office: 'bapas-medan' },
        );
        expect([reply.status, reply.body.code]).toEqual([200, undefined]);
        const events = await api.call({
          ...{ method: 'GET', as: STAFF },
          url: `/api/v1/journeys/${found.personId}/events?after=${reply.body.version - 1}`,
        });
        expect(events.body.events.at(-1).data.note).toBe(text.trim());
      }),
      { seed: SEED, numRuns: 40 },
    );
  });
});
