import { afterAll, beforeAll, expect, it } from 'vitest';
import { createPublishedFinder } from '../../src/seal/latest-published.ts';
import type { Queryable } from '../../src/seal/tile-store.ts';
import { cosigner } from '../../src/transparency/signed-note.ts';
import { parseTrustPolicy } from '../../src/transparency/trust-policy.ts';
import { formatVerifierKey } from '../../src/transparency/verifier-key.ts';
import { testKey } from '../transparency/test-keys.ts';
import { policyOf, type SealedWorld, sealedWorld } from './sealed-world.ts';

const CHECKPOINTS = 5_000;
const witnesses = [1, 2].map((n) => formatVerifierKey(cosigner(`w${n}.test`, testKey(n), () => 1).key));

let world: SealedWorld;
let queries = 0;
let clock = 0;
let find: ReturnType<typeof createPublishedFinder>;
beforeAll(async () => {
  world = await sealedWorld();
  await world.open.superPool.query(
    `INSERT INTO seal.checkpoint (size, root, note)
     SELECT n, sha256(''), format(E'o\\n%s\\n%s\\n', n, encode(sha256(''), 'base64')) FROM generate_series(1, ${CHECKPOINTS}) n`,
  );
  const policy = parseTrustPolicy(
    policyOf(
      world.signer,
      ...witnesses.map((key, place) => `witness w${place + 1} ${key}`),
      'group both 2 w1 w2',
      'quorum both',
    ),
  );
  const counting = {
    query: (...given: Parameters<Queryable['query']>) => {
      queries += 1;
      return world.open.pool.query(...given);
    },
  } as unknown as Queryable;
  find = createPublishedFinder(counting, policy, () => clock);
});
afterAll(() => world.close());

const sign = (witness: number, ...sizes: number[]) =>
  world.open.superPool.query(
    'INSERT INTO seal.cosignature (size, witness, line) SELECT n, $2, $3 FROM unnest($1::bigint[]) n',
    [sizes, witnesses[witness - 1]!.split('+').slice(0, 2).join('+'), '— w AAAA'],
  );
/** What is found, and how many queries that took. */
const found = async (asks: number = 1) => {
  queries = 0;
  const answers = await Promise.all(Array.from({ length: asks }, find));
  return [...new Set(answers.map((answer) => answer?.size)), queries];
};

it('with witnesses away all are looked at once, then the newest ones only, until some time has gone by', async () => {
  // One of two: not enough.
  await sign(1, ...Array.from({ length: CHECKPOINTS }, (_, n) => n + 1));
  expect(await found(10)).toEqual([undefined, 10 + 3]);
  expect(await found()).toEqual([undefined, 1]);
  // An answer that came late.
  await sign(2, 2_500);
  expect(await found()).toEqual([undefined, 1]);
  clock += 10_000;
  expect(await found()).toEqual([2_500, 1 + 2 + 1]);
  // Below it nothing is looked at any more.
  expect(await found(10)).toEqual([2_500, 10 + 10]);
  clock += 10_000;
  expect(await found()).toEqual([2_500, 1 + 2 + 1]);
});

it('what is published just now is found at once', async () => {
  await sign(2, 4_990, 4_999);
  expect(await found()).toEqual([4_999, 2]);
  await sign(2, 5_000);
  expect(await found()).toEqual([5_000, 2]);
});
