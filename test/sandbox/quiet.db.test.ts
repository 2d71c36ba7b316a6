/** A practice world is settled once nothing is on its way to it, also from registers, which stand in no world. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorlds } from '../../src/sandbox/worlds.ts';
import { type ApiWorld, openApi } from '../api/api-world.ts';
import { must, newWorld, PROSECUTOR, paper, SUPERVISOR } from '../api/case-on-the-way.ts';

let api: ApiWorld;
beforeAll(async () => {
  api = await openApi();
}, 120_000);
afterAll(() => api.close());

it('waits for what a register tells everybody', async () => {
  const world = await newWorld(api);
  const worlds = createWorlds(api.superPool);
  const isQuiet = async () => worlds.isQuiet(world, new Date().toISOString());
  expect(await isQuiet()).toBe(true);
  await must(
    api.call({
      url: `/api/v1/registers/site/${SUPERVISOR.site}/commands/suspend-site`,
      as: PROSECUTOR,
      body: { data: { reason: 'SAFETY' }, document: paper('SURAT', 'S-1', '2026-03-20') },
    }),
  );
  expect(await isQuiet()).toBe(false);
  await api.superPool.query('UPDATE ledger.message SET delivered_at = now(), outcome = $1', ['accepted']);
  expect(await isQuiet()).toBe(true);
});
