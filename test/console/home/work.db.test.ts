/** What lies on each desk: as many rows as were counted, nobody else's, and no more of anybody than the desk may know. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SandboxIdentity } from '../../../src/access/sandbox-issuer.ts';
import { knowsJourneys } from '../../../src/access/views.ts';
import { writeCursor } from '../../../src/api/cursor.ts';
import { SANDBOX_DESKS } from '../../../src/console/sandbox-desks.ts';
import { COUNSELLOR, PROSECUTOR, REGISTRAR, STAFF, SUPERVISOR } from '../../api/case-on-the-way.ts';
import {
  as,
  type DesksAtWork,
  FAR_PROSECUTOR,
  OFFICER,
  openDesks,
  PRISON,
  REFERRER,
} from './desks-at-work.ts';

let desks: DesksAtWork;
beforeAll(async () => {
  desks = await openDesks();
}, 120_000);
afterAll(() => desks.api.close());

const get = (url: string, reader: SandboxIdentity) =>
  desks.api.call({ method: 'GET', url, as: reader, key: null });

interface Item {
  readonly work: string;
  readonly personId: string | null;
  readonly waitsFor: string | null;
  readonly next: string | null;
  readonly stage: string | null;
  readonly deadline: { readonly on: string; readonly daysOver: number } | null;
}

async function countsOf(reader: SandboxIdentity): Promise<readonly { list: string; count: number }[]> {
  const { status, body } = await get(`/api/v1/work?world=${desks.world}`, reader);
  expect(status).toBe(200);
  return body.lists;
}

/** One row a page, so that every cursor is used. */
async function itemsOf(reader: SandboxIdentity, list: string, limit = 1): Promise<Item[]> {
  const items: Item[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const more: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const { status, body } = await get(
      `/api/v1/work/${list}?world=${desks.world}&limit=${limit}${more}`,
      reader,
    );
    expect(status).toBe(200);
    items.push(...body.items);
    cursor = body.nextCursor;
  }
  return items;
}

const IDENTITIES = SANDBOX_DESKS.map(({ key, identity }) => [key, identity] as const);

describe('every count', () => {
  it.each(IDENTITIES)('of %s is the length of its list', async (_key, identity) => {
    for (const { list, count } of await countsOf(identity)) {
      const items = await itemsOf(identity, list);
      expect([list, items.length]).toEqual([list, count]);
      expect(new Set(items.map((item) => JSON.stringify(item))).size).toBe(count);
    }
  });

  it('is of something: most desks have work in this world', async () => {
    const busy = async (reader: SandboxIdentity) => {
      const lists = await countsOf(reader);
      return lists.filter(({ count }) => count > 0).map(({ list }) => list);
    };
    expect(await busy(PROSECUTOR)).toEqual(['overdue', 'waiting', 'not-ordered', 'all']);
    expect(await busy(STAFF)).toEqual(['waiting']);
    expect(await busy(SUPERVISOR)).toEqual(['overdue', 'answers', 'all']);
    expect(await busy(COUNSELLOR)).toEqual(['due', 'litmas', 'all']);
    expect(await busy(PRISON)).toEqual(['waiting', 'all']);
    expect(await busy(REFERRER)).toEqual(['waiting', 'unanswered']);
    expect(await busy(as('TRAINING_CENTRE_ADMINISTRATOR', 'bbpvp-medan'))).toContain('referrals');
    expect(await busy(OFFICER)).toContain('all');
    expect(await busy(REGISTRAR)).toEqual([]);
  });
});

