/** A small world, counted by hand: what boards say of it, and to whom. */
import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SandboxIdentity } from '../../../src/access/sandbox-issuer.ts';
import type { FigureTable } from '../../../src/api/boards/figure-table.ts';
import type { Ledger } from '../../../src/ledger/ledger.ts';
import { createBoardFigures } from '../../../src/projections/board-figures.ts';
import {
  BOARD_CERTIFICATE_TABLE,
  BOARD_JOURNEY_TABLE,
  BOARD_PLACEMENT_TABLE,
  BOARD_STAGE_TABLE,
} from '../../../src/projections/board-rows.ts';
import { createStreamProjector, type StreamProjector } from '../../../src/projections/stream-projector.ts';
import { type ApiWorld, openApi } from '../../api/api-world.ts';
import { AUDITOR, must, newWorld, REGISTRAR, registerPerson, ruling } from '../../api/case-on-the-way.ts';

const at = (role: SandboxIdentity['role'], office: string): SandboxIdentity => ({
  sub: office,
  role,
  office,
});
const MEDAN = at('EXECUTING_PROSECUTOR', 'kejari-medan');
const KARO = at('EXECUTING_PROSECUTOR', 'kejari-karo');
const FAR = at('EXECUTING_PROSECUTOR', 'kejari-jayapura');
const OFFICER = at('PLACEMENT_OFFICER', 'disnaker-medan');

let api: ApiWorld;
let world: string;
let lists: StreamProjector[];

/** Registered by a prosecution office; of the first `hired`, work began on 10 March, and `kept` still worked in June. */
async function people(
  office: string,
  many: number,
  hired: number,
  kept: number,
  lost: number,
): Promise<void> {
  for (let place = 0; place < many; place += 1) {
    const { personId, send } = await registerPerson(api, undefined, world);
    const document = { kind: 'PUTUSAN', number: 'P-1', date: '2026-03-09' };
    await must(send('register-ruling', ruling(), at('PIDUM_STAFF', office), { document }));
    if (place < hired)
      seekers.push({ send, kept: place < kept, lost: place >= kept && place < kept + lost, personId });
  }
}
interface Seeker {
  readonly personId: string;
  readonly send: Awaited<ReturnType<typeof registerPerson>>['send'];
  readonly kept: boolean;
  readonly lost: boolean;
}
const seekers: Seeker[] = [];

const moveTo = (to: string) =>
  must(api.call({ url: `/api/v1/sandbox/worlds/${world}/clock`, as: REGISTRAR, body: { to } }));

beforeAll(async () => {
  const rooms = ({ pool, ledger }: { pool: Pool; ledger: Ledger }) => {
    lists = [BOARD_JOURNEY_TABLE, BOARD_STAGE_TABLE, BOARD_CERTIFICATE_TABLE, BOARD_PLACEMENT_TABLE].map(
      (table) => createStreamProjector({ pool, ledger }, table),
    );
    return { boards: createBoardFigures(pool) };
  };
  api = await openApi({ console: true, rooms });
  world = await newWorld(api);
  await people('kejari-medan', 12, 7, 5, 1);
  await people('kejari-karo', 6, 3, 1, 0);
  const document = { kind: 'AK-1', number: 'AK1-1', date: '2026-03-10' };
  await moveTo('2026-03-10T02:00:00.000Z');
  for (const [place, { send }] of seekers.entries()) {
    const card = { number: `AK1-${place}`, issuedOn: '2026-03-10' };
    await must(send('issue-job-seeker-card', card, OFFICER, { document }));
    const work = { kind: 'SELF_EMPLOYED', supportNumber: 'TKM-1' };
    const where = { startedOn: '2026-03-10', regency: 'Kota Medan', sector: 'TRADE' };
    await must(send('start-placement', { ...work, ...where }, OFFICER, { document }));
  }
  await moveTo('2026-06-10T02:00:00.000Z');
  for (const { send, kept, lost } of seekers) {
    if (!kept && !lost) continue;
    const answer = { placementId: 'p1', day: 90, checkedOn: '2026-06-10', working: kept, gapDays: 0 };
    const more = { sameEmployer: kept, wageBand: null, relevantToCertificate: null, proof: null };
    await must(send('record-retention-check', { ...answer, ...more }, OFFICER));
  }
  while ((await api.ledger.sequenceLeaves()) > 0);
  for (const list of lists) await list.catchUp();
}, 120_000);
afterAll(() => api.close());

