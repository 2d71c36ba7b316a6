/** S07 with devices: nothing is lost, nothing is credited twice, and no open session blocks a day. */
import { describe, expect, it } from 'vitest';
import type { World } from './session-world.ts';
import {
  centre,
  command,
  creditedOf,
  inExecution,
  minutesIn,
  prosecutor,
  recordSession,
  sessionOf,
  supervisorOf,
  wib,
} from './session-world.ts';

const reason = 'sealed:v1:reason';
const now = wib('2026-04-07T09:00');
/** Two cases of one person, each with a place of its own. */
const twoPlaces = (): World => inExecution({}, { caseId: 'c2', siteId: 'mosque' });
const caseAt = (siteId: string): string => (siteId === 'mosque' ? 'c2' : 'c1');
const checkIn = (siteId: string, at: string) =>
  command('check-in-session', { caseId: caseAt(siteId), siteId, at }, supervisorOf(siteId));
const checkOut = (sessionId: string, siteId: string, at: string) =>
  command('check-out-session', { sessionId, at, breaks: [] }, supervisorOf(siteId));

/** Checked in at the mosque at eight; a sheet of the puskesmas says 11:00 to 15:00. */
const twice = (): World =>
  twoPlaces()
    .when(recordSession({ start: '2026-04-06T11:00', end: '2026-04-06T15:00' }), now)
    .next.when(checkIn('mosque', '2026-04-06T08:00'), now).next;

describe('check-out over another session', () => {
  it('is stored without credit, and both sessions are named', () => {
    const outcome = twice().when(checkOut('s2', 'mosque', '2026-04-06T12:00'), now);
    const next = outcome.records(
      { type: 'SessionCheckedOut', data: { parts: [{ minutes: 240 }] } },
      { type: 'OverlapFound', data: { sessionId: 's2', siteId: 'mosque', otherSessionId: 's1' } },
      { type: 'MinutesNotCredited', data: { minutes: 240, reason: 'OVERLAP' } },
    );
    expect(sessionOf(next, 's2').status).toBe('CONFIRMED');
    expect([creditedOf(next), creditedOf(next, 'c2')]).toEqual([240, 0]);
  });

  it('is credited once the other entry is corrected', () => {
    const stored = twice().when(checkOut('s2', 'mosque', '2026-04-06T12:00'), now).next;
    const { version } = sessionOf(stored, 's1');
    const outcome = stored.when(command('correct-entry', { version, reason }), now);
    expect(minutesIn(outcome.events)).toEqual(['-240 2026-04-06 ENTERED_IN_ERROR', '+240 2026-04-06']);
  });

  it('is credited by the prosecutor only after the other lost its credit', () => {
    const stored = twice().when(checkOut('s2', 'mosque', '2026-04-06T12:00'), now).next;
    const decide = (sessionId: string, credited: boolean) =>
      command('decide-session-credit', { sessionId, credited, reason }, prosecutor);
    stored.when(decide('s2', true), now).refused('OVERLAP', { otherSessionId: 's1' });
    const other = stored.when(decide('s1', false), now).next;
    const outcome = other.when(decide('s2', true), now);
    expect(minutesIn(outcome.events)).toEqual(['+240 2026-04-06']);
    outcome.next.when(decide('s1', true), now).refused('OVERLAP', { otherSessionId: 's2' });
  });
});

describe('check-in while checked in', () => {
  const inside = () => twoPlaces().when(checkIn('mosque', '2026-04-06T08:00'), now).next;

  it('elsewhere is stored and flagged; whoever is right is credited', () => {
    const outcome = inside().when(checkIn('puskesmas', '2026-04-06T13:00'), now);
    const both = outcome.records(
      { type: 'SessionCheckedIn', data: { sessionId: 's2' } },
      { type: 'OverlapFound', data: { sessionId: 's2', otherSessionId: 's1', otherSiteId: 'mosque' } },
    );
    const out = both.when(checkOut('s2', 'puskesmas', '2026-04-06T16:00'), now);
    expect(minutesIn(out.events)).toEqual(['+180 2026-04-06']);
    const late = out.next.when(checkOut('s1', 'mosque', '2026-04-06T12:00'), now);
    expect(minutesIn(late.events)).toEqual(['+240 2026-04-06']);
    const wrong = out.next.when(checkOut('s1', 'mosque', '2026-04-06T14:00'), now);
    expect(minutesIn(wrong.events)).toEqual(['0/360 2026-04-06 OVERLAP']);
  });

  it('at the same site is refused, and the site itself checks the first one out', () => {
    const again = checkIn('mosque', '2026-04-06T13:00');
    const open = inside().when(again, now).refused('OVERLAP', { otherSessionId: 's1', siteId: 'mosque' });
    const closed = open.when(checkOut('s1', 'mosque', '2026-04-06T12:00'), now).next;
    closed.when(again, now).records({ type: 'SessionCheckedIn', data: { sessionId: 's2' } });
  });
});

describe('training entered twice', () => {
  const train = (caseId = 'c1', date = '2026-04-06') =>
    command('record-training-hours', { caseId, siteId: 'balai', date, jp: 4 }, centre);

  it('is refused for the same centre and date, over all cases', () => {
    const world = inExecution({}, { caseId: 'c2', orderedHours: null, measureJp: 8 });
    const once = world.when(train(), now).next;
    once.when(train(), now).refused('ALREADY_DONE', { sessionId: 's1', date: '2026-04-06' });
    once.when(train('c2'), now).refused('ALREADY_DONE', { sessionId: 's1' });
    const { version } = sessionOf(once, 's1');
    const corrected = once.when(command('correct-entry', { version, reason }, centre), now).next;
    corrected
      .when(train('c2'), now)
      .records({ type: 'TrainingHoursRecorded', data: {} }, { type: 'MeasureMinutesCredited', data: {} });
    once.when(train('c1', '2026-04-05'), now).next;
  });

  it('takes the centre’s statement back with the minutes that it rested on', () => {
    const done = inExecution({ orderedHours: null, measureJp: 4 })
      .when(train(), now)
      .next.given([{ type: 'MeasureCompleted', data: { caseId: 'c1' } }])
      .given([
        {
          type: 'ObligationCompleted',
          data: {
            ...{ caseId: 'c1', creditedMinutes: 0, surplusMinutes: 0 },
            signatureDueAt: { at: now, date: '2026-04-07', zone: 'WIB' },
          },
        },
      ]);
    const { version } = sessionOf(done, 's1');
    const next = done.when(command('correct-entry', { version, reason }, centre), now).next;
    expect(next.state.domain.cases.c1).toMatchObject({
      stage: 'RUNNING',
      measure: { completed: false, doneMinutes: 0 },
    });
  });
});
