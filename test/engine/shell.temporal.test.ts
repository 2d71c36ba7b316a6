/** The durable shell on real Temporal and real Postgres. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CommandIdReused } from '../../src/gateway/contract.ts';
import { DirectGateway } from '../../src/registers/direct-gateway.ts';
import { createRegisterService } from '../../src/registers/service.ts';
import { engineDeciders, startEngine, type TestEngine } from '../support/engine.ts';
import { envelopeOf, opening, session, starting } from '../support/running-case.ts';
import { personInWorld } from './world.ts';

let engine: TestEngine;

beforeAll(async () => {
  engine = await startEngine();
  await createRegisterService({ ledger: engine.ledger, requestHash: (text) => text }).loadStartingRegisters();
  await engine.startWorker();
});
afterAll(() => engine.stop());

const person = (startsAt?: string) => personInWorld(engine, startsAt);

describe('one command', () => {
  it('is recorded with its events, and the answer is what the ledger holds', async () => {
    const { stream, accepted } = await person();
    const answer = await accepted(opening()[0]!);
    const events = await engine.ledger.readStream(stream);
    expect(answer.events.map(({ type }) => type)).toEqual(events.map(({ type }) => type));
    expect(answer.headVersion).toBe(events.length);
    expect((await engine.ledger.readHead(stream))?.headVersion).toBe(events.length);
  });

  it('S56: sent five times at once it is decided once, with five equal outcomes', async () => {
    const { stream, send } = await person();
    const command = opening()[0]!;
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(command)));
    expect(new Set(answers.map(({ headHash }) => headHash)).size).toBe(1);
    expect(new Set(answers.map(({ firstVersion }) => firstVersion))).toEqual(new Set([1]));
    const events = await engine.ledger.readStream(stream);
    expect(events.filter(({ type }) => type === 'PersonRegistered')).toHaveLength(1);
  });

  it('under an id that was used for something else is refused, and nothing is written', async () => {
    const { stream, all, send } = await person();
    const [register, ruling] = opening();
    await all([register!]);
    const before = await engine.ledger.readHead(stream);
    await expect(send({ ...ruling!, commandId: register!.commandId })).rejects.toBeInstanceOf(
      CommandIdReused,
    );
    expect(await engine.ledger.readHead(stream)).toEqual(before);
  });

  it('that is refused leaves a decision and no event', async () => {
    const { stream, all, send } = await person();
    await all(opening());
    const before = (await engine.ledger.readHead(stream))!;
    const answer = await send(session('2026-03-11'));
    expect(answer.outcome).toBe('refused');
    const after = (await engine.ledger.readHead(stream))!;
    expect(after.headVersion).toBe(before.headVersion);
    const decisions = await engine.ledger.readDecisions(stream);
    expect(decisions.at(-1)).toMatchObject({ commandId: answer.commandId, outcome: 'refused' });
  });
});

describe('a life in many runs', () => {
  it('goes on from the snapshot, and each run is registered', async () => {
    const { stream, all, moveTo } = await person();
    await all(opening());
    await moveTo('2026-03-30T01:00:00.000Z');
    await all(starting());
    await moveTo('2026-04-01T10:00:00.000Z');
    await all(['2026-03-30', '2026-03-31', '2026-04-01'].map((date) => session(date)));
    const runs = new Set((await engine.ledger.readDecisions(stream)).map(({ runId }) => runId));
    expect(runs.size).toBeGreaterThan(2);
    const credited = (await engine.ledger.readStream(stream))
      .filter(({ type }) => type === 'MinutesCredited')
      .map(({ data }) => (data as { minutes: number }).minutes);
    expect(credited).toEqual([240, 240, 240]);
  });

  it('S25: a window that ended while nobody was awake fires once, late, and says when it was due', async () => {
    const { stream, all, moveTo } = await person();
    await all(opening());
    await moveTo('2026-03-30T01:00:00.000Z');
    await all(starting());
    await moveTo('2026-09-25T13:00:00.000Z');
    await moveTo('2026-09-30T02:00:00.000Z', 'outage');
    await expect
      .poll(
        async () =>
          (await engine.ledger.readStream(stream)).filter(({ type }) => type === 'WindowEnded').length,
        {
          timeout: 20_000,
        },
      )
      .toBe(1);
    const fired = (await engine.ledger.readStream(stream))
      .filter(({ type }) => type === 'DeadlineFired')
      .map(({ data }) => data as { kind: string; dueAt: { at: string; date: string }; firedAt: string })
      .filter(({ dueAt }) => dueAt.date === '2026-09-26');
    expect(fired).toHaveLength(1);
    expect(fired[0]?.dueAt.at).toBe('2026-09-26T16:59:59.000Z');
    expect(fired[0]?.firedAt.slice(0, 10)).toBe('2026-09-30');
  });
});

describe('a shell that the ledger has passed', () => {
  it('folds what it missed, and decides on that', async () => {
    const { stream, world, all, send } = await person('2026-03-23T02:00:00.000Z');
    await all(opening());
    // The bulk door: the same rows under the same rules, written beside the running shell.
    const { clockOffsetMs } = await engine.worlds.find(world);
    const final = starting()[0]!;
    const direct = new DirectGateway({ ledger: engine.ledger, deciders: engineDeciders });
    await direct.send(stream, world, envelopeOf(final, clockOffsetMs));
    const answer = await send(starting()[0]!);
    expect(answer.refusal?.code).toBe('WRONG_STAGE');
    const next = await send(starting()[1]!);
    expect(next.events.map(({ type }) => type)).toContain('ExecutionOrdered');
    const events = await engine.ledger.readStream(stream);
    expect(events.filter(({ type }) => type === 'RulingBecameFinal')).toHaveLength(1);
  });
});
