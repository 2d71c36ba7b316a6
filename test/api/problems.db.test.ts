import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandGateway } from '../../src/gateway/contract.ts';
import { LedgerBehind, OutcomeUnknown } from '../../src/gateway/contract.ts';
import { type ApiCall, type ApiReply, type ApiWorld, openApi } from './api-world.ts';
import {
  AUDITOR,
  fictitiousIdentity,
  PROSECUTOR,
  REGISTRAR,
  registerPerson,
  ruling,
  STAFF,
} from './case-on-the-way.ts';

/** What the gateway does with the next command, where a test wants trouble. */
let trouble: (() => Error) | undefined;
const troubled = (direct: CommandGateway): CommandGateway => ({
  send: (stream, world, envelope) =>
    trouble === undefined ? direct.send(stream, world, envelope) : Promise.reject(trouble()),
});

const expectProblem = (reply: ApiReply, status: number, code: string): void => {
  expect([reply.status, reply.body?.code, reply.text]).toEqual([status, code, reply.text]);
  expect(reply.contentType).toMatch(/^application\/problem\+json/);
  expect(reply.body).toMatchObject({
    status,
    type: expect.stringMatching(/^urn:titian:problem:[a-z0-9-]+$/),
    instance: expect.stringMatching(/^urn:titian:request:[0-9a-f-]{36}$/),
    sentence: { id: expect.stringMatching(/./), en: expect.stringMatching(/./) },
    next: { id: expect.stringMatching(/./), en: expect.stringMatching(/./) },
  });
};

