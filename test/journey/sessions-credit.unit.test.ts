/** The limits of art. 85(4) and (5) on recorded and checked-in sessions, by the numbers of domain.md I.9. */
import { describe, expect, it } from 'vitest';
import type { World } from './session-world.ts';
import {
  command,
  creditedOf,
  inExecution,
  minutesIn,
  prosecutor,
  recordSession,
  sessionOf,
  siteFact,
  staff,
  supervisorOf,
  wib,
} from './session-world.ts';

const atSix = (date: string): string => wib(`${date}T18:00`);

const checkedInAndOut = (world: World, start: string, end: string, siteId = 'puskesmas') => {
  const site = supervisorOf(siteId);
  const inside = world.when(
    command('check-in-session', { caseId: 'c1', siteId, at: start }, site),
    wib(start),
  ).next;
  const sessionId = `s${inside.state.domain.sessionCount}`;
  return inside.when(command('check-out-session', { sessionId, at: end, breaks: [] }, site), wib(end));
};

describe('the day (I-1, A-07)', () => {
  it('S04: refuses a manual entry of 540 minutes and credits nothing', () => {
    const breaks = [{ start: '2026-04-06T12:00', end: '2026-04-06T13:00' }];
    const world = inExecution()
      .when(
        recordSession({ start: '2026-04-06T07:00', end: '2026-04-06T17:00', breaks }),
        atSix('2026-04-06'),
      )
      .refused('DAILY_LIMIT', { left: 480, limit: 480, date: '2026-04-06' });
    expect(creditedOf(world)).toBe(0);
  });

  it('S04: stores 540 minutes from a device, credits 480 and flags the site', () => {
    const outcome = checkedInAndOut(inExecution(), '2026-04-06T07:00', '2026-04-06T16:00');
    outcome.records(
      { type: 'SessionCheckedOut', data: { parts: [{ date: '2026-04-06', minutes: 540 }] } },
      { type: 'MinutesCredited', data: { date: '2026-04-06', minutes: 480 } },
      { type: 'MinutesNotCredited', data: { minutes: 60, reason: 'DAILY_LIMIT' } },
      { type: 'OverworkFlagged', data: { siteId: 'puskesmas', date: '2026-04-06', actualMinutes: 540 } },
    );
    outcome.warned('ROLLING_DAY_EXCEEDED');
  });

  it('S05: two sites on one day leave 180 minutes for the second', () => {
    const first = inExecution().when(
      recordSession({ start: '2026-04-06T07:00', end: '2026-04-06T12:00' }),
      atSix('2026-04-06'),
    ).next;
    const second = { siteId: 'mosque', start: '2026-04-06T13:00' };
    first
      .when(recordSession({ ...second, end: '2026-04-06T17:00' }), atSix('2026-04-06'))
      .refused('DAILY_LIMIT', { left: 180 });
    const outcome = first.when(recordSession({ ...second, end: '2026-04-06T16:00' }), atSix('2026-04-06'));
    expect(minutesIn(outcome.events)).toEqual(['+180 2026-04-06']);
    outcome.warned();
  });

  it('S06: splits a night 240 + 240 and leaves 240 on the second date', () => {
    const outcome = inExecution().when(
      recordSession({ start: '2026-04-06T20:00', end: '2026-04-07T04:00' }),
      wib('2026-04-07T05:00'),
    );
    expect(minutesIn(outcome.events)).toEqual(['+240 2026-04-06', '+240 2026-04-07']);
    outcome
      .warned()
      .when(recordSession({ start: '2026-04-07T08:00', end: '2026-04-07T16:00' }), atSix('2026-04-07'))
      .refused('DAILY_LIMIT', { left: 240, date: '2026-04-07' });
    outcome.next
      .when(recordSession({ start: '2026-04-07T08:00', end: '2026-04-07T12:00' }), atSix('2026-04-07'))
      .warned('ROLLING_DAY_EXCEEDED');
  });

  it('L-22: counts the day over all cases of the person', () => {
    const world = inExecution({ caseId: 'c1' }, { caseId: 'c2' });
    world
      .when(recordSession({ start: '2026-04-06T07:00', end: '2026-04-06T12:00' }), atSix('2026-04-06'))
      .next.when(
        recordSession({ caseId: 'c2', start: '2026-04-06T12:00', end: '2026-04-06T16:00' }),
        atSix('2026-04-06'),
      )
      .refused('DAILY_LIMIT', { left: 180 });
  });

  it('L-06: does not warn of eight hours on each of two days', () => {
    const breaks = (date: string) => [{ start: `${date}T12:00`, end: `${date}T13:00` }];
    inExecution()
      .when(
        recordSession({
          start: '2026-04-06T08:00',
          end: '2026-04-06T17:00',
          breaks: breaks('2026-04-06'),
        }),
        atSix('2026-04-06'),
      )
      .next.when(
        recordSession({
          start: '2026-04-07T08:00',
          end: '2026-04-07T17:00',
          breaks: breaks('2026-04-07'),
        }),
        atSix('2026-04-07'),
      )
      .warned();
  });
});

