import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBundleExporter, type PreparedBundle } from '../../src/audit/export/export-bundle.ts';
import type { BundleScope } from '../../src/audit/export/scope.ts';
import { type SealedWorld, sealedWorld } from '../seal/sealed-world.ts';
import { leavesOf, linesOf } from './read-bundle.ts';
import { expectSound, ofType, streamsIn } from './sound-bundle.ts';

const actor = { id: 'auditor-1', role: 'AUDITOR', office: 'inspektorat' } as const;
let world: SealedWorld;

const prepare = (scope: BundleScope): Promise<PreparedBundle> =>
  createBundleExporter({ pool: world.open.pool, log: world.log, build: 'test' }).prepare({ scope, actor });

async function textOf(scope: BundleScope): Promise<string> {
  let text = '';
  for await (const chunk of (await prepare(scope)).text()) text += chunk;
  return text;
}

async function committedAt(stream: string, sequence: number): Promise<string> {
  const { rows } = await world.open.pool.query<{ committed_at: string }>(
    'SELECT committed_at FROM ledger.decision WHERE stream_id = $1 AND sequence = $2',
    [stream, sequence],
  );
  return rows[0]!.committed_at;
}

beforeAll(async () => {
  world = await sealedWorld();
});
afterAll(() => world.close());

describe('the bundle of a period', () => {
  it('holds every leaf of it, and each stream that has one whole', async () => {
    const { ledger } = world.open;
    await world.write('journey/before', 1);
    await world.write('journey/within', 1);
    await world.look('before');
    await world.log.sealNow();
    await world.write('journey/within', 2);
    await world.look('within');
    await ledger.keepBuild('build-1', Buffer.from('bundle'));
    await world.write('class/within', 1);
    await world.log.sealNow();
    await world.write('journey/after', 1);
    await world.look('after');

    const [from, to] = [await committedAt('journey/within', 2), await committedAt('journey/after', 1)];
    const lines = expectSound(await textOf({ kind: 'period', from, to }));
    expect(streamsIn(lines)).toEqual(['subject class/within', 'subject journey/within']);
    const { leafFrom, leafTo } = lines[0]!.scope as { leafFrom: number; leafTo: number };
    expect(lines[0]!.scope).toEqual({ kind: 'period', from, to, leafFrom, leafTo });
    const held = [...leavesOf(lines).keys()].filter((leaf) => leaf >= leafFrom && leaf < leafTo);
    expect(held.sort((a, b) => a - b)).toEqual(
      Array.from({ length: leafTo - leafFrom }, (_, place) => leafFrom + place),
    );
    expect(ofType(lines, 'access').map(({ subject }) => subject)).toEqual(['within']);
    const notes = ofType(lines, 'note').map(({ note }) => (note as { kind: string }).kind);
    expect(notes).toContain('build-kept');
    // The streams are whole: also what stood before the period.
    const before = ofType(lines, 'decision').filter(({ leaf }) => (leaf as number) < leafFrom);
    expect(before.map(({ stream_id, sequence }) => `${stream_id} ${sequence}`)).toEqual(['journey/within 1']);
  });

  it('is empty and still proven where nothing was committed', async () => {
    const lines = expectSound(
      await textOf({ kind: 'period', from: '2020-01-01T00:00:00.000Z', to: '2020-02-01T00:00:00.000Z' }),
    );
    expect(lines[0]!.scope).toMatchObject({ leafFrom: 0, leafTo: 0 });
    expect([...new Set(lines.map(({ type }) => type))]).toEqual([
      ...['header', 'trust', 'checkpoint', 'consistency', 'heads', 'node', 'head-node', 'end'],
    ]);
  });
});

describe('while writers write', () => {
  it('every bundle is one cut, and proven', async () => {
    const written = Promise.all(
      ['x', 'y', 'z'].map(async (name) => {
        for (let sequence = 1; sequence <= 40; sequence += 1) {
          await world.write(`journey/${name}`, sequence);
          await world.look(name);
        }
      }),
    );
    const sizes: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      // Two at once: each seals, and neither's heads are the other's.
      const texts = await Promise.all(['x', 'y'].map((id) => textOf({ kind: 'person', id })));
      for (const text of texts) expectSound(text);
      sizes.push(ofType(linesOf(texts[0]!), 'decision').length);
    }
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
    await written;
    const lines = expectSound(await textOf({ kind: 'person', id: 'x' }));
    expect(ofType(lines, 'decision')).toHaveLength(40);
  });
});

describe('a large office', () => {
  it('needs no more memory than a page of it', async () => {
    await fillOffice();
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const used = (): number => {
      collect();
      const { heapUsed, external } = process.memoryUsage();
      return (heapUsed + external) / 1_000_000;
    };
    const prepared = await prepare({ kind: 'office', id: 'kejari-large', world: 'live' });
    expect(prepared.streamsInAll).toBe(200);
    let [megabytes, chunks, most] = [0, 0, 0];
    const before = used();
    for await (const chunk of prepared.text()) {
      megabytes += chunk.length / 1_000_000;
      chunks += 1;
      if (chunks % 50 === 0) most = Math.max(most, used() - before);
    }
    expect(megabytes).toBeGreaterThan(30);
    expect(chunks).toBeGreaterThan(300);
    expect(most).toBeLessThan(15);
  });

  /** Past the ledger's door, since only the size matters: 200 streams with 20 decisions of 8 KB. */
  async function fillOffice(): Promise<void> {
    const { superPool } = world.open;
    await superPool.query(`
      INSERT INTO ledger.stream (stream_id, kind, world, decision_count, head_hash, decision_head_hash)
      SELECT 'journey/large-' || s, 'journey', 'live', 20, sha256('x'), sha256('x') FROM generate_series(1, 200) s`);
    await superPool.query(`
      INSERT INTO ledger.decision (stream_id, sequence, command_id, name, request_hash, body, actor_id, actor_role,
        actor_office, now, clock_offset_ms, facts, effects, build_id, outcome, detail, event_head_hash, committed_at,
        previous_hash, hash)
      SELECT 'journey/large-' || s, d, s || '/' || d, 'test', 'x', '{"data":"' || repeat('titian', 1360) || '"}',
        'a', 'PIDUM_STAFF', 'kejari-large', '2026-01-05', 0, '[]', '{}', 'test', 'accepted', '{}', sha256('x'),
        date_trunc('milliseconds', clock_timestamp()), sha256('x'), sha256('x')
      FROM generate_series(1, 200) s, generate_series(1, 20) d`);
    await superPool.query(`
      INSERT INTO ledger.leaf (leaf_index, entry, stream_id, position, hash)
      SELECT (SELECT max(leaf_index) FROM ledger.leaf) + row_number() OVER (ORDER BY stream_id, sequence),
        'decision', stream_id, sequence, hash
      FROM ledger.decision WHERE actor_office = 'kejari-large'`);
  }
});
