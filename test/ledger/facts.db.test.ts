import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenLedger, openLedger } from './open-ledger.ts';
import { type RequestOptions, requestOf } from './requests.ts';

let open: OpenLedger;
beforeAll(async () => {
  open = await openLedger({ connections: 20 });
});
afterAll(() => open.close());

const record = (options: RequestOptions) => open.ledger.recordRequest(requestOf(options));
const setSite = (id: string, version: number, value: number, stream = `register/site/${id}`) =>
  record({
    stream,
    kind: 'register',
    commandId: `set ${stream} ${version}`,
    expectedVersion: version,
    factsOut: [{ key: `site/${id}`, value }],
  });

it('a fact has the version of its register, and an unknown one has version 0', async () => {
  await setSite('known', 0, 5);
  await setSite('known', 1, 6);
  expect(await open.ledger.facts(['site/nowhere', 'site/known'])).toEqual([
    { key: 'site/nowhere', version: 0, value: null },
    { key: 'site/known', version: 2, value: 6 },
  ]);
  expect(await open.ledger.facts([])).toEqual([]);
  await setSite('knot_', 0, 7);
  expect((await open.ledger.allFacts('site/knot_')).map(({ key }) => key)).toEqual(['site/knot_']);
  expect((await open.ledger.allFacts('site/kno')).map(({ key }) => key)).toEqual([
    'site/knot_',
    'site/known',
  ]);
});

it('a decision on facts that stand is recorded with them', async () => {
  await setSite('stands', 0, 5);
  const facts = [
    { key: 'site/stands', version: 1 },
    { key: 'calendar/unknown', version: 0 },
  ];
  const answer = await record({ stream: 'journey/stands', commandId: 'stands', facts });
  expect(answer.status).toBe('recorded');
  expect((await open.ledger.findDecision('stands'))!.facts).toEqual([
    { key: 'calendar/unknown', version: 0 },
    { key: 'site/stands', version: 1 },
  ]);
});

it('a fact that moved is handed back with its new value, and nothing is written', async () => {
  await setSite('moved', 0, 5);
  await setSite('moved', 1, 9);
  await setSite('still', 0, 1);
  const facts = [
    { key: 'site/moved', version: 1 },
    { key: 'site/still', version: 1 },
  ];
  const answer = await record({ stream: 'journey/moved', commandId: 'moved', facts });
  expect(answer).toMatchObject({
    status: 'facts',
    facts: [{ key: 'site/moved', version: 2, value: 9 }],
    events: [],
  });
  expect(await open.ledger.readHead('journey/moved')).toBeUndefined();
});

it('a fact that came to be, or is believed to be, has moved too', async () => {
  await setSite('came', 0, 5);
  const came = await record({
    stream: 'journey/c',
    commandId: 'c-1',
    facts: [{ key: 'site/came', version: 0 }],
  });
  expect(came).toMatchObject({ status: 'facts', facts: [{ key: 'site/came', version: 1, value: 5 }] });
  const gone = await record({
    stream: 'journey/c',
    commandId: 'c-2',
    facts: [{ key: 'site/gone', version: 3 }],
  });
  expect(gone).toMatchObject({ status: 'facts', facts: [{ key: 'site/gone', version: 0, value: null }] });
});

it('a decision that needs facts gets them, with those that moved', async () => {
  await setSite('wanted', 0, 5);
  await setSite('also', 0, 6);
  const answer = await record({
    stream: 'journey/needs',
    commandId: 'needs',
    outcome: 'needs',
    facts: [{ key: 'site/also', version: 7 }],
    wantedFacts: ['site/wanted', 'site/nowhere'],
  });
  expect(answer).toMatchObject({
    status: 'facts',
    facts: [
      { key: 'site/also', version: 1, value: 6 },
      { key: 'site/nowhere', version: 0, value: null },
      { key: 'site/wanted', version: 1, value: 5 },
    ],
  });
  expect(await open.ledger.findDecision('needs')).toBeUndefined();
});

it('a fact belongs to one register', async () => {
  await setSite('owned', 0, 5);
  await expect(setSite('owned', 0, 6, 'register/site/other')).rejects.toMatchObject({ code: 'TL001' });
  expect(await open.ledger.facts(['site/owned'])).toEqual([{ key: 'site/owned', version: 1, value: 5 }]);
});

it('no decision is recorded on a version that a register had already left', async () => {
  const rounds = 25;
  const seen: Promise<unknown>[] = [];
  let writing = true;
  const decide = async (worker: number) => {
    for (let count = 0; writing; count += 1) {
      const [fact] = await open.ledger.facts(['site/busy']);
      const commandId = `busy-${worker}-${count}`;
      const stream = `journey/${commandId}`;
      await record({ stream, commandId, facts: [{ key: 'site/busy', version: fact!.version }] });
    }
  };
  for (let worker = 0; worker < 8; worker += 1) seen.push(decide(worker));
  for (let version = 0; version < rounds; version += 1) await setSite('busy', version, version);
  writing = false;
  await Promise.all(seen);
  // Leaves follow the order of commits only loosely; the time just before the commit, under the lock, is exact.
  const { rows } = await open.superPool.query<{ late: number; based: number }>(`
    SELECT count(*) FILTER (WHERE used.committed_at > changed.committed_at) AS late, count(*) AS based
    FROM ledger.decision used
    CROSS JOIN LATERAL jsonb_to_recordset(used.facts::jsonb) AS f (key text, version bigint)
    JOIN ledger.event changed ON changed.stream_id = 'register/site/busy' AND changed.version = f.version + 1
    WHERE f.key = 'site/busy'
  `);
  expect(rows[0]!.based).toBeGreaterThan(0);
  expect(rows[0]!.late).toBe(0);
});
