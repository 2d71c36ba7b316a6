/**
 * Where a case of hours is heading: when the hours are done as they are planned, what is missing at the end of the
 * window, and what would help. It decides nothing. It counts with the planner's own functions, so that a screen, a
 * letter and the planner never say different things (I.7): the same slots, open days, window and daily limit.
 */
import type { CalendarFact } from '../../registers/calendar.ts';
import type { SiteFact } from '../../registers/site.ts';
import type { LocalDate } from '../../time/moment.ts';
import type { PlannedDay } from '../plan.ts';
import type { Stage } from '../state.ts';
import type { Way } from './ways.ts';

export type OutlookKind =
  /** Nothing is left, or nothing is to be worked any more. */
  | 'DONE'
  /** There is no schedule to count with. */
  | 'NO_PLAN'
  /** As planned the hours are done within the window. */
  | 'ON_TIME'
  /** As planned they are not. */
  | 'SHORT'
  /** The window has ended with hours left. */
  | 'WINDOW_ENDED';

/** What a usual week of the schedule holds. */
export interface Rhythm {
  /** 1 = Monday. */
  readonly weekdays: readonly number[];
  readonly minutesPerWeek: number;
  /** Where every day holds the same; null where they differ. */
  readonly minutesPerDay: number | null;
  /** Weekdays that hold all that the law lets anyone work in a day. */
  readonly fullWeekdays: readonly number[];
}

export interface Outlook {
  readonly caseId: string;
  readonly stage: Stage;
  /** The local date that it is counted from. */
  readonly asOf: LocalDate;
  readonly kind: OutlookKind;
  readonly targetMinutes: number;
  readonly creditedMinutes: number;
  readonly minutesLeft: number;
  readonly creditedToday: number;
  /** What one may work on one date, and what is left of it today: over all cases that are looked at (L-22). */
  readonly dailyLimitMinutes: number;
  readonly minutesLeftToday: number;
  readonly startedOn: LocalDate | null;
  /** Last day of the window; before the start, as it would be by the schedule. Null where nothing says. */
  readonly windowEndsOn: LocalDate | null;
  readonly daysLeft: number | null;
  /** What the weeks until then must give (the weekly look at the pace). */
  readonly neededPerWeek: number | null;
  readonly rhythm: Rhythm | null;
  /** As planned: the date on which the hours are done; null where they are not within the window. */
  readonly completesOn: LocalDate | null;
  /** As planned: minutes still missing when the window ends. */
  readonly minutesShort: number;
  /** The days that the schedule still holds, up to the last that is needed. */
  readonly ahead: readonly PlannedDay[];
  /** Days on which another case of the person takes a part of the daily limit. */
  readonly sharedDays: number;
  readonly hold: { readonly until: LocalDate | null } | null;
  /** While it is on hold: the last day on which work can begin again and still be done in time. */
  readonly restartBy: LocalDate | null;
  /** What would bring it home in time, the smallest change first. Empty where nothing needs to change. */
  readonly ways: readonly Way[];
  /** Working the whole limit on every open day would not do either: only a document changes the window (L-05). */
  readonly beyondReach: boolean;
  /** Years of the schedule whose holidays nobody has loaded. */
  readonly yearsWithoutHolidays: readonly number[];
}

/** What stands in registers about the place of work; absent where the case has none. */
export interface Place {
  readonly site: SiteFact;
  readonly calendar: CalendarFact;
}