describe('S07: overlap', () => {
  const morning = (world: World) =>
    world.when(recordSession({ start: '2026-04-06T08:00', end: '2026-04-06T12:00' }), atSix('2026-04-06'))
      .next;

  it('refuses the second and names both sites', () => {
    morning(inExecution())
      .when(
        recordSession({ siteId: 'mosque', start: '2026-04-06T11:00', end: '2026-04-06T15:00' }),
        atSix('2026-04-06'),
      )
      .refused('OVERLAP', { siteId: 'mosque', otherSiteId: 'puskesmas', otherSessionId: 's1' });
  });

  it('compares absolute times across zones: 13:00 in Jayapura is 11:00 in Medan', () => {
    const entry = { siteId: 'jayapura', end: '2026-04-06T16:00' };
    morning(inExecution())
      .when(recordSession({ ...entry, start: '2026-04-06T13:00' }), atSix('2026-04-06'))
      .refused('OVERLAP', { siteId: 'jayapura' });
    const after = morning(inExecution()).when(
      recordSession({ ...entry, start: '2026-04-06T14:00' }),
      atSix('2026-04-06'),
    );
    expect(minutesIn(after.events)).toEqual(['+120 2026-04-06']);
  });

  it('takes sessions that touch', () => {
    morning(inExecution()).when(
      recordSession({ siteId: 'mosque', start: '2026-04-06T12:00', end: '2026-04-06T15:00' }),
      atSix('2026-04-06'),
    ).next;
  });

  it('refuses an entry by hand for the time in which the person is checked in', () => {
    const inside = inExecution({}, { caseId: 'c2', siteId: 'mosque' }).when(
      command(
        'check-in-session',
        { caseId: 'c2', siteId: 'mosque', at: '2026-04-06T08:00' },
        supervisorOf('mosque'),
      ),
      wib('2026-04-06T08:00'),
    ).next;
    const entry = recordSession({ start: '2026-04-06T09:00', end: '2026-04-06T10:00' });
    inside.when(entry, wib('2026-04-06T10:30')).refused('OVERLAP', { otherSiteId: 'mosque' });
  });

  it('is not held up for ever by a forgotten check-out', () => {
    const inside = inExecution({}, { caseId: 'c2', siteId: 'mosque' }).when(
      command(
        'check-in-session',
        { caseId: 'c2', siteId: 'mosque', at: '2026-04-06T08:00' },
        supervisorOf('mosque'),
      ),
      wib('2026-04-06T08:00'),
    ).next;
    inside.when(
      recordSession({ start: '2026-04-07T08:00', end: '2026-04-07T10:00' }),
      wib('2026-04-07T11:00'),
    ).next;
  });
});

