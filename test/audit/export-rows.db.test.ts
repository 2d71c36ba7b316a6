/** What a bundle reads page by page, and what it refuses to pass over. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBundleExporter } from '../../src/audit/export/export-bundle.ts';
import { SealedHistoryGone } from '../../src/audit/export/histories.ts';
import { placesOf } from '../../src/audit/export/stream-places.ts';
import { ROWS_PER_PAGE, type StreamPage, streamPages } from '../../src/audit/export/stream-rows.ts';
import { requestOf } from '../ledger/requests.ts';
import { tamperWith } from '../ledger/tamper.ts';
import { type SealedWorld, sealedWorld } from '../seal/sealed-world.ts';

const actor = { id: 'auditor-1', role: 'AUDITOR', office: 'inspektorat' } as const;
let world: SealedWorld;
beforeAll(async () => {
  world = await sealedWorld();
});
afterAll(() => world.close());

const prepare = (id: string) =>
  createBundleExporter({ pool: world.open.pool, log: world.log, build: 'test' }).prepare({
    ...{ scope: { kind: 'person', id }, actor },
  });
async function textOf(id: string): Promise<string> {
  let text = '';
  for await (const chunk of (await prepare(id)).text()) text += chunk;
  return text;
}

describe('streams in pages', () => {
  it('hold no more rows than a page, also where one decision made more events than that', async () => {
    const many = (count: number) => Array.from({ length: count }, () => ({ type: 'One' }));
    await world.write('journey/short', 1);
    for (const [sequence, events] of [many(1_200), many(3)].entries()) {
      const commandId = `journey/long/${sequence}`;
      const expectedVersion = sequence * 1_200;
      const request = requestOf({ stream: 'journey/long', commandId, expectedVersion, events });
      await world.open.ledger.recordRequest(request);
    }
    await world.write('journey/shorter', 1);
    await world.sequence();
    const { pool } = world.open;
    const leaves = (await world.open.ledger.lastLeaf()) + 1;
    const places = await placesOf(pool, ['journey/short', 'journey/long', 'journey/shorter'], leaves);
    const pages: StreamPage[] = [];
    for await (const page of streamPages(pool, places, leaves)) pages.push(page);
    const told = pages.map(({ place, first, rows }) => [place.stream, first, rows.length]);
    expect(told).toEqual([
      ['journey/short', true, 3],
      ['journey/long', true, ROWS_PER_PAGE],
      ['journey/long', false, ROWS_PER_PAGE],
      ['journey/long', false, 1_205 - 2 * ROWS_PER_PAGE],
      ['journey/shorter', true, 3],
    ]);
    const long = pages.filter(({ place }) => place.stream === 'journey/long').flatMap(({ rows }) => rows);
    const indexes = long.map(({ row }) => row.leaf_index);
    expect(indexes).toEqual([...indexes].sort((a, b) => a - b));
    expect(new Set(indexes).size).toBe(1_205);
  });
});

describe('a history that the record says it keeps', () => {
  const keep = async (id: string) => {
    await world.write(`journey/${id}`, 1);
    const history = Buffer.from('a history');
    const sha256 = createHash('sha256').update(history).digest('hex');
    await world.open.ledger.archiveRun(`journey/${id}`, 'run-1', history, sha256, 'build-1');
    expect(await textOf(id)).toContain(history.toString('base64'));
  };

  it('is missed where its row is gone', async () => {
    await keep('row');
    await tamperWith(world.open.superPool, "DELETE FROM ledger.run WHERE stream_id = 'journey/row'");
    const refused = await prepare('row').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(SealedHistoryGone);
    expect((refused as Error).message).toMatch(
      /^journey\/row: run run-1 is sealed by note \d+ \(leaf \d+\), and the record holds no such run$/,
    );
  });

  it('is missed where its bytes are gone, also while the bundle is written', async () => {
    await keep('bytes');
    const prepared = await prepare('bytes');
    await tamperWith(
      world.open.superPool,
      'ALTER TABLE ledger.run DROP CONSTRAINT IF EXISTS run_check',
      "UPDATE ledger.run SET history = NULL WHERE stream_id = 'journey/bytes'",
    );
    const gone =
      /^journey\/bytes: note \d+ \(leaf \d+\) says that the history of run run-1 is kept, and it is not$/;
    await expect(prepare('bytes')).rejects.toThrow(gone);
    const written = (async () => {
      for await (const chunk of prepared.text()) expect(chunk).not.toContain('"type":"end"');
    })();
    await expect(written).rejects.toThrow(gone);
  });
});
