import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkpointOf } from '../../src/seal/checkpoints.ts';
import { hashesOf, tiledSize } from '../../src/seal/tile-store.ts';
import { rangeHash } from '../../src/transparency/hash-reader.ts';
import { parseTrustPolicy } from '../../src/transparency/trust-policy.ts';
import { judgeCheckpoint } from '../../src/transparency/trust-verdict.ts';
import { allCheckpoints, allEntries, naiveRoot, type SealedWorld, sealedWorld } from './sealed-world.ts';

let world: SealedWorld;
beforeAll(async () => {
  world = await sealedWorld();
});
afterAll(() => world.close());

/** Each checkpoint is the root of the leaves before it, as they stand now. */
async function expectHonest(): Promise<void> {
  const entries = await allEntries(world.open);
  for (const { size, root } of await allCheckpoints(world.open)) {
    expect(root.toString('hex'), `size ${size}`).toBe(naiveRoot(entries.slice(0, size)));
  }
}

describe('while writers write', () => {
  it('two sealers, one sequencer: no hole, each checkpoint is the root of what stood before it', async () => {
    let writing = true;
    const waiting: (() => void)[] = [];
    const nextCheckpoint = () => new Promise<void>((resolve) => waiting.push(resolve));
    const writers = ['a', 'b', 'c'].map(async (name) => {
      for (let sequence = 1; sequence <= 60; sequence += 1) {
        // Three times each writer goes on once what it wrote, or something before it, has been sealed.
        const sealed = sequence % 20 === 0 ? nextCheckpoint() : undefined;
        await world.write(`journey/${name}`, sequence);
        await world.look(`person-${name}`);
        await sealed;
      }
    });
    const sequencer = (async () => {
      while (writing) await world.open.ledger.sequenceLeaves(7);
    })();
    const sealers = [world.sealer(), world.sealer()].map(async (sealer) => {
      while (writing) {
        if (!(await sealer.sealIfDue())) continue;
        for (const goOn of waiting.splice(0)) goOn();
      }
    });
    await Promise.all(writers);
    writing = false;
    await sequencer;
    await Promise.all(sealers);
    await world.sequence();
    await world.sealer().sealIfDue();
    expect((await allCheckpoints(world.open)).length).toBeGreaterThanOrEqual(3);

    const entries = await allEntries(world.open);
    const kinds = (kind: string) => entries.filter((entry) => entry.kind === kind).length;
    expect([kinds('decision'), kinds('event'), kinds('access')]).toEqual([180, 360, 180]);
    const latest = (await world.log.latest())!;
    expect(latest.size).toBe(entries.length);
    expect(judgeCheckpoint(latest.note, parseTrustPolicy(world.log.policy))).toMatchObject({
      trusted: true,
      checkpoint: { origin: 'log.test/titian', size: entries.length },
    });
    await expectHonest();
  });

  it('accesses have leaves of their own, which name no stream and no person', async () => {
    const [access] = (await allEntries(world.open)).filter(({ kind }) => kind === 'access');
    expect(access).toMatchObject({
      stream: 'access',
      position: 1,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });
});

describe('a sealer that dies', () => {
  it('after the tiles and before the signature leaves nothing that the next one does not take up', async () => {
    await world.write('journey/d', 1);
    await world.sequence();
    const { size } = (await world.log.latest())!;
    const dying = { ...world.signer, sign: () => Promise.reject(new Error('killed')) };
    await expect(world.sealer(dying).sealIfDue()).rejects.toThrow('killed');
    expect(await tiledSize(world.open.pool)).toBeGreaterThan(size);
    expect((await world.log.latest())!.size).toBe(size);
    await world.write('journey/d', 2);
    await world.sequence();
    expect(await world.sealer().sealIfDue()).toBe(true);
    await expectHonest();
  });

  it('after the signature and before the checkpoint was kept: the same tree is signed again', async () => {
    await world.write('journey/d', 3);
    await world.sequence();
    let lost = '';
    const dying = {
      ...world.signer,
      sign: async (...given: Parameters<typeof world.signer.sign>) => {
        lost = await world.signer.sign(...given);
        throw new Error('killed');
      },
    };
    await expect(world.sealer(dying).sealIfDue()).rejects.toThrow('killed');
    expect(await world.sealer().sealIfDue()).toBe(true);
    expect((await world.log.latest())!.note).toBe(lost);
    await expectHonest();
  });

  it('nothing new is no reason for a checkpoint', async () => {
    const before = await allCheckpoints(world.open);
    expect(await world.sealer().sealIfDue()).toBe(false);
    await world.log.sealer!.sealNow();
    expect(await allCheckpoints(world.open)).toEqual(before);
  });
});

describe('the pace', () => {
  const pace = { checkpointMs: 3_600_000, checkpointLeaves: 6 };

  it('waits for its number of leaves', async () => {
    const { size } = (await world.log.latest())!;
    await world.write('journey/e', 1);
    await world.sequence();
    expect(await world.sealer(world.signer, pace).sealIfDue()).toBe(false);
    await world.write('journey/e', 2);
    await world.sequence();
    expect(await world.sealer(world.signer, pace).sealIfDue()).toBe(true);
    // Two decisions with two events each, and the note about heads that the first checkpoint had left due.
    expect((await world.log.latest())!.size).toBeGreaterThanOrEqual(size + 6);
  });

  it('or for its time', async () => {
    await world.look('person-e');
    await world.sequence();
    expect(await world.sealer(world.signer, pace).sealIfDue()).toBe(false);
    expect(await world.sealer(world.signer, { ...pace, checkpointMs: 0 }).sealIfDue()).toBe(true);
  });
});

it('the tiles hold the roots of all sizes before, for proofs', async () => {
  const entries = await allEntries(world.open);
  const { size } = (await world.log.latest())!;
  const root = await rangeHash(0, 300, hashesOf(world.open.pool, size));
  expect(root.toString('hex')).toBe(naiveRoot(entries.slice(0, 300)));
  const bundle = await world.log.tile({ level: 'entries', index: 1, width: 256 });
  expect(bundle!.subarray(2).toString('utf8')).toMatch(/^titian\/leaf\/v1\n/);
  expect(await world.log.tile({ level: 0, index: 0, width: 256 })).toHaveLength(8_192);
  expect(await world.log.tile({ level: 1, index: 0, width: 256 })).toBeUndefined();
  expect(await checkpointOf(world.open.pool, size + 1)).toBeUndefined();
});