describe('the window (I-3, A-08, L-32)', () => {
  it('S02: stores work after the window without credit', () => {
    const outcome = inExecution().when(
      recordSession({ start: '2026-09-29T08:00', end: '2026-09-29T16:00' }),
      atSix('2026-09-29'),
    );
    expect(minutesIn(outcome.events)).toEqual(['0/480 2026-09-29 WINDOW_CLOSED']);
  });

  it('S24: judges by the date at the site, not by UTC', () => {
    const entry = { siteId: 'jayapura', start: '2026-09-29T00:30', end: '2026-09-29T04:30' };
    const outcome = inExecution({ zone: 'WIT' }).when(recordSession(entry), wib('2026-09-29T08:00'));
    expect(minutesIn(outcome.events)).toEqual(['0/240 2026-09-29 WINDOW_CLOSED']);
  });

  it('splits a night over the end of the window', () => {
    const outcome = inExecution().when(
      recordSession({ start: '2026-09-28T22:00', end: '2026-09-29T02:00' }, supervisorOf('puskesmas')),
      wib('2026-09-29T03:00'),
    );
    expect(minutesIn(outcome.events)).toEqual(['+120 2026-09-28', '0/120 2026-09-29 WINDOW_CLOSED']);
  });

  it('S25, L-32: work in the window that is entered after its end counts by its date, once the site says so', () => {
    const entry = { start: '2026-09-28T08:00', end: '2026-09-28T12:00' };
    const bySite = inExecution().when(
      recordSession(entry, supervisorOf('puskesmas')),
      wib('2026-09-30T09:00'),
    );
    expect(minutesIn(bySite.events)).toEqual(['+240 2026-09-28']);
    const byOffice = inExecution().when(recordSession(entry), wib('2026-09-30T09:00'));
    expect(minutesIn(byOffice.events)).toEqual(['0/240 2026-09-28 AWAITING_CONFIRMATION']);
    const confirmed = byOffice.next.when(
      command('confirm-session', { sessionId: 's1' }, supervisorOf('puskesmas')),
      wib('2026-10-01T09:00'),
    );
    expect(minutesIn(confirmed.events)).toEqual(['+240 2026-09-28']);
    expect(sessionOf(confirmed.next, 's1').notCredited).toEqual([]);
  });

  it('dates what was worked by the work, and what was decided by the decision', () => {
    const outcome = inExecution().when(
      recordSession({ siteId: 'jayapura', start: '2026-04-06T08:00', end: '2026-04-06T12:00' }),
      atSix('2026-04-08'),
    );
    const at = { at: '2026-04-06T03:00:00.000Z', date: '2026-04-06', zone: 'WIT' };
    expect(outcome.events.map(({ occurredAt }) => occurredAt)).toEqual([at, at]);
    const disputed = outcome.next.when(
      command('dispute-session', { sessionId: 's1', reason: 'sealed:v1:x' }, supervisorOf('jayapura')),
      atSix('2026-04-09'),
    );
    expect(disputed.events.map(({ occurredAt }) => occurredAt?.date)).toEqual(['2026-04-09', '2026-04-09']);
  });

  it('warns of an entry more than seven days late', () => {
    const entry = recordSession({ start: '2026-04-06T08:00', end: '2026-04-06T12:00' });
    inExecution().when(entry, wib('2026-04-13T12:00')).warned();
    inExecution().when(entry, wib('2026-04-14T12:00')).warned('LATE_RECORDED');
  });

  it('does not credit work before the start', () => {
    const outcome = inExecution().when(
      recordSession({ start: '2026-03-31T08:00', end: '2026-03-31T12:00' }),
      atSix('2026-04-01'),
    );
    expect(minutesIn(outcome.events)).toEqual(['0/240 2026-03-31 NOT_STARTED']);
  });

  it('judges a hold by the date of work, also when entered during or after it', () => {
    const held = inExecution().given(
      [{ type: 'ExecutionSuspended', data: { caseId: 'c1', reason: 'sealed:v1:x', resumeAt: null } }],
      wib('2026-04-10T09:00'),
    );
    const before = held.when(
      recordSession({ start: '2026-04-09T08:00', end: '2026-04-09T12:00' }),
      atSix('2026-04-11'),
    );
    expect(minutesIn(before.events)).toEqual(['+240 2026-04-09']);
    const resumed = before.next.given(
      [{ type: 'ExecutionResumed', data: { caseId: 'c1' } }],
      wib('2026-04-20T09:00'),
    );
    const during = resumed.when(
      recordSession({ start: '2026-04-15T08:00', end: '2026-04-15T12:00' }),
      atSix('2026-04-20'),
    );
    expect(minutesIn(during.events)).toEqual(['0/240 2026-04-15 CASE_ON_HOLD']);
    const after = during.next.when(
      recordSession({ start: '2026-04-20T10:00', end: '2026-04-20T12:00' }),
      atSix('2026-04-20'),
    );
    expect(minutesIn(after.events)).toEqual(['+120 2026-04-20']);
  });
});

