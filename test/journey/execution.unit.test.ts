/** S01, S02, S25: plan, window, pace, completion. */
import { describe, expect, it } from 'vitest';
import { instant, site, supervisor, types, World } from './story.ts';
import {
  datesOn,
  everyWeekday,
  ordered,
  planFor,
  planned,
  running,
  sited,
  weekdays,
  weekends,
  works,
} from './way.ts';

const WEEKDAYS = [1, 2, 3, 4, 5];

describe('S01: plain 240 hours', () => {
  it('orders within the service time', () => {
    const story = ordered();
    expect(story.all('ExecutionOrdered')[0]?.data).toMatchObject({ withinDueTime: true });
    expect(story.all('RulingBecameFinal')[0]?.data).toMatchObject({
      executionDueAt: { date: '2026-03-25', at: instant('2026-03-25T23:59:59') },
    });
    expect(story.all('ExecutionOverdue')).toEqual([]);
  });

  it('is late after the due date, with a warning and no legal effect', () => {
    const story = ordered({ orderedOn: '2026-03-26' });
    expect(story.all('ExecutionOverdue')).toMatchObject([{ occurredAt: { date: '2026-03-25' } }]);
    expect(story.all('ExecutionOrdered')[0]?.data).toMatchObject({ withinDueTime: false });
  });

  it('plans 30 weekdays to 8 May', () => {
    const plan = sited().accepts('plan-schedule', planFor('2026-03-30', everyWeekday)).events[0];
    expect(plan).toMatchObject({ type: 'SchedulePlanned', data: { completesOn: '2026-05-08' } });
  });

  it('plans to 12 May when the site is shut on two of them', () => {
    const shut = site('puskesmas', { closedOn: ['2026-04-03', '2026-05-01'] });
    const story = sited({ world: new World().know('site/puskesmas', shut) });
    const plan = story.accepts('plan-schedule', planFor('2026-03-30', everyWeekday)).events[0];
    expect(plan).toMatchObject({ data: { completesOn: '2026-05-12' } });
  });

  it('ends its window on 26 September', () => {
    const [started] = running().all('ExecutionStarted');
    expect(started?.data).toMatchObject({
      windowDays: 180,
      windowEndsAt: { date: '2026-09-26', at: instant('2026-09-26T23:59:59'), zone: 'WIB' },
    });
  });

  it('completes once at 14,400 minutes, and takes no session after the signature', () => {
    const story = running();
    works(story, datesOn(WEEKDAYS, '2026-03-30', 30), 8);
    expect(story.all('ObligationCompleted')).toMatchObject([
      { data: { creditedMinutes: 14_400, surplusMinutes: 0 }, occurredAt: { date: '2026-05-08' } },
    ]);
    expect(story.waitsFor()).toEqual(['signature-chase']);
    story.accepts('sign-completion', { caseId: 'c1' });
    story.at('2026-05-11T20:00');
    const session = {
      caseId: 'c1',
      siteId: 'puskesmas',
      start: '2026-05-11T08:00',
      end: '2026-05-11T10:00',
      breaks: [],
    };
    expect(story.refuses('record-session', session, { actor: supervisor }).code).toBe('CASE_CLOSED');
    story.accepts('close-case', { caseId: 'c1', reason: 'COMPLETED' });
    expect(story.case().stage).toBe('CLOSED');
    expect(story.waitsFor()).toEqual(['retention-end']);
    expect(story.all('BreachReviewOpened')).toEqual([]);
  });
});

/** 52 weekend days, of which the person misses eight. */
function twentyHoursShort() {
  const story = running({ startedOn: '2026-04-01', slots: weekends });
  works(story, datesOn([6, 7], '2026-04-01', 52).slice(8), 5);
  return story;
}

