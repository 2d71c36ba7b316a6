/** Where a case is heading: S01, S02, S05 and the sentence of the product list (37 hours, 2 × 4 hours a week, 9 March). */
import { describe, expect, it } from 'vitest';
import { OUTLOOK_POLICIES, outlookOf } from '../../src/domain/journey/outlook/look-ahead.ts';
import type { Outlook } from '../../src/domain/journey/outlook/outlook.ts';
import { startingPolicy } from '../../src/domain/law/policy-catalogue.ts';
import type { CalendarFact } from '../../src/domain/registers/calendar.ts';
import type { SiteFact } from '../../src/domain/registers/site.ts';
import { localDateTimeOf, momentAt } from '../../src/domain/time/moments.ts';
import { type Story, site, World } from './story.ts';
import {
  datesOn,
  everyWeekday,
  planFor,
  planned,
  registered,
  ruling,
  running,
  sited,
  weekdays,
  weekends,
  works,
} from './way.ts';

function outlook(story: Story, caseId = 'c1'): Outlook {
  const facts = story.world.facts;
  const calendar = facts.get('calendar/national')?.value as unknown as CalendarFact;
  const places = new Map(
    [...facts].flatMap(([key, { value }]) =>
      key.startsWith('site/')
        ? [[key.slice('site/'.length), { site: value as unknown as SiteFact, calendar }] as const]
        : [],
    ),
  );
  const asOf = localDateTimeOf(momentAt(story.now, story.zone)).slice(0, 10);
  const policy = <T>(name: string): T => {
    expect(OUTLOOK_POLICIES).toContain(name);
    return startingPolicy(name as 'window_days').value as T;
  };
  const found = outlookOf(story.state.domain, story.case(caseId), { asOf, places, policy });
  if (found === undefined) throw new Error('no outlook');
  return found;
}

describe('S01: 240 hours on weekdays', () => {
  it('ends on 8 May, as the planner says', () => {
    const story = running();
    expect(outlook(story)).toMatchObject({
      ...{ kind: 'ON_TIME', completesOn: '2026-05-08', windowEndsOn: '2026-09-26', minutesLeft: 14_400 },
      rhythm: { minutesPerDay: 480, minutesPerWeek: 2_400, fullWeekdays: [1, 2, 3, 4, 5] },
      ...{ ways: [], minutesShort: 0 },
    });
    expect(story.case().plan?.completesOn).toBe('2026-05-08');
  });

  it('ends on 12 May where the site is shut on two days', () => {
    const shut = site('puskesmas', { closedOn: ['2026-04-03', '2026-05-01'] });
    const story = running({ world: new World().know('site/puskesmas', shut) });
    expect(outlook(story).completesOn).toBe('2026-05-12');
  });

  it('counts a holiday that was loaded after the plan', () => {
    const world = new World().know('site/puskesmas', site('puskesmas', { openOnHolidays: false }));
    const story = running({ world });
    world.know('calendar/national', {
      ...{ id: 'national', name: 'national', years: [{ year: 2026 }] },
      holidays: [{ date: '2026-05-01', name: 'Hari Buruh' }],
    });
    expect(outlook(story).completesOn).toBe('2026-05-11');
  });

  it('is known before the start, from the schedule', () => {
    expect(outlook(planned())).toMatchObject({
      ...{ kind: 'ON_TIME', startedOn: null, completesOn: '2026-05-08', windowEndsOn: '2026-09-26' },
    });
  });
});

describe('S02: weekends across six months', () => {
  const start = { startedOn: '2026-04-01', slots: weekends };

  it('reaches the end as planned', () => {
    const found = outlook(running(start));
    expect(found).toMatchObject({ kind: 'ON_TIME', windowEndsOn: '2026-09-28' });
    expect(found.ahead).toHaveLength(48);
    expect(found.completesOn).toBe('2026-09-13');
  });

  it('falls 20 hours short after eight days without work, and says what would help', () => {
    const story = running(start);
    // The first eight weekend days were missed: 44 of 52 are left, 220 hours.
    story.at('2026-05-01T09:00');
    const found = outlook(story);
    expect(found).toMatchObject({ kind: 'SHORT', minutesShort: 20 * 60, completesOn: null });
    expect(found.ways).toEqual([
      { kind: 'ADD_DAYS', weekdays: [1], minutesPerDay: 300, completesOn: '2026-08-17' },
      { kind: 'LONGER_DAYS', minutesPerDay: 330, completesOn: '2026-09-27' },
    ]);
    expect(found.beyondReach).toBe(false);
  });

  it('says that the window has ended', () => {
    const story = running(start);
    works(story, datesOn([6, 7], '2026-05-02', 44), 5);
    expect(story.case().creditedMinutes).toBe(220 * 60);
    expect(outlook(story.at('2026-09-29T09:00'))).toMatchObject({
      ...{ kind: 'WINDOW_ENDED', minutesShort: 20 * 60, ways: [], stage: 'REVIEW' },
    });
  });
});

describe('37 hours left at 2 × 4 hours a week', () => {
  /** 60 hours on Tuesdays and Thursdays; 23 of them done by 3 February 2027. */
  function story(): Story {
    const slots = weekdays([2, 4], '08:00', '12:00');
    const begun = running({
      ...{ ruling: { orderedHours: 60 }, slots },
      ...{ orderedOn: '2026-10-13', startedOn: '2026-10-22' },
    });
    begun.at('2026-10-23T08:00');
    works(begun, datesOn([2, 4], '2026-10-27', 5), 4);
    works(begun, ['2026-11-12'], 3);
    return begun.at('2027-02-03T09:00');
  }

  it('are done on 9 March, the window open to 20 April', () => {
    const found = outlook(story());
    expect(found).toMatchObject({
      ...{ kind: 'ON_TIME', minutesLeft: 37 * 60, completesOn: '2027-03-09', windowEndsOn: '2027-04-20' },
      rhythm: { weekdays: [2, 4], minutesPerDay: 240, minutesPerWeek: 480, fullWeekdays: [] },
    });
  });
});

