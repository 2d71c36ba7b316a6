import { beforeEach, describe, expect, test } from 'vitest';
import type { CalendarFact, PolicyFact, SiteFact } from '../../src/domain/registers/facts.ts';
import {
  hasAgreementOn,
  isRegisterId,
  isSiteOpen,
  isSuspendedOn,
  REGISTER_NAMES,
  type RegisterSiteData,
  registerCommands,
  registerDecider,
} from '../../src/domain/registers/index.ts';
import { RegisterWorld } from './register-world.ts';

const CALENDAR = 'uji';
const OFFICE = {
  kind: 'KEJARI',
  name: 'Kejaksaan Negeri Uji',
  zone: 'WIT',
  parent: null,
  regency: 'Kota Uji',
  calendar: CALENDAR,
} as const;

const SITE: RegisterSiteData = {
  name: 'Puskesmas Uji',
  owner: 'kejari-uji',
  agency: 'Dinas Kesehatan Kota Uji',
  regency: 'Kota Uji',
  zone: 'WIT',
  capacityPerDay: 2,
  workTypes: ['cleaning'],
  agreement: { number: 'CONTOH/1', validFrom: '2026-01-05', validTo: '2026-12-31', parties: ['a', 'b'] },
  safetyCoverReference: 'CONTOH-JKK',
  contactPost: null,
  accessNotes: null,
  trainingCentre: false,
  commercial: false,
  calendar: CALENDAR,
  openWeekdays: [1, 2, 3, 4, 5],
  openOnHolidays: false,
  closedOn: [],
};

const PAPER = { kind: 'DECREE', number: 'KEP-1/2026', date: '2026-02-20' };

let world: RegisterWorld;
beforeEach(() => {
  world = new RegisterWorld('2026-03-02T16:00:00.000Z');
  world.send('calendar', CALENDAR, 'register-calendar', { name: 'Kalender uji' });
  world.send('office', 'kejari-uji', 'register-office', OFFICE);
});

describe('offices', () => {
  test('need a known parent and a known calendar', () => {
    const send = (data: object) =>
      world.send('office', 'bapas-uji', 'register-office', { ...OFFICE, ...data }).refused;
    expect(send({ parent: 'kejati-lain' })).toBe('OFFICE_UNKNOWN');
    expect(send({ calendar: 'lain' })).toBe('CALENDAR_UNKNOWN');
    expect(send({ parent: 'kejari-uji' })).toBeUndefined();
    expect(send({ parent: 'kejari-uji' })).toBe('ALREADY_DONE');
  });
});

