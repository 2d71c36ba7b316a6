/** The settle loop on a stale state and on a ledger that refuses, against the real ledger. */
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { foldEntity, initialEntityState } from '../../src/domain/decide.ts';
import type { Command, Decider, RecordedEvent } from '../../src/domain/decider.ts';
import { type Entity, fireDue, settle } from '../../src/domain/settle.ts';
import { momentAt } from '../../src/domain/time/moments.ts';
import { createLedger, type Ledger } from '../../src/ledger/ledger.ts';
import { createPool } from '../../src/ledger/pool.ts';
import { DirectGateway } from '../../src/registers/direct-gateway.ts';
import { createTestDatabase, type TestDatabase } from '../support/postgres.ts';
import { envelopeOf, STAFF } from '../support/running-case.ts';

/** Something that rings at a time, until it is silenced; and can be made to break the ledger's rules. */
interface Bell {
  readonly dueAt: string | null;
  readonly rung: number;
}
const bell: Decider<Bell> = {
  kind: 'bell',
  snapshotShape: 1,
  initialState: () => ({ dueAt: null, rung: 0 }),
  decide(_state, command) {
    switch (command.name) {
      case 'set':
        return { kind: 'accepted', events: [{ type: 'BellSet', data: command.data }] };
      case 'set-often': {
        const { times, ...data } = command.data as { times: number; dueAt: string };
        return { kind: 'accepted', events: Array.from({ length: times }, () => ({ type: 'BellSet', data })) };
      }
      case 'silence':
        return { kind: 'accepted', events: [{ type: 'BellSilenced', data: {} }] };
      case 'fire-deadline':
        return { kind: 'accepted', events: [{ type: 'BellRang', data: {} }] };
      default:
        // An event type that the ledger's CHECK refuses: a bug of this decider.
        return { kind: 'accepted', events: [{ type: '', data: {} }] };
    }
  },
  evolve(state, event: RecordedEvent) {
    if (event.type === 'BellSet') return { ...state, dueAt: (event.data as { dueAt: string }).dueAt };
    return { dueAt: null, rung: state.rung + (event.type === 'BellRang' ? 1 : 0) };
  },
  deadlines: ({ dueAt }) =>
    dueAt === null ? [] : [{ kind: 'ring', subject: 'bell', dueAt: momentAt(dueAt, 'WIB') }],
};

const DUE = '2026-05-01T00:00:00.000Z';
const LATER = '2026-05-02T00:00:00.000Z';
const SET_AT = '2026-04-01T00:00:00.000Z';
let database: TestDatabase;
let pool: pg.Pool;
let ledger: Ledger;
let records = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool(database.appUrl);
  ledger = createLedger(pool);
});
afterAll(async () => {
  await pool?.end();
  await database?.drop();
});

const commandOf = (name: string, data: object = {}): Command => ({
  ...{ commandId: `test:${randomUUID()}`, name, data, actor: STAFF },
});

async function entityOf(stream: string): Promise<Entity<Bell>> {
  const state = foldEntity(bell, initialEntityState(bell, 'b'), await ledger.readStream(stream));
  return {
    ...{ decider: bell, stream, world: 'live', runId: 'run-1', clockOffsetMs: 0, state, faulted: new Set() },
    record(input) {
      records += 1;
      if (records > 50) throw new Error('the loop does not end');
      return ledger.record(input);
    },
  };
}

const beside = (stream: string, command: Command) =>
  new DirectGateway({
    ledger,
    deciders: new Map([['bell', bell as Decider<unknown>]]),
    clock: () => Date.parse(SET_AT),
  }).send(stream, 'live', envelopeOf(command));

it('does not fire a deadline that was cancelled beside it, and records nothing about it', async () => {
  const stream = `bell/${randomUUID()}`;
  await beside(stream, commandOf('set', { dueAt: DUE }));
  const stale = await entityOf(stream);
  await beside(stream, commandOf('silence'));
  records = 0;
  expect(await fireDue(stale, LATER, 'now')).toBe(0);
  expect(stale.state.armed).toEqual({});
  expect((await ledger.readDecisions(stream)).map(({ name }) => name)).toEqual(['set', 'silence']);
});

it('fires it once when it is armed again afterwards', async () => {
  const stream = `bell/${randomUUID()}`;
  await beside(stream, commandOf('set', { dueAt: DUE }));
  const stale = await entityOf(stream);
  await beside(stream, commandOf('silence'));
  records = 0;
  await fireDue(stale, LATER, 'now');
  await beside(stream, commandOf('set', { dueAt: DUE }));
  const fresh = await entityOf(stream);
  expect(await fireDue(fresh, LATER, 'now')).toBe(1);
  expect(fresh.state.domain.rung).toBe(1);
});

it('records what the ledger refuses for good as a fault, and the entity goes on', async () => {
  const stream = `bell/${randomUUID()}`;
  await beside(stream, commandOf('set', { dueAt: DUE }));
  expect((await beside(stream, commandOf('break'))).outcome).toBe('fault');
  expect((await beside(stream, commandOf('silence'))).outcome).toBe('accepted');
  expect((await ledger.readDecisions(stream)).map(({ outcome }) => outcome)).toEqual([
    'accepted',
    'fault',
    'accepted',
  ]);
  const entity = await entityOf(stream);
  records = 0;
  expect(
    (await settle(entity, { command: commandOf('set', { dueAt: LATER }), requestHash: 'h', facts: [] }, DUE))
      .outcome,
  ).toBe('accepted');
});

it('knows all events of a decision that has more of them than one answer brings', async () => {
  const entity = await entityOf(`bell/${randomUUID()}`);
  records = 0;
  const command = commandOf('set-often', { times: 1_200, dueAt: DUE });
  const answer = await settle(entity, { command, requestHash: 'h', facts: [] }, SET_AT);
  expect(answer).toMatchObject({ outcome: 'accepted', headVersion: 1_201 });
  expect(entity.state.version).toBe(1_201);
  expect(Object.keys(entity.state.armed)).toHaveLength(1);
  expect(records).toBe(3);
  expect(await ledger.readDecisions(entity.stream)).toHaveLength(1);
});