describe('S02: instalments crossing six months', () => {
  it('accepts the plan with 52 days of five hours', () => {
    const plan = sited().accepts('plan-schedule', planFor('2026-04-01', weekends)).events[0];
    expect(plan?.data).toMatchObject({ plannedDays: 52, plannedMinutes: 15_600 });
  });

  it('opens the review at midnight after 28 September, 20 hours short', () => {
    const story = twentyHoursShort();
    expect(story.case().creditedMinutes).toBe(13_200);
    expect(story.dueAt('window-end')).toBe(instant('2026-09-28T23:59:59'));
    story.at('2026-09-29T00:00');
    expect(story.all('WindowEnded')).toMatchObject([
      { data: { minutesShort: 1_200 }, occurredAt: { at: instant('2026-09-28T23:59:59') } },
    ]);
    expect(story.all('BreachReviewOpened')).toMatchObject([
      {
        data: { ground: 'WINDOW_ENDED', minutesShort: 1_200 },
        occurredAt: { at: instant('2026-09-29T00:00:00'), date: '2026-09-29', zone: 'WIB' },
      },
    ]);
    expect(story.case().stage).toBe('REVIEW');
  });

  it('stores work of 29 September without credit', () => {
    const story = twentyHoursShort();
    works(story, ['2026-09-29'], 8);
    expect(story.all('MinutesNotCredited')).toMatchObject([
      { data: { date: '2026-09-29', minutes: 480, reason: 'WINDOW_CLOSED' } },
    ]);
    expect(story.case().creditedMinutes).toBe(13_200);
  });
});

describe('S25: downtime', () => {
  it('fires the window end once, and the late firing changes nothing else', () => {
    const punctual = twentyHoursShort().at('2026-09-30T09:00');
    const late = twentyHoursShort().at('2026-09-28T20:00').outage('2026-09-30T09:00');
    const fired = late
      .all('DeadlineFired')
      .filter(({ data }) => (data as { kind: string }).kind === 'window-end');
    expect(fired).toMatchObject([
      { data: { dueAt: { at: instant('2026-09-28T23:59:59') }, firedAt: instant('2026-09-30T09:00') } },
    ]);
    for (const type of ['WindowEnded', 'BreachReviewOpened'])
      expect(late.all(type)).toEqual(punctual.all(type));
    expect(late.case()).toEqual(punctual.case());
  });

  it('judges a session entered meanwhile by its work date', () => {
    const story = twentyHoursShort().at('2026-09-28T20:00').outage('2026-09-30T09:00');
    const start = { caseId: 'c1', siteId: 'puskesmas', breaks: [] };
    story.accepts(
      'record-session',
      { ...start, start: '2026-09-28T08:00', end: '2026-09-28T13:00' },
      { actor: supervisor },
    );
    expect(story.case().creditedMinutes).toBe(13_500);
  });
});

