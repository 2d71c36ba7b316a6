/** A person in a sandbox world of its own, for tests of the engine. */
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Command } from '../../src/domain/decider.ts';
import type { CommandAnswer } from '../../src/domain/envelope.ts';
import type { TestEngine } from '../support/engine.ts';
import { envelopeOf } from '../support/running-case.ts';

export interface TestPerson {
  readonly world: string;
  readonly stream: string;
  send(command: Command): Promise<CommandAnswer>;
  /** Sends, and fails the test unless it is accepted. */
  accepted(command: Command): Promise<CommandAnswer>;
  all(commands: readonly Command[]): Promise<void>;
  moveTo(to: string, mode?: 'advance' | 'outage'): Promise<unknown>;
  /** Types of the stream's events, without those about deadlines. */
  types(): Promise<string[]>;
}

export async function personInWorld(
  engine: TestEngine,
  startsAt = '2026-03-10T02:00:00.000Z',
): Promise<TestPerson> {
  const world = `w-${randomUUID().slice(0, 8)}`;
  await engine.sandbox.createWorld(world, startsAt);
  const stream = `journey/p${randomUUID()}`;
  const send = async (command: Command): Promise<CommandAnswer> => {
    const { clockOffsetMs } = await engine.worlds.find(world);
    return engine.gateway.send(stream, world, envelopeOf(command, clockOffsetMs));
  };
  const accepted = async (command: Command): Promise<CommandAnswer> => {
    const answer = await send(command);
    expect(answer.refusal ?? answer.outcome, command.name).toBe('accepted');
    return answer;
  };
  return {
    world,
    stream,
    send,
    accepted,
    async all(commands) {
      for (const command of commands) await accepted(command);
    },
    moveTo: (to, mode = 'advance') => engine.sandbox.moveClock(world, to, mode),
    async types() {
      const events = await engine.ledger.readStream(stream);
      return events.map(({ type }) => type).filter((type) => !type.startsWith('Deadline'));
    },
  };
}
