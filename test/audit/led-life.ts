/** One life with everything that an auditor may meet: several runs, lost answers, a sheet, a refusal. */
import type pg from 'pg';
import { expect, vi } from 'vitest';
import { loadEntity } from '../../activities/entity.ts';
import type { Command, Decider } from '../../src/domain/decider.ts';
import { DECIDERS } from '../../src/domain/deciders.ts';
import type { RecordInput } from '../../src/domain/envelope.ts';
import { journeyDecider } from '../../src/domain/journey/decider.ts';
import { settle } from '../../src/domain/settle.ts';
import { createPool } from '../../src/ledger/pool.ts';
import { DirectGateway } from '../../src/registers/direct-gateway.ts';
import { createRegisterService } from '../../src/registers/service.ts';
import { lineCommandId } from '../../src/sheets/line-command-id.ts';
import { personInWorld, type TestPerson } from '../engine/world.ts';
import { workflowBundle } from '../support/bundle.ts';
import { startEngine, type TestEngine } from '../support/engine.ts';
import { rulesPack } from '../support/rules-pack.ts';
import { envelopeOf, opening, session, starting } from '../support/running-case.ts';

export interface LedLife {
  readonly engine: TestEngine;
  readonly person: TestPerson;
  readonly pool: pg.Pool;
  readonly buildId: string;
  readonly bundlePath: string;
  /** Ids of commands: those whose answers were lost, sent again or not; the one through another door; the refused one. */
  readonly healed: string;
  readonly overheard: string;
  readonly beside: string;
  readonly refused: string;
  readonly openRun: string;
  close(): Promise<void>;
}

export async function leadLife(): Promise<LedLife> {
  const engine = await startEngine({ tuning: { commandsPerRun: 3 } });
  const { path: bundlePath, buildId } = await workflowBundle();
  await engine.ledger.keepRules(buildId, Buffer.from(await rulesPack()));
  await createRegisterService({ ledger: engine.ledger, requestHash: (text) => text }).loadStartingRegisters();
  await engine.startWorker();
  const person = await personInWorld(engine);
  await person.all(opening());
  await person.moveTo('2026-03-30T01:00:00.000Z');
  const commands = starting();
  await person.accepted(commands[0]!);
  await decideUnheard(engine, person, commands[1]!);
  await person.all(commands.slice(1, 3));
  await decideUnheard(engine, person, commands[3]!);
  await person.all(commands.slice(4));
  await person.moveTo('2026-04-03T10:00:00.000Z');
  // As a line of a sheet is named: nothing else goes through the bulk door.
  const sheet = { ...session('2026-03-30'), commandId: lineCommandId('sh1', 2, 1) };
  const { clockOffsetMs } = await engine.worlds.find(person.world);
  const door = new DirectGateway({ ledger: engine.ledger, deciders: DECIDERS });
  const answer = await door.send(person.stream, person.world, envelopeOf(sheet, clockOffsetMs));
  expect(answer.outcome).toBe('accepted');
  const refused = session('2026-03-30');
  expect((await person.send(refused)).outcome).toBe('refused');
  for (const date of ['2026-03-31', '2026-04-01', '2026-04-02']) await person.accepted(session(date));
  const pool = createPool(engine.database.appUrl, { connections: 2 });
  const { runId: openRun } = await engine.client.workflow.getHandle(person.stream).describe();
  await archivedBut(pool, person.stream, openRun);
  return {
    ...{ engine, person, pool, buildId, bundlePath, openRun },
    ...{
      healed: commands[1]!.commandId,
      overheard: commands[3]!.commandId,
      beside: sheet.commandId,
      refused: refused.commandId,
    },
    async close() {
      await pool.end();
      await engine.stop();
    },
  };
}

/**
 * What a worker leaves that dies between commit and answer: the decision stands in Postgres under the run's name,
 * and the run has not heard of it. (That workers really die so is shown in test/chaos.)
 */
async function decideUnheard(
  engine: TestEngine,
  { stream, world }: TestPerson,
  command: Command,
): Promise<void> {
  const { ledger, client, worlds } = engine;
  const { runId } = await client.workflow.getHandle(stream).describe();
  const { clockOffsetMs } = await worlds.find(world);
  const state = await loadEntity(ledger, DECIDERS, stream, 'journey');
  const record = (input: RecordInput) => ledger.record(input);
  const decider = journeyDecider as Decider<unknown>;
  const entity = { decider, stream, world, runId, clockOffsetMs, state, faulted: new Set<string>(), record };
  const now = new Date(Date.now() + clockOffsetMs).toISOString();
  const { outcome } = await settle(entity, envelopeOf(command, clockOffsetMs), now);
  expect(outcome).toBe('accepted');
}

async function archivedBut(pool: pg.Pool, stream: string, openRun: string): Promise<void> {
  const waiting = async (): Promise<string[]> => {
    const { rows } = await pool.query<{ run_id: string }>(
      'SELECT run_id FROM ledger.run WHERE stream_id = $1 AND archived_at IS NULL',
      [stream],
    );
    return rows.map(({ run_id }) => run_id).filter((runId) => runId !== openRun);
  };
  await vi.waitFor(async () => expect(await waiting()).toEqual([]), { timeout: 20_000 });
}

/** Looks at a database in which somebody who owns the server changed rows, and undoes it. */
export async function whileTampered<Result>(
  { engine }: LedLife,
  statements: readonly string[],
  look: (pool: pg.Pool) => Promise<Result>,
): Promise<Result> {
  // One connection: all that is looked at happens inside the transaction.
  const pool = createPool(engine.database.superUrl, { connections: 1 });
  try {
    await pool.query('BEGIN');
    await pool.query(`SET LOCAL session_replication_role = 'replica'`);
    for (const table of ['event', 'decision', 'run', 'build', 'rules', 'note'])
      await pool.query(`ALTER TABLE ledger.${table} DISABLE TRIGGER ALL`);
    for (const statement of statements) {
      const { rowCount } = await pool.query(statement);
      expect(rowCount, statement).toBeGreaterThan(0);
    }
    return await look(pool);
  } finally {
    await pool.query('ROLLBACK');
    await pool.end();
  }
}
