/** S18, S19: training hours and the hours of the sentence (I-12, A-15, A-20). */
import { describe, expect, it } from 'vitest';
import {
  centre,
  command,
  creditedOf,
  inExecution,
  minutesIn,
  prosecutor,
  recordSession,
  sessionOf,
  siteFact,
  staff,
  wib,
} from './session-world.ts';

const now = wib('2026-04-06T20:00');
const train = (jp: number, actor = centre, date = '2026-04-06') =>
  command('record-training-hours', { caseId: 'c1', siteId: 'balai', date, jp }, actor);

describe('S18: training hours', () => {
  it.each(['NONE', 'WORK_AT_BALAI'] as const)('policy %s: 8 JP give 0 minutes', (hourCreditPolicy) => {
    const outcome = inExecution({ hourCreditPolicy }).when(train(8), now);
    expect(minutesIn(outcome.events)).toEqual(['0/360 2026-04-06 TRAINING_NOT_COUNTED']);
    expect(creditedOf(outcome.next)).toBe(0);
  });

  it('policy TRAINING_COUNTS: 8 JP are 360 minutes, and 120 are left for the site', () => {
    const outcome = inExecution({ hourCreditPolicy: 'TRAINING_COUNTS' }).when(train(8), now);
    expect(minutesIn(outcome.events)).toEqual(['+360 2026-04-06']);
    const work = { start: '2026-04-06T16:00' };
    outcome.next
      .when(recordSession({ ...work, end: '2026-04-06T18:01' }), now)
      .refused('DAILY_LIMIT', { left: 120 });
    const full = outcome.next.when(recordSession({ ...work, end: '2026-04-06T18:00' }), now).next;
    expect(creditedOf(full)).toBe(480);
    const worked = inExecution({ hourCreditPolicy: 'TRAINING_COUNTS' }).when(
      recordSession({ start: '2026-04-06T08:00', end: '2026-04-06T16:00' }),
      now,
    ).next;
    worked.when(train(1), now).refused('DAILY_LIMIT', { left: 0 });
  });

  it('counts what was trained before the document only by a prosecutor’s decision', () => {
    const decide = command(
      'decide-session-credit',
      { sessionId: 's1', credited: true, reason: 'sealed:v1:x' },
      prosecutor,
    );
    const before = inExecution().when(train(8), now).next;
    before.when(decide, now).refused('DOCUMENT_MISSING');
    const after = before.given([
      { type: 'HourCreditPolicySet', data: { caseId: 'c1', policy: 'TRAINING_COUNTS' } },
    ]);
    expect(minutesIn(after.when(decide, now).events)).toEqual(['+360 2026-04-06']);
  });

  it('is entered by the centre, for days that have been', () => {
    inExecution().when(train(8, staff), now).refused('NOT_PERMITTED');
    inExecution()
      .when(train(8, { ...centre, office: 'other' }), now)
      .refused('NOT_PERMITTED');
    inExecution()
      .when(train(8, centre, '2026-04-07'), now)
      .refused('DATE_IN_FUTURE');
    inExecution().when(train(0), now).refused('MALFORMED', { field: 'jp' });
  });
});

describe('S19: court-ordered training', () => {
  const measure = () => inExecution({ orderedHours: null, measureJp: 160 });

  it('is tracked in minutes of the measure, without the limits of community service', () => {
    const outcome = measure().when(train(12), now);
    const next = outcome.records(
      { type: 'TrainingHoursRecorded', data: { jp: 12, minutes: 540, toward: 'MEASURE' } },
      { type: 'MeasureMinutesCredited', data: { minutes: 540 } },
    );
    expect(next.state.domain.cases.c1?.measure).toMatchObject({ orderedMinutes: 7_200, doneMinutes: 540 });
    expect(creditedOf(next)).toBe(0);
  });

  it('fills no more than a day, at however many centres', () => {
    measure().when(train(32), now).refused('TRAINING_DAY_FULL', { minutes: 1_440, limit: 720 });
    const once = measure().when(train(12), now).next;
    const more = once.given([
      { type: 'HourCreditPolicySet', data: { caseId: 'c1', policy: 'NONE', siteId: 'balai-lain' } },
    ]);
    const known = more.knowing(siteFact('balai-lain', 'WIB', { trainingCentre: true }));
    const elsewhere = (jp: number) =>
      command(
        'record-training-hours',
        { caseId: 'c1', siteId: 'balai-lain', date: '2026-04-06', jp },
        { ...centre, office: 'balai-lain' },
      );
    known.when(elsewhere(5), now).refused('TRAINING_DAY_FULL', { minutes: 765 });
    known.when(elsewhere(4), now).next;
  });

  it('is put right by the centre', () => {
    const world = measure().when(train(8), now).next;
    const { version } = sessionOf(world, 's1');
    const correct = command('correct-entry', { version, reason: 'sealed:v1:x' }, centre);
    const next = world
      .when(correct, now)
      .records(
        { type: 'EventCorrected', data: {} },
        { type: 'MeasureMinutesWithdrawn', data: { minutes: 360 } },
      );
    expect(next.state.domain.cases.c1?.measure?.doneMinutes).toBe(0);
  });
});
