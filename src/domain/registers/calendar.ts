/**
 * Working calendars. Holidays are fixed anew each year by a joint decree, so a year is either loaded
 * or not: a year without its holidays is told apart from a year that has none.
 */
import { accept } from '../decider.ts';
import { refuseWith } from '../law/refusals.ts';
import { isLocalDate } from '../time/day-number.ts';
import type { LocalDate } from '../time/moment.ts';
import type { RegisterKind } from './register-kind.ts';

export interface Holiday {
  readonly date: LocalDate;
  readonly name: string;
}

/** Fact `calendar/<id>`. */
export interface CalendarFact {
  readonly id: string;
  readonly name: string;
  /** In the order of their dates, over all loaded years. */
  readonly holidays: readonly Holiday[];
  /** Years whose holidays are loaded, each with the decree they come from. */
  readonly years: readonly { readonly year: number; readonly source: string }[];
}

export interface RegisterCalendarData {
  readonly name: string;
}

/** All holidays of one year: they take the place of what was loaded for that year before. */
export interface SetHolidaysData {
  readonly year: number;
  readonly source: string;
  readonly holidays: readonly Holiday[];
}

/** What `addWorkingDays` reads. */
export const holidayDates = (calendar: CalendarFact): LocalDate[] =>
  calendar.holidays.map((holiday) => holiday.date);

/** False for a year to be warned about with `CALENDAR_YEAR_NOT_LOADED`. */
export const isYearLoaded = (calendar: CalendarFact, year: number): boolean =>
  calendar.years.some((loaded) => loaded.year === year);

const byDate = (left: Holiday, right: Holiday): number => (left.date < right.date ? -1 : 1);

const withYear = (calendar: CalendarFact, { year, source, holidays }: SetHolidaysData): CalendarFact => {
  const otherHolidays = calendar.holidays.filter((holiday) => !holiday.date.startsWith(`${year}-`));
  const otherYears = calendar.years.filter((loaded) => loaded.year !== year);
  return {
    ...calendar,
    holidays: [...otherHolidays, ...holidays].sort(byDate),
    years: [...otherYears, { year, source }].sort((left, right) => left.year - right.year),
  };
};

const areOfOneYear = ({ year, holidays }: SetHolidaysData): boolean =>
  holidays.every(({ date }) => isLocalDate(date) && date.startsWith(`${year}-`)) &&
  new Set(holidays.map(({ date }) => date)).size === holidays.length;

export const calendarRegister: RegisterKind<CalendarFact> = {
  commands: ['register-calendar', 'set-holidays'],
  decide(id, calendar, command) {
    if (command.name === 'register-calendar') {
      const { name } = command.data as RegisterCalendarData;
      if (calendar !== null) return refuseWith('ALREADY_DONE', {});
      return accept({ type: 'CalendarRegistered', data: { name } satisfies RegisterCalendarData });
    }
    const { year, source, holidays } = command.data as SetHolidaysData;
    if (calendar === null) return refuseWith('CALENDAR_UNKNOWN', { calendarId: id });
    if (!areOfOneYear({ year, source, holidays })) return refuseWith('MALFORMED', { field: 'holidays' });
    const sorted: SetHolidaysData = { year, source, holidays: [...holidays].sort(byDate) };
    if (JSON.stringify(withYear(calendar, sorted)) === JSON.stringify(calendar)) {
      return refuseWith('ALREADY_DONE', {});
    }
    return accept({ type: 'HolidaysSet', data: sorted });
  },
  evolve(id, calendar, event) {
    switch (event.type) {
      case 'CalendarRegistered':
        return { id, name: (event.data as RegisterCalendarData).name, holidays: [], years: [] };
      case 'HolidaysSet':
        return calendar && withYear(calendar, event.data as SetHolidaysData);
      default:
        return calendar;
    }
  },
};
