/** The bulk door on a real ledger: the same rows as the way of a single command, once, and no line stops another. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '../../src/domain/decider.ts';
import { createBulkDoor } from '../../src/ledger/bulk/bulk-door.ts';
import { verifyLedger } from '../../src/ledger/verify.ts';
import { DirectGateway } from '../../src/registers/direct-gateway.ts';
import { type OpenLedger, openLedger } from '../ledger/open-ledger.ts';
import { envelopeOf } from '../support/running-case.ts';
import { bellCommand, bellDeciders, newBell } from './bell.ts';

const NOW = Date.parse('2026-04-01T00:00:00.000Z');
let open: OpenLedger;
let now = NOW;
beforeAll(async () => {
  open = await openLedger();
});
afterAll(() => open.close());

const door = (more: Partial<Parameters<typeof createBulkDoor>[0]> = {}) =>
  createBulkDoor({ pool: open.pool, deciders: bellDeciders, buildId: 'test', clock: () => now, ...more });
const direct = () => new DirectGateway({ ledger: open.ledger, deciders: bellDeciders, clock: () => now });
const line = (stream: string, command: Command) => ({ stream, world: 'live', envelope: envelopeOf(command) });
const single = (stream: string, command: Command) => direct().send(stream, 'live', envelopeOf(command));
const run = (...lines: ReturnType<typeof line>[]) => door().run(lines);
const kinds = (outcomes: readonly { kind: string; answer?: { outcome: string } }[]) =>
  outcomes.map(({ kind, answer }) => answer?.outcome ?? kind);

/** All that a stream's rows say, apart from what its own name and the time of day go into. */
async function rowsOf(stream: string) {
  const events = await open.superPool.query(
    `SELECT version, type, schema, body, meta::jsonb - 'commandId' AS meta, occurred_at, recorded_at
     FROM ledger.event WHERE stream_id = $1 ORDER BY version`,
    [stream],
  );
  const decisions = await open.superPool.query(
    `SELECT sequence, name, request_hash = command_id AS own, body, actor_id, now, facts, outcome, detail,
       first_version, last_version, run_id, replace(effects, command_id, '') AS effects
     FROM ledger.decision WHERE stream_id = $1 ORDER BY sequence`,
    [stream],
  );
  const deadlines = await open.superPool.query(
    'SELECT deadline_id, due_at, state FROM ledger.deadline WHERE stream_id = $1 ORDER BY 1',
    [stream],
  );
  const messages = await open.superPool.query(
    'SELECT target, name, data, source_version FROM ledger.message WHERE source_stream = $1 ORDER BY position',
    [stream],
  );
  return [events.rows, decisions.rows, deadlines.rows, messages.rows];
}

describe('the rows', () => {
  it('are those of the single way: events, decisions, facts, deadlines and messages', async () => {
    const steps = [
      ['set', { dueAt: '2026-04-20T00:00:00.000Z' }],
      ['count', {}],
      ['ask', {}],
      ['throw', {}],
      ['set', { dueAt: '2026-04-30T00:00:00.000Z' }],
    ] as const;
    const [alone, bulk] = [newBell(), newBell()];
    for (const [name, data] of steps) await single(alone, bellCommand(name, data));
    const { outcomes } = await run(...steps.map(([name, data]) => line(bulk, bellCommand(name, data))));
    expect(kinds(outcomes)).toEqual(['accepted', 'accepted', 'accepted', 'fault', 'accepted']);
    expect(await rowsOf(bulk)).toEqual(await rowsOf(alone));
  });

  it('are written once, however often the chunk is sent, and the first outcome is told again', async () => {
    const streams = [newBell(), newBell(), newBell()];
    const lines = streams.map((stream) => line(stream, bellCommand('count')));
    const [first, again] = [await run(...lines), await run(...lines)];
    const ranges = (outcomes: typeof first.outcomes) =>
      outcomes.map((outcome) => outcome.kind === 'settled' && { ...outcome.answer, events: [] });
    expect(ranges(again.outcomes)).toEqual(ranges(first.outcomes));
    expect(kinds(first.outcomes)).toEqual(['accepted', 'accepted', 'accepted']);
    for (const stream of streams) expect(await open.ledger.readStream(stream)).toHaveLength(1);
  });
});

