import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ClaimChange } from '../../src/domain/decider.ts';
import { verifyLedger } from '../../src/ledger/verify.ts';
import { type OpenLedger, openLedger } from './open-ledger.ts';
import { requestOf } from './requests.ts';
import { tamperWith } from './tamper.ts';

let open: OpenLedger;
beforeEach(async () => {
  open = await openLedger();
});
afterEach(() => open.close());

const day = 'site/a/2026-03-02';
const take = (key: string, holder: string): ClaimChange => ({ kind: 'take', key, holder });
const place = (key: string, holder: string, limit: number): ClaimChange => ({
  kind: 'take-place',
  key,
  holder,
  limit,
});
const release = (key: string, holder: string): ClaimChange => ({ kind: 'release', key, holder });

const versions = new Map<string, number>();
beforeEach(() => versions.clear());

async function claim(person: string, claims: readonly ClaimChange[], world = 'live'): Promise<string> {
  const stream = `journey/${person}`;
  const expectedVersion = versions.get(stream) ?? 0;
  const commandId = `${stream}/${expectedVersion}`;
  const { status, headVersion } = await open.ledger.recordRequest(
    requestOf({ stream, world, commandId, expectedVersion, claims }),
  );
  if (status === 'recorded') versions.set(stream, headVersion);
  return status;
}

/** Two who hold places, one of them a number too; a number and a place that went from hand to hand. */
async function claimed(): Promise<void> {
  const steps: [string, ClaimChange[]][] = [
    ['ana', [take('number/1', 'ana'), place(day, 'ana', 2)]],
    ['budi', [take('number/2', 'budi'), place(day, 'budi', 2)]],
    ['budi', [release('number/2', 'budi'), release(day, 'budi'), release('number/1', 'budi')]],
    ['citra', [take('number/2', 'citra'), place(day, 'citra', 3)]],
    ['ana', [place(day, 'ana', 9), take('number/1', 'ana')]],
  ];
  for (const [person, claims] of steps) expect(await claim(person, claims)).toBe('recorded');
  expect(await claim('dewi', [take('number/2', 'dewi'), place(day, 'dewi', 9)])).toBe('claim_lost');
}

const tamper = (...statements: string[]) => tamperWith(open.superPool, ...statements);
const told = async () =>
  (await verifyLedger(open.superPool)).list.map(
    ({ problem, entry, explanation }) => `${problem} ${entry}: ${explanation}`,
  );

describe('claims as decisions left them', () => {
  it('are intact after releases and retakes, with leaves, with some and without', async () => {
    await claimed();
    expect(await told()).toEqual([]);
    await open.ledger.sequenceLeaves(2);
    expect(await told()).toEqual([]);
    while ((await open.ledger.sequenceLeaves()) > 0);
    expect(await told()).toEqual([]);
    expect(await claim('citra', [release(day, 'citra'), release('number/2', 'citra')])).toBe('recorded');
    expect(await claim('budi', [take('number/2', 'budi'), place(day, 'budi', 2)])).toBe('recorded');
    expect(await told()).toEqual([]);
  });

  it('are intact in each world on its own, and where a key is both a number and a place', async () => {
    await claim('ana', [take('both', 'ana'), place('both', 'ana', 1)]);
    await claim('sari', [take('both', 'sari'), place('both', 'sari', 5)], 'sandbox-1');
    expect(await told()).toEqual([]);
    await claim('ana', [release('both', 'ana')]);
    expect(await told()).toEqual([]);
  });

  it('are intact whatever is taken and given back in whatever order, also at the same time', async () => {
    const people = ['a', 'b', 'c', 'd', 'é', '😀', '\uffee'];
    const keys = ['k', 'k\uffee', 'k😀', 'kk'];
    const step = fc.record({
      person: fc.constantFrom(...people),
      changes: fc.array(
        fc.record({
          kind: fc.constantFrom('take' as const, 'take-place' as const, 'release' as const),
          key: fc.constantFrom(...keys),
          limit: fc.integer({ min: 1, max: 6 }),
        }),
        { minLength: 1, maxLength: 5 },
      ),
    });
    let recorded = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 15, maxLength: 30 }),
        fc.boolean(),
        async (steps, leaves) => {
          const turns = people.map((person) => steps.filter((taken) => taken.person === person));
          await Promise.all(
            turns.map(async (own) => {
              for (const { person, changes } of own) {
                const claims = changes.map(({ kind, key, limit }): ClaimChange => {
                  if (kind === 'take-place') return place(key, person, limit);
                  return kind === 'take' ? take(key, person) : release(key, person);
                });
                if ((await claim(`any-${person}`, claims)) === 'recorded') recorded += 1;
              }
            }),
          );
          if (leaves) await open.ledger.sequenceLeaves(7);
          expect(await told()).toEqual([]);
        },
      ),
      { numRuns: 25, seed: 20260302 },
    );
    expect(recorded).toBeGreaterThan(100);
  });
});

