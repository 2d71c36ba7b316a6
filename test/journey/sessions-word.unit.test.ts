/** Everybody's word on a session: the site, the prosecutor, the clock. */
import { describe, expect, it } from 'vitest';
import {
  command,
  counsellor,
  creditedOf,
  inExecution,
  minutesIn,
  prosecutor,
  recordSession,
  sessionOf,
  sessionTimers,
  staff,
  supervisorOf,
  wib,
} from './session-world.ts';

const site = supervisorOf('puskesmas');
const reason = 'sealed:v1:reason';
const entry = { start: '2026-04-06T08:00', end: '2026-04-06T12:00' };
const recorded = () => inExecution().when(recordSession(entry), wib('2026-04-06T18:00')).next;

const confirm = command('confirm-session', { sessionId: 's1' }, site);
const dispute = command('dispute-session', { sessionId: 's1', reason }, site);
const decide = (credited: boolean, sessionId = 's1') =>
  command('decide-session-credit', { sessionId, credited, reason }, prosecutor);

describe('confirmation by the site (I.7)', () => {
  it('chases two days after the end of the session and escalates after seven, once each', () => {
    const world = recorded();
    expect(world.wakeUp(wib('2026-04-08T11:59')).events).toEqual([]);
    const chased = world.wakeUp(wib('2026-04-08T12:00'));
    expect(chased.events).toMatchObject([{ type: 'SessionConfirmationChased', data: { sessionId: 's1' } }]);
    const escalated = chased.spec.wakeUp(wib('2026-04-13T12:00'));
    expect(escalated.events).toMatchObject([{ type: 'SessionConfirmationEscalated' }]);
    expect(sessionTimers(escalated.spec)).toEqual([]);
  });

  it('counts from the entry where the entry came later than the term', () => {
    const late = inExecution().when(recordSession(entry), wib('2026-05-01T09:00')).next;
    expect(sessionOf(late, 's1').confirmation).toMatchObject({
      confirmBy: { at: wib('2026-05-03T09:00') },
      escalateAt: { at: wib('2026-05-08T09:00') },
    });
  });

  it('waits for nothing once the site has confirmed', () => {
    const confirmed = recorded().when(confirm, wib('2026-04-07T09:00'));
    const next = confirmed.records({ type: 'SessionConfirmed', data: { sessionId: 's1' } });
    expect(sessionTimers(next)).toEqual([]);
    next.when(confirm, wib('2026-04-07T09:05')).refused('ALREADY_DONE');
  });

  it('needs no confirmation of the site’s own entry', () => {
    const world = inExecution().when(recordSession(entry, site), wib('2026-04-06T18:00')).next;
    expect(sessionOf(world, 's1').status).toBe('CONFIRMED');
    expect(sessionTimers(world)).toEqual([]);
  });

  it('belongs to the site of the session alone', () => {
    const by = (actor: typeof site) => command('confirm-session', { sessionId: 's1' }, actor);
    recorded()
      .when(by(supervisorOf('mosque')), wib('2026-04-07T09:00'))
      .refused('NOT_PERMITTED');
    recorded().when(by(staff), wib('2026-04-07T09:00')).refused('NOT_PERMITTED');
    recorded()
      .when(command('confirm-session', { sessionId: 's9' }, site), wib('2026-04-07T09:00'))
      .refused('SESSION_UNKNOWN');
  });
});

describe('dispute and decision', () => {
  const disputed = () => recorded().when(dispute, wib('2026-04-07T09:00')).next;

  it('withdraws the credit until a prosecutor decides', () => {
    const outcome = recorded().when(dispute, wib('2026-04-07T09:00'));
    expect(minutesIn(outcome.events)).toEqual(['-240 2026-04-06 DISPUTED']);
    expect(creditedOf(outcome.next)).toBe(0);
    expect(sessionTimers(outcome.next)).toEqual([]);
    outcome.next.when(confirm, wib('2026-04-07T10:00')).refused('WRONG_STAGE');
  });

  it('gives it back, or leaves it', () => {
    const given = disputed().when(decide(true), wib('2026-04-08T09:00'));
    expect(minutesIn(given.events)).toEqual(['+240 2026-04-06']);
    expect(sessionOf(given.next, 's1')).toMatchObject({ status: 'DECIDED', notCredited: [] });
    const left = disputed().when(decide(false), wib('2026-04-08T09:00'));
    expect(minutesIn(left.events)).toEqual([]);
    expect(creditedOf(left.next)).toBe(0);
    left.next.when(decide(false), wib('2026-04-08T10:00')).refused('ALREADY_DONE');
  });

  it('never goes over the day: other work may have filled it meanwhile', () => {
    const filled = disputed().when(
      recordSession({ start: '2026-04-06T12:00', end: '2026-04-06T18:00' }),
      wib('2026-04-07T12:00'),
    ).next;
    const outcome = filled.when(decide(true), wib('2026-04-08T09:00'));
    expect(minutesIn(outcome.events)).toEqual(['+120 2026-04-06', '0/120 2026-04-06 DAILY_LIMIT']);
    outcome.next.when(decide(true), wib('2026-04-08T10:00')).refused('DAILY_LIMIT', { left: 0 });
  });

  it('is the prosecutor’s alone', () => {
    for (const actor of [staff, counsellor, site]) {
      disputed()
        .when(
          command('decide-session-credit', { sessionId: 's1', credited: true, reason }, actor),
          wib('2026-04-08T09:00'),
        )
        .refused('NOT_PERMITTED');
    }
  });

  it('I-3: credits work after the window by decision, within the limits', () => {
    const late = inExecution().when(
      recordSession({ start: '2026-09-29T08:00', end: '2026-09-29T16:00' }),
      wib('2026-09-29T18:00'),
    ).next;
    const outcome = late.when(decide(true), wib('2026-09-30T09:00'));
    expect(minutesIn(outcome.events)).toEqual(['+480 2026-09-29']);
    outcome.next.when(decide(true), wib('2026-09-30T10:00')).refused('ALREADY_DONE');
  });

  it('S22: takes credit back where the prosecutor decides so', () => {
    const outcome = recorded().when(decide(false), wib('2026-04-08T09:00'));
    expect(minutesIn(outcome.events)).toEqual(['-240 2026-04-06 DECIDED_NOT_CREDITED']);
    expect(creditedOf(outcome.next)).toBe(0);
  });

  it('reopens a completed case that is short again', () => {
    const completed = inExecution({ orderedHours: 8 }).when(
      recordSession({ start: '2026-04-06T08:00', end: '2026-04-06T16:00' }),
      wib('2026-04-06T18:00'),
    ).next;
    expect(completed.state.domain.cases.c1?.stage).toBe('COMPLETED');
    const outcome = completed.when(dispute, wib('2026-04-07T09:00'));
    expect(outcome.events.map(({ type }) => type)).toEqual([
      'SessionDisputed',
      'CreditWithdrawn',
      'CaseReopened',
    ]);
    expect(outcome.next.state.domain.cases.c1?.stage).toBe('RUNNING');
    const again = outcome.next.when(decide(true), wib('2026-04-08T09:00'));
    expect(again.next.state.domain.cases.c1?.stage).toBe('COMPLETED');
  });

  it('is over once the completion is signed', () => {
    inExecution({ orderedHours: 8 })
      .when(recordSession({ start: '2026-04-06T08:00', end: '2026-04-06T16:00' }), wib('2026-04-06T18:00'))
      .next.given([{ type: 'CompletionMinuted', data: { caseId: 'c1' } }])
      .when(dispute, wib('2026-04-07T09:00'))
      .refused('CASE_CLOSED');
  });
});

