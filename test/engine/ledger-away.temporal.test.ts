/** A ledger that does not answer for longer than anybody waits: the outcome is unknown, and later it is known. */
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { OutcomeUnknown } from '../../src/gateway/contract.ts';
import { createRegisterService } from '../../src/registers/service.ts';
import { startEngine, type TestEngine } from '../support/engine.ts';
import { opening } from '../support/running-case.ts';
import { personInWorld } from './world.ts';

let engine: TestEngine;

beforeAll(async () => {
  engine = await startEngine();
  await createRegisterService({ ledger: engine.ledger, requestHash: (text) => text }).loadStartingRegisters();
  await engine.startWorker();
});
afterAll(() => engine.stop());

it('asked again with the same id, the command is decided, once', { timeout: 90_000 }, async () => {
  const person = await personInWorld(engine);
  const [register, ruling] = opening();
  await person.accepted(register!);
  const holder = new pg.Client({ connectionString: engine.database.superUrl });
  await holder.connect();
  try {
    await holder.query('BEGIN');
    await holder.query('LOCK TABLE ledger.stream IN ACCESS EXCLUSIVE MODE');
    await expect(person.send(ruling!)).rejects.toBeInstanceOf(OutcomeUnknown);
  } finally {
    await holder.query('ROLLBACK');
    await holder.end();
  }
  const answer = await person.accepted(ruling!);
  expect(answer.events.map(({ type }) => type)).toContain('RulingRegistered');
  const again = await person.send(ruling!);
  expect([again.outcome, again.firstVersion]).toEqual(['accepted', answer.firstVersion]);
  expect((await person.types()).filter((type) => type === 'RulingRegistered')).toHaveLength(1);
});