describe('sites', () => {
  const register = (data: object = {}) =>
    world.send('site', 'pkm-uji', 'register-site', { ...SITE, ...data });
  const current = () => world.value<SiteFact>('site', 'pkm-uji') as SiteFact;

  test('are given out as a fact, and nothing beyond the known fields is kept', () => {
    const { events } = register({ surprise: 'field' });
    expect(events.map((event) => event.type)).toEqual(['SiteRegistered']);
    expect(current()).toEqual({ ...SITE, id: 'pkm-uji', suspended: null });
  });
  test('that profit are refused (A-05)', () => {
    expect(register({ commercial: true }).refused).toBe('SITE_COMMERCIAL');
    expect(current()).toBeUndefined();
  });
  test('without accident cover warn', () => {
    expect(register({ safetyCoverReference: null }).warnings).toEqual([
      { code: 'NO_SAFETY_COVER', parameters: { siteId: 'pkm-uji' } },
    ]);
    const covered = world.send('site', 'pkm-uji', 'amend-site', { safetyCoverReference: 'CONTOH-2' });
    expect(covered.warnings).toEqual([]);
    const lost = world.send('site', 'pkm-uji', 'amend-site', { safetyCoverReference: null });
    expect(lost.warnings).toHaveLength(1);
  });
  test.each([
    [{ owner: 'kejari-lain' }, 'OFFICE_UNKNOWN', undefined],
    [{ calendar: 'lain' }, 'CALENDAR_UNKNOWN', undefined],
    [{ capacityPerDay: 0 }, 'MALFORMED', 'capacityPerDay'],
    [{ capacityPerDay: 1.5 }, 'MALFORMED', 'capacityPerDay'],
    [{ openWeekdays: [] }, 'MALFORMED', 'openWeekdays'],
    [{ openWeekdays: [8] }, 'MALFORMED', 'openWeekdays'],
    [{ closedOn: ['2026-02-30'] }, 'MALFORMED', 'closedOn'],
    [{ agreement: { ...SITE.agreement, validTo: '2025-12-31' } }, 'DATE_IMPLAUSIBLE', 'agreement.validTo'],
    [{ agreement: { ...SITE.agreement, validFrom: 'soon' } }, 'MALFORMED', 'agreement.validFrom'],
  ])('with %j are refused with %s, when registered and when amended', (data, code, field) => {
    expect(register(data)).toMatchObject({ refused: code });
    register();
    const amended = world.send('site', 'pkm-uji', 'amend-site', data);
    expect([amended.refused, amended.field]).toEqual([code, field]);
  });
  test('are amended field by field, and the zone never', () => {
    register();
    const { events } = world.send('site', 'pkm-uji', 'amend-site', {
      capacityPerDay: 5,
      name: SITE.name,
      zone: 'WIB',
      suspended: { on: '2026-01-01', reason: 'OTHER' },
    });
    expect(events).toMatchObject([{ type: 'SiteAmended', data: { changes: { capacityPerDay: 5 } } }]);
    expect(current()).toEqual({ ...SITE, id: 'pkm-uji', capacityPerDay: 5, suspended: null });
    expect(world.send('site', 'pkm-uji', 'amend-site', { capacityPerDay: 5 }).refused).toBe('ALREADY_DONE');
    expect(world.send('site', 'pkm-uji', 'amend-site', { agreement: null }).refused).toBeUndefined();
    expect(hasAgreementOn(current(), '2026-06-01')).toBe(false);
  });
  test('S22: are suspended from a day on and reinstated', () => {
    register();
    expect(world.send('site', 'pkm-uji', 'reinstate-site', {}).refused).toBe('ALREADY_DONE');
    world.send('site', 'pkm-uji', 'suspend-site', { reason: 'COMMERCIAL_USE' });
    expect(current().suspended, 'the day at the site, where it is already Tuesday').toEqual({
      on: '2026-03-03',
      reason: 'COMMERCIAL_USE',
    });
    expect(isSuspendedOn(current(), '2026-03-02')).toBe(false);
    expect(isSuspendedOn(current(), '2026-03-03')).toBe(true);
    expect(world.send('site', 'pkm-uji', 'suspend-site', { reason: 'SAFETY' }).refused).toBe('ALREADY_DONE');
    world.send('site', 'pkm-uji', 'reinstate-site', {});
    expect(current().suspended).toBeNull();
  });
  test('stay suspended for the days of a suspension that is over', () => {
    register();
    world.send('site', 'pkm-uji', 'suspend-site', { reason: 'COMMERCIAL_USE', on: '2026-02-27' });
    world.send('site', 'pkm-uji', 'reinstate-site', {});
    const days = ['2026-02-26', '2026-02-27', '2026-03-02', '2026-03-03'];
    expect(days.map((date) => isSuspendedOn(current(), date))).toEqual([false, true, true, false]);
  });
  test('that are unknown are refused', () => {
    for (const name of ['amend-site', 'suspend-site', 'reinstate-site']) {
      expect(world.send('site', 'lain', name, { reason: 'OTHER' }).refused).toBe('SITE_UNKNOWN');
    }
  });
  test('are approved from the first to the last day of their agreement', () => {
    register();
    const approved = ['2026-01-04', '2026-01-05', '2026-12-31', '2027-01-01'].map((date) =>
      hasAgreementOn(current(), date),
    );
    expect(approved).toEqual([false, true, true, false]);
  });
  test('S01: are shut on weekends, holidays and dates of their own', () => {
    register({ closedOn: ['2026-05-01'] });
    const holidays = [{ date: '2026-04-03', name: 'Wafat Yesus Kristus' }];
    world.send('calendar', CALENDAR, 'set-holidays', { year: 2026, source: 'test', holidays });
    const calendar = world.value<CalendarFact>('calendar', CALENDAR) as CalendarFact;
    const isOpen = (date: string) => isSiteOpen(current(), calendar, date);
    expect(['2026-04-02', '2026-04-03', '2026-04-04', '2026-05-01'].map(isOpen)).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(isSiteOpen({ ...current(), openOnHolidays: true }, calendar, '2026-04-03')).toBe(true);
  });
});

