/** What remains of a run: its history in the archive, replayable, and free of anything readable. */
import { gunzipSync } from 'node:zlib';
import * as proto from '@temporalio/proto';
import { Worker } from '@temporalio/worker';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRegisterService } from '../../src/registers/service.ts';
import type { RunningWorker } from '../../workers/worker.ts';
import { workflowBundle } from '../support/bundle.ts';
import { startEngine, type TestEngine } from '../support/engine.ts';
import { opening, session, starting } from '../support/running-case.ts';
import { personInWorld, type TestPerson } from './world.ts';

let engine: TestEngine;
let database: pg.Client;
let person: TestPerson;
let worker: RunningWorker;

beforeAll(async () => {
  engine = await startEngine({ tuning: { commandsPerRun: 3 } });
  await createRegisterService({ ledger: engine.ledger, requestHash: (text) => text }).loadStartingRegisters();
  worker = await engine.startWorker();
  database = new pg.Client({ connectionString: engine.database.appUrl });
  await database.connect();
  person = await personInWorld(engine);
  await person.all(opening());
  await person.moveTo('2026-03-30T01:00:00.000Z');
  await person.all(starting());
  await person.moveTo('2026-04-01T10:00:00.000Z');
  await person.all(['2026-03-30', '2026-03-31'].map((date) => session(date)));
});
afterAll(async () => {
  await database?.end();
  await engine?.stop();
});

interface ArchivedRun {
  readonly run_id: string;
  readonly build_id: string;
  readonly history: Buffer;
}

async function archived(): Promise<ArchivedRun[]> {
  const { rows } = await database.query<ArchivedRun>(
    'SELECT run_id, build_id, history FROM ledger.run WHERE stream_id = $1 AND archived_at IS NOT NULL',
    [person.stream],
  );
  return rows;
}

it('every closed run is archived with the bundle of its build', async () => {
  const { runId: openRun } = await engine.client.workflow.getHandle(person.stream).describe();
  const decisions = await engine.ledger.readDecisions(person.stream);
  const closed = new Set(
    decisions.map(({ runId }) => runId).filter((runId) => runId !== openRun && runId !== ''),
  );
  expect(closed.size).toBeGreaterThan(1);
  await expect
    .poll(async () => new Set((await archived()).map(({ run_id }) => run_id)), { timeout: 20_000 })
    .toEqual(closed);
  const [build] = (await database.query<{ bundle: Buffer }>('SELECT bundle FROM ledger.build')).rows;
  expect(gunzipSync(build!.bundle).length).toBeGreaterThan(10_000);
});

it('an archived history is replayed by the code that made it', async () => {
  const { path } = await workflowBundle();
  const runs = await archived();
  expect(runs.length).toBeGreaterThan(1);
  for (const { history } of runs) {
    const decoded = proto.temporal.api.history.v1.History.decode(history);
    await expect(
      Worker.runReplayHistory({ workflowBundle: { codePath: path } }, decoded, person.stream),
    ).resolves.toBeUndefined();
  }
});

describe('a run whose snapshot an older build wrote', () => {
  /** The same history, as if its first event carried a snapshot of another shape. */
  function withOldShape(history: proto.temporal.api.history.v1.IHistory): boolean {
    const payload = history.events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads?.[0];
    const input = JSON.parse(Buffer.from(payload?.data ?? []).toString()) as { snapshot?: { shape: number } };
    if (payload == null || input.snapshot === undefined) return false;
    payload.data = Buffer.from(JSON.stringify({ ...input, snapshot: { ...input.snapshot, shape: 999 } }));
    return true;
  }

  it('replays to the end what was recorded', async () => {
    const { path } = await workflowBundle();
    let replayed = 0;
    for (const { history, run_id } of await archived()) {
      const decoded = proto.temporal.api.history.v1.History.decode(history);
      if (!withOldShape(decoded)) continue;
      await Worker.runReplayHistory({ workflowBundle: { codePath: path } }, decoded, person.stream);
      expect(run_id).not.toBe('');
      replayed += 1;
    }
    expect(replayed).toBeGreaterThan(1);
  });

  it('goes on with the state as the ledger tells it', async () => {
    const before = await engine.ledger.readHead(person.stream);
    await engine.client.workflow.getHandle(person.stream).terminate('to begin a run with an old snapshot');
    const { clockOffsetMs } = await engine.worlds.find(person.world);
    await engine.client.workflow.start('journey', {
      workflowId: person.stream,
      taskQueue: engine.taskQueue,
      args: [
        {
          stream: person.stream,
          world: person.world,
          clockOffsetMs,
          commandsPerRun: 3,
          snapshot: {
            shape: 999,
            state: { version: before!.headVersion, armed: {}, domain: 'of another shape' },
          },
        },
      ],
    });
    const answer = await person.accepted(session('2026-04-01'));
    expect(answer.firstVersion).toBe(before!.headVersion + 1);
    expect(answer.events.map(({ type }) => type)).toContain('MinutesCredited');

    // Another worker has nothing in memory: it replays the old snapshot, the load, and what came after.
    await worker.stop();
    await engine.startWorker();
    const later = await person.send(session('2026-04-01', ['13:00', '14:00']));
    expect(later.refusal ?? later.outcome).toBe('accepted');
    expect(later.firstVersion).toBe(answer.headVersion + 1);
  });
});
