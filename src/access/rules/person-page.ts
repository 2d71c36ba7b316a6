/** The page that a person opens with a code: who may hand out the code. */
import type { Grants } from '../grants.ts';

export const PERSON_PAGE_READS = {
  // Whoever has the code in hand and knows the year of birth sees what the person sees. So only those hand one out who
  // see all of it themselves: for a centre, a manpower office or a referrer it would be a way to the ruling (G-08).
  'issue-page-code': {
    PIDUM_STAFF: 'OWN_OFFICE',
    EXECUTING_PROSECUTOR: 'OWN_OFFICE',
    PROBATION_COUNSELLOR: 'SUPERVISES',
    PRISON_OFFICER: 'HOLDS',
  },
} as const satisfies Record<string, Grants>;