describe('the ordered total (I-2)', () => {
  it('credits only what is left, and completes', () => {
    const world = inExecution({ orderedHours: 10 }).when(
      recordSession({ start: '2026-04-06T08:00', end: '2026-04-06T16:00' }),
      atSix('2026-04-06'),
    ).next;
    const last = world.when(
      recordSession({ start: '2026-04-07T08:00', end: '2026-04-07T12:00' }),
      atSix('2026-04-07'),
    );
    last.records(
      { type: 'SessionRecorded', data: { sessionId: 's2' } },
      { type: 'MinutesCredited', data: { minutes: 120 } },
      { type: 'MinutesNotCredited', data: { minutes: 120, reason: 'ORDERED_TOTAL_REACHED' } },
      { type: 'ObligationCompleted', data: { creditedMinutes: 600, surplusMinutes: 0 } },
    );
    const more = last.next.when(
      recordSession({ start: '2026-04-08T08:00', end: '2026-04-08T12:00' }),
      atSix('2026-04-08'),
    );
    expect(minutesIn(more.events)).toEqual(['0/240 2026-04-08 ORDERED_TOTAL_REACHED']);
    last.next
      .given([{ type: 'CompletionMinuted', data: { caseId: 'c1' } }])
      .when(recordSession({ start: '2026-04-08T08:00', end: '2026-04-08T12:00' }), atSix('2026-04-08'))
      .refused('CASE_CLOSED');
  });
});

describe('S16: death', () => {
  const dead = (world: World) =>
    world.given([{ type: 'PersonDied', data: { diedOn: '2026-06-10' } }], wib('2026-06-13T09:00'));

  it('takes a session after the death for the record, with 0 minutes', () => {
    const outcome = dead(inExecution()).when(
      recordSession({ start: '2026-06-11T08:00', end: '2026-06-11T12:00' }),
      wib('2026-06-13T10:00'),
    );
    outcome.records(
      { type: 'SessionRecorded', data: {} },
      { type: 'MinutesNotCredited', data: { minutes: 240, reason: 'WORK_AFTER_DEATH' } },
      { type: 'WorkAfterDeathRecorded', data: { sessionId: 's1', siteId: 'puskesmas' } },
    );
    outcome.warned('WORK_AFTER_DEATH');
    expect(outcome.next.wakeUp(wib('2027-01-01T00:00')).events).toEqual([]);
  });

  it('takes it even when the case is closed, but no session of the living', () => {
    const closed = dead(inExecution()).given([
      { type: 'CaseClosed', data: { caseId: 'c1', reason: 'DEATH' } },
    ]);
    closed
      .when(recordSession({ start: '2026-06-11T08:00', end: '2026-06-11T12:00' }), wib('2026-06-13T10:00'))
      .warned('WORK_AFTER_DEATH');
    closed
      .when(recordSession({ start: '2026-06-09T08:00', end: '2026-06-09T12:00' }), wib('2026-06-13T10:00'))
      .refused('CASE_CLOSED');
  });

  it('credits work done before the death', () => {
    const outcome = dead(inExecution()).when(
      recordSession({ start: '2026-06-10T08:00', end: '2026-06-10T10:00' }),
      wib('2026-06-13T10:00'),
    );
    expect(minutesIn(outcome.events)).toEqual(['+120 2026-06-10']);
  });

  it('takes back what was credited before the death became known', () => {
    const outcome = inExecution()
      .when(recordSession({ start: '2026-06-11T08:00', end: '2026-06-11T12:00' }), wib('2026-06-12T10:00'))
      .next.when(command('record-death', { diedOn: '2026-06-10' }, prosecutor), wib('2026-06-13T09:00'));
    expect(minutesIn(outcome.events)).toEqual(['-240 2026-06-11 WORK_AFTER_DEATH']);
    expect(outcome.events.map(({ type }) => type)).toContain('WorkAfterDeathRecorded');
    expect(creditedOf(outcome.next)).toBe(0);
    expect(Object.keys(outcome.next.state.armed)).toEqual([]);
  });

  it('is beyond any decision of the prosecutor', () => {
    dead(inExecution())
      .when(recordSession({ start: '2026-06-11T08:00', end: '2026-06-11T12:00' }), wib('2026-06-13T10:00'))
      .next.when(
        command(
          'decide-session-credit',
          { sessionId: 's1', credited: true, reason: 'sealed:v1:x' },
          prosecutor,
        ),
        wib('2026-06-14T10:00'),
      )
      .refused('PERSON_DECEASED');
  });
});

