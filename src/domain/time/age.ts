import { partsOf } from './day-number.ts';
import { addMonths } from './local-date.ts';
import type { Instant, LocalDate } from './moment.ts';
import { momentAt } from './moments.ts';

export interface Age {
  readonly years: number;
  /** 0 to 11 completed months beyond the years. */
  readonly months: number;
}

/** An age as somebody who knows the birth date attests it: no birth date follows from it. */
export interface AgeNow extends Age {
  /** The date on which it held. */
  readonly on: LocalDate;
}

/** The day on which an age is attested; it is told with the age, so any zone would do. */
export const attestationDay = (now: Instant): LocalDate => momentAt(now, 'WIB').date;

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

/**
 * Completed years on another date, from an attested age: between `least` and `most`, which differ where a birthday
 * lies in the one month that an age in whole months leaves open.
 */
export function yearsAt({ years, months, on }: AgeNow, date: LocalDate): { least: number; most: number } {
  const passed = ageOn(on, date);
  const passedMonths = passed.years * 12 + passed.months;
  const total = years * 12 + months + passedMonths;
  const isWhole = addMonths(on, passedMonths) === date;
  return { least: Math.floor(total / 12), most: Math.floor((isWhole ? total : total + 1) / 12) };
}
