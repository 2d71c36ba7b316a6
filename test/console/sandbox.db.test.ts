/** The clock of a practice world, as its desks see it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiWorld, openApi } from '../api/api-world.ts';
import { atDesk } from './console-world.ts';
import { peopleAtSite, SITE_DESK } from './daily/site-day.ts';

let api: ApiWorld;
beforeAll(async () => {
  api = await openApi({ console: true });
  await peopleAtSite(api, ['Ayu Contoh']);
});
afterAll(() => api.close());

test('the page of the clock says what acts next, and of nobody whose it is', async () => {
  const page = await (await atDesk(api, SITE_DESK)).get('/sandbox/clock');
  expect(page.status).toBe(200);
  expect(page.html.match(/name="instant" value="[^"]+Z"/g)?.length).toBeGreaterThan(0);
  expect(page.html).not.toContain('Ayu');
});

test('a world of real cases has no clock to move', async () => {
  const desk = await atDesk(api, SITE_DESK);
  const worlds = await desk.get('/sandbox/worlds');
  await desk.submit(worlds, '/sandbox/worlds', { world: 'live' });
  expect((await desk.get('/sandbox/clock')).text).toContain('berjalan menurut jam sesungguhnya');
});

test('whoever sits down at another desk leaves none open behind', async () => {
  const count = async () =>
    Number((await api.superPool.query('SELECT count(*) FROM console.session')).rows[0].count);
  const desk = await atDesk(api, SITE_DESK);
  const before = await count();
  const choice = await desk.get('/sign-in');
  await desk.submit(choice, '/sign-in', { desk: 'PIDUM_STAFF@kejari-medan' });
  expect((await desk.get('/accessibility')).text).toContain('Staf Pidum');
  expect(await count()).toBe(before);
});