describe('calendars', () => {
  const set = (year: number, ...dates: string[]) =>
    world.send('calendar', CALENDAR, 'set-holidays', {
      year,
      source: 'decree',
      holidays: dates.map((date) => ({ date, name: 'Libur' })),
    });
  const dates = () => world.value<CalendarFact>('calendar', CALENDAR)?.holidays.map(({ date }) => date);

  test('a year is set as a whole and leaves other years alone', () => {
    set(2027, '2027-03-10');
    set(2026, '2026-06-16', '2026-04-03');
    expect(dates()).toEqual(['2026-04-03', '2026-06-16', '2027-03-10']);
    set(2026, '2026-06-17');
    expect(dates()).toEqual(['2026-06-17', '2027-03-10']);
    expect(set(2026, '2026-06-17').refused).toBe('ALREADY_DONE');
  });
  test('an empty year is loaded all the same', () => {
    expect(set(2028).refused).toBeUndefined();
    expect(world.value<CalendarFact>('calendar', CALENDAR)?.years).toEqual([
      { year: 2028, source: 'decree' },
    ]);
  });
  test('dates of another year, impossible or double dates are refused', () => {
    expect(set(2026, '2027-01-01').field).toBe('holidays');
    expect(set(2026, '2026-02-29').field).toBe('holidays');
    expect(set(2026, '2026-05-01', '2026-05-01').field).toBe('holidays');
    expect(world.send('calendar', 'lain', 'set-holidays', { year: 2026, holidays: [] }).refused).toBe(
      'CALENDAR_UNKNOWN',
    );
  });
});

describe('policies', () => {
  const set = (from: string, value: unknown, document?: typeof PAPER, unit = 'days') =>
    world.send('policy', 'window_days', 'set-policy', { unit, from, value, source: 'decree' }, document);
  const values = () =>
    world.value<PolicyFact>('policy', 'window_days')?.values.map(({ from, value }) => [from, value]);

  test('a value is added and none is ever removed', () => {
    set('2026-01-02', 180);
    set('2026-07-01', 120);
    set('2026-07-01', 150);
    expect(values()).toEqual([
      ['2026-01-02', 180],
      ['2026-07-01', 120],
      ['2026-07-01', 150],
    ]);
    expect(set('2026-07-01', 150).refused).toBe('ALREADY_DONE');
  });
  test('a later value that reaches back needs a document', () => {
    set('2026-01-02', 180);
    expect(set('2026-03-01', 150).refused).toBe('DOCUMENT_MISSING');
    expect(set('2026-03-02', 150).refused, 'today does not reach back').toBeUndefined();
    expect(set('2026-03-01', 150, PAPER).refused).toBeUndefined();
  });
  test('unit and kind of value stay as they are', () => {
    set('2026-01-02', 180);
    expect(set('2026-07-01', 26, undefined, 'weeks').field).toBe('unit');
    expect(set('2026-07-01', 'half a year').field).toBe('value');
    expect(set('July', 120).field).toBe('from');
  });
});

describe('a recorded assumption', () => {
  const own = {
    unit: 'yes or no',
    from: '2026-01-02',
    value: false,
    source: 'recorded assumption (L-05): not a switch',
  };
  const set = (data: object, document?: typeof PAPER) =>
    world.send('policy', 'excused_extends_window', 'set-policy', { ...own, ...data }, document).refused;

  test('is stated by the build, once, and is no switch for anybody, with or without a paper', () => {
    expect(set({ value: true })).toBe('POLICY_IS_ASSUMPTION');
    expect(set({})).toBeUndefined();
    expect(set({})).toBe('ALREADY_DONE');
    expect(set({ value: true })).toBe('POLICY_IS_ASSUMPTION');
    expect(set({ from: '2027-01-01' }, PAPER)).toBe('POLICY_IS_ASSUMPTION');
    expect(set({ source: 'decree' }, PAPER)).toBe('POLICY_IS_ASSUMPTION');
    expect(world.value<PolicyFact>('policy', 'excused_extends_window')?.values).toHaveLength(1);
  });
});

describe('the register decider', () => {
  test('belongs to one entry, with or without the stream prefix', () => {
    expect(registerDecider.initialState('register/site/pkm-uji')).toEqual(
      registerDecider.initialState('site/pkm-uji'),
    );
  });
  test.each([
    'site',
    'site/',
    'person/x',
    'site/a/b',
    'site/../x',
    'constructor/x',
    `site/${'a'.repeat(65)}`,
  ])('%s is no register entry', (entityId) =>
    expect(() => registerDecider.initialState(entityId)).toThrow('not a register entry'),
  );
  test('a command of another register is a fault', () => {
    expect(() => world.send('site', 'pkm-uji', 'set-policy', {})).toThrow('knows no command');
  });
  test('no command belongs to two registers', () => {
    const names = REGISTER_NAMES.flatMap(registerCommands);
    expect(new Set(names).size).toBe(names.length);
  });
  test.each(['Kejari', 'a--b', '-a', 'a b', ''])('%j is no id', (id) => expect(isRegisterId(id)).toBe(false));
});
