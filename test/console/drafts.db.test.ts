/** What is kept of forms on their way: for the account that typed, and not at the cost of one another. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDraftStore, type Desk, type DraftStore } from '../../src/console/drafts/draft-store.ts';
import { type ApiWorld, openApi } from '../api/api-world.ts';

let api: ApiWorld;
let drafts: DraftStore;
beforeAll(async () => {
  api = await openApi();
  drafts = createDraftStore(api.superPool, api.vault);
});
afterAll(() => api.close());

const deskOf = (id: string): Desk => ({
  world: 'pilot',
  actor: { id, role: 'PIDUM_STAFF', office: 'kejari-medan' },
});
const draft = (typed: string) => ({
  ...{ formId: `f-${randomUUID()}`, command: 'register-person', target: '', page: 'isian' },
  values: { 'identity.name': typed },
});
/** More than a desk may keep, and less than it sends in a busy week. */
const MANY = 120;

test('forms that were sent do not push out one that waits to be finished', async () => {
  const desk = deskOf('busy');
  const waiting = draft('Sari Contoh');
  await drafts.save(desk, waiting);
  for (let sent = 0; sent < MANY; sent += 1) await drafts.markSent(desk, draft(''));
  expect((await drafts.list(desk)).map(({ formId }) => formId)).toEqual([waiting.formId]);
  expect(await drafts.find(desk, waiting.formId)).toMatchObject({ values: waiting.values });
});

test('what is kept of a desk is bounded, and the newest stays', async () => {
  const desk = deskOf('many-forms');
  const all = Array.from({ length: MANY }, (_, number) => draft(`Contoh ${number}`));
  for (const one of all) await drafts.save(desk, one);
  const kept = await drafts.list(desk);
  expect(kept).toHaveLength(100);
  expect(kept[0]?.formId).toBe(all.at(-1)?.formId);
  expect(await drafts.find(desk, all[0]!.formId)).toBeUndefined();
});

test('a form that was sent, or went on as another, says so and is in no list', async () => {
  const desk = deskOf('sender');
  const [sent, moved] = [draft('Budi Contoh'), draft('Citra Contoh')];
  for (const one of [sent, moved]) await drafts.save(desk, one);
  await drafts.markSent(desk, sent);
  await drafts.markMoved(desk, moved, 'f-other');
  expect(await drafts.find(desk, sent.formId)).toMatchObject({ sent: true, values: {} });
  expect(await drafts.find(desk, moved.formId)).toMatchObject({ movedTo: 'f-other', values: {} });
  expect(await drafts.list(desk)).toEqual([]);
  expect(await drafts.find(deskOf('somebody-else'), sent.formId)).toBeUndefined();
});

test('drafts whose time is over go when somebody saves one, so many at a time', async () => {
  await api.superPool.query(
    `INSERT INTO console.draft (id, account, sealed, expires_at)
     SELECT lpad(to_hex(n), 64, '0'), repeat('0', 64), '', clock_timestamp() - interval '2 days'
       FROM generate_series(1, 150) n`,
  );
  const left = async () =>
    (await api.superPool.query("SELECT count(*)::int AS n FROM console.draft WHERE sealed = ''")).rows[0].n;
  const desk = deskOf('after-a-quiet-week');
  await drafts.save(desk, draft('Dewi Contoh'));
  expect(await left()).toBe(50);
  await drafts.save(desk, draft('Eko Contoh'));
  expect(await left()).toBe(0);
  expect(await drafts.list(desk)).toHaveLength(2);
});