const board = async (name: string, as: SandboxIdentity, more = '') =>
  api.call({ method: 'GET', url: `/api/v1/boards/${name}?world=${world}${more}`, as, key: null });
const table = async (name: string, as: SandboxIdentity, which: string, more = '') => {
  const { status, body } = await board(name, as, more);
  expect([name, status]).toEqual([name, 200]);
  const { tables } = body as { tables: readonly FigureTable[] };
  const found = tables.find((one) => one.name === which);
  const rows = [...(found?.rows ?? []), ...(found?.total == null ? [] : [found.total])];
  return Object.fromEntries(rows.map(({ key, cells }) => [key, cells]));
};

describe('the path', () => {
  test('of one office: 12 entered, 7 began to work; the two that wait hide what would tell of them', async () => {
    const path = await table('flow', MEDAN, 'path');
    expect(path.ENTERED).toEqual({ reached: 12, here: 5, left: 0 });
    expect(path.HIRED).toEqual({ reached: 7, here: 'small', left: 0 });
    expect(path.KEPT_90).toEqual({ reached: 'withheld', here: 'withheld', left: 0 });
    expect(path.KEPT_180).toEqual({ reached: 0, here: 0, left: 0 });
  });

  test('of all offices, compared: the smaller office hides, and the larger with it', async () => {
    const by = await table('flow', AUDITOR, 'pathBy', '&by=office');
    expect(by.total).toMatchObject({ entered: 18, hired: 10 });
    expect(by['kejari-karo']).toMatchObject({ entered: 6, hired: 'small' });
    expect(by['kejari-medan']).toMatchObject({ entered: 12, hired: 'withheld' });
  });

  test('another office’s head sees none of it', async () => {
    expect(await table('flow', FAR, 'path')).toMatchObject({ ENTERED: { reached: 0 } });
    expect((await board('flow', KARO)).body.office).toBe('kejari-karo');
    expect(await table('flow', KARO, 'path')).toMatchObject({ ENTERED: { reached: 6 } });
    expect((await board('flow', KARO, '&by=office')).status).toBe(400);
    expect((await board('flow', at('EMPLOYER', 'bengkel-las-contoh'))).status).toBe(403);
  });

  test('of another year says that nobody entered', async () => {
    expect(await table('flow', MEDAN, 'path', '&year=2025')).toMatchObject({ ENTERED: { reached: 0 } });
  });
});

describe('who still works', () => {
  test('on day 90: 10 have come that far, 6 still work; day 180 has come for nobody', async () => {
    const day90 = await table('retention', OFFICER, 'day90');
    expect(day90.total).toEqual({ due: 10, RETAINED: 6, LOST: 'small', UNREACHABLE: 0, OPEN: 'small' });
    expect((await table('retention', OFFICER, 'day180')).total).toMatchObject({ due: 0, RETAINED: 0 });
  });

  test('by accommodation: nobody asked for any, and the total stands as it stood', async () => {
    const by = await table('retention', OFFICER, 'day90By', '&by=accommodation');
    expect(by.NO).toEqual({ due: 10, RETAINED: 6, LOST: 'small', UNREACHABLE: 0, OPEN: 'small' });
  });
});

test('how long cases stand: 12 registered on 9 March stand there for 93 days on 10 June', async () => {
  const ageing = await table('stages', MEDAN, 'ageing');
  expect(ageing['SERVICE/REGISTERED']).toEqual({ TO_30: 0, TO_90: 0, TO_180: 12, OVER_180: 0, all: 12 });
  expect((await table('stages', MEDAN, 'held')).total).toEqual({ yes: 0, all: 12 });
});

test('no board says who: neither ids nor anything else of a person', async () => {
  for (const name of ['flow', 'stages', 'certificates', 'retention']) {
    const { text } = await board(name, AUDITOR, name === 'flow' ? '&by=office' : '');
    for (const { personId } of seekers) expect(text).not.toContain(personId);
  }
});

test('a rebuild makes the same rows', async () => {
  for (const list of lists) expect((await list.compare()).different).toEqual([]);
});