describe('what the API says no with', () => {
  let api: ApiWorld;
  let personId: string;
  beforeAll(async () => {
    api = await openApi({ gateway: troubled });
    personId = (await registerPerson(api)).personId;
  });
  afterAll(() => api.close());

  const people = (more: Partial<ApiCall>): Promise<ApiReply> =>
    api.call({ url: '/api/v1/people', as: STAFF, ...more });
  const person = () => ({ identity: fictitiousIdentity(), provisional: false });

  const cases: [string, number, string, () => Promise<ApiReply>][] = [
    ['malformed JSON', 400, 'MALFORMED', () => people({ rawBody: '{"identity": ' })],
    ['an empty body', 400, 'MALFORMED', () => people({ rawBody: '' })],
    ['a poisoned prototype', 400, 'MALFORMED', () => people({ rawBody: '{"__proto__": {"x": 1}}' })],
    ['a wrong content type', 415, 'MALFORMED', () => people({ rawBody: 'x', contentType: 'text/plain' })],
    ['a body over the limit', 413, 'TOO_LARGE', () => people({ rawBody: `"${'x'.repeat(200_000)}"` })],
    ['an array for an object', 400, 'MALFORMED', () => people({ body: [] })],
    ['no token', 401, 'UNAUTHENTICATED', () => api.call({ url: '/api/v1/people', body: person() })],
    ['a forged token', 401, 'UNAUTHENTICATED', () => people({ token: 'e30.e30.AAAA', body: person() })],
    ['no command id', 400, 'MALFORMED', () => people({ key: null, body: person() })],
    ['a short command id', 400, 'MALFORMED', () => people({ key: 'short', body: person() })],
    ['the id of a deadline', 400, 'MALFORMED', () => people({ key: 'window-end:c1:x:fire', body: person() })],
    ['a reserved command id', 400, 'MALFORMED', () => people({ key: 'system:12345678', body: person() })],
    ['a role that may not', 403, 'NOT_PERMITTED', () => people({ as: AUDITOR, body: person() })],
    ['an unknown world', 404, 'NOT_FOUND', () => people({ body: { ...person(), world: 'nowhere' } })],
    ['an unknown route', 404, 'NOT_FOUND', () => api.call({ url: '/api/v1/nothing', as: STAFF, body: {} })],
    ['an unknown method', 404, 'NOT_FOUND', () => people({ method: 'DELETE' })],
    [
      'an unknown command',
      ...([404, 'NOT_FOUND'] as const),
      () => api.call({ url: `/api/v1/journeys/${personId}/commands/fly`, as: STAFF, body: { data: {} } }),
    ],
    [
      'a command of the system',
      ...([403, 'NOT_PERMITTED'] as const),
      () =>
        api.call({
          url: `/api/v1/journeys/${personId}/commands/suspend-site-sessions`,
          ...{ as: PROSECUTOR, body: { data: { siteId: 'x', suspendedOn: '2026-04-01' } } },
        }),
    ],
    [
      'a deadline fired by hand',
      ...([404, 'NOT_FOUND'] as const),
      () =>
        api.call({ url: `/api/v1/journeys/${personId}/commands/fire-deadline`, as: PROSECUTOR, body: {} }),
    ],
    [
      'an unknown person',
      ...([404, 'PERSON_UNKNOWN'] as const),
      () =>
        api.call({
          url: '/api/v1/journeys/p00000000000000000000000000000001/commands/register-ruling',
          ...{ as: STAFF, body: { data: ruling() } },
        }),
    ],
    [
      'an id that is none',
      ...([404, 'PERSON_UNKNOWN'] as const),
      () => api.call({ method: 'GET', url: '/api/v1/journeys/..%2F..%2Fetc', as: STAFF }),
    ],
    [
      'a date that is none',
      ...([400, 'MALFORMED'] as const),
      () => api.call({ method: 'GET', url: `/api/v1/journeys/${personId}?asOf=2026-02-30`, as: AUDITOR }),
    ],
    [
      'an unknown parameter',
      ...([400, 'MALFORMED'] as const),
      () => api.call({ method: 'GET', url: `/api/v1/journeys/${personId}?asof=2026-02-03`, as: AUDITOR }),
    ],
    [
      'a page beyond the limit',
      ...([400, 'MALFORMED'] as const),
      () => api.call({ method: 'GET', url: `/api/v1/journeys/${personId}/events?limit=100000`, as: AUDITOR }),
    ],
    [
      'a forged cursor',
      ...([400, 'MALFORMED'] as const),
      () => api.call({ method: 'GET', url: '/api/v1/cases?cursor=WyJhIl0', as: AUDITOR }),
    ],
    [
      'a command nobody sent',
      ...([404, 'NOT_FOUND'] as const),
      () => api.call({ method: 'GET', url: '/api/v1/commands/abcdefgh', as: STAFF }),
    ],
    [
      'an unknown register',
      ...([404, 'NOT_FOUND'] as const),
      () => api.call({ method: 'GET', url: '/api/v1/registers/people', as: STAFF }),
    ],
    [
      'an unknown entry',
      ...([404, 'NOT_FOUND'] as const),
      () => api.call({ method: 'GET', url: '/api/v1/registers/site/nowhere', as: STAFF }),
    ],
    [
      'a clock turned back',
      ...([400, 'MALFORMED'] as const),
      () =>
        api.call({
          url: '/api/v1/sandbox/worlds/live/clock',
          ...{ as: REGISTRAR, body: { to: 'yesterday' } },
        }),
    ],
  ];

  it.each(cases)('%s: %i %s', async (_name, status, code, send) => {
    const before = await decisionCount();
    expectProblem(await send(), status, code);
    expect(await decisionCount()).toBe(before);
  });

  it('says where a field is wrong and why, and never what stood in it', async () => {
    const reply = await people({
      body: {
        identity: { ...fictitiousIdentity(), birthDate: '1899-01-01', sex: 'rahasia-9' },
        nickname: 'rahasia-9',
      },
    });
    expectProblem(reply, 400, 'MALFORMED');
    expect(reply.body.errors.map(({ path }: { path: string }) => path)).toEqual(
      expect.arrayContaining(['identity.birthDate', 'identity.sex', '(body)']),
    );
    expect(reply.text).not.toContain('rahasia-9');
    expect(reply.text).toContain('nickname');
  });

  it.each([
    [504, 'OUTCOME_UNKNOWN', () => new OutcomeUnknown('no answer'), /pengenal yang sama/],
    [503, 'LEDGER_BEHIND', () => new LedgerBehind('ends at 3, known is 5'), /pengelola/],
    [500, 'INTERNAL', () => new Error('a secret of the database'), /pengenal yang sama/],
  ] as const)('%i %s tells what to do next', async (status, code, error, next) => {
    trouble = error;
    try {
      const reply = await people({ body: person() });
      expectProblem(reply, status, code);
      expect(reply.body.next.id).toMatch(next);
      expect(`${reply.text}${api.logLines.join('')}`).not.toContain('secret');
    } finally {
      trouble = undefined;
    }
  });

  it('asks again with the same id after an unknown outcome, and counts once', async () => {
    const key = `retry-${Date.now()}`;
    const body = person();
    trouble = () => new OutcomeUnknown('no answer');
    const lost = await people({ key, body });
    trouble = undefined;
    const [first, second] = [await people({ key, body }), await people({ key, body })];
    expect([lost.status, first.status, second.text === first.text]).toEqual([504, 201, true]);
  });

  it('keeps the ids of two clients apart, and those of the system from both', async () => {
    const key = 'same-key-for-two';
    const [one, two] = [
      await people({ key, body: person() }),
      await people({ key, as: { ...STAFF, sub: 'staff-2' }, body: person() }),
    ];
    expect([one.status, two.status]).toEqual([201, 201]);
    expect(one.body.personId).not.toBe(two.body.personId);
    expect(one.body.ledgerCommandId).toMatch(/^client:[0-9a-f]{24}:same-key-for-two$/);
  });

  const decisionCount = async (): Promise<number> =>
    Number((await api.superPool.query('SELECT count(*) AS count FROM ledger.decision')).rows[0].count);
});

