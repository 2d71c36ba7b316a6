/** Corrections (I-9): the wrong entry is named, and the balance ends as if it had never been. */
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
  sessionTimers,
  staff,
  supervisorOf,
  wib,
} from './session-world.ts';

const reason = 'sealed:v1:reason';
const now = wib('2026-04-20T09:00');

type Replacement = { siteId: string; start: string; end: string; breaks: [] };
const correct = (world: World, sessionId: string, replacement?: Replacement, actor = staff) => {
  const { version } = sessionOf(world, sessionId);
  return command(
    'correct-entry',
    replacement === undefined ? { version, reason } : { version, reason, replacement },
    actor,
  );
};
const onDay = (date: string, from: string, to: string, siteId = 'puskesmas'): Replacement => ({
  siteId,
  start: `${date}T${from}`,
  end: `${date}T${to}`,
  breaks: [],
});

const recorded = () =>
  inExecution().when(recordSession({ start: '2026-04-06T08:00', end: '2026-04-06T12:00' }), now).next;

describe('correction of an entry', () => {
  it('entered in error: counts for nothing and names the event', () => {
    const world = recorded();
    const { version } = sessionOf(world, 's1');
    const outcome = world.when(correct(world, 's1'), now);
    const next = outcome.records(
      { type: 'EventCorrected', data: { corrects: version, sessionId: 's1', reason } },
      { type: 'CreditWithdrawn', data: { minutes: 240, reason: 'ENTERED_IN_ERROR' } },
    );
    expect(creditedOf(next)).toBe(0);
    expect(sessionOf(next, 's1').status).toBe('VOID');
    expect(sessionTimers(next)).toEqual([]);
    next.when(correct(next, 's1'), now).refused('ALREADY_DONE');
  });

  it('entered wrongly: the right entry takes its place, also over the same hours', () => {
    const world = recorded();
    const outcome = world.when(correct(world, 's1', onDay('2026-04-06', '08:00', '11:00', 'mosque')), now);
    expect(minutesIn(outcome.events)).toEqual(['-240 2026-04-06 ENTERED_IN_ERROR', '+180 2026-04-06']);
    expect(outcome.events[0]?.data).toMatchObject({ sessionId: 's1', replacedBy: 's2' });
    expect(sessionOf(outcome.next, 's2')).toMatchObject({ siteId: 'mosque', status: 'RECORDED' });
    expect(creditedOf(outcome.next)).toBe(180);
  });

  it('refuses a replacement over the day or over another session, and leaves all as it was', () => {
    const world = recorded().when(
      recordSession({ siteId: 'mosque', start: '2026-04-06T13:00', end: '2026-04-06T16:00' }),
      now,
    ).next;
    const same = world
      .when(correct(world, 's1', onDay('2026-04-06', '05:00', '10:01')), now)
      .refused('DAILY_LIMIT', { left: 300 });
    expect(creditedOf(same)).toBe(420);
    world.when(correct(world, 's1', onDay('2026-04-06', '12:00', '14:00')), now).refused('OVERLAP');
  });

  it('lets minutes in that only a limit had kept out', () => {
    const first = inExecution({ orderedHours: 10 }).when(
      recordSession({ start: '2026-04-06T08:00', end: '2026-04-06T16:00' }),
      now,
    ).next;
    const full = first.when(recordSession({ start: '2026-04-07T08:00', end: '2026-04-07T12:00' }), now).next;
    expect(creditedOf(full)).toBe(600);
    const outcome = full.when(correct(full, 's1', onDay('2026-04-06', '08:00', '13:00')), now);
    expect(minutesIn(outcome.events)).toEqual([
      '-480 2026-04-06 ENTERED_IN_ERROR',
      '+300 2026-04-06',
      '+120 2026-04-07',
    ]);
    expect(creditedOf(outcome.next)).toBe(540);
    expect(outcome.next.state.domain.cases.c1?.stage).toBe('RUNNING');
  });

  it('mends a forgotten check-out', () => {
    const inside = inExecution().when(
      command(
        'check-in-session',
        { caseId: 'c1', siteId: 'puskesmas', at: '2026-04-06T08:00' },
        supervisorOf('puskesmas'),
      ),
      wib('2026-04-06T08:00'),
    ).next;
    const outcome = inside.when(correct(inside, 's1', onDay('2026-04-06', '08:00', '12:00')), now);
    expect(minutesIn(outcome.events)).toEqual(['+240 2026-04-06']);
  });

  it('is not for sites, other offices or unknown versions', () => {
    const world = recorded();
    world.when(correct(world, 's1', undefined, supervisorOf('puskesmas')), now).refused('NOT_PERMITTED');
    world
      .when(correct(world, 's1', undefined, { ...staff, office: 'kejari-karo' }), now)
      .refused('NOT_PERMITTED');
    world.when(command('correct-entry', { version: 1, reason }), now).refused('NOT_FOUND');
  });
});

describe('correction of a finished case (I.1)', () => {
  const signed = () =>
    inExecution({ orderedHours: 8 })
      .when(recordSession({ start: '2026-04-06T08:00', end: '2026-04-06T16:00' }), now)
      .next.given([{ type: 'CompletionMinuted', data: { caseId: 'c1' } }]);
  const closed = () => signed().given([{ type: 'CaseClosed', data: { caseId: 'c1', reason: 'COMPLETED' } }]);

  it('reopens it only by a prosecutor', () => {
    for (const world of [signed(), closed()]) {
      world.when(correct(world, 's1'), now).refused('NOT_PERMITTED');
      const outcome = world.when(correct(world, 's1', undefined, prosecutor), now);
      expect(outcome.events.map(({ type }) => type)).toContain('CaseReopened');
      const found = outcome.next.state.domain.cases.c1;
      expect(found).toMatchObject({ stage: 'RUNNING', creditedMinutes: 0, completionMinuted: false });
    }
  });

  it('completes it again where the right entry still reaches the total', () => {
    const world = closed();
    const outcome = world.when(correct(world, 's1', onDay('2026-04-07', '08:00', '16:00'), prosecutor), now);
    expect(outcome.events.map(({ type }) => type)).toEqual([
      'EventCorrected',
      'CaseReopened',
      'CreditWithdrawn',
      'SessionRecorded',
      'MinutesCredited',
      'ObligationCompleted',
    ]);
  });

  it('does not bring a case back that death has closed', () => {
    const world = recorded()
      .given([{ type: 'PersonDied', data: { diedOn: '2026-04-10' } }])
      .given([{ type: 'CaseClosed', data: { caseId: 'c1', reason: 'DEATH' } }]);
    const outcome = world.when(correct(world, 's1', undefined, prosecutor), now);
    expect(outcome.events.map(({ type }) => type)).toEqual(['EventCorrected', 'CreditWithdrawn']);
  });
});
