/** The page that a person opens with a code: who may hand out the code. */
import type { Grants } from '../grants.ts';

export const PERSON_PAGE_READS = {
  // Whoever guides the person, in whatever part, hands out the code, face to face.
  'issue-page-code': {
    PIDUM_STAFF: 'OWN_OFFICE',
    EXECUTING_PROSECUTOR: 'OWN_OFFICE',
    PROBATION_COUNSELLOR: 'SUPERVISES',
    PRISON_OFFICER: 'HOLDS',
    TRAINING_CENTRE_ADMINISTRATOR: 'TRAINS',
    PLACEMENT_OFFICER: 'PLACES',
    REFERRAL_OFFICER: 'REFERRED',
  },
} as const satisfies Record<string, Grants>;
