import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiWorld, openApi } from './api-world.ts';
import {
  AUDITOR,
  COUNSELLOR,
  fictitiousIdentity,
  must,
  PROSECUTOR,
  paper,
  registerPerson,
  ruling,
  runningCase,
  STAFF,
  SUPERVISOR,
} from './case-on-the-way.ts';

describe('a case over HTTP', () => {
  let api: ApiWorld;
  beforeAll(async () => {
    api = await openApi();
  });
  afterAll(() => api.close());

  const read = (personId: string, query = '', as = PROSECUTOR) =>
    api.call({ method: 'GET', url: `/api/v1/journeys/${personId}${query}`, as });

  it('runs from the person to credited minutes', async () => {
    const found = await runningCase(api);
    await found.moveClock('2026-03-30T06:00:00.000Z');
    const session = await must(
      found.send(
        'record-session',
        {
          ...{ caseId: 'c1', siteId: 'puskesmas-helvetia' },
          start: '2026-03-30T08:00',
          end: '2026-03-30T12:00',
          note: 'Merapikan halaman',
        },
        SUPERVISOR,
      ),
    );
    expect(session.body.outcome).toBe('accepted');
    // The site's people see that it was taken, not what stands in the events.
    expect(session.body.events.map((event: { type: string }) => event.type)).toContain('MinutesCredited');
    expect(session.body.events.every((event: object) => !('data' in event))).toBe(true);
    const journey = await must(read(found.personId));
    expect(journey.body.cases[0]).toMatchObject({
      ...{ stage: 'RUNNING', orderedMinutes: 3_600, creditedMinutes: 240, minutesLeft: 3_360 },
    });
    expect(journey.body.cases[0].execution.windowEndsAt.date).toBe('2026-09-26');
    const events = await must(read(found.personId, '/events?limit=200'));
    const note = events.body.events.find((event: { type: string }) => event.type === 'SessionRecorded');
    expect(note.data.note).toBe('Merapikan halaman');
    expect(events.body.nextAfter).toBeNull();
  });

  it('S56: the same key five times gives one event and five equal answers', async () => {
    const found = await registerPerson(api);
    const key = randomUUID();
    const data = ruling();
    const send = () =>
      api.call({
        url: `/api/v1/journeys/${found.personId}/commands/register-ruling`,
        ...{ as: STAFF, key, body: { data, document: paper('PUTUSAN', 'PTS-9', '2026-03-09') } },
      });
    const answers = await Promise.all([send(), send(), send(), send(), send()]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    const journey = await must(read(found.personId, '', STAFF));
    expect(journey.body.cases).toHaveLength(1);
    const reused = await api.call({
      url: `/api/v1/journeys/${found.personId}/commands/register-ruling`,
      ...{ as: STAFF, key, body: { data: { ...data, orderedHours: 61 } } },
    });
    expect([reused.status, reused.body.code]).toEqual([409, 'COMMAND_ID_REUSED']);
  });

  it('S56: the same case number written in another way leads to the existing case', async () => {
    const number = Math.floor(Math.random() * 90_000) + 1_000;
    const world = (await registerPerson(api)).world;
    const [one, two] = [
      await registerPerson(api, fictitiousIdentity(), world),
      await registerPerson(api, fictitiousIdentity(), world),
    ];
    await must(one.send('register-ruling', ruling({ caseNumber: `${number}/Pid.B/2026/PN Mdn` }), STAFF));
    const second = await two.send(
      'register-ruling',
      ruling({ caseNumber: `${number}/PID.B/2026/PN.MDN` }),
      STAFF,
    );
    expect([second.status, second.body.code]).toEqual([409, 'DUPLICATE_CASE']);
    expect(second.body.parameters).toMatchObject({ caseId: 'c1', personId: one.personId });
    expect(second.body.receipt.decisionHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('registers one person however often the registration is sent, and finds it by NIK', async () => {
    const world = (await registerPerson(api)).world;
    const identity = fictitiousIdentity();
    const key = randomUUID();
    const send = () =>
      api.call({ url: '/api/v1/people', as: STAFF, key, body: { identity, provisional: false, world } });
    const [first, again] = [await send(), await send()];
    expect(first.status).toBe(201);
    expect(again.text).toBe(first.text);
    const other = await api.call({
      url: '/api/v1/people',
      ...{ as: STAFF, body: { identity: { ...identity, name: 'Sari Lain' }, provisional: false, world } },
    });
    expect([other.status, other.body.code]).toEqual([409, 'DUPLICATE_PERSON']);
    const lookup = await must(
      api.call({ url: '/api/v1/people/lookup', as: STAFF, body: { nik: identity.nik, world } }),
    );
    expect(lookup.body.persons).toEqual([{ personId: first.body.personId }]);
    const { rows } = await api.superPool.query(
      "SELECT subject FROM access.log WHERE action = 'find-by-nik' AND outcome = 'allowed'",
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(identity.nik);
  });

  it('S54: a NIK whose digits are not those of a woman is a warning', async () => {
    const { world } = await registerPerson(api);
    const reply = await must(
      api.call({
        url: '/api/v1/people',
        as: STAFF,
        body: {
          identity: fictitiousIdentity({
            nik: `127101070396${String(Date.now() % 10_000).padStart(4, '0')}`,
          }),
          ...{ provisional: false, world },
        },
      }),
    );
    expect(reply.body.warnings[0].code).toBe('NIK_MISMATCH');
    expect(reply.body.warnings[0].sentence.id).toContain('NIK');
  });

  it('S26: refuses a child by the age that the vault attests, and keeps the refusal', async () => {
    const found = await registerPerson(api, fictitiousIdentity({ birthDate: '2008-03-07' }));
    const key = randomUUID();
    const reply = await api.call({
      url: `/api/v1/journeys/${found.personId}/commands/register-ruling`,
      ...{ as: STAFF, key, body: { data: ruling() } },
    });
    expect([reply.status, reply.body.code]).toEqual([422, 'UNDER_18']);
    expect(reply.contentType).toContain('application/problem+json');
    expect(reply.body.parameters).toMatchObject({ years: 17, months: 10 });
    const outcome = await must(api.call({ method: 'GET', url: `/api/v1/commands/${key}`, as: STAFF }));
    expect(outcome.body).toMatchObject({ outcome: 'refused', refusal: { code: 'UNDER_18' } });
    const others = await api.call({ method: 'GET', url: `/api/v1/commands/${key}`, as: PROSECUTOR });
    expect(others.status).toBe(404);
    const audited = await api.call({
      method: 'GET',
      url: `/api/v1/commands/${reply.body.receipt.ledgerCommandId}`,
      as: AUDITOR,
    });
    expect(audited.body.outcome).toBe('refused');
  });

  it('tells the state of a date and the state known at a moment apart', async () => {
    const found = await runningCase(api);
    await found.moveClock('2026-04-02T06:00:00.000Z');
    for (const date of ['2026-03-30', '2026-03-31', '2026-04-01']) {
      const start = `${date}T08:00`;
      const end = `${date}T12:00`;
      await must(
        found.send('record-session', { caseId: 'c1', siteId: 'puskesmas-helvetia', start, end }, STAFF),
      );
    }
    const asOf = await must(read(found.personId, '?asOf=2026-03-31'));
    expect(asOf.body.cases[0]).toMatchObject({ stage: 'RUNNING', creditedMinutes: 480, minutesLeft: 3_120 });
    const before = await must(read(found.personId, '?asOf=2026-03-29'));
    expect(before.body.cases[0]).toMatchObject({ stage: 'PLANNED', creditedMinutes: 0 });
    const known = await must(read(found.personId, '?knownAt=2026-03-31'));
    expect(known.body.cases[0]).toMatchObject({ stage: 'RUNNING', creditedMinutes: 0 });
    const both = await must(read(found.personId, '?knownAt=2026-04-03&asOf=2026-03-30'));
    expect(both.body.cases[0]).toMatchObject({ creditedMinutes: 240 });
  });

  it('shows a person its own journey and nobody else’s', async () => {
    const [own, other] = [await runningCase(api), await registerPerson(api)];
    const person = { sub: 'person-1', role: 'PERSON', office: 'public', person: own.personId } as const;
    expect((await read(own.personId, '?include=identity', person)).body.identity.name).toBe('Sari Contoh');
    const denied = await read(other.personId, '', person);
    expect([denied.status, denied.body.code]).toEqual([403, 'NOT_PERMITTED']);
  });

  it('G-08: shows a site supervisor the hours of its own site and nothing of the ruling', async () => {
    const found = await runningCase(api);
    const { body } = await must(read(found.personId, '?include=identity', SUPERVISOR));
    expect(body.identity).toEqual({ name: 'Sari Contoh' });
    const [shown] = body.cases;
    expect(shown.creditedMinutes).toBe(0);
    for (const hidden of ['origin', 'replaced', 'stage', 'rulingDate', 'anomalies', 'review']) {
      expect(shown).not.toHaveProperty(hidden);
    }
    const elsewhere = { ...SUPERVISOR, sub: 'supervisor-2', site: 'masjid-agung-medan' };
    expect((await read(found.personId, '', elsewhere)).status).toBe(403);
    expect((await read(found.personId, '/events', SUPERVISOR)).status).toBe(403);
  });

  it('lists cases by filter in pages, and the rebuilt list equals the live one', async () => {
    const world = (await registerPerson(api)).world;
    for (let count = 0; count < 5; count += 1) {
      const found = await registerPerson(api, fictitiousIdentity(), world);
      await must(found.send('register-ruling', ruling(), STAFF));
    }
    for (let batch = 1; batch > 0; ) batch = await api.ledger.sequenceLeaves();
    await api.projector.catchUp();
    const list = (query: string, as = PROSECUTOR) =>
      must(api.call({ method: 'GET', url: `/api/v1/cases?world=${world}${query}`, as }));
    const first = await list('&limit=3&stage=REGISTERED');
    expect(first.body.cases).toHaveLength(3);
    const second = await list(`&limit=3&cursor=${first.body.nextCursor}`);
    expect(second.body.cases).toHaveLength(2);
    expect(second.body.nextCursor).toBeNull();
    expect((await list('&stage=RUNNING')).body.cases).toEqual([]);
    expect((await list('', COUNSELLOR)).body.cases).toHaveLength(5);
    expect((await list('&office=kejari-kudus')).body.cases).toEqual([]);
    expect((await list('', { ...PROSECUTOR, sub: 'p-9', office: 'kejari-kudus' })).body.cases).toEqual([]);
    expect((await api.projector.compare()).different).toEqual([]);
    const rebuilt = await api.projector.rebuild();
    expect(rebuilt).toBeGreaterThanOrEqual(5);
    expect(await api.projector.compare()).toMatchObject({ compared: rebuilt, different: [] });
  });
});