describe('plan', () => {
  it('is infeasible when the window holds too few hours', () => {
    const refusal = sited().refuses('plan-schedule', planFor('2026-04-01', weekdays([6], '08:00', '12:00')));
    expect(refusal).toMatchObject({
      code: 'PLAN_INFEASIBLE',
      parameters: { plannedHours: 104, hoursLeft: 240, windowEnd: '2026-09-28' },
    });
  });

  it('refuses more than the daily limit and slots that share time', () => {
    const story = sited();
    expect(
      story.refuses('plan-schedule', planFor('2026-03-30', weekdays([1, 2], '07:00', '16:00'))),
    ).toMatchObject({ code: 'DAILY_LIMIT', parameters: { minutesLeft: 480, date: '2026-03-30' } });
    const twice = [...weekdays([1], '08:00', '12:00'), ...weekdays([1], '11:00', '13:00')];
    expect(story.refuses('plan-schedule', planFor('2026-03-30', twice)).code).toBe('OVERLAP');
  });

  it('takes a place on each day it needs, and refuses a full day', () => {
    const world = new World().know('site/puskesmas', site('puskesmas', { capacityPerDay: 1 }));
    planned({ world, personId: 'person-1', ruling: { caseNumberIndex: 'first' } });
    expect(world.placesTaken('site-day/puskesmas/2026-05-08')).toBe(1);
    expect(world.placesTaken('site-day/puskesmas/2026-05-11')).toBe(0);
    const second = sited({ world, personId: 'person-2', ruling: { caseNumberIndex: 'second' } });
    expect(second.refuses('plan-schedule', planFor('2026-04-06', everyWeekday))).toMatchObject({
      code: 'SITE_FULL',
      parameters: { siteId: 'puskesmas', date: '2026-04-06' },
    });
    second.accepts('plan-schedule', planFor('2026-05-11', everyWeekday));
  });

  it('gives back the places of a revised plan, and of a changed site', () => {
    const world = new World();
    const story = running({ world });
    story.accepts('plan-schedule', planFor('2026-03-30', weekdays([1, 2, 3, 4], '08:00', '16:00')));
    expect(story.all('PlanRevised')).toHaveLength(1);
    expect(world.placesTaken('site-day/puskesmas/2026-04-03')).toBe(0);
    expect(world.placesTaken('site-day/puskesmas/2026-04-02')).toBe(1);
    story.accepts('change-site', { caseId: 'c1', siteId: 'mosque', reason: 'sealed:v1:x' });
    expect(world.placesTaken('site-day/puskesmas/2026-04-02')).toBe(0);
    expect(story.case()).toMatchObject({ stage: 'RUNNING', plan: null, site: { siteId: 'mosque' } });
  });

  it('keeps a place already held when the site takes fewer people than before', () => {
    const world = new World().know('site/puskesmas', site('puskesmas', { capacityPerDay: 2 }));
    const story = planned({ world, ruling: { caseNumberIndex: 'first' } });
    planned({ world, personId: 'person-2', ruling: { caseNumberIndex: 'second' } });
    world.know('site/puskesmas', site('puskesmas', { capacityPerDay: 1 }));
    story.accepts('plan-schedule', planFor('2026-03-30', weekdays([1, 2, 3, 4, 5], '09:00', '17:00')));
    expect(world.placesTaken('site-day/puskesmas/2026-03-30')).toBe(2);
  });

  it('cannot fill days that are over', () => {
    const story = running().at('2026-09-20T09:00');
    expect(story.refuses('plan-schedule', planFor('2026-03-30', everyWeekday))).toMatchObject({
      code: 'PLAN_INFEASIBLE',
      parameters: { plannedHours: 40, hoursLeft: 240 },
    });
  });

  it('warns when it was not discussed with the person (S11)', () => {
    const sent = sited().accepts('plan-schedule', {
      ...planFor('2026-03-30', everyWeekday),
      discussedWithPerson: false,
    });
    expect(sent.warnings).toEqual(['PLAN_NOT_DISCUSSED']);
  });

  it('counts a night slot on both dates (S06)', () => {
    const nights = weekdays([1, 2, 3, 4, 5], '20:00', '04:00');
    const plan = sited().accepts('plan-schedule', planFor('2026-03-30', nights)).events[0];
    expect(plan?.data).toMatchObject({ completesOn: '2026-05-09' });
  });
});

