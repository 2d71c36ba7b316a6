/** Values of the facts that registers give out: `office/<id>`, `site/<id>`, `calendar/<id>`, `policy/<name>`. */
export type { PolicyFact } from '../law/policies.ts';
export type { AssessorFact } from './assessor.ts';
export { isLicensedOn } from './assessor.ts';
export type { CalendarFact } from './calendar.ts';
export type { OfficeFact } from './office.ts';
export type { ProgrammeFact } from './programme.ts';
export type { SchemeFact } from './scheme.ts';
export type { SiteAgreement, SiteFact } from './site.ts';
