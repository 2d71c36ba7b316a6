/** One person with a case of Medan and a case of Karo: each office reads its own, wherever it looks. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiWorld, openApi } from './api-world.ts';
import { type CaseOnTheWay, must, PROSECUTOR, paper, ruling, runningCase, STAFF } from './case-on-the-way.ts';

const KARO = { ...STAFF, sub: 'staff-karo', office: 'kejari-karo' };
const work = (date: string) => ({
  ...{ caseId: 'c1', siteId: 'puskesmas-helvetia' },
  ...{ start: `${date}T08:00`, end: `${date}T12:00` },
});

describe('a person with cases of two offices', () => {
  let api: ApiWorld;
  let found: CaseOnTheWay;
  beforeAll(async () => {
    api = await openApi();
    found = await runningCase(api);
    const second = ruling({ court: 'PN Kbj', article: '362' });
    await must(
      found.send('register-ruling', second, KARO, { document: paper('PUTUSAN', 'PTS-2', '2026-03-09') }),
    );
    await found.moveClock('2026-03-30T06:00:00.000Z');
    await must(found.send('record-session', work('2026-03-30'), STAFF, {}));
  });
  afterAll(() => api.close());

  const read = (as: typeof STAFF, path = '') =>
    api.call({ method: 'GET', url: `/api/v1/journeys/${found.personId}${path}`, as });
  const caseIds = (body: { cases: { caseId: string }[] }) => body.cases.map(({ caseId }) => caseId);

  it('shows each office its own case, sessions and deadlines', async () => {
    const medan = (await read(STAFF)).body;
    const karo = (await read(KARO)).body;
    expect([caseIds(medan), caseIds(karo)]).toEqual([['c1'], ['c2']]);
    expect([medan.sessions.length, karo.sessions.length]).toEqual([1, 0]);
    const subjects = (body: { armedDeadlines: { subject: string }[] }) =>
      new Set(body.armedDeadlines.map(({ subject }) => subject));
    expect([...subjects(medan)].sort()).toEqual(['c1', 's1']);
    expect([...subjects(karo)].filter((subject) => subject !== 'c2')).toEqual([]);
    expect(caseIds((await read(KARO, '?asOf=2026-03-30')).body)).toEqual(['c2']);
  });

  it('shows each office the events of its own case', async () => {
    const types = async (as: typeof STAFF) =>
      (await read(as, '/events?limit=200')).body.events.map((event: { type: string }) => event.type);
    const karo = (await read(KARO, '/events?limit=200')).text;
    for (const foreign of ['SessionRecorded', 'ExecutionStarted', 's1', '"c1"', ':c1:']) {
      expect(karo).not.toContain(foreign);
    }
    expect(await types(KARO)).toEqual(expect.arrayContaining(['PersonRegistered', 'RulingRegistered']));
    expect((await types(STAFF)).filter((type: string) => type === 'RulingRegistered')).toHaveLength(1);
  });

  it('ends at the hand-over, by what was recorded and not by its date', async () => {
    const move = { caseId: 'c1', toOffice: 'kejari-karo', toProbationOffice: 'bapas-medan' };
    await found.moveClock('2026-04-06T06:00:00.000Z');
    const leave = { document: paper('IZIN PINDAH', 'IP-1', '2026-04-06') };
    await must(found.send('transfer-jurisdiction', { ...move, movedOn: '2026-04-06' }, PROSECUTOR, leave));
    await must(found.send('record-session', work('2026-03-31'), KARO));
    const medan = await read(STAFF);
    expect(medan.body.cases).toMatchObject([{ caseId: 'c1', creditedMinutes: 240 }]);
    expect(medan.body.sessions).toHaveLength(1);
    expect(medan.body).not.toHaveProperty('armedDeadlines');
    expect((await read(STAFF, '/events?limit=200')).text).not.toContain('2026-03-31T08:00');
    expect(caseIds((await read(KARO)).body)).toEqual(['c1', 'c2']);
  });

  it('ends there also for an office that still has another case', async () => {
    const third = ruling({ court: 'PN Mdn' });
    const document = { document: paper('PUTUSAN', 'PTS-3', '2026-03-09') };
    await must(found.send('register-ruling', third, STAFF, document));
    const medan = (await read(STAFF)).body;
    expect(caseIds(medan).sort()).toEqual(['c1', 'c3']);
    const old = medan.cases.find(({ caseId }: { caseId: string }) => caseId === 'c1');
    expect(old.creditedMinutes).toBe(240);
    expect((await read(STAFF, '/events?limit=200')).text).not.toContain('2026-03-31T08:00');
    expect((await read(STAFF, '?asOf=2026-04-06')).text).not.toContain('2026-03-31T08:00');
  });
});