describe('the limit of a day', () => {
  it('S05: 180 minutes are left today after five hours elsewhere', () => {
    const story = running();
    story.at('2026-03-30T20:00');
    works(story, ['2026-03-30'], 5);
    expect(outlook(story)).toMatchObject({ creditedToday: 300, minutesLeftToday: 180 });
  });

  it('counts for the person: a day that another case fills gives this one nothing', () => {
    const story = running({ ruling: { orderedHours: 40 } });
    story.accepts('register-ruling', ruling({ caseNumberIndex: 'index-2', orderedHours: 8 }), {});
    const before = outlook(story);
    expect(before).toMatchObject({ completesOn: '2026-04-03', sharedDays: 0 });
    const other = story.case('c2');
    const { plan, execution } = story.case('c1');
    // The other case runs on Mondays, eight hours: it fills one Monday and no more.
    const domain = {
      ...story.state.domain,
      cases: {
        ...story.state.domain.cases,
        c2: {
          ...other,
          ...{ stage: 'RUNNING' as const, execution },
          plan: plan && { ...plan, caseId: 'c2', slots: weekdays([1], '08:00', '16:00') },
        },
      },
    };
    story.state = { ...story.state, domain };
    expect(outlook(story)).toMatchObject({ completesOn: '2026-04-06', sharedDays: 0 });
  });

  it('cannot be stretched: full days are told, and what cannot be reached is said', () => {
    const story = running({ ruling: { completionDays: 40, orderedHours: 200 } });
    // 22 of the 40 days have passed without work; 13 weekdays of eight hours are left.
    story.at('2026-04-21T06:00');
    const found = outlook(story);
    expect(found).toMatchObject({
      kind: 'SHORT',
      rhythm: { fullWeekdays: [1, 2, 3, 4, 5] },
      ways: [],
      beyondReach: true,
    });
    expect(found.minutesShort).toBe(12_000 - found.ahead.length * 480);
  });

  it('of the ruling binds, too', () => {
    const story = running({
      ruling: { orderedHours: 60, hoursPerDay: 4, daysPerWeek: 2 },
      slots: weekdays([1, 4], '08:00', '12:00'),
    });
    story.at('2026-07-01T09:00');
    const found = outlook(story);
    expect(found.kind).toBe('ON_TIME');
    story.at('2026-08-14T09:00');
    expect(outlook(story)).toMatchObject({ kind: 'SHORT', ways: [], beyondReach: true });
  });
});

describe('a hold', () => {
  it('lets the window run on, and says by when work must begin again', () => {
    const story = running({ ruling: { orderedHours: 40 } });
    story.accepts('suspend-execution', {
      caseId: 'c1',
      from: '2026-03-30',
      resumeOn: null,
      reason: 'ILLNESS',
    } as never);
    const found = outlook(story);
    expect(found).toMatchObject({ kind: 'ON_TIME', hold: { until: null } });
    // The last five weekdays of the window, which ends on Saturday 26 September.
    expect(found.restartBy).toBe('2026-09-21');
  });
});

describe('without a schedule', () => {
  it('says which schedules would do', () => {
    const story = running({ ruling: { orderedHours: 60 } });
    const { domain } = story.state;
    const c1 = { ...story.case(), plan: null };
    story.state = { ...story.state, domain: { ...domain, cases: { c1 } } };
    const found = outlook(story);
    expect(found).toMatchObject({ kind: 'NO_PLAN', rhythm: null, beyondReach: false });
    expect(found.ways).toMatchObject([
      { kind: 'SCHEDULE', daysPerWeek: 1, minutesPerDay: 240 },
      { kind: 'SCHEDULE', daysPerWeek: 1, minutesPerDay: 480 },
    ]);
  });

  it('and without a place it only says what is left', () => {
    expect(outlook(registered())).toMatchObject({
      ...{ kind: 'NO_PLAN', minutesLeft: 14_400, windowEndsOn: null, neededPerWeek: null, ways: [] },
    });
  });
});

it('nothing is left where the hours are done', () => {
  const story = running({ ruling: { orderedHours: 8 } });
  works(story, ['2026-03-30'], 8);
  expect(outlook(story)).toMatchObject({ kind: 'DONE', minutesLeft: 0, neededPerWeek: null, ahead: [] });
});

it('what the planner refuses is short by the same hours', () => {
  const story = sited({ ruling: { orderedHours: 240, completionDays: 30 } });
  const plan = planFor('2026-03-30', everyWeekday);
  const refused = story.refuses('plan-schedule', plan);
  expect(refused).toMatchObject({
    ...{ code: 'PLAN_INFEASIBLE', parameters: { plannedHours: 184, hoursLeft: 240 } },
  });
  const { domain } = story.state;
  const none = { plannedDays: 0, plannedMinutes: 0, completesOn: null };
  const c1 = { ...story.case(), plan: { ...plan, ...none } };
  story.state = { ...story.state, domain: { ...domain, cases: { c1 } } };
  expect(outlook(story)).toMatchObject({ kind: 'SHORT', minutesShort: (240 - 184) * 60 });
});
