/** A certificate's own workflow: it wakes for reminders and for the end, and tells whoever holds its address. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Command, Decider } from '../../src/domain/decider.ts';
import { journeyDecider } from '../../src/domain/journey/decider.ts';
import { DirectGateway } from '../../src/registers/direct-gateway.ts';
import { createRegisterService } from '../../src/registers/service.ts';
import { personInWorld } from '../engine/world.ts';
import { startEngine, type TestEngine } from '../support/engine.ts';
import { envelopeOf, opening } from '../support/running-case.ts';
import { ISSUE } from './certificate-world.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine();
  await createRegisterService({ ledger: engine.ledger, requestHash: (text) => text }).loadStartingRegisters();
  await engine.startWorker();
});
afterAll(() => engine.stop());

const SYSTEM = { id: 'relay', role: 'SYSTEM', office: 'system' } as const;

it('S45: three reminders and the end, each on its day, three years after issue', async () => {
  const person = await personInWorld(engine, '2026-06-15T03:00:00.000Z');
  await person.accepted(opening()[0]!);
  const certificateId = `t${randomUUID().replaceAll('-', '').slice(0, 28)}`;
  const holderAddress = `address/certificate/${certificateId}`;
  // The journey takes the address as it asks for the certificate; here only that is left of it.
  const taking: Decider<unknown> = {
    ...(journeyDecider as Decider<unknown>),
    decide: () => ({
      kind: 'accepted',
      events: [],
      claims: [{ kind: 'take', key: holderAddress, holder: person.stream }],
    }),
  };
  const direct = new DirectGateway({ ledger: engine.ledger, deciders: new Map([['journey', taking]]) });
  const { clockOffsetMs } = await engine.worlds.find(person.world);
  const command = (name: string, data: object): Command => ({
    commandId: randomUUID(),
    ...{ name, data, actor: SYSTEM },
  });
  await direct.send(person.stream, person.world, envelopeOf(command('take', {}), clockOffsetMs));

  const stream = `certificate/${certificateId}`;
  const issue = command('issue-certificate', { ...ISSUE, certificateId, holderAddress });
  const issued = await engine.gateway.send(stream, person.world, envelopeOf(issue, clockOffsetMs));
  expect(issued.outcome).toBe('accepted');
  await person.moveTo('2029-06-16T03:00:00.000Z');

  const events = await engine.ledger.readStream(stream);
  expect(
    events
      .filter(({ type }) => !type.startsWith('Deadline'))
      .map(({ type, occurredAt }) => [type, occurredAt.date]),
  ).toEqual([
    ['CertificateIssued', '2026-06-15'],
    ['ExpiryReminderSent', '2029-03-17'],
    ['ExpiryReminderSent', '2029-05-16'],
    ['ExpiryReminderSent', '2029-06-08'],
    ['CertificateExpired', '2029-06-15'],
  ]);
  const told = await engine.ledger.undelivered(10, person.world);
  expect(told).toEqual([]);
});
