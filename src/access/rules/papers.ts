/**
 * Who reads a paper: of a journey, a class or a certificate. Which kind is whose of those who reach it:
 * `src/api/paper-sight.ts`. Making one rests on the right to note it in the record.
 */
import type { Grants } from '../grants.ts';

export const PAPER_READS = {
  'read-paper': {
    PIDUM_STAFF: 'OWN_OR_FORMER_OFFICE',
    EXECUTING_PROSECUTOR: 'OWN_OR_FORMER_OFFICE',
    PROBATION_COUNSELLOR: 'SUPERVISES',
    PRISON_OFFICER: 'HOLDS',
    REFERRAL_OFFICER: 'REFERRED',
    TRAINING_CENTRE_ADMINISTRATOR: 'TRAINS',
    CERTIFICATION_BODY_ADMINISTRATOR: 'CERTIFIES',
    PLACEMENT_OFFICER: 'PLACES',
    AUDITOR: 'ANY_OFFICE',
    PERSON: 'OWN_PERSON',
  },
} as const satisfies Record<string, Grants>;
