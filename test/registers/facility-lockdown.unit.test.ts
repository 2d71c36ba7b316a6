/** A whole prison is locked down from a day that has come. */
import { expect, it } from 'vitest';
import { RegisterWorld } from './register-world.ts';

it('is recorded when it has begun, not ahead of it', () => {
  const world = new RegisterWorld('2026-03-02T16:30:00.000Z');
  const holidays = { name: 'national', holidays: [], years: [] };
  world.facts.set('calendar/national', { key: 'calendar/national', version: 1, value: holidays as never });
  const office = {
    ...{ kind: 'PRISON', name: 'Lapas Jayapura', zone: 'WIT', parent: null, regency: 'jayapura' },
    calendar: 'national',
  };
  expect(world.send('office', 'lapas-jayapura', 'register-office', office).refused).toBeUndefined();
  const from = (date: string) =>
    world.send('office', 'lapas-jayapura', 'begin-facility-lockdown', { from: date });
  // Half past one at night of the next day, on the clock of the prison.
  expect(from('2026-03-04').refused).toBe('DATE_IN_FUTURE');
  expect(from('2026-03-03').refused).toBeUndefined();
});
