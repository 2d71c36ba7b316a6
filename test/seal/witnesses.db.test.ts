/** Three witnesses, each a process of its own as another agency runs it; two of them must sign. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSealedLog, type SealedLog } from '../../src/seal/sealed-log.ts';
import { createLogSigner } from '../../src/seal/signer.ts';
import { readKeyFile } from '../../src/transparency/key-file.ts';
import { parseTrustPolicy } from '../../src/transparency/trust-policy.ts';
import { judgeCheckpoint } from '../../src/transparency/trust-verdict.ts';
import { formatVerifierKey } from '../../src/transparency/verifier-key.ts';
import {
  bundleWitness,
  type RunningWitness,
  type WitnessHome,
  witnessHome,
} from '../witness/witness-process.ts';
import { AT_ONCE, ORIGIN, policyOf, type SealedWorld, sealedWorld } from './sealed-world.ts';

const build = bundleWitness();
let world: SealedWorld;
let homes: WitnessHome[];
let witnesses: RunningWitness[];
let log: SealedLog;
beforeAll(async () => {
  world = await sealedWorld();
  homes = [1, 2, 3].map(() => witnessHome(build.script, [world.signer.key]));
  witnesses = await Promise.all(homes.map((home) => home.start()));
  log = logWith(witnesses);
});
afterAll(async () => {
  await Promise.all(homes.map((home) => home.remove()));
  build.remove();
  await world.close();
});

function logWith(running: readonly RunningWitness[]): SealedLog {
  const { open, signer } = world;
  const names = running.map((_, place) => `w${place + 1}`);
  const policy = policyOf(
    signer,
    ...running.map(({ key, url }, place) => `witness ${names[place]} ${formatVerifierKey(key)} ${url}`),
    `group two-of-three 2 ${names.join(' ')}`,
    'quorum two-of-three',
  );
  return openSealedLog({ pool: open.pool, origin: ORIGIN, policy, signer, pace: AT_ONCE });
}

const cosigned = async (): Promise<readonly string[]> => {
  const { note } = (await log.latestPublished())!;
  const verdict = judgeCheckpoint(note, parseTrustPolicy(log.policy));
  expect(verdict.trusted).toBe(true);
  return (verdict.cosigned ?? []).map(({ witness }) => witness);
};

describe('two of three', () => {
  it('all sign what they are shown first, and what follows from it', async () => {
    await world.write('journey/a', 1);
    await log.sealNow();
    expect(await cosigned()).toEqual(['w1', 'w2', 'w3']);
    await world.write('journey/a', 2);
    await log.sealNow();
    expect(await cosigned()).toEqual(['w1', 'w2', 'w3']);
    expect((await log.status()).missing).toEqual([]);
  });

  it('one that is away is missed and named, and the log goes on', async () => {
    await witnesses[2]!.end('SIGKILL');
    await world.write('journey/a', 3);
    await log.sealNow();
    expect(await cosigned()).toEqual(['w1', 'w2']);
    expect((await log.status()).missing).toEqual(['w3']);
    expect(log.sealer!.publisher.problems()).toEqual(['witness w3: it was not reached']);
    expect(log.sealer!.problem()).toBeUndefined();
  });

  it('with two away nothing new is published, and the last published checkpoint stands', async () => {
    const before = (await log.latestPublished())!.size;
    await witnesses[1]!.end('SIGKILL');
    await world.write('journey/a', 4);
    await expect(log.sealer!.sealNow({ withinMs: 1 })).rejects.toThrow(
      /^the checkpoint of \d+ leaves is signed, and too few witnesses have cosigned it in time \(missing: w2, w3\)/,
    );
    expect((await log.latestPublished())!.size).toBe(before);
    expect((await log.latest())!.size).toBeGreaterThan(before);
  });

  it('one that comes back tells how far it was, and signs from there', async () => {
    witnesses[2] = await homes[2]!.start();
    // At another address than before: another policy, and a process that remembers nothing of it.
    log = logWith(witnesses);
    await world.write('journey/a', 5);
    await log.sealNow();
    expect(await cosigned()).toEqual(['w1', 'w3']);
  });
});

it('under the same key over another ledger, the witnesses contradict: an alarm', async () => {
  const fork = await sealedWorld();
  try {
    // As if the file of what was signed had been put back together with the database.
    const signer = createLogSigner(
      ORIGIN,
      readKeyFile(join(world.folder, 'log.pem')),
      join(fork.folder, 'log.pem.signed'),
    );
    const { pool } = fork.open;
    const forked = openSealedLog({ pool, origin: ORIGIN, policy: log.policy, signer, pace: AT_ONCE });
    await fork.write('journey/other', 1);
    await expect(forked.sealer!.sealNow({ withinMs: 1 })).rejects.toThrow(/too few witnesses/);
    expect(forked.sealer!.problem()).toMatch(
      /^witness w[13] has signed a tree of \d+ leaves, and the ledger has 3$/,
    );
    for (let sequence = 2; sequence <= 9; sequence += 1) await fork.write('journey/other', sequence);
    await expect(forked.sealer!.sealNow({ withinMs: 1 })).rejects.toThrow(/too few witnesses/);
    expect(forked.sealer!.problem()).toMatch(
      /^witness w[13] has signed another tree of \d+ leaves than the first/,
    );
  } finally {
    await fork.close();
  }
});
