/** Who may ask what lies on their own desk, and who finds people again by their names. */
import type { Grants } from '../grants.ts';

/** Rows are narrowed to the own desk by the query itself. */
const DESKS = {
  PIDUM_STAFF: 'ANY_OFFICE',
  EXECUTING_PROSECUTOR: 'ANY_OFFICE',
  PROBATION_COUNSELLOR: 'ANY_OFFICE',
  SITE_SUPERVISOR: 'ANY_OFFICE',
  PRISON_OFFICER: 'ANY_OFFICE',
  INSTRUCTOR: 'ANY_OFFICE',
  TRAINING_CENTRE_ADMINISTRATOR: 'ANY_OFFICE',
  ASSESSOR: 'ANY_OFFICE',
  CERTIFICATION_BODY_ADMINISTRATOR: 'ANY_OFFICE',
  PLACEMENT_OFFICER: 'ANY_OFFICE',
  REFERRAL_OFFICER: 'ANY_OFFICE',
  PERMIT_OFFICER: 'ANY_OFFICE',
  EMPLOYER: 'ANY_OFFICE',
  AUDITOR: 'ANY_OFFICE',
  REGISTRAR: 'ANY_OFFICE',
} as const satisfies Grants;

/** Those whose people other offices move, release or refuse. */
const FOLLOWERS = {
  PIDUM_STAFF: 'ANY_OFFICE',
  EXECUTING_PROSECUTOR: 'ANY_OFFICE',
  PROBATION_COUNSELLOR: 'ANY_OFFICE',
  SITE_SUPERVISOR: 'ANY_OFFICE',
  PRISON_OFFICER: 'ANY_OFFICE',
  TRAINING_CENTRE_ADMINISTRATOR: 'ANY_OFFICE',
  REFERRAL_OFFICER: 'ANY_OFFICE',
} as const satisfies Grants;

export const WORK_READS = {
  'list-work': DESKS,
  'list-changes': FOLLOWERS,
  // As by NIK; what is found is narrowed to whom the office has to do with.
  'find-by-name': {
    PIDUM_STAFF: 'ANY_OFFICE',
    EXECUTING_PROSECUTOR: 'ANY_OFFICE',
    PROBATION_COUNSELLOR: 'ANY_OFFICE',
    PRISON_OFFICER: 'ANY_OFFICE',
    REFERRAL_OFFICER: 'ANY_OFFICE',
    PLACEMENT_OFFICER: 'ANY_OFFICE',
    AUDITOR: 'ANY_OFFICE',
  },
} as const satisfies Record<string, Grants>;
