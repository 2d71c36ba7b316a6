/** Registers of offices, sites, calendars and policies. */
export type { CalendarFact, Holiday, RegisterCalendarData, SetHolidaysData } from './calendar.ts';
export { holidayDates, isYearLoaded } from './calendar.ts';
export type { OfficeFact, OfficeKind, RegisterOfficeData } from './office.ts';
export { OFFICE_KINDS } from './office.ts';
export type { PolicyFact, SetPolicyData } from './policy.ts';
export type { RegisterName, RegisterState } from './register-decider.ts';
export {
  factKey,
  isRegisterId,
  REGISTER_NAMES,
  registerCommands,
  registerDecider,
  registerStream,
} from './register-decider.ts';
export type { SiteAgreement, SiteFact, SuspensionReason } from './site.ts';
export { hasAgreementOn, isSiteOpen, isSuspendedOn, SUSPENSION_REASONS } from './site.ts';
export type { AmendSiteData, RegisterSiteData, ReinstateSiteData, SuspendSiteData } from './site-register.ts';
export type { StartingCommand } from './starting-data.ts';
export { STARTING_COMMANDS } from './starting-data.ts';
