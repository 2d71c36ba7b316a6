/**
 * Histories of every shape the workflows have had, replayed by today's code: a deploy that would break a
 * journey under way fails here first. `RECORD_HISTORIES=1` adds the shapes as they are today, under the
 * build's name; the old ones stay.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as proto from '@temporalio/proto';
import { Worker } from '@temporalio/worker';
import { describe, expect, it } from 'vitest';
import { createRegisterService } from '../../src/registers/service.ts';
import { workflowBundle } from '../support/bundle.ts';
import { startEngine, type TestEngine } from '../support/engine.ts';
import { opening, session, starting } from '../support/running-case.ts';
import { personInWorld } from './world.ts';

const folder = new URL('../histories/', import.meta.url).pathname;
const histories = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.bin'),
);

describe('the corpus', () => {
  it('holds histories', () => {
    expect(histories.length).toBeGreaterThanOrEqual(8);
  });

  it.each(histories)('%s is replayed by today’s code', async (file) => {
    const { path } = await workflowBundle();
    const history = proto.temporal.api.history.v1.History.decode(readFileSync(join(folder, file)));
    await expect(
      Worker.runReplayHistory({ workflowBundle: { codePath: path } }, history, workflowIdIn(history)),
    ).resolves.toBeUndefined();
  });
});

/** The id is not part of a history; the shell's jitter depends on the stream, which its input carries. */
function workflowIdIn(history: proto.temporal.api.history.v1.IHistory): string {
  const payload = history.events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads?.[0]?.data;
  const { stream, world } = JSON.parse(Buffer.from(payload ?? []).toString()) as {
    stream?: string;
    world: string;
  };
  return stream ?? `world/${world}/clock`;
}

const recording = process.env.RECORD_HISTORIES === '1' ? describe : undefined;
recording?.('recording', () => {
  it('keeps today’s shapes', { timeout: 120_000 }, async () => {
    const engine = await startEngine({ tuning: { commandsPerRun: 4 } });
    try {
      await createRegisterService({
        ledger: engine.ledger,
        requestHash: (text) => text,
      }).loadStartingRegisters();
      await engine.startWorker();
      const { buildId } = await workflowBundle();
      mkdirSync(join(folder, buildId), { recursive: true });
      const keep = (name: string, bytes: Uint8Array): void =>
        writeFileSync(join(folder, buildId, `${name}.bin`), bytes);
      await recordLife(engine, keep);
    } finally {
      await engine.stop();
    }
  });
});

async function recordLife(
  engine: TestEngine,
  keep: (name: string, bytes: Uint8Array) => void,
): Promise<void> {
  const person = await personInWorld(engine);
  const command = opening()[0]!;
  await Promise.all([person.accepted(command), person.accepted(command)]);
  await person.accepted(opening()[1]!);
  await person.send(session('2026-03-11'));
  await person.moveTo('2026-03-30T01:00:00.000Z');
  await person.all(starting());
  await person.moveTo('2026-04-03T10:00:00.000Z');
  for (const date of ['2026-03-30', '2026-03-31', '2026-04-01', '2026-04-02'])
    await person.accepted(session(date));
  await person.send(session('2026-04-02'));
  await person.moveTo('2026-09-20T01:00:00.000Z');
  await person.moveTo('2026-09-30T02:00:00.000Z', 'outage');
  await expect.poll(() => person.types(), { timeout: 15_000 }).toContain('WindowEnded');
  const decisions = await engine.ledger.readDecisions(person.stream);
  const runs = new Set(decisions.flatMap(({ runId }) => runId || []));
  let number = 0;
  for (const runId of runs) keep(`journey-run-${++number}`, await historyOf(engine, person.stream, runId));
  const clock = engine.client.workflow.list({ query: `WorkflowId = "world/${person.world}/clock"` });
  for await (const { workflowId, runId } of clock) {
    keep(`world-clock-${++number}`, await historyOf(engine, workflowId, runId!));
  }
}

async function historyOf(engine: TestEngine, workflowId: string, runId: string): Promise<Uint8Array> {
  const history = await engine.client.workflow.getHandle(workflowId, runId).fetchHistory();
  return proto.temporal.api.history.v1.History.encode(history).finish();
}
