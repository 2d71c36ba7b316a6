/** What the log's key does not sign, whatever the database says. */
import { randomBytes } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLedger } from '../../src/ledger/ledger.ts';
import { createPool } from '../../src/ledger/pool.ts';
import { createSealer } from '../../src/seal/sealer.ts';
import { parseTrustPolicy } from '../../src/transparency/trust-policy.ts';
import { requestOf } from '../ledger/requests.ts';
import { tamperWith } from '../ledger/tamper.ts';
import {
  AT_ONCE,
  allCheckpoints,
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
  it('without it, nothing is signed where there are checkpoints', async () => {
    const other = await sealedWorld();
    try {
      await other.write('journey/a', 1);
      await other.sequence();
      await other.sealer().sealIfDue();
      const file = join(other.folder, 'log.pem.signed');
      expect(existsSync(file)).toBe(true);
      rmSync(file);
      await other.write('journey/a', 2);
      await other.sequence();
      await expect(other.sealer().sealIfDue()).rejects.toThrow(/that says what its key signed last is gone/);
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
