/** What the log's key does not sign, whatever the database says. */
import { randomBytes } from 'node:crypto';
import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leafCount } from '../../src/ledger/leaf-places.ts';
import { createLedger } from '../../src/ledger/ledger.ts';
import { createPool } from '../../src/ledger/pool.ts';
import { createSealer } from '../../src/seal/sealer.ts';
import { SigningRefused } from '../../src/seal/signing-refused.ts';
import { entryBytes, leafHash } from '../../src/transparency/entry.ts';
import { listHashReader, rangeHash } from '../../src/transparency/hash-reader.ts';
import { parseTrustPolicy } from '../../src/transparency/trust-policy.ts';
import { requestOf } from '../ledger/requests.ts';
import { tamperWith } from '../ledger/tamper.ts';
import {
  AT_ONCE,
  allCheckpoints,
  allEntries,
  policyOf,
  type SealedWorld,
  sealedWorld,
  signerIn,
} from './sealed-world.ts';

let world: SealedWorld;
beforeAll(async () => {
  world = await sealedWorld();
  for (let sequence = 1; sequence <= 3; sequence += 1) await world.write('journey/a', sequence);
  await world.sequence();
  await world.sealer().sealIfDue();
});
afterAll(() => world.close());

/** The database as a backup holds it, under the key as it is now. */
async function restored(backup: string) {
  const url = world.open.database.appUrl.replace(world.open.database.name, backup);
  const pool = createPool(url);
  const signer = signerIn(world.folder);
  const sealer = createSealer({
    ...{ pool, signer, policy: parseTrustPolicy(policyOf(signer)), pace: AT_ONCE },
  });
  return { pool, ledger: createLedger(pool, { buildId: 'test' }), sealer };
}

async function admin(statement: string): Promise<void> {
  const client = new pg.Client({
    connectionString: world.open.database.superUrl.replace(/[^/]+$/, 'postgres'),
  });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

describe('an older backup', () => {
  const backup = `test_backup_${randomBytes(4).toString('hex')}`;
  afterAll(() => admin(`DROP DATABASE IF EXISTS ${backup} WITH (FORCE)`));

  it('is refused as it is, and also once it has gone on for longer than what was signed', async () => {
    const { database } = world.open;
    // A database is copied while nobody is on it; the pools connect again by themselves.
    await admin(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${database.name}'`);
    await admin(`CREATE DATABASE ${backup} TEMPLATE ${database.name} STRATEGY file_copy`);
    await world.write('journey/a', 4);
    await world.sequence();
    expect(await world.sealer().sealIfDue()).toBe(true);

    const { pool, ledger, sealer } = await restored(backup);
    try {
      await expect(sealer.sealIfDue()).rejects.toThrow(
        /^the log log\.test\/titian has 10 leaves and its key has signed 13: an older ledger was put back/,
      );
      for (let sequence = 4; sequence <= 6; sequence += 1) {
        const events = [{ type: 'Other' }, { type: 'Other' }];
        const request = { stream: 'journey/a', commandId: `other/${sequence}`, events };
        await ledger.recordRequest(requestOf({ ...request, expectedVersion: (sequence - 1) * 2 }));
      }
      while ((await ledger.sequenceLeaves()) > 0);
      await expect(sealer.sealIfDue()).rejects.toThrow(
        /^the first 13 leaves of the log log\.test\/titian are not those that were signed/,
      );
      expect(sealer.problem()).toMatch(/^the first 13 leaves/);
      const { rows } = await pool.query('SELECT max(size) AS size FROM seal.checkpoint');
      expect(rows).toEqual([{ size: 10 }]);
    } finally {
      await pool.end();
    }
  });
});

describe('a ledger that was changed behind the log', () => {
  it('a leaf exchanged before it was sealed changes nothing; leaves cut off are refused', async () => {
    await world.write('journey/b', 1);
    await world.sequence();
    await world.sealer().sealIfDue();
    const before = await allCheckpoints(world.open);
    await tamperWith(world.open.superPool, `DELETE FROM ledger.leaf WHERE leaf_index >= 14`);
    await expect(world.sealer().sealIfDue()).rejects.toThrow(/has 14 leaves and its key has signed 16/);
    expect(await allCheckpoints(world.open)).toEqual(before);
  });
});

describe('the file of what was signed last', () => {
  it('lost, damaged, older or another than the checkpoint that is kept: nothing is signed, and it is an alarm', async () => {
    const other = await sealedWorld();
    try {
      const file = join(other.folder, 'log.pem.signed');
      const refusal = async () => {
        const sealer = other.sealer();
        const error = await sealer.sealIfDue().catch((thrown: Error) => thrown);
        expect(error).toBeInstanceOf(SigningRefused);
        expect(sealer.problem()).toBe((error as Error).message);
        return (error as Error).message.replaceAll(file, 'FILE');
      };
      const go = async (sequence: number) => {
        await other.write('journey/a', sequence);
        await other.sequence();
        await other.sealer().sealIfDue();
      };
      await go(1);
      copyFileSync(file, `${file}.older`);
      await go(2);
      copyFileSync(file, `${file}.newest`);
      const { size, root } = (await other.log.latest())!;
      expect(size).toBe(7);

      copyFileSync(`${file}.older`, file);
      expect(await refusal()).toBe(
        'the file FILE says that the key of the log log.test/titian signed 4 leaves last, and a checkpoint of 7 is ' +
          'kept: an older file was put back. Nothing is signed until the newest one is there again',
      );
      const hex = root.toString('hex');
      const text = (own: string) => `log.test/titian\n7\n${own}\n`;
      writeFileSync(file, text('ab'.repeat(32)));
      expect(await refusal()).toMatch(
        /^the file FILE and the checkpoint that is kept name two trees of 7 leaves of the log/,
      );
      writeFileSync(file, text(hex.slice(1)));
      expect(await refusal()).toBe(
        'FILE does not say what the key of log.test/titian signed last: put it back as it was',
      );
      rmSync(file);
      expect(await refusal()).toMatch(/that says what its key signed last is gone: put it back before/);

      // Written anew as the page for operators says: whoever does it has compared it with a witness.
      writeFileSync(file, text(hex));
      await go(3);
      expect((await other.log.latest())!.size).toBe(10);
    } finally {
      await other.close();
    }
  });

  it('that fits does not help where the kept checkpoint and the leaves do not fit each other', async () => {
    const other = await sealedWorld();
    try {
      await other.write('journey/a', 1);
      await other.sequence();
      await other.sealer().sealIfDue();
      await other.write('journey/a', 2);
      await other.sequence();
      const size = await leafCount(other.open.pool);
      const hashes = listHashReader(
        (await allEntries(other.open)).map((entry) => leafHash(entryBytes(entry))),
      );
      const tree = { size, root: await rangeHash(0, size, hashes) };
      const kept = { size: 2, root: Buffer.alloc(32, 9) };
      await expect(other.signer.sign(tree, hashes, kept)).rejects.toThrow(
        /^the first 2 leaves of the log log\.test\/titian are not those that were signed/,
      );
    } finally {
      await other.close();
    }
  });

  it('no checkpoint can be signed as the end of a bundle', () => {
    const { signBundle } = world.signer;
    expect(() => signBundle('log.test/titian\n5\nAAAA\n')).toThrow('This is not the end of a bundle');
    expect(signBundle('log.test/titian/bundle\n5\nab\n')).toMatch(/^— log\.test\/titian \S+$/);
  });
});
