/** Who may do what with foreign-worker permits: the employer asks, the ministry's office decides (domain F). */
import type { Grants } from '../grants.ts';

const EMPLOYER = { EMPLOYER: 'OWNS' } as const;
const OFFICE = { PERMIT_OFFICER: 'OWNS' } as const;
const AUDITOR = { AUDITOR: 'ANY_OFFICE' } as const;

export const PERMIT_RULES = {
  'apply-for-permit': EMPLOYER,
  'name-companion': EMPLOYER,
  'submit-candidates': EMPLOYER,
  'attach-training-evidence': EMPLOYER,
  'record-absorption': EMPLOYER,
  'file-permit-report': EMPLOYER,
  'apply-for-extension': EMPLOYER,
  'withdraw-permit-application': EMPLOYER,
  'record-payment-reference': { ...EMPLOYER, ...OFFICE },
  'record-stay-permit': { ...EMPLOYER, ...OFFICE },
  'assess-feasibility': OFFICE,
  'approve-permit': OFFICE,
  'reject-permit': OFFICE,
  'hand-off-to-immigration': OFFICE,
  'decide-extension': OFFICE,
} as const satisfies Record<string, Grants>;

export const PERMIT_READS = {
  'read-permit': { ...EMPLOYER, ...OFFICE, ...AUDITOR },
} as const satisfies Record<string, Grants>;
