/** The last seat wanted by two at the same instant, on the real engine: one seat, one NO_SEAT, always. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createRegisterService } from '../../src/registers/service.ts';
import { startEngine, type TestEngine } from '../support/engine.ts';
import { envelopeOf } from '../support/running-case.ts';
import { CENTRE, CLASS, PERSON, STAFF } from './training-world.ts';

/** Classes with one seat each, and two persons who want it. */
const RACES = 4;

const WORLD = `w-${randomUUID().slice(0, 8)}`;
let engine: TestEngine;

beforeAll(async () => {
  engine = await startEngine();
  await createRegisterService({ ledger: engine.ledger, requestHash: (text) => text }).loadStartingRegisters();
  await engine.startWorker();
  await engine.sandbox.createWorld(WORLD, '2026-05-04T02:00:00.000Z');
});
afterAll(async () => {
  await engine?.stop();
});

async function send(stream: string, name: string, data: object, actor: typeof PERSON): Promise<void> {
  const command = { commandId: randomUUID(), name, data, actor };
  const { clockOffsetMs } = await engine.worlds.find(WORLD);
  const answer = await engine.gateway.send(stream, WORLD, envelopeOf(command, clockOffsetMs));
  expect(answer.refusal ?? answer.outcome, name).toBe('accepted');
}

const answersTo = async (stream: string): Promise<string[]> =>
  (await engine.ledger.readStream(stream))
    .filter(({ type }) => type === 'SeatReserved' || type === 'SeatRefused')
    .map(({ type, data }) => (data as { code?: string }).code ?? type);

async function race(): Promise<string[]> {
  const classId = `k${randomUUID()}`;
  const persons = [`journey/p${randomUUID()}`, `journey/p${randomUUID()}`];
  const opening = { ...CLASS, programmeId: 'las-smaw-160', capacity: 1 };
  await send(`class/${classId}`, 'open-class', opening, CENTRE);
  await Promise.all(
    persons.map((stream) =>
      send(stream, 'register-person', { provisional: true, identityWarnings: [] }, STAFF),
    ),
  );
  const enrolments = persons.map(() => `e${randomUUID()}`);
  await Promise.all(
    persons.map((stream, index) =>
      send(
        stream,
        'apply-for-class',
        { enrolmentId: enrolments[index], classId, needs: [], waits: false },
        PERSON,
      ),
    ),
  );
  await expect
    .poll(async () => (await Promise.all(persons.map(answersTo))).flat().length, { timeout: 30_000 })
    .toBe(2);
  const seated = (await engine.ledger.readStream(`class/${classId}`)).filter(
    ({ type }) => type === 'SeatHeld',
  );
  expect(seated).toHaveLength(1);
  return (await Promise.all(persons.map(answersTo))).flat().sort();
}

it('seats one and answers the other NO_SEAT', async () => {
  const answers = await Promise.all(Array.from({ length: RACES }, race));
  expect(answers).toEqual(Array.from({ length: RACES }, () => ['NO_SEAT', 'SeatReserved']));
});
