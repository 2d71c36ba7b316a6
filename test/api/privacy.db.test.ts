import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiWorld, openApi } from './api-world.ts';
import {
  COUNSELLOR,
  fictitiousIdentity,
  must,
  PROSECUTOR,
  paper,
  registerPerson,
  runningCase,
  STAFF,
  SUPERVISOR,
} from './case-on-the-way.ts';

/** Fictitious, and so unlike anything else that finding one of them means a leak. */
const CANARY = {
  name: 'Kenariwati Qxzvkr',
  nik: '1271014703968173',
  address: 'Jalan Kenarikuning Xqzw 77',
  phone: '0812-7730-4419',
  note: 'catatan-kenari-vqzxjw',
  health: 'sakit-kenari-zzqkvx',
  caseNumber: '48213/Pid.B/2026/PN Qxz',
} as const;
const TRACES = [...Object.values(CANARY), 'Kenariwati', '081277304419', '48213/PID', 'kenari'].map((text) =>
  text.toLowerCase(),
);

describe('what may not stand in clear', () => {
  let api: ApiWorld;
  const bodies: string[] = [];
  beforeAll(async () => {
    api = await openApi();
  });
  afterAll(() => api.close());

  it('stands in no table, no log line and no error', async () => {
    const identity = fictitiousIdentity({
      ...{ name: CANARY.name, nik: CANARY.nik, address: CANARY.address, phone: CANARY.phone },
    });
    const found = await runningCase(api, identity, { caseNumber: CANARY.caseNumber });
    const { note, health } = CANARY;
    await found.moveClock('2026-04-01T06:00:00.000Z');
    const siteId = 'puskesmas-helvetia';
    const [start, end] = ['2026-03-31T08:00', '2026-03-31T12:00'];
    await must(found.send('record-session', { caseId: 'c1', siteId, start, end, note }, SUPERVISOR));
    await must(
      found.send(
        'excuse-session',
        { caseId: 'c1', date: '2026-04-01', reason: 'SICK', note: health },
        PROSECUTOR,
      ),
    );
    await must(found.send('record-guidance', { caseId: 'c1', heldOn: '2026-04-01', note }, COUNSELLOR));
    await must(
      found.send(
        'attach-document',
        { caseId: 'c1', kind: 'PUTUSAN', number: CANARY.caseNumber, date: '2026-03-09' },
        STAFF,
        { document: paper('PUTUSAN', CANARY.caseNumber, '2026-03-09') },
      ),
    );
    await must(
      api.call({ url: '/api/v1/people/lookup', as: STAFF, body: { nik: CANARY.nik, world: found.world } }),
    );
    // Refused by the law, by the shape, by the token, by the address: each with a canary in it.
    const other = await registerPerson(api, fictitiousIdentity(), found.world);
    const tries = [
      api.call({
        url: '/api/v1/people',
        as: STAFF,
        body: { identity, provisional: false, world: found.world },
      }),
      other.send('void-case', { caseId: 'c7', reason: note }, PROSECUTOR),
      found.send('void-case', { caseId: 'c1', reason: note }, STAFF),
      found.send('record-guidance', { caseId: CANARY.name, heldOn: note, [note]: health }, COUNSELLOR),
      found.send('record-guidance', { caseId: 'c1', heldOn: CANARY.nik, note: { note } }, COUNSELLOR),
      found.send(encodeURIComponent(CANARY.name), {}, STAFF),
      api.call({
        url: '/api/v1/people',
        as: STAFF,
        body: { identity: { name: CANARY.name, nik: CANARY.name } },
      }),
      api.call({ url: '/api/v1/people', as: STAFF, rawBody: `{"name": "${CANARY.name}", ` }),
      api.call({ url: '/api/v1/people', as: STAFF, rawBody: CANARY.name, contentType: 'text/plain' }),
      api.call({ url: '/api/v1/people', token: CANARY.nik, body: { identity } }),
      api.call({ url: '/api/v1/people/lookup', as: SUPERVISOR, body: { nik: CANARY.nik } }),
      api.call({ url: '/api/v1/people', as: STAFF, key: `${CANARY.nik}:fire`, body: { identity } }),
      api.call({ method: 'GET', url: `/api/v1/journeys/${CANARY.nik}?asOf=${CANARY.nik}`, as: STAFF }),
      api.call({ method: 'GET', url: `/api/v1/journeys/${CANARY.nik}`, as: { ...STAFF, role: 'EMPLOYER' } }),
      api.call({ method: 'GET', url: `/api/v1/cases?office=${encodeURIComponent(CANARY.name)}`, as: STAFF }),
      api.call({ method: 'GET', url: `/api/v1/cases?cursor=${CANARY.nik}`, as: STAFF }),
      api.call({ method: 'GET', url: `/${CANARY.nik}`, as: STAFF }),
    ];
    for (const reply of await Promise.all(tries)) {
      expect([reply.status >= 400 && reply.status < 500, reply.text]).toEqual([true, reply.text]);
      bodies.push(reply.text);
    }

    expect(leaks(bodies)).toEqual([]);
    expect(api.logLines.length).toBeGreaterThan(20);
    expect(leaks(api.logLines)).toEqual([]);
    expect(leaks(await everyRow())).toEqual([]);
    // And yet it is there, for those who may see it.
    const events = await must(
      api.call({ method: 'GET', url: `/api/v1/journeys/${found.personId}/events?limit=200`, as: PROSECUTOR }),
    );
    for (const text of [note, health, CANARY.caseNumber]) expect(events.text).toContain(text);
  });

  const leaks = (texts: readonly string[]): string[] =>
    texts.filter((text) => TRACES.some((trace) => text.toLowerCase().includes(trace)));

  async function everyRow(): Promise<string[]> {
    const tables = await api.superPool.query<{ name: string }>(
      `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
        WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'`,
    );
    expect(tables.rows.map(({ name }) => name)).toContain('ledger.event');
    const rows: string[] = [];
    for (const { name } of tables.rows) {
      const found = await api.superPool.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
      rows.push(...found.rows.map(({ row }) => `${name}: ${row}`));
    }
    expect(rows.length).toBeGreaterThan(100);
    return rows;
  }
});
