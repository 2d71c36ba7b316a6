/** Desks that hand out codes for personal pages. */
import type { TokenRole } from '../session/session.ts';

/** As `issue-page-code` of src/access/rules/person-page.ts. */
export const HANDS_OUT_CODES: readonly TokenRole[] = [
  'PIDUM_STAFF',
  'EXECUTING_PROSECUTOR',
  'PROBATION_COUNSELLOR',
  'PRISON_OFFICER',
];
