import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiWorld, openApi } from './api-world.ts';
import { must, PROSECUTOR, paper, runningCase, STAFF } from './case-on-the-way.ts';

describe('two axes of time, over HTTP', () => {
  let api: ApiWorld;
  beforeAll(async () => {
    api = await openApi();
  });
  afterAll(() => api.close());

  const read = (personId: string, query = '', as = PROSECUTOR) =>
    must(api.call({ method: 'GET', url: `/api/v1/journeys/${personId}${query}`, as }));

  const siteId = 'puskesmas-helvetia';
  const work = (date: string) => ({ caseId: 'c1', siteId, start: `${date}T08:00`, end: `${date}T12:00` });

  it('S21: the old ruling is still visible as of the day before the new one', async () => {
    const found = await runningCase(api);
    await found.moveClock('2026-08-12T01:00:00.000Z');
    await must(found.send('record-session', work('2026-04-01'), STAFF));
    await must(
      found.send(
        'change-ruling',
        { caseId: 'c1', instance: 'REVIEW', decidedOn: '2026-08-10', orderedHours: 40 },
        STAFF,
        { document: paper('PUTUSAN PK', 'PK-1', '2026-08-10') },
      ),
    );
    const onDate = async (date: string) => (await read(found.personId, `?asOf=${date}`)).body.cases[0];
    expect(await onDate('2026-08-09')).toMatchObject({ orderedMinutes: 3_600, minutesLeft: 3_360 });
    expect(await onDate('2026-08-10')).toMatchObject({ orderedMinutes: 2_400, minutesLeft: 2_160 });
    const unknownThen = await read(found.personId, '?knownAt=2026-08-11&asOf=2026-08-11');
    expect(unknownThen.body.cases[0]).toMatchObject({ orderedMinutes: 3_600, creditedMinutes: 0 });
    expect((await read(found.personId, '?asOf=2026-03-08')).body.cases).toEqual([]);
  });

  it('an entry made in error counts on no date, also for the days before it was corrected', async () => {
    const found = await runningCase(api);
    await found.moveClock('2026-04-03T06:00:00.000Z');
    await must(found.send('record-session', work('2026-04-01'), STAFF));
    await must(found.send('record-session', work('2026-04-02'), STAFF));
    const { body } = await read(found.personId);
    const wrong = body.sessions.find(({ start }: { start: string }) => start.startsWith('2026-04-01'));
    await must(
      found.send('correct-entry', { version: wrong.version, reason: 'Salah orang' }, PROSECUTOR, {}),
    );
    const dated = await read(found.personId, '?asOf=2026-04-01');
    expect(dated.body.cases[0].creditedMinutes).toBe(0);
    expect((await read(found.personId, '?asOf=2026-04-02')).body.cases[0].creditedMinutes).toBe(240);
  });

  it('S17: a former office sees its own part up to the move, and nothing after it', async () => {
    const found = await runningCase(api);
    await found.moveClock('2026-06-16T06:00:00.000Z');
    const key = 'session-before-the-move';
    const first = await must(found.send('record-session', work('2026-06-12'), STAFF, {}, key));
    await must(
      found.send(
        'transfer-jurisdiction',
        {
          ...{ caseId: 'c1', toOffice: 'kejari-karo', toProbationOffice: 'bapas-medan' },
          movedOn: '2026-06-15',
        },
        PROSECUTOR,
        { document: paper('IZIN PINDAH', 'IP-1', '2026-06-15') },
      ),
    );
    const karo = { ...STAFF, sub: 'staff-karo', office: 'kejari-karo' };
    await must(found.send('record-session', work('2026-06-16'), karo));
    const again = await must(found.send('record-session', work('2026-06-12'), STAFF, {}, key));
    expect(again.body.events).toEqual(first.body.events);
    expect((await found.send('record-session', work('2026-06-15'), STAFF)).status).toBe(403);
    const now = await read(found.personId, '', karo);
    expect(now.body.cases[0]).toMatchObject({ office: 'kejari-karo', creditedMinutes: 480 });
    expect(now.body.cases[0].execution.windowEndsAt.date).toBe('2026-09-26');
    const former = await read(found.personId);
    expect(former.body.cases[0].office).toBe('kejari-karo');
    expect(former.body.sessions).toHaveLength(1);
    expect(former.body.cases[0].creditedMinutes).toBe(240);
    expect(former.body).not.toHaveProperty('armedDeadlines');
    const events = await read(found.personId, '/events?limit=200');
    expect(events.text).not.toContain('2026-06-16T08:00');
  });
});