describe('who, where and when', () => {
  const entry = { start: '2026-04-06T08:00', end: '2026-04-06T12:00' };
  const now = atSix('2026-04-06');

  it('knows the site, its agreement and its suspension', () => {
    inExecution()
      .when(recordSession({ ...entry, siteId: 'nowhere' }), now)
      .refused('SITE_UNKNOWN');
    inExecution()
      .knowing(siteFact('puskesmas', 'WIB', { agreement: null }))
      .when(recordSession(entry), now)
      .refused('SITE_NOT_APPROVED', { siteId: 'puskesmas', date: '2026-04-06' });
  });

  it('S22: hours before a suspension stay and can still be entered', () => {
    const suspended = inExecution()
      .when(recordSession(entry), now)
      .next.knowing(
        siteFact('puskesmas', 'WIB', { suspended: { on: '2026-04-08', reason: 'COMMERCIAL_USE' } }),
      );
    expect(creditedOf(suspended)).toBe(240);
    suspended.when(recordSession({ start: '2026-04-07T08:00', end: '2026-04-07T09:00' }), atSix('2026-04-08'))
      .next;
    suspended
      .when(recordSession({ start: '2026-04-08T08:00', end: '2026-04-08T09:00' }), atSix('2026-04-08'))
      .refused('SITE_SUSPENDED');
  });

  it('refuses another site’s supervisor and another office’s staff', () => {
    inExecution()
      .when(recordSession(entry, supervisorOf('mosque')), now)
      .refused('NOT_PERMITTED');
    inExecution()
      .when(recordSession(entry, { ...staff, office: 'kejari-binjai' }), now)
      .refused('NOT_PERMITTED');
    inExecution()
      .when(recordSession(entry, { ...staff, role: 'PERSON' }), now)
      .refused('NOT_PERMITTED');
  });

  it('refuses what cannot have happened', () => {
    const world = inExecution();
    world.when(recordSession(entry), wib('2026-04-06T11:00')).refused('DATE_IN_FUTURE');
    world
      .when(recordSession({ start: entry.end, end: entry.start }), now)
      .refused('MALFORMED', { field: 'end', problem: 'END_NOT_AFTER_START' });
    world
      .when(recordSession({ start: '2026-04-04T08:00', end: '2026-04-06T08:00' }), now)
      .refused('DATE_IMPLAUSIBLE', { problem: 'LONGER_THAN_A_DAY' });
    world
      .when(recordSession({ start: '2025-04-06T08:00', end: '2025-04-06T09:00' }), now)
      .refused('SITE_NOT_APPROVED');
    world
      .when(recordSession({ start: '2026-02-06T08:00', end: '2026-02-06T09:00' }), now)
      .refused('DATE_IMPLAUSIBLE', { problem: 'BEFORE_RULING' });
    const pause = { start: '2026-04-06T07:00', end: '2026-04-06T09:00' };
    world.when(recordSession({ ...entry, breaks: [pause] }), now).refused('MALFORMED', { field: 'breaks' });
  });

  it('refuses unknown cases and cases that are not in execution', () => {
    inExecution()
      .when(recordSession({ ...entry, caseId: 'c9' }), now)
      .refused('CASE_UNKNOWN');
    inExecution()
      .when(recordSession({ ...entry, caseId: 'toString' }), now)
      .refused('CASE_UNKNOWN');
  });

  it('records, credits and arms one deadline, and nothing else', () => {
    const { round } = inExecution().when(recordSession(entry), now);
    expect(round.outcome === 'accepted' && round.events.map(({ type }) => type)).toEqual([
      'SessionRecorded',
      'MinutesCredited',
      'DeadlineArmed',
    ]);
  });
});