describe('an API outside a sandbox', () => {
  let api: ApiWorld;
  beforeAll(async () => {
    api = await openApi({ sandbox: false, registers: false, requestsPerMinute: 30 });
  });
  afterAll(() => api.close());

  it('gives no tokens, makes no worlds and takes nobody into one', async () => {
    const token = await api.call({
      url: '/api/v1/sandbox/tokens',
      body: { role: 'AUDITOR', office: 'x' },
    });
    expectProblem(token, 403, 'SANDBOX_ONLY');
    const world = await api.call({ url: '/api/v1/sandbox/worlds', as: REGISTRAR, body: {} });
    expectProblem(world, 403, 'SANDBOX_ONLY');
    const person = await api.call({
      url: '/api/v1/people',
      ...{ as: STAFF, body: { identity: fictitiousIdentity(), provisional: false, world: 'w-1' } },
    });
    expectProblem(person, 403, 'SANDBOX_ONLY');
  });

  it('is alive and ready for whoever asks, and describes itself', async () => {
    const [health, ready, document, pages, metrics] = await Promise.all(
      ['/healthz', '/readyz', '/openapi.json', '/docs', '/metrics'].map((url) =>
        api.call({ method: 'GET', url }),
      ),
    );
    expect(health?.body).toEqual({ status: 'ok' });
    expect(ready?.body).toEqual({ ready: true, parts: { postgres: { ready: true } } });
    expect(document?.body.openapi).toBe('3.1.0');
    expect([pages?.status, metrics?.status]).toEqual([200, 200]);
  });

  it('slows a flood down with a problem that says how long to wait', async () => {
    const flood = await Promise.all(
      Array.from({ length: 40 }, () =>
        api.call({ method: 'GET', url: '/api/v1/registers/site', as: { ...STAFF, sub: 'flood' } }),
      ),
    );
    const refused = flood.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(10);
    expectProblem(refused[0]!, 429, 'RATE_LIMITED');
    expect(refused[0]!.body.parameters.retryAfterSeconds).toBeGreaterThan(0);
  });

  it.each([
    ['a route without a token', '/healthz'],
    ['a route that asks for one', '/api/v1/registers/site'],
    ['an address that is none', '/nowhere'],
  ])('counts invented tokens for the address that sends them: %s', async (_what, url) => {
    const statuses = await Promise.all(
      Array.from({ length: 40 }, async (_, number) => {
        const headers = { authorization: `Bearer invented.${number}.${url.length}` };
        return (await api.app.inject({ method: 'GET', url, headers })).statusCode;
      }),
    );
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(10);
  });

  it('lets whoever has a token of their own go on from an address that is slowed down', async () => {
    const url = '/api/v1/registers/site';
    const own = await api.call({ method: 'GET', url, as: { ...STAFF, sub: 'quiet' } });
    expect(own.status).toBe(200);
  });
});
