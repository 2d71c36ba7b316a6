import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenLedger, openLedger } from './open-ledger.ts';
import { type RequestOptions, requestOf } from './requests.ts';

let open: OpenLedger;
beforeAll(async () => {
  open = await openLedger({ connections: 50 });
});
afterAll(() => open.close());

const record = (options: RequestOptions) => open.ledger.recordRequest(requestOf(options));
const statuses = (answers: readonly { status: string }[], status: string) =>
  answers.filter((answer) => answer.status === status).length;

it('of fifty that take one key at the same time, one has it and the others learn who', async () => {
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      record({
        stream: `journey/taker-${index}`,
        commandId: `taker-${index}`,
        claims: [{ kind: 'take', key: 'case-number/1', holder: `case-${index}` }],
      }),
    ),
  );
  expect(statuses(answers, 'recorded')).toBe(1);
  expect(statuses(answers, 'claim_lost')).toBe(49);
  const winner = answers.findIndex(({ status }) => status === 'recorded');
  for (const answer of answers.filter(({ status }) => status === 'claim_lost')) {
    expect(answer.lostClaims).toEqual([{ key: 'case-number/1', holder: `case-${winner}` }]);
  }
  const { rows } = await open.superPool.query(
    `SELECT stream_id FROM ledger.stream WHERE stream_id LIKE 'journey/taker-%'`,
  );
  expect(rows).toEqual([{ stream_id: `journey/taker-${winner}` }]);
});

it('of fifty that take one of seven places, seven have one', async () => {
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      record({
        stream: `journey/guest-${index}`,
        commandId: `guest-${index}`,
        claims: [{ kind: 'take-place', key: 'site/a/2026-03-02', holder: `case-${index}`, limit: 7 }],
      }),
    ),
  );
  expect(statuses(answers, 'recorded')).toBe(7);
  expect(answers.filter(({ status }) => status === 'claim_lost').map(({ lostClaims }) => lostClaims)).toEqual(
    Array.from({ length: 43 }, () => [{ key: 'site/a/2026-03-02' }]),
  );
  const { rows } = await open.superPool.query(
    `SELECT taken, (SELECT count(*) FROM ledger.claim_place p WHERE p.key = t.key) AS places FROM ledger.claim_total t`,
  );
  expect(rows).toEqual([{ taken: 7, places: 7 }]);
});

it('claims in opposite orders do not wait for each other in a circle', async () => {
  const keys = Array.from({ length: 10 }, (_, index) => `circle/${index}`);
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) => {
      const order = index % 2 === 0 ? keys : keys.toReversed();
      return record({
        stream: `journey/circle-${index}`,
        commandId: `circle-${index}`,
        claims: order.map((key) => ({ kind: 'take-place', key, holder: `case-${index}`, limit: 30 })),
      });
    }),
  );
  expect(statuses(answers, 'recorded')).toBe(30);
  expect(statuses(answers, 'claim_lost')).toBe(20);
});

it('a decision that loses one claim keeps none of the others', async () => {
  const take = (name: string, keys: string[]) =>
    record({
      stream: `journey/${name}`,
      commandId: name,
      claims: keys.map((key) => ({ kind: 'take', key, holder: name })),
    });
  await take('first', ['all/b']);
  expect(await take('second', ['all/a', 'all/b', 'all/c'])).toMatchObject({
    status: 'claim_lost',
    lostClaims: [{ key: 'all/b', holder: 'first' }],
  });
  expect((await take('third', ['all/a', 'all/c'])).status).toBe('recorded');
});

it('a holder takes again what it has, gives back, and may take it anew', async () => {
  const stream = 'journey/holder';
  const key = 'site/b/2026-03-02';
  const take = { kind: 'take', key: 'case-number/2', holder: 'case-h' } as const;
  const place = { kind: 'take-place', key, holder: 'case-h', limit: 1 } as const;
  const release = [
    { kind: 'release', key, holder: 'case-h' },
    { kind: 'release', key: 'case-number/2', holder: 'case-h' },
    { kind: 'release', key: 'never/held', holder: 'case-h' },
  ] as const;
  const rounds = [[take, place], [take, place], release, release, [take, place]];
  for (const [index, claims] of rounds.entries()) {
    const answer = await record({ stream, commandId: `holder-${index}`, expectedVersion: index, claims });
    expect(answer.status).toBe('recorded');
  }
  const { rows } = await open.superPool.query('SELECT taken FROM ledger.claim_total WHERE key = $1', [key]);
  expect(rows).toEqual([{ taken: 1 }]);
});

it('only the holder gives a claim back', async () => {
  await record({
    stream: 'journey/keeper',
    commandId: 'keeper',
    claims: [{ kind: 'take', key: 'kept', holder: 'keeper' }],
  });
  await record({
    stream: 'journey/thief',
    commandId: 'thief',
    claims: [{ kind: 'release', key: 'kept', holder: 'thief' }],
  });
  const answer = await record({
    stream: 'journey/thief',
    commandId: 'thief-2',
    expectedVersion: 1,
    claims: [{ kind: 'take', key: 'kept', holder: 'thief' }],
  });
  expect(answer.lostClaims).toEqual([{ key: 'kept', holder: 'keeper' }]);
});

it('places above a limit that was cut stay taken, and no new one is given until enough come back', async () => {
  const key = 'site/c/2026-03-02';
  const take = (holder: string, limit: number) =>
    record({
      stream: `journey/cut-${holder}`,
      commandId: `cut-${holder}-${limit}`,
      claims: [{ kind: 'take-place', key, holder, limit }],
    });
  for (const holder of ['a', 'b', 'c']) await take(holder, 3);
  expect((await take('d', 2)).status).toBe('claim_lost');
  for (const holder of ['a', 'b']) {
    await record({
      stream: `journey/cut-${holder}`,
      commandId: `cut-${holder}-back`,
      expectedVersion: 1,
      claims: [{ kind: 'release', key, holder }],
    });
  }
  expect((await take('d', 2)).status).toBe('recorded');
});

it('worlds do not share claims', async () => {
  const claims = [{ kind: 'take', key: 'case-number/3', holder: 'case-w' }] as const;
  const inWorld = (world: string) =>
    record({
      stream: `journey/in-${world}`,
      world,
      commandId: `in-${world}`,
      claims: [{ ...claims[0], holder: world }],
    });
  expect((await inWorld('live')).status).toBe('recorded');
  expect((await inWorld('sandbox-1')).status).toBe('recorded');
});
