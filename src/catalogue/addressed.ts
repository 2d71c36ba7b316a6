/** Commands to a journey by the id of what it holds: whoever sends them knows that id alone, and no person. */

export const ASSESSMENT_COMMANDS = [
  ...(['verify-requirements', 'assign-assessor', 'recuse-assessor', 'report-assessor-conflict'] as const),
  ...(['schedule-test', 'postpone-test', 'agree-adjustment', 'sign-consent', 'record-test-taken'] as const),
  ...(['file-recommendation', 'review-recommendation', 'hold-plenary', 'start-remedial'] as const),
  ...(['schedule-retest', 'file-appeal', 'waive-appeal-time', 'accept-appeal', 'reject-appeal'] as const),
  ...(['re-assess', 'decide-appeal', 'hand-over-assessment', 'cancel-assessment'] as const),
  ...(['void-assessment', 'request-certificate-issue'] as const),
] as const;

/** What an employer answers to a proposal. */
export const PROPOSAL_COMMANDS = [
  'invite-candidate',
  'record-interview',
  'offer-job',
  'accept-candidate',
  'decline-candidate',
  'withdraw-proposal',
  'confirm-employment',
] as const;