describe('execution', () => {
  it('starts only with a plan that the site has accepted', () => {
    const story = ordered();
    expect(story.refuses('start-execution', { caseId: 'c1', startedOn: '2026-03-23' }).code).toBe(
      'WRONG_STAGE',
    );
    story.accepts('assign-site', { caseId: 'c1', siteId: 'puskesmas', source: 'PROSECUTOR' });
    story.accepts('plan-schedule', planFor('2026-03-30', everyWeekday));
    story.at('2026-03-30T08:00');
    expect(story.all('SiteAnswerOverdue')).toHaveLength(1);
    expect(story.refuses('start-execution', { caseId: 'c1', startedOn: '2026-03-30' }).code).toBe(
      'WRONG_STAGE',
    );
  });

  it('goes back to ORDERED when the site declines', () => {
    const story = ordered();
    story.accepts('assign-site', { caseId: 'c1', siteId: 'puskesmas', source: 'PROSECUTOR' });
    story.accepts('plan-schedule', planFor('2026-03-30', everyWeekday));
    expect(story.case().stage).toBe('PLANNED');
    const declined = { caseId: 'c1', siteId: 'puskesmas', accepted: false };
    story.accepts('answer-site-assignment', declined, { actor: supervisor });
    expect(story.case()).toMatchObject({ stage: 'ORDERED', site: null, plan: null });
    expect(story.world.placesTaken('site-day/puskesmas/2026-04-01')).toBe(0);
  });

  it('keeps to a shorter period of the ruling, and never exceeds six months', () => {
    expect(running({ ruling: { completionDays: 90 } }).case().execution?.windowEndsAt?.date).toBe(
      '2026-06-28',
    );
    expect(running({ ruling: { completionDays: 365 } }).case().execution?.windowEndsAt?.date).toBe(
      '2026-09-26',
    );
  });

  it('checks the pace each Monday, and only once after many missed', () => {
    const story = running();
    expect(story.dueAt('pace-check')).toBe(instant('2026-04-06T00:00'));
    story.at('2026-04-06T00:00');
    expect(story.all('PaceChecked')).toMatchObject([
      { data: { minutesLeft: 14_400, daysLeft: 173, requiredMinutesPerWeek: 583, behind: false } },
    ]);
    story.outage('2026-06-16T10:00');
    expect(story.all('PaceChecked')).toHaveLength(2);
    expect(story.dueAt('pace-check')).toBe(instant('2026-06-22T00:00'));
  });

  it('is behind when the plan no longer suffices', () => {
    const story = running({ slots: weekends }).at('2026-07-06T00:00');
    expect(story.all('PaceChecked').at(-1)?.data).toMatchObject({ behind: true });
    expect(story.case().execution?.behind).toBe(true);
  });

  it('warns at 60, 30, 14 and 7 days, and raises passed points as one', () => {
    const story = running().at('2026-09-20T00:00');
    const points = story.all('WindowWarningRaised').map(({ data, occurredAt }) => ({
      points: (data as { points: number[] }).points,
      on: occurredAt?.date,
    }));
    expect(points).toEqual([
      { points: [60], on: '2026-07-28' },
      { points: [30], on: '2026-08-27' },
      { points: [14], on: '2026-09-12' },
      { points: [7], on: '2026-09-19' },
    ]);
    const late = running().outage('2026-09-20T09:00');
    expect(late.all('WindowWarningRaised')).toMatchObject([{ data: { points: [60, 30, 14, 7] } }]);
  });

  it('ends the window without a review when only a training measure is left', () => {
    const story = running({ ruling: { orderedHours: 8, measure: { jp: 8, siteId: 'balai' } } });
    works(story, ['2026-03-30'], 8);
    story.at('2026-09-27T00:00');
    expect(story.all('WindowEnded')).toMatchObject([{ data: { minutesShort: 0 } }]);
    expect(story.all('BreachReviewOpened')).toEqual([]);
    expect(story.case().stage).toBe('RUNNING');
  });

  it('holds and resumes without touching the window, unless a document sets it', () => {
    const story = running().at('2026-04-10T09:00');
    story.accepts('suspend-execution', { caseId: 'c1', reason: 'sealed:v1:ill', resumeOn: '2026-04-20' });
    expect(story.case().stage).toBe('HELD');
    story.at('2026-04-20T08:00');
    expect(story.all('SuspensionResumeDue')).toHaveLength(1);
    expect(story.case().stage).toBe('HELD');
    expect(
      story.refuses('resume-execution', { caseId: 'c1', windowEndsOn: '2026-10-06' }, { document: null })
        .code,
    ).toBe('DOCUMENT_MISSING');
    const sent = story.accepts('resume-execution', { caseId: 'c1', windowEndsOn: '2026-10-06' });
    expect(types(sent)).toEqual(['ExecutionResumed', 'WindowChanged']);
    expect(story.dueAt('window-end')).toBe(instant('2026-10-06T23:59:59'));
    expect(story.case()).toMatchObject({
      stage: 'RUNNING',
      heldPeriods: [{ from: '2026-04-10', to: '2026-04-20' }],
    });
  });

  it('chases the signature each week, once for many missed', () => {
    const story = running();
    works(story, datesOn(WEEKDAYS, '2026-03-30', 30), 8);
    expect(story.dueAt('signature-chase')).toBe(instant('2026-05-15T23:59:59'));
    story.outage('2026-06-20T10:00');
    expect(story.all('SignatureChased')).toHaveLength(1);
    expect(story.dueAt('signature-chase')).toBe(instant('2026-06-26T23:59:59'));
  });
});
