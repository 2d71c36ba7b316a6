/** Who sees what an office was told, and who says where it is told (G-08). */
import type { Grants } from '../grants.ts';

/** Everyone who has an office sees its own; rows are narrowed to it by the query itself. */
const OWN_OFFICE_LIST = {
  PIDUM_STAFF: 'ANY_OFFICE',
  EXECUTING_PROSECUTOR: 'ANY_OFFICE',
  PROBATION_COUNSELLOR: 'ANY_OFFICE',
  SITE_SUPERVISOR: 'ANY_OFFICE',
  PRISON_OFFICER: 'ANY_OFFICE',
  TRAINING_CENTRE_ADMINISTRATOR: 'ANY_OFFICE',
  CERTIFICATION_BODY_ADMINISTRATOR: 'ANY_OFFICE',
  PLACEMENT_OFFICER: 'ANY_OFFICE',
  REFERRAL_OFFICER: 'ANY_OFFICE',
  PERMIT_OFFICER: 'ANY_OFFICE',
  EMPLOYER: 'ANY_OFFICE',
} as const satisfies Grants;

export const NOTICE_READS = {
  'list-notices': { ...OWN_OFFICE_LIST, AUDITOR: 'ANY_OFFICE', REGISTRAR: 'ANY_OFFICE' },
  'retry-notice': { ...OWN_OFFICE_LIST, REGISTRAR: 'ANY_OFFICE' },
  /** Addresses of offices, mail that came back. */
  'manage-notices': { REGISTRAR: 'ANY_OFFICE' },
} as const satisfies Record<string, Grants>;
