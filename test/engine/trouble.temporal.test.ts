/** What the engine does when something outside it goes wrong. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Decider } from '../../src/domain/decider.ts';
import { journeyDecider } from '../../src/domain/journey/decider.ts';
import { LedgerBehind } from '../../src/gateway/contract.ts';
import { createPool } from '../../src/ledger/pool.ts';
import { createCaseListProjector } from '../../src/projections/case-list-projector.ts';
import { journeysAtSite } from '../../src/projections/journeys-at-site.ts';
import { DirectGateway } from '../../src/registers/direct-gateway.ts';
import { createRegisterService } from '../../src/registers/service.ts';
import { engineDeciders, startEngine, type TestEngine } from '../support/engine.ts';
import { envelopeOf, opening, starting } from '../support/running-case.ts';
import { personInWorld } from './world.ts';

let engine: TestEngine;
let pool: pg.Pool;
const hashless = (text: string): string => text;

beforeAll(async () => {
  engine = await startEngine({
    tuning: { sweepMs: 1_000 },
    registers: (ledger) => createRegisterService({ ledger, requestHash: hashless }),
    audience: (ledger, appPool) => {
      const decider = journeyDecider as Decider<never>;
      const projector = createCaseListProjector({ pool: appPool, ledger, decider });
      return journeysAtSite({ pool: appPool, ledger, projector });
    },
  });
  pool = createPool(engine.database.appUrl);
  await createRegisterService({ ledger: engine.ledger, requestHash: hashless }).loadStartingRegisters();
  await engine.startWorker();
});
afterAll(async () => {
  await pool?.end();
  await engine?.stop();
});

describe('a suspended site', () => {
  it('I.6b: every journey that works there stops, once, and the prosecutor has two days', async () => {
    const start = '2026-03-30T01:00:00.000Z';
    const [one, other] = await Promise.all([personInWorld(engine, start), personInWorld(engine, start)]);
    for (const person of [one, other]) await person.all([...opening(), ...starting()]);
    const registers = createRegisterService({ ledger: engine.ledger, requestHash: hashless });
    const suspended = await registers.send('register/site/puskesmas-helvetia', 'live', {
      ...envelopeOf({
        commandId: `test:${randomUUID()}`,
        name: 'suspend-site',
        data: { reason: 'COMMERCIAL_USE', on: '2026-03-30' },
        actor: { id: 'prosecutor-1', role: 'EXECUTING_PROSECUTOR', office: 'kejari-medan' },
      }),
    });
    expect(suspended.refusal ?? suspended.outcome).toBe('accepted');
    for (const person of [one, other]) {
      await expect
        .poll(async () => (await person.types()).filter((type) => type === 'SiteSessionsStopped').length, {
          timeout: 20_000,
        })
        .toBe(1);
    }
    await expect
      .poll(async () => {
        const { rows } = await pool.query<{ waiting: number }>(
          'SELECT count(*) AS waiting FROM ledger.message WHERE delivered_at IS NULL',
        );
        return rows[0]?.waiting;
      })
      .toBe(0);
    await one.moveTo('2026-04-02T01:00:00.000Z');
    expect(await one.types()).toContain('SiteReassignmentOverdue');
  });
});

describe('a real deadline', () => {
  it('fires by its own timer in the world of real cases, without anybody asking', async () => {
    const stream = `journey/p${randomUUID()}`;
    const send = async (command: ReturnType<typeof opening>[number]) => {
      const answer = await engine.gateway.send(stream, 'live', envelopeOf(command));
      expect(answer.refusal ?? answer.outcome, command.name).toBe('accepted');
    };
    // Final in March 2026, recorded today: the seven days are long over, and the shell notices at once.
    for (const command of [...opening(), starting()[0]!]) await send(command);
    await expect
      .poll(async () => (await engine.ledger.readStream(stream)).map(({ type }) => type), { timeout: 15_000 })
      .toContain('ExecutionOverdue');
    const fired = (await engine.ledger.readStream(stream)).filter(({ type }) => type === 'DeadlineFired');
    expect(new Set(fired.map(({ data }) => (data as { deadlineId: string }).deadlineId)).size).toBe(
      fired.length,
    );
  });
});

describe('Temporal without memory', () => {
  it('a run that is gone is started again from the ledger, and acts on what is due', async () => {
    const person = await personInWorld(engine, '2026-03-23T02:00:00.000Z');
    await person.all([...opening(), starting()[0]!]);
    await engine.client.workflow.getHandle(person.stream).terminate('as if the server had lost it');
    await engine.worlds.moveTo(person.world, '2026-03-26T02:00:00.000Z');
    // Nobody asks: the sweep finds the overdue deadline in the ledger.
    await expect.poll(() => person.types(), { timeout: 15_000 }).toContain('ExecutionOverdue');
    const answer = await person.send(starting()[1]!);
    expect(answer.refusal ?? answer.outcome).toBe('accepted');
  });
});

describe('a shell that the ledger has passed, and that nobody asks anything', () => {
  it('is found by the sweep, and acts on a deadline that it never saw', async () => {
    const person = await personInWorld(engine, '2026-03-23T02:00:00.000Z');
    await person.all(opening());
    const { clockOffsetMs } = await engine.worlds.find(person.world);
    const beside = new DirectGateway({ ledger: engine.ledger, deciders: engineDeciders });
    await beside.send(person.stream, person.world, envelopeOf(starting()[0]!, clockOffsetMs));
    await engine.worlds.moveTo(person.world, '2026-03-26T02:00:00.000Z');
    await expect.poll(() => person.types(), { timeout: 15_000 }).toContain('ExecutionOverdue');
  });

  it('acts on it when the clock of its world is moved', async () => {
    const person = await personInWorld(engine, '2026-03-23T02:00:00.000Z');
    await person.all(opening());
    const { clockOffsetMs } = await engine.worlds.find(person.world);
    const beside = new DirectGateway({ ledger: engine.ledger, deciders: engineDeciders });
    await beside.send(person.stream, person.world, envelopeOf(starting()[0]!, clockOffsetMs));
    await person.moveTo('2026-03-26T02:00:00.000Z');
    expect(await person.types()).toContain('ExecutionOverdue');
  });
});

// Last: what it cuts out of this database is missed by everything that reads the whole of it.
describe('a restored backup', () => {
  it('is noticed by an entity that knows more: nothing is written, and the caller is told', async () => {
    const person = await personInWorld(engine);
    await person.all(opening());
    const superuser = new pg.Client({ connectionString: engine.database.superUrl });
    await superuser.connect();
    try {
      await superuser.query("SET session_replication_role = 'replica'");
      await superuser.query('ALTER TABLE ledger.event DISABLE TRIGGER append_only');
      await superuser.query('ALTER TABLE ledger.decision DISABLE TRIGGER append_only');
      await superuser.query('DELETE FROM ledger.decision WHERE stream_id = $1 AND sequence = 2', [
        person.stream,
      ]);
      await superuser.query('DELETE FROM ledger.event WHERE stream_id = $1 AND version > 1', [person.stream]);
      await superuser.query(
        `UPDATE ledger.stream SET head_version = 1, decision_count = 1,
           head_hash = (SELECT hash FROM ledger.event WHERE stream_id = $1 AND version = 1),
           decision_head_hash = (SELECT hash FROM ledger.decision WHERE stream_id = $1 AND sequence = 1)
         WHERE stream_id = $1`,
        [person.stream],
      );
    } finally {
      await superuser.query('ALTER TABLE ledger.event ENABLE ALWAYS TRIGGER append_only');
      await superuser.query('ALTER TABLE ledger.decision ENABLE ALWAYS TRIGGER append_only');
      await superuser.end();
    }
    await expect(person.send(starting()[0]!)).rejects.toBeInstanceOf(LedgerBehind);
    expect((await engine.ledger.readHead(person.stream))?.headVersion).toBe(1);
  });
});