describe('absence', () => {
  const excuse = (date: string, actor = prosecutor) =>
    command('excuse-session', { caseId: 'c1', date, reason: 'SICK' }, actor);
  const noShow = (date: string, actor = site) => command('record-no-show', { caseId: 'c1', date }, actor);
  const now = wib('2026-04-10T09:00');

  it('is excused by the prosecutor, not by the site', () => {
    inExecution().when(excuse('2026-04-09', site), now).refused('NOT_PERMITTED');
    const world = inExecution().when(excuse('2026-04-09'), now).next;
    expect(world.state.domain.cases.c1?.excused).toEqual(['2026-04-09']);
    world.when(excuse('2026-04-09'), now).refused('ALREADY_DONE');
    world.when(noShow('2026-04-09'), now).refused('ALREADY_DONE');
  });

  it('is no absence where minutes are credited', () => {
    recorded().when(excuse('2026-04-06'), now).refused('ALREADY_DONE');
    recorded().when(noShow('2026-04-06'), now).refused('ALREADY_DONE');
  });

  it('takes a no-show back when it is excused later', () => {
    const missed = inExecution().when(noShow('2026-04-09'), now).next;
    expect(missed.state.domain.cases.c1?.noShows).toEqual(['2026-04-09']);
    const excused = missed.when(excuse('2026-04-09'), now).next;
    expect(excused.state.domain.cases.c1).toMatchObject({ noShows: [], excused: ['2026-04-09'] });
  });

  it('may be excused beforehand, but a no-show has happened', () => {
    inExecution().when(excuse('2026-04-20'), now).next;
    inExecution().when(noShow('2026-04-20'), now).refused('DATE_IN_FUTURE');
    inExecution().when(noShow('2026-03-31'), now).refused('DATE_IMPLAUSIBLE');
  });
});

describe('reports', () => {
  const now = wib('2026-04-10T09:00');

  it('I.6b: an injury excuses its day', () => {
    const injury = { caseId: 'c1', date: '2026-04-09', note: 'sealed:v1:health' };
    const world = inExecution().when(command('report-injury', injury, site), now).next;
    expect(world.state.domain.cases.c1?.excused).toEqual(['2026-04-09']);
    inExecution()
      .when(command('report-injury', injury, { id: 'p', role: 'PERSON', office: 'person' }), now)
      .records({ type: 'InjuryReported', data: injury });
    inExecution()
      .when(command('report-injury', { ...injury, sessionId: 's7' }, site), now)
      .refused('SESSION_UNKNOWN');
  });

  it('A-11: guidance is the counsellor’s and changes no minute', () => {
    const guidance = { caseId: 'c1', heldOn: '2026-04-09' };
    inExecution()
      .when(command('record-guidance', guidance, counsellor), now)
      .records({ type: 'GuidanceRecorded', data: guidance });
    inExecution()
      .when(command('record-guidance', guidance, prosecutor), now)
      .refused('NOT_PERMITTED');
    inExecution()
      .when(command('record-guidance', { caseId: 'c1', heldOn: '2026-04-11' }, counsellor), now)
      .refused('DATE_IN_FUTURE');
  });

  it('files a month that exists and has begun', () => {
    const report = (month: string) => command('file-monthly-report', { caseId: 'c1', month });
    inExecution()
      .when(report('2026-04'), now)
      .records({ type: 'MonthlyReportFiled', data: { month: '2026-04' } });
    inExecution().when(report('2026-13'), now).refused('MALFORMED', { field: 'month' });
    inExecution().when(report('2026-05'), now).refused('DATE_IN_FUTURE');
  });
});
