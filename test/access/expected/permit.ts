import type { ExpectedPart } from './part.ts';

/** The employer asks and reports, the ministry's office decides, and the record says who did what. */
export const PERMIT: ExpectedPart = {
  commands: {
    EMPLOYER: {
      'apply-for-permit': 'OWNS',
      'name-companion': 'OWNS',
      'submit-candidates': 'OWNS',
      'attach-training-evidence': 'OWNS',
      'record-absorption': 'OWNS',
      'file-permit-report': 'OWNS',
      'apply-for-extension': 'OWNS',
      'withdraw-permit-application': 'OWNS',
      'record-payment-reference': 'OWNS',
      'record-stay-permit': 'OWNS',
    },
    PERMIT_OFFICER: {
      'record-payment-reference': 'OWNS',
      'record-stay-permit': 'OWNS',
      'assess-feasibility': 'OWNS',
      'approve-permit': 'OWNS',
      'reject-permit': 'OWNS',
      'hand-off-to-immigration': 'OWNS',
      'decide-extension': 'OWNS',
    },
  },
  reads: {
    EMPLOYER: { 'read-permit': 'OWNS' },
    PERMIT_OFFICER: { 'read-permit': 'OWNS' },
    AUDITOR: { 'read-permit': 'ANY_OFFICE' },
  },
};
