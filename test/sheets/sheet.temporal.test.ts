/** A sheet on real Temporal: its worker is killed, another goes on, each line runs once. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Command } from '../../src/domain/decider.ts';
import { createSheetStarter } from '../../src/gateway/sheet-starter.ts';
import { createPool } from '../../src/ledger/pool.ts';
import { canonicalText } from '../../src/ledger/record-decision.ts';
import { createRegisterService } from '../../src/registers/service.ts';
import { createSheetStore, type SheetLine, type SheetStore } from '../../src/sheets/store.ts';
import { personInWorld } from '../engine/world.ts';
import { workflowBundle } from '../support/bundle.ts';
import { startEngine, type TestEngine } from '../support/engine.ts';
import { opening, SUPERVISOR, session, starting } from '../support/running-case.ts';
import { testTemporal } from '../support/temporal.ts';
import type { Order } from './worker-process.ts';

let engine: TestEngine;
let pool: pg.Pool;
let store: SheetStore;

beforeAll(async () => {
  engine = await startEngine();
  pool = createPool(engine.database.appUrl);
  store = createSheetStore(pool);
  await createRegisterService({ ledger: engine.ledger, requestHash: (text) => text }).loadStartingRegisters();
});
afterAll(async () => {
  await engine.stop();
  await pool.end();
});

const lineOf = (stream: string, line: number, { name, data }: Command): SheetLine => {
  const body = canonicalText({ data });
  const requestHash = createHash('sha256').update(`${stream}${body}`).digest('hex');
  return { ...{ line, place: 1, stream, name, body, requestHash }, factKeys: [] };
};

async function startProcess(): Promise<ChildProcess> {
  const { address, namespace } = testTemporal();
  const { path: bundlePath, buildId } = await workflowBundle();
  const { taskQueue, database } = engine;
  const order: Order = { address, namespace, taskQueue, databaseUrl: database.appUrl, bundlePath, buildId };
  const file = join(import.meta.dirname, 'worker-process.ts');
  return spawn(process.execPath, ['--import', 'tsx', file, JSON.stringify(order)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

it('goes on after a kill, runs each line once, and the shell finds what was written beside it', async () => {
  const first = await startProcess();
  const { world, stream, all, send, moveTo } = await personInWorld(engine);
  await all(opening({ hours: 240 }));
  await moveTo('2026-03-30T01:00:00.000Z');
  await all(starting());
  await moveTo('2026-04-20T10:00:00.000Z');
  const days = Array.from({ length: 20 }, (_, day) => String(day + 1).padStart(2, '0'));
  const hours = [
    ['08:00', '08:30'],
    ['09:00', '09:30'],
    ['10:00', '10:30'],
  ] as const;
  const commands = days.flatMap((day) => hours.map((part) => session(`2026-04-${day}`, part)));
  const lines = commands.map((command, place) => lineOf(stream, place + 2, command));
  const id = `sh${randomUUID().replaceAll('-', '')}`;
  const actor = { ...SUPERVISOR, site: 'puskesmas-helvetia' };
  await store.keep({ ...{ id, kind: 'site-attendance', world, actor }, fileHash: id, lines: 60 }, lines);
  await store.start(id);
  const start = createSheetStarter(engine.client, engine.taskQueue);
  await start(id);
  const accepted = async () => (await store.find(id))?.accepted ?? 0;
  await expect.poll(accepted, { timeout: 30_000, interval: 2 }).toBeGreaterThan(3);
  first.kill('SIGKILL');
  const before = await accepted();
  expect(before).toBeLessThan(60);
  await engine.startWorker();
  // Asked to run again while it runs: still one run.
  await start(id);
  await expect.poll(async () => (await store.find(id))?.state, { timeout: 50_000 }).toBe('DONE');
  expect(await store.find(id)).toMatchObject({ accepted: 60, refused: 0, failed: 0 });
  const recorded = (await engine.ledger.readStream(stream)).filter(({ type }) => type === 'SessionRecorded');
  expect(recorded.map(({ meta }) => meta.commandId).sort()).toEqual(
    lines.map(({ line }) => `sheet:${id}:${line}`).sort(),
  );
  // The shell was not told of any of this: it finds the tail at its next command.
  const overlapping = await send(session('2026-04-20', ['08:15', '08:45']));
  expect(overlapping.refusal?.code).toBe('OVERLAP');
  const answer = await send(session('2026-04-20', ['11:00', '11:30']));
  expect(answer.outcome).toBe('accepted');
});
