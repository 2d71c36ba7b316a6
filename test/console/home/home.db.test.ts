/** The first page of every desk, and what it is told of other offices. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SandboxIdentity } from '../../../src/access/sandbox-issuer.ts';
import { SANDBOX_DESKS } from '../../../src/console/sandbox-desks.ts';
import { PROSECUTOR, SUPERVISOR } from '../../api/case-on-the-way.ts';
import { atDesk } from '../console-world.ts';
import { type DesksAtWork, FAR_PROSECUTOR, openDesks } from './desks-at-work.ts';

const MOST_BYTES = 100 * 1024;

let desks: DesksAtWork;
beforeAll(async () => {
  desks = await openDesks();
  const { placed } = desks.people;
  await placed.send(
    'answer-site-assignment',
    { caseId: 'c1', siteId: SUPERVISOR.site, accepted: true },
    SUPERVISOR,
  );
  await desks.catchUp();
}, 120_000);
afterAll(() => desks.api.close());

const changes = async (reader: SandboxIdentity) =>
  (
    await desks.api.call({
      ...{ method: 'GET', url: `/api/v1/changes?world=${desks.world}`, as: reader, key: null },
    })
  ).body.changes as { personId: string; version: number; type: string; by: { office: string } }[];

describe('home', () => {
  it.each(SANDBOX_DESKS.map(({ key }) => key))(
    'of %s shows its counts, each a link to its rows',
    async (key) => {
      const browser = await atDesk(desks.api, key);
      const page = await browser.get('/');
      expect(page.status).toBe(200);
      expect(Buffer.byteLength(page.html)).toBeLessThan(MOST_BYTES);
      const links = [...page.html.matchAll(/href="(\/work\/[^"]+)"/g)].map(([, path]) => path!);
      expect(links.length).toBeGreaterThanOrEqual(3);
      for (const path of new Set(links))
        expect([path, (await browser.get(path)).status]).toEqual([path, 200]);
    },
  );

  it('names who is late, and the one next step', async () => {
    const browser = await atDesk(desks.api, 'EXECUTING_PROSECUTOR@kejari-medan');
    const page = await browser.get('/work/overdue');
    expect(page.text).toContain('Soekirman Rahasia');
    expect(page.text).toContain('Terlambat 7 hari');
    expect(page.html).toContain(`href="/people/${desks.people.late.personId}/do/order-execution?caseId=c1"`);
    expect((await browser.get('/work/overdue?sort=name')).text).toContain('Soekirman Rahasia');
  });

  it('calls nobody by name where the desk may not', async () => {
    for (const key of ['PLACEMENT_OFFICER@disnaker-medan', 'REFERRAL_OFFICER@baznas']) {
      const browser = await atDesk(desks.api, key);
      for (const path of ['/', '/work/all', '/work/waiting']) {
        expect((await browser.get(path)).text).not.toContain('Rahasia');
      }
    }
  });

  it('calls by name whom a prison holds, and nobody else', async () => {
    const browser = await atDesk(desks.api, 'PRISON_OFFICER@lapas-medan');
    expect((await browser.get('/work/all')).text.match(/\w+ Rahasia/g)).toEqual(['Karno Rahasia']);
  });

  it('has no page for a list of another desk', async () => {
    const browser = await atDesk(desks.api, 'EXECUTING_PROSECUTOR@kejari-medan');
    expect((await browser.get('/work/seats-held')).status).toBe(404);
  });
});

describe('changes by other offices', () => {
  it('are told to whom they concern, not to who made them', async () => {
    expect(await changes(PROSECUTOR)).toEqual([
      expect.objectContaining({
        ...{ personId: desks.people.placed.personId, type: 'SiteAccepted' },
        by: { role: 'SITE_SUPERVISOR', office: 'puskesmas-helvetia' },
      }),
    ]);
    expect((await changes(SUPERVISOR)).map(({ type }) => type)).toEqual(['SiteAssigned']);
    expect(await changes(FAR_PROSECUTOR)).toEqual([]);
  });

  it('are known by the account that ticked them, and by no other', async () => {
    const browser = await atDesk(desks.api, 'EXECUTING_PROSECUTOR@kejari-medan');
    const page = await browser.get('/');
    expect(page.text).toContain('Dewi Rahasia');
    const [, value] = /name="seen" value="([^"]+)"/.exec(page.html) ?? [];
    const nothing = await browser.submit(page, '/work/known', {});
    expect(nothing.text).toContain('Saya sudah tahu');
    const after = await browser.submit(page, '/work/known', { seen: value! });
    expect(after.text).toContain('Perubahan pada 1 orang sudah Anda ketahui.');
    expect(after.text).toContain('Tidak ada perubahan baru dari kantor lain');
    expect((await changes(PROSECUTOR)).length).toBe(1);
  });

  it('keep no account in clear', async () => {
    const { rows } = await desks.api.superPool.query('SELECT account FROM console.acknowledgement');
    expect(rows).toEqual([{ account: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  });
});