describe('a row', () => {
  it('says since when it is late, and what answers it', async () => {
    const [item, ...others] = await itemsOf(PROSECUTOR, 'overdue');
    expect(others).toEqual([]);
    expect(item).toMatchObject({
      ...{ work: 'order-execution', personId: desks.people.late.personId, next: 'order-execution' },
      deadline: { kind: 'execution-due', on: '2026-03-16', daysOver: 7 },
    });
  });

  it('keeps its day when the deadline has fired', async () => {
    // Any command of the person fires what is due before it is decided.
    const { late, placed } = desks.people;
    for (const { personId } of [late, placed]) {
      const head = await get(`/api/v1/journeys/${personId}/events`, PROSECUTOR);
      expect(head.status).toBe(200);
    }
    await placed.send('record-guidance', { caseId: 'c1', heldOn: '2026-03-20', note: 'Catatan' }, COUNSELLOR);
    await desks.catchUp();
    const events = await get(`/api/v1/journeys/${placed.personId}/events`, PROSECUTOR);
    expect(events.body.events.map(({ type }: { type: string }) => type)).toContain('SiteAnswerOverdue');
    const [item] = await itemsOf(SUPERVISOR, 'overdue');
    expect(item).toMatchObject({ work: 'site-answer', deadline: { on: '2026-03-11', daysOver: 12 } });
  });

  it('names the office that is waited for, and no step for whoever waits', async () => {
    const [item] = await itemsOf(PROSECUTOR, 'waiting');
    expect(item).toMatchObject({ work: 'site-answer', waitsFor: 'puskesmas-helvetia', next: null });
    const [litmas] = await itemsOf(PRISON, 'waiting');
    expect(litmas).toMatchObject({ work: 'litmas', waitsFor: 'bapas-medan', next: null });
  });

  it('tells a site nothing of the ruling', async () => {
    const [item] = await itemsOf(SUPERVISOR, 'answers');
    expect(item?.stage).toBeNull();
  });
});

describe('another office', () => {
  it('has none of it', async () => {
    for (const role of ['EXECUTING_PROSECUTOR', 'PIDUM_STAFF'] as const) {
      const counts = await countsOf({ ...FAR_PROSECUTOR, role });
      expect(counts.filter(({ count }) => count > 0)).toEqual([]);
    }
    expect(await itemsOf(as('PRISON_OFFICER', 'lapas-pematangsiantar'), 'all')).toEqual([]);
    const elsewhere = { ...SUPERVISOR, office: 'taman-kota', site: 'taman-kota' };
    expect(await itemsOf(elsewhere, 'all')).toEqual([]);
  });

  it('and another world have none of it', async () => {
    const { body } = await get('/api/v1/work', PROSECUTOR);
    expect(body.lists.every(({ count }: { count: number }) => count === 0)).toBe(true);
  });
});

describe('whoever knows no journeys', () => {
  it.each(IDENTITIES.filter(([, { role }]) => !knowsJourneys(role)))(
    '%s meets no person',
    async (_key, reader) => {
      const text = JSON.stringify(await itemsOf(reader, 'all', 50));
      for (const { personId } of Object.values(desks.people)) expect(text).not.toContain(personId);
    },
  );

  it('a person has no desk', async () => {
    const person: SandboxIdentity = {
      ...{ sub: 'orang-1', role: 'PERSON', office: 'orang', person: desks.people.late.personId },
    };
    expect((await get('/api/v1/work', person)).status).toBe(403);
  });
});

it('writes down who looked, and at how many rows of which list', async () => {
  await itemsOf(PROSECUTOR, 'overdue', 50);
  const { rows } = await desks.api.superPool.query(
    "SELECT reason FROM access.log WHERE actor_id = $1 AND action = 'list-work' ORDER BY id DESC LIMIT 1",
    [PROSECUTOR.sub],
  );
  expect(rows).toEqual([{ reason: 'rows=1 list=overdue' }]);
});

it('knows no list of another desk', async () => {
  expect((await get(`/api/v1/work/tpp?world=${desks.world}`, PROSECUTOR)).status).toBe(404);
});

it.each(['9999-99-99', '2026-02-30', 'x'])('%s is no place in a list', async (due) => {
  const cursor = writeCursor(due, 'journey/p1');
  const { status, body } = await get(
    `/api/v1/work/all?world=${desks.world}&limit=5&cursor=${cursor}`,
    PROSECUTOR,
  );
  expect([status, body.code]).toEqual([400, 'MALFORMED']);
});
