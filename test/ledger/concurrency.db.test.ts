import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyLedger } from '../../src/ledger/verify.ts';
import { type OpenLedger, openLedger } from './open-ledger.ts';
import { requestOf } from './requests.ts';

let open: OpenLedger;
beforeAll(async () => {
  open = await openLedger({ connections: 20 });
});
afterAll(() => open.close());

/** Sends one command as a shell does: folds the tail it gets and asks again. */
async function send(stream: string, commandId: string, eventCount: number): Promise<number> {
  let version = 0;
  for (;;) {
    const events = Array.from({ length: eventCount }, () => ({ type: 'SessionRecorded' }));
    const answer = await open.ledger.recordRequest(
      requestOf({ stream, commandId, expectedVersion: version, events }),
    );
    if (answer.status === 'recorded' || answer.status === 'known') return answer.headVersion;
    expect(answer.status).toBe('tail');
    version = answer.events!.at(-1)!.version;
  }
}

describe('many writers on few streams', () => {
  it('leave contiguous versions, each command once, and chains that verify', async () => {
    const commands = Array.from({ length: 90 }, (_, index) => ({
      stream: `journey/crowd-${index % 3}`,
      commandId: `crowd-${index}`,
      eventCount: 1 + (index % 4),
    }));
    // Every command is sent twice at the same time, as a client does that lost its connection.
    await Promise.all(
      [...commands, ...commands].map(({ stream, commandId, eventCount }) =>
        send(stream, commandId, eventCount),
      ),
    );
    for (const stream of new Set(commands.map((command) => command.stream))) {
      const mine = commands.filter((command) => command.stream === stream);
      const versions = (await open.ledger.readStream(stream)).map(({ version }) => version);
      expect(versions).toEqual(
        Array.from(
          { length: mine.reduce((sum, { eventCount }) => sum + eventCount, 0) },
          (_, index) => index + 1,
        ),
      );
      const decisions = await open.ledger.readDecisions(stream);
      expect(decisions.map(({ sequence }) => sequence)).toEqual(mine.map((_, index) => index + 1));
      expect(decisions.map(({ commandId }) => commandId).sort()).toEqual(mine.map((c) => c.commandId).sort());
    }
    expect(await verifyLedger(open.superPool)).toMatchObject({ intact: true, decisions: 90 });
  });

  it('and a sequencer among them give leaves without a hole, in order within each stream', async () => {
    let writing = true;
    const sequencers = [1, 2].map(async () => {
      while (writing) await open.ledger.sequenceLeaves(7);
    });
    await Promise.all(
      Array.from({ length: 200 }, (_, index) => send(`journey/leafy-${index % 20}`, `leafy-${index}`, 2)),
    );
    writing = false;
    await Promise.all(sequencers);
    while ((await open.ledger.sequenceLeaves()) > 0);
    const leaves = await open.ledger.readLeaves(-1, 10_000);
    expect(leaves.map(({ index }) => index)).toEqual(leaves.map((_, index) => index));
    expect(await open.ledger.lastLeaf()).toBe(leaves.length - 1);
    const report = await verifyLedger(open.superPool);
    expect(report.list).toEqual([]);
    expect(leaves).toHaveLength(report.events + report.decisions);
    expect(report.leaves).toBe(leaves.length);
    const lastOf = new Map<string, number>();
    for (const leaf of leaves) {
      const position = leaf.entry === 'event' ? leaf.event.version : leaf.decision.sequence;
      const place = `${leaf.entry} ${leaf.stream}`;
      expect(position).toBe((lastOf.get(place) ?? 0) + 1);
      lastOf.set(place, position);
      expect(leaf.hash).toBe(leaf.entry === 'event' ? leaf.event.hash : leaf.decision.hash);
      expect(leaf).toMatchObject({ kind: 'journey', world: 'live' });
    }
    expect((await open.ledger.readLeaves(9, 5)).map(({ index }) => index)).toEqual([10, 11, 12, 13, 14]);
  });

  it('may go on while the ledger is verified', async () => {
    let writing = true;
    const writers = Array.from({ length: 8 }, async (_, worker) => {
      for (let count = 0; writing; count += 1)
        await send(`journey/live-${worker}`, `live-${worker}-${count}`, 3);
    });
    const sequencer = (async () => {
      while (writing) await open.ledger.sequenceLeaves(20);
    })();
    for (let round = 0; round < 3; round += 1) expect((await verifyLedger(open.superPool)).list).toEqual([]);
    writing = false;
    await Promise.all([...writers, sequencer]);
  });
});

it('hashes any text in SQL as in TypeScript', async () => {
  const text = fc.string({ unit: fc.constantFrom(...'ab"\\\n é€😀\u00a0|'), maxLength: 40 });
  let count = 0;
  await fc.assert(
    fc.asyncProperty(text, text, text, async (body, hash, office) => {
      count += 1;
      const request = requestOf({
        stream: 'journey/any-text',
        commandId: `any-${count}`,
        expectedVersion: count - 1,
        requestHash: `h${hash}`,
        events: [{ type: 'SessionRecorded', body: JSON.stringify({ body }) }],
      });
      const actor = { ...request.command.actor, office };
      const answer = await open.ledger.recordRequest({ ...request, command: { ...request.command, actor } });
      expect(answer.status).toBe('recorded');
    }),
    { numRuns: 60 },
  );
  expect((await verifyLedger(open.superPool)).list).toEqual([]);
});
