/** The record verifies itself: a schedule in Temporal, a note in the ledger, an alarm where something is found. */
import { ApplicationFailure } from '@temporalio/common';
import type pg from 'pg';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { verificationState } from '../../src/cli/commands/engine.ts';
import { createPool } from '../../src/ledger/pool.ts';
import { scheduledVerification } from '../../src/runtime/verify-parts.ts';
import { scheduleIdOf } from '../../workers/verify-schedule.ts';
import { requestOf } from '../ledger/requests.ts';
import { startEngine, type TestEngine } from '../support/engine.ts';
import { asOwner } from './as-owner.ts';

const said: Record<string, unknown>[] = [];
const logger = pino({ level: 'info' }, { write: (line: string) => said.push(JSON.parse(line)) });
const registry = new Registry();
const NEVER_BY_ITSELF = '0 0 29 2 *';

/** As after the last attempt. */
let hopeless = false;
let engine: TestEngine;
let superPool: pg.Pool;
beforeAll(async () => {
  engine = await startEngine({
    verification: (database, pool) => {
      const installation = () => ({ database: { url: database.appUrl } });
      const scheduled = scheduledVerification(installation, { pool, logger, registry });
      const verify: typeof scheduled.verify = async (watch) => {
        if (hopeless) throw ApplicationFailure.nonRetryable('the record is out of reach');
        return scheduled.verify(watch);
      };
      return { ...scheduled, verify, cron: NEVER_BY_ITSELF };
    },
  });
  superPool = createPool(engine.database.superUrl, { connections: 1 });
  const { ledger } = engine;
  await ledger.recordRequest(requestOf({ stream: 'parcel/p1', kind: 'parcel', commandId: 'one', runId: '' }));
  await engine.startWorker();
});
afterAll(async () => {
  await superPool?.end();
  await engine?.stop();
});

/** Asks the schedule to begin now, and waits for what the ledger is told. */
async function verified(times: number): Promise<{ outcome: string; sentence: string }> {
  await engine.client.schedule.getHandle(scheduleIdOf(engine.taskQueue)).trigger();
  return vi.waitFor(
    async () => {
      const { rows } = await superPool.query('SELECT outcome, sentence FROM ledger.verification ORDER BY id');
      expect(rows).toHaveLength(times);
      return rows.at(-1);
    },
    { timeout: 20_000, interval: 100 },
  );
}

it('an intact record is told so; a changed one raises the alarm, and the ledger keeps both', async () => {
  expect(await verified(1)).toEqual({ outcome: 'intact', sentence: 'the record is intact' });
  expect(await verificationState(superPool)).toContain('the record was intact at 2');
  expect(said.filter(({ alarm }) => alarm === 'verify')).toEqual([]);

  await asOwner(superPool, `UPDATE ledger.event SET body = '{"minutes":61}' WHERE stream_id = 'parcel/p1'`);
  const sentence = 'parcel/p1: event 1 (SessionRecorded) was changed after it was recorded';
  expect(await verified(2)).toEqual({ outcome: 'findings', sentence });
  expect(said.at(-1)).toMatchObject({ level: 50, alarm: 'verify', findings: 1, msg: sentence });
  expect(await registry.getSingleMetricAsString('titian_verify_findings')).toContain(
    'titian_verify_findings 1',
  );
  await expect(verificationState(superPool)).rejects.toThrow(sentence);

  const { rows } = await superPool.query(`SELECT body FROM ledger.note WHERE kind = 'verified' ORDER BY id`);
  expect(rows.map(({ body }) => JSON.parse(body))).toMatchObject([
    { outcome: 'intact', findings: 0 },
    { outcome: 'findings', findings: 1 },
  ]);
});

it('one that cannot be made is noted too, and alarms', async () => {
  hopeless = true;
  const sentence = 'the record could not be verified: the record is out of reach';
  expect(await verified(3)).toEqual({ outcome: 'unfinished', sentence });
  expect(said.at(-1)).toMatchObject({ level: 50, alarm: 'verify-unfinished', msg: sentence });
  await expect(verificationState(superPool)).rejects.toThrow(sentence);
});
