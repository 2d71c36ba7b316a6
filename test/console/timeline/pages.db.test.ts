/** The timeline of a case: what each desk reads there, what stands beside what, and what paper leaves out. */
import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createExplanations } from '../../../src/audit/explain/explanations.ts';
import type { Ledger } from '../../../src/ledger/ledger.ts';
import { type ApiWorld, openApi } from '../../api/api-world.ts';
import { type CaseOnTheWay, must, PROSECUTOR, runningCase, STAFF } from '../../api/case-on-the-way.ts';
import { atDesk } from '../console-world.ts';

let api: ApiWorld;
let found: CaseOnTheWay;
let wrongVersion: number;

beforeAll(async () => {
  const rooms = ({ pool, ledger }: { pool: Pool; ledger: Ledger }) => ({
    explanations: createExplanations({ pool, ledger }),
  });
  api = await openApi({ console: true, rooms });
  found = await runningCase(api);
  const session = {
    caseId: 'c1',
    siteId: 'puskesmas-helvetia',
    start: '2026-03-30T08:00',
    end: '2026-03-30T12:00',
  };
  await found.moveClock('2026-03-31T03:00:00.000Z');
  const recorded = await must(found.send('record-session', session, STAFF));
  wrongVersion = recorded.body.events.find(
    (event: { type: string }) => event.type === 'SessionRecorded',
  ).version;
  const correction = {
    version: wrongVersion,
    reason: 'Jam pulang salah ditulis di lembar',
    replacement: {
      siteId: 'puskesmas-helvetia',
      start: '2026-03-30T08:00',
      end: '2026-03-30T11:00',
      breaks: [],
    },
  };
  await must(found.send('correct-entry', correction, PROSECUTOR));
});
afterAll(() => api.close());

const history = () => `/people/${found.personId}/history`;

describe('the timeline', () => {
  test('tells in sentences, newest first, by whom and in which office', async () => {
    const desk = await atDesk(api, 'EXECUTING_PROSECUTOR@kejari-medan');
    const { text, status } = await desk.get(history());
    expect(status).toBe(200);
    expect(text).toContain('oleh staf Pidum, Kejaksaan Negeri Medan');
    expect(text.indexOf('31 Maret 2026')).toBeLessThan(text.indexOf('9 Maret 2026'));
    expect(text).not.toMatch(/undefined|\b[A-Z]{3,}_[A-Z_]+\b|sealed:v1/);
  });

  test('shows a correction beside what it corrects, both ways', async () => {
    const desk = await atDesk(api, 'EXECUTING_PROSECUTOR@kejari-medan');
    const { html, text } = await desk.get(history());
    expect(text).toContain(`Memperbaiki #${wrongVersion}`);
    expect(text).toMatch(/Diperbaiki oleh #\d+/);
    const struck = new RegExp(`id="event-${wrongVersion}"[^>]*>(?:(?!</li>)[\\s\\S])*<del>`);
    expect(html).toMatch(struck);
    expect(text).toContain('Jam pulang salah ditulis di lembar');
  });

  test('is filtered by kind and by office, and says so where nothing is left', async () => {
    const desk = await atDesk(api, 'EXECUTING_PROSECUTOR@kejari-medan');
    const sessions = await desk.get(`${history()}?kind=session`);
    expect(sessions.text).toContain('Sesi dan jam ·');
    expect(sessions.text).not.toContain('Putusan ·');
    const none = await desk.get(`${history()}?office=lapas-medan`);
    expect(none.text).toContain('Tidak ada peristiwa dengan pilihan ini');
  });

  test('on paper names no account, in no byte', async () => {
    const desk = await atDesk(api, 'EXECUTING_PROSECUTOR@kejari-medan');
    const { html } = await desk.get(`${history()}?print=1`);
    for (const account of [STAFF.sub, PROSECUTOR.sub]) expect(html).not.toContain(account);
  });

  test('is shut to desks that see no history', async () => {
    for (const key of [
      'SITE_SUPERVISOR@puskesmas-helvetia',
      'EMPLOYER@percontohan-galangan',
      'PRISON_OFFICER@lapas-medan',
    ]) {
      const { status, text } = await (await atDesk(api, key)).get(history());
      expect([key, status]).toEqual([key, 403]);
      expect(text).not.toContain('Puskesmas Helvetia pada');
    }
  });
});

describe('one event', () => {
  test('opens its data, its rule with the source in law, its paper, and says that a proof comes', async () => {
    const desk = await atDesk(api, 'EXECUTING_PROSECUTOR@kejari-medan');
    const { text, status } = await desk.get(`/events/journey/${found.personId}/${wrongVersion}`);
    expect(status).toBe(200);
    expect(text).toContain('Perintah: Catat sesi (PKS-03)');
    expect(text).toContain('daily_limit_minutes');
    expect(text).toMatch(/art\. 85|pasal 85/);
    expect(text).toContain('Peristiwa ini tidak bersandar pada surat');
    expect(text).toContain('Bukti');
  });

  test('leads to its neighbours and ends at the last', async () => {
    const desk = await atDesk(api, 'EXECUTING_PROSECUTOR@kejari-medan');
    const first = await desk.get(`/events/journey/${found.personId}/1`);
    expect(first.html).toContain(`/events/journey/${found.personId}/2`);
    expect(first.html).not.toContain(`/events/journey/${found.personId}/0`);
    expect((await desk.get(`/events/journey/${found.personId}/0`)).location).toBe('/');
  });
});
