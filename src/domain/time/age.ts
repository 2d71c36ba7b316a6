import { partsOf } from './day-number.ts';
import { addMonths } from './local-date.ts';
import type { LocalDate } from './moment.ts';

export interface Age {
  readonly years: number;
  /** 0 to 11 completed months beyond the years. */
  readonly months: number;
}

/**
 * Completed years and months on a date. A month is completed on the same day of the month, or on the
 * month's last day where that day does not exist: someone born on 29 February turns 18 on 28 February.
 * Before birth the years are negative, so that "at least 18" is never true by mistake.
 */
export const ageOn = (birthDate: LocalDate, date: LocalDate): Age => {
  const [born, then] = [partsOf(birthDate), partsOf(date)];
  const calendarMonths = (then.year - born.year) * 12 + (then.month - born.month);
  const completed = addMonths(birthDate, calendarMonths) <= date ? calendarMonths : calendarMonths - 1;
  const years = Math.floor(completed / 12);
  return { years, months: completed - years * 12 };
};