describe('a line that goes wrong stops no other', () => {
  it('a decision that the ledger refuses for good is recorded as a fault', async () => {
    const streams = [newBell(), newBell(), newBell()];
    const names = ['count', 'break', 'count'];
    const { outcomes } = await run(...streams.map((stream, i) => line(stream, bellCommand(names[i]!))));
    expect(kinds(outcomes)).toEqual(['accepted', 'fault', 'accepted']);
    const [decision] = await open.ledger.readDecisions(streams[1]!);
    expect(decision?.outcome).toBe('fault');
  });

  it('a command id that was used for something else is told so', async () => {
    const [stream, other] = [newBell(), newBell()];
    const used = bellCommand('count');
    await single(stream, used);
    const { outcomes } = await run(
      line(other, bellCommand('count', {}, used.commandId)),
      line(stream, bellCommand('count')),
    );
    expect(outcomes[0]).toEqual({ kind: 'failed', code: 'COMMAND_ID_REUSED' });
    expect(kinds(outcomes)[1]).toBe('accepted');
  });

  it('a stream of another world is not touched', async () => {
    const stream = newBell();
    await single(stream, bellCommand('count'));
    const { outcomes } = await door().run([
      { stream, world: 'w-1', envelope: envelopeOf(bellCommand('count')) },
    ]);
    expect(outcomes).toEqual([{ kind: 'failed', code: 'WORLD_DIFFERS' }]);
  });

  it('two that want the last place: the earlier line has it, the other is refused', async () => {
    const key = `seat/${newBell()}`;
    const { outcomes } = await run(
      line(newBell(), bellCommand('take', { key })),
      line(newBell(), bellCommand('take', { key })),
    );
    expect(kinds(outcomes)).toEqual(['accepted', 'refused']);
  });

  it('who may not, any more, is denied without a trace; what was recorded before is still told', async () => {
    const [stream, other] = [newBell(), newBell()];
    const before = bellCommand('count');
    await single(stream, before);
    const refusal = { code: 'NOT_PERMITTED', parameters: {} };
    const closed = door({ admit: () => refusal });
    const { outcomes } = await closed.run([line(stream, before), line(other, bellCommand('count'))]);
    expect(kinds(outcomes)).toEqual(['accepted', 'denied']);
    expect(await open.ledger.readHead(other)).toBeUndefined();
  });
});

describe('beside other writers', () => {
  it('takes turns with single commands on the same streams: all are recorded, each once', async () => {
    const streams = Array.from({ length: 20 }, newBell);
    const chunk = () => run(...[...streams].reverse().map((stream) => line(stream, bellCommand('count'))));
    const singles = streams.map((stream) => single(stream, bellCommand('count')));
    const chunks = await Promise.all([chunk(), chunk(), chunk()]);
    await Promise.all(singles);
    for (const { outcomes } of chunks) expect(new Set(kinds(outcomes))).toEqual(new Set(['accepted']));
    for (const stream of streams) {
      const counts = (await open.ledger.readStream(stream)).map(({ data }) => (data as { to: number }).to);
      expect(counts).toEqual([1, 2, 3, 4]);
    }
  });

  it('two chunks that take the same claims in opposite order both end', async () => {
    const [one, two] = [`k/${newBell()}`, `k/${newBell()}`];
    // Streams in id order, keys crosswise: a deadlock, which Postgres ends and the door tries again.
    const streams = [newBell(), newBell(), newBell(), newBell()].sort();
    const [a, b, c, d] = streams as [string, string, string, string];
    const results = await Promise.all([
      run(line(a, bellCommand('take', { key: one })), line(d, bellCommand('take', { key: two }))),
      run(line(b, bellCommand('take', { key: two })), line(c, bellCommand('take', { key: one }))),
    ]);
    expect(results.flatMap(({ outcomes }) => kinds(outcomes)).sort()).toEqual([
      'accepted',
      'accepted',
      'refused',
      'refused',
    ]);
  });
});

