/**
 * Findings: the auditor opens and closes, the staff of the office that answers reads and answers. Nobody who must
 * not know an origin is asked about a person: what a finding shows of its subject is narrowed by its view.
 */
import type { Grants } from '../grants.ts';

const AUDITOR = { AUDITOR: 'ANY_OFFICE' } as const satisfies Grants;

const officeStaff = <Rule extends 'OWNS' | 'ANY_OFFICE'>(rule: Rule) =>
  ({
    PIDUM_STAFF: rule,
    EXECUTING_PROSECUTOR: rule,
    PROBATION_COUNSELLOR: rule,
    PRISON_OFFICER: rule,
    TRAINING_CENTRE_ADMINISTRATOR: rule,
    CERTIFICATION_BODY_ADMINISTRATOR: rule,
    PLACEMENT_OFFICER: rule,
    REFERRAL_OFFICER: rule,
    PERMIT_OFFICER: rule,
  }) as const satisfies Grants;

export const FINDING_RULES = {
  'open-finding': AUDITOR,
  'answer-finding': officeStaff('OWNS'),
  'close-finding': AUDITOR,
} as const satisfies Record<string, Grants>;

export const FINDING_READS = {
  'read-finding': { ...officeStaff('OWNS'), ...AUDITOR },
  // Rows are narrowed to the own office by the query itself.
  'list-findings': { ...officeStaff('ANY_OFFICE'), ...AUDITOR },
} as const satisfies Record<string, Grants>;
