import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyLedger } from '../../src/ledger/verify.ts';
import { headsRoot } from '../../src/seal/stream-heads.ts';
import { headEntryBytes, leafHash, type StreamHeadEntry } from '../../src/transparency/entry.ts';
import { treeHash } from '../../src/transparency/growing-tree.ts';
import { allEntries, type SealedWorld, sealedWorld } from './sealed-world.ts';

let world: SealedWorld;
beforeAll(async () => {
  world = await sealedWorld();
});
afterAll(() => world.close());

/** The tree of heads by its definition: from the rows of all streams that have a leaf before the cut. */
async function naiveHeads(leaves: number): Promise<{ root: string; streams: number }> {
  const entries = (await allEntries(world.open)).slice(0, leaves);
  const { rows } = await world.open.superPool.query<{
    stream: string;
    kind: string;
    world: string;
    begin: string;
  }>(
    `SELECT stream_id AS stream, kind, world, encode(ledger.stream_hash(stream_id, kind, world), 'hex') AS begin
     FROM ledger.stream ORDER BY stream_id`,
  );
  const heads = rows.flatMap(({ begin, ...stream }): StreamHeadEntry[] => {
    const own = entries.filter((entry) => entry.stream === stream.stream);
    const last = (kind: string) => own.filter((entry) => entry.kind === kind).at(-1);
    const [event, decision] = [last('event'), last('decision')];
    if (decision === undefined) return [];
    return [
      {
        ...stream,
        ...{ events: event?.position ?? 0, eventHash: event?.hash ?? begin },
        ...{ decisions: decision.position, decisionHash: decision.hash },
      },
    ];
  });
  return {
    root: treeHash(heads.map((head) => leafHash(headEntryBytes(head)))).toString('hex'),
    streams: heads.length,
  };
}

const lastNote = async () => {
  const { rows } = await world.open.superPool.query<{ body: string }>(
    `SELECT body FROM ledger.note WHERE kind = 'stream-heads' ORDER BY id DESC LIMIT 1`,
  );
  return JSON.parse(rows[0]!.body) as { leaves: number; streams: number; root: string };
};

it.each([1, 2, 3])(
  'cut %i: the noted root is that of all streams, moved on from the cut before',
  async (cut) => {
    // Streams that are new, that go on, and that only refuse, in an order of their own.
    await world.write('journey/b', cut);
    await world.write(`journey/a-${cut}`, 1);
    if (cut > 1) await world.write('site/Z', cut - 1);
    await world.look('person');
    await world.log.sealNow();
    const note = await lastNote();
    expect(note).toEqual({ leaves: note.leaves, ...(await naiveHeads(note.leaves)) });
    expect(note.streams).toBe(cut === 1 ? 2 : 2 + cut);
    expect((await headsRoot(world.open.pool)).toString('hex')).toBe(note.root);
    const latest = await world.log.latestPublished();
    const entries = await allEntries(world.open);
    expect(latest!.size).toBe(entries.length);
    expect(entries.at(-1)).toMatchObject({ kind: 'note', stream: 'note' });
  },
);

it('nothing committed later belongs to a cut, and no row can be noted beyond the leaves', async () => {
  const { leaves } = await lastNote();
  await world.write('journey/b', 4);
  expect(await lastNote()).toMatchObject({ leaves, ...(await naiveHeads(leaves)) });
  await expect(
    world.open.pool.query("SELECT ledger.note_heads($1, 1, sha256(''))", [leaves + 1_000]),
  ).rejects.toMatchObject({ code: 'TL001' });
  await expect(world.open.pool.query('SELECT seal.move_heads($1)', [0])).rejects.toMatchObject({
    code: 'TL001',
  });
});

it('builds, histories and lost runs are noted with what was kept, and verify finds all of it intact', async () => {
  const { ledger, superPool } = world.open;
  await ledger.keepBuild('build-1', Buffer.from('bundle'));
  await ledger.keepBuild('build-1', Buffer.from('bundle'));
  const history = Buffer.from('history');
  const { rows: hashed } = await superPool.query<{ hex: string }>(
    `SELECT encode(sha256('history'), 'hex') AS hex`,
  );
  await ledger.archiveRun('journey/b', 'run-1', history, hashed[0]!.hex, 'build-1');
  await ledger.archiveRun('journey/b', 'run-1', history, hashed[0]!.hex, 'build-1');
  const { rows } = await superPool.query<{ kind: string; body: string }>(
    `SELECT kind, body FROM ledger.note WHERE kind <> 'stream-heads' ORDER BY id`,
  );
  const { rows: builds } = await superPool.query<{ hex: string }>(
    `SELECT encode(bundle_hash, 'hex') AS hex FROM ledger.build`,
  );
  expect(rows).toEqual([
    { kind: 'build-kept', body: `{"build":"build-1","sha256":"${builds[0]!.hex}"}` },
    {
      kind: 'run-archived',
      body: `{"build":"test","run":"run-1","sha256":"${hashed[0]!.hex}","stream":"journey/b"}`,
    },
  ]);
  // Some with their leaf, some waiting for it.
  expect((await verifyLedger(superPool)).list).toEqual([]);
  await world.sequence();
  expect((await verifyLedger(superPool)).list).toEqual([]);
});