describe('time', () => {
  it('what is due fires first, late, and under the id that a shell would use', async () => {
    const [stream, beside] = [newBell(), newBell()];
    for (const each of [stream, beside])
      await single(each, bellCommand('set', { dueAt: '2026-04-10T00:00:00.000Z' }));
    now = Date.parse('2026-04-12T00:00:00.000Z');
    try {
      await run(line(stream, bellCommand('count')));
      await single(beside, bellCommand('count'));
      const fired = (id: string) => `${id}:ring:bell:2026-04-10T00:00:00.000Z:fire`;
      const ids = (await open.ledger.readDecisions(stream)).map(({ commandId }) => commandId);
      expect(ids[1]).toBe(fired(stream));
      expect(await rowsOf(stream)).toEqual(
        JSON.parse(JSON.stringify(await rowsOf(beside)).replaceAll(beside, stream)),
      );
    } finally {
      now = NOW;
    }
  });

  it('only a deadline that is earlier than the shell knows wakes it', async () => {
    const [earlier, later, far] = [newBell(), newBell(), newBell()];
    for (const each of [earlier, later])
      await single(each, bellCommand('set', { dueAt: '2026-04-10T00:00:00.000Z' }));
    const { wake } = await run(
      line(earlier, bellCommand('set', { dueAt: '2026-04-05T00:00:00.000Z' })),
      line(later, bellCommand('set', { dueAt: '2026-04-15T00:00:00.000Z' })),
      line(far, bellCommand('set', { dueAt: '2026-08-15T00:00:00.000Z' })),
      line(newBell(), bellCommand('count')),
    );
    expect(wake).toEqual([{ stream: earlier, world: 'live', clockOffsetMs: 0 }]);
  });
});

describe('the snapshot cache', () => {
  const snapshotOf = async (stream: string) =>
    (await open.superPool.query('SELECT * FROM cache.snapshot WHERE stream_id = $1', [stream])).rows[0];

  async function longLife(): Promise<string> {
    const stream = newBell();
    await run(...Array.from({ length: 70 }, () => line(stream, bellCommand('count'))));
    await run(line(stream, bellCommand('count')));
    return stream;
  }
  const nextCount = async (stream: string, more: Parameters<typeof door>[0] = {}) => {
    const { outcomes } = await door(more).run([line(stream, bellCommand('count'))]);
    const [outcome] = outcomes;
    return outcome?.kind === 'settled' ? outcome.answer.events[0]?.data : outcome;
  };

  it('is written for a long life, used, and passed by what others wrote since', async () => {
    const stream = await longLife();
    expect(await snapshotOf(stream)).toMatchObject({ version: 71, shape: 1, build_id: 'test' });
    await single(stream, bellCommand('count'));
    expect(await nextCount(stream)).toEqual({ to: 73 });
  });

  it.each([
    ['another event at its version', `hash = sha256('another')`],
    ['another build', `build_id = 'older'`],
    ['another shape', 'shape = 0'],
    ['a version beyond the head', 'version = 900'],
  ])('is not believed with %s', async (_what, change) => {
    const stream = await longLife();
    // A state that would give another count, so that believing it would show.
    await open.superPool.query(
      `UPDATE cache.snapshot SET state = replace(state, '"count":71', '"count":500'), ${change} WHERE stream_id = $1`,
      [stream],
    );
    expect(await nextCount(stream)).toEqual({ to: 72 });
  });

  it('is folded anew where its bytes are no state', async () => {
    const stream = await longLife();
    await open.superPool.query(`UPDATE cache.snapshot SET state = '{' WHERE stream_id = $1`, [stream]);
    expect(await nextCount(stream)).toEqual({ to: 72 });
  });
});

it('leaves a ledger that verifies, claims and all', async () => {
  for (let left = 1; left > 0; ) left = await open.ledger.sequenceLeaves();
  const report = await verifyLedger(open.superPool);
  expect(report.list).toEqual([]);
  expect(report.decisions).toBeGreaterThan(500);
});
