/** Sites where community service is done, and whether one may be used on a date. */
import type { Weekday } from '../time/local-date.ts';
import { dayOfWeek } from '../time/local-date.ts';
import type { LocalDate, Zone } from '../time/moment.ts';
import type { CalendarFact } from './calendar.ts';

/** Cooperation agreement between a prosecution office and a regional government. */
export interface SiteAgreement {
  readonly number: string;
  readonly validFrom: LocalDate;
  /** Last day on which it holds. */
  readonly validTo: LocalDate;
  readonly parties: readonly string[];
}

export const SUSPENSION_REASONS = [
  'COMMERCIAL_USE',
  'OVERWORK',
  'SAFETY',
  'NO_CONFIRMATIONS',
  'AGENCY_REQUEST',
  'OTHER',
] as const;

export type SuspensionReason = (typeof SUSPENSION_REASONS)[number];

/** Fact `site/<id>`. Names of places and posts only, never of a person. */
export interface SiteFact {
  readonly id: string;
  readonly name: string;
  /** Office that answers for the site, a Kejari or a Bapas: both may add sites (L-12). */
  readonly owner: string;
  readonly agency: string;
  readonly regency: string;
  readonly zone: Zone;
  /** People who can work here on one date. */
  readonly capacityPerDay: number;
  readonly workTypes: readonly string[];
  readonly agreement: SiteAgreement | null;
  /** Number of the accident cover; null warns `NO_SAFETY_COVER` (L-14). */
  readonly safetyCoverReference: string | null;
  /** Post to turn to, for example `Tata Usaha`. */
  readonly contactPost: string | null;
  /** Gender and access notes about the place, never about a person. */
  readonly accessNotes: string | null;
  readonly trainingCentre: boolean;
  /** Always false: a company site that profits cannot be registered (I-4, A-05). */
  readonly commercial: false;
  readonly calendar: string;
  /** Weekdays on which the site takes people, 1 = Monday. */
  readonly openWeekdays: readonly Weekday[];
  readonly openOnHolidays: boolean;
  /** Single dates on which the site is shut, beside weekdays and holidays. */
  readonly closedOn: readonly LocalDate[];
  readonly suspended: { readonly on: LocalDate; readonly reason: SuspensionReason } | null;
  /** Suspensions that are over: work of their days stays work at a suspended site. Absent = none. */
  readonly suspensions?: readonly { readonly from: LocalDate; readonly until: LocalDate }[];
}

/** True when an agreement covers the date; without one a site is not approved. */
export const hasAgreementOn = (site: SiteFact, date: LocalDate): boolean =>
  site.agreement !== null && site.agreement.validFrom <= date && date <= site.agreement.validTo;

/** True from the first day of a suspension until the day of reinstatement: no assignment and no session. */
export const isSuspendedOn = (site: SiteFact, date: LocalDate): boolean =>
  (site.suspended !== null && site.suspended.on <= date) ||
  (site.suspensions ?? []).some(({ from, until }) => from <= date && date < until);

/** True when the site takes people on the date. Says nothing about suspension, agreement or capacity. */
export const isSiteOpen = (site: SiteFact, calendar: CalendarFact, date: LocalDate): boolean =>
  site.openWeekdays.includes(dayOfWeek(date)) &&
  !site.closedOn.includes(date) &&
  (site.openOnHolidays || !calendar.holidays.some((holiday) => holiday.date === date));