describe('a claim that was tampered with is named', () => {
  const of = (key: string, rest: string) => `STATE_DIFFERS claim: claim ${key} in world live ${rest}`;
  it.each([
    [
      `DELETE FROM ledger.claim WHERE key = 'number/1'`,
      [of('number/1', 'is free, although it was taken by ana')],
    ],
    [
      `UPDATE ledger.claim SET holder = 'eka' WHERE key = 'number/1'`,
      [of('number/1', 'is held by eka of journey/ana, not ana of journey/ana')],
    ],
    [
      `UPDATE ledger.claim SET stream_id = 'journey/budi' WHERE key = 'number/1'`,
      [of('number/1', 'is held by ana of journey/budi, not ana of journey/ana')],
    ],
    [
      `INSERT INTO ledger.claim VALUES ('live', 'number/3', 'eka', 'journey/eka')`,
      [of('number/3', 'is held by eka, and no decision left it so')],
    ],
    [
      `UPDATE ledger.claim SET key = 'number/3' WHERE key = 'number/1'`,
      [
        of('number/1', 'is free, although it was taken by ana'),
        of('number/3', 'is held by ana, and no decision left it so'),
      ],
    ],
    [
      `UPDATE ledger.claim SET world = 'zz' WHERE key = 'number/1'`,
      [
        of('number/1', 'is free, although it was taken by ana'),
        'STATE_DIFFERS claim: claim number/1 in world zz is held by ana, and no decision left it so',
      ],
    ],
    [`DELETE FROM ledger.claim_place WHERE holder = 'citra'`, [of(day, 'has no place for citra')]],
    [
      `UPDATE ledger.claim_place SET holder = 'budi' WHERE holder = 'citra'`,
      [of(day, 'has a place for budi, and no decision left it so'), of(day, 'has no place for citra')],
    ],
    [
      `UPDATE ledger.claim_place SET stream_id = 'journey/budi' WHERE holder = 'citra'`,
      [of(day, 'has a place for citra of journey/budi, not citra of journey/citra')],
    ],
    [
      `INSERT INTO ledger.claim_place VALUES ('live', '${day}', 'eka', 'journey/eka')`,
      [of(day, 'has a place for eka, and no decision left it so')],
    ],
    [
      `UPDATE ledger.claim_total SET taken = 1 WHERE key = '${day}'`,
      [of(day, 'counts 1 of 3 places, not 2 of 3')],
    ],
    [
      `UPDATE ledger.claim_total SET place_limit = 30 WHERE key = '${day}'`,
      [of(day, 'counts 2 of 30 places, not 2 of 3')],
    ],
    [`DELETE FROM ledger.claim_total WHERE key = '${day}'`, [of(day, 'counts no places, not 2 of 3')]],
    [
      `INSERT INTO ledger.claim_total VALUES ('live', 'other', 0, 5)`,
      [of('other', 'counts 0 of 5 places, and no decision asked for one')],
    ],
  ])('%s', async (statement, expected) => {
    await claimed();
    while ((await open.ledger.sequenceLeaves()) > 0);
    await tamper(statement);
    expect(await told()).toEqual(expected);
  });

  it('also where another took what was set free, by a decision that is sound in itself', async () => {
    await claimed();
    await tamper(`DELETE FROM ledger.claim WHERE key = 'number/1'`);
    expect(await claim('eka', [take('number/1', 'eka')])).toBe('recorded');
    expect(await told()).toEqual([of('number/1', 'is held by eka of journey/eka, not ana of journey/ana')]);
    const { list } = await verifyLedger(open.superPool);
    expect(list[0]).toMatchObject({ entry: 'claim', stream: 'journey/ana' });
  });

  it('and effects that are no claims any more stop nothing: the decision is named first', async () => {
    await claimed();
    const row = `WHERE stream_id = 'journey/ana' AND sequence = 1`;
    await tamper(
      `UPDATE ledger.decision SET effects = '{"claims":[7,{"key":"x"},{"key":"x","kind":"claim"}]}' ${row}`,
    );
    expect((await told())[0]).toMatch(/^HASH_DIFFERS decision: decision 1 /);
    await tamper(
      'ALTER TABLE ledger.decision DROP CONSTRAINT decision_effects_check',
      `UPDATE ledger.decision SET effects = '{"claims"' ${row}`,
    );
    expect((await told())[0]).toMatch(/^HASH_DIFFERS decision: decision 1 /);
  });
});
