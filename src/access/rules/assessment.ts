/** Who may do what with assessments (I.6c): the certification body (LSP) runs them, the assessor judges evidence. */
import type { Grants } from '../grants.ts';

const BODY = { CERTIFICATION_BODY_ADMINISTRATOR: 'CERTIFIES' } as const;
/** Which assessments are this assessor's own, the decider knows. */
const ASSESSOR = { ASSESSOR: 'CERTIFIES' } as const;
const PERSON = { PERSON: 'OWN_PERSON' } as const;
const AUDITOR = { AUDITOR: 'ANY_OFFICE' } as const;
const REGISTRAR = { REGISTRAR: 'ANY_OFFICE' } as const;
const SYSTEM = { SYSTEM: 'INSIDE_ONLY' } as const;
/** Offices that help a person to apply or to appeal. */
const HELPERS = { TRAINING_CENTRE_ADMINISTRATOR: 'TRAINS', PRISON_OFFICER: 'HOLDS' } as const;

export const ASSESSMENT_RULES = {
  'request-assessment': { ...PERSON, ...HELPERS, PLACEMENT_OFFICER: 'PLACES', REFERRAL_OFFICER: 'REFERRED' },
  'verify-requirements': BODY,
  'assign-assessor': BODY,
  'recuse-assessor': { ...BODY, ...ASSESSOR },
  'report-assessor-conflict': { ...BODY, ...ASSESSOR },
  'schedule-test': BODY,
  'postpone-test': BODY,
  'agree-adjustment': { ...BODY, ...ASSESSOR },
  'sign-consent': { ...BODY, ...ASSESSOR, ...PERSON },
  'record-test-taken': ASSESSOR,
  'file-recommendation': ASSESSOR,
  'review-recommendation': BODY,
  'hold-plenary': BODY,
  'start-remedial': BODY,
  'schedule-retest': BODY,
  'file-appeal': { ...PERSON, ...HELPERS, ...BODY },
  'waive-appeal-time': BODY,
  'accept-appeal': BODY,
  'reject-appeal': BODY,
  're-assess': ASSESSOR,
  'decide-appeal': BODY,
  'hand-over-assessment': BODY,
  'cancel-assessment': { ...BODY, ...PERSON },
  'void-assessment': BODY,
  'request-certificate-issue': BODY,
  'note-certificate-issued': SYSTEM,
  'note-certificate-refused': SYSTEM,
  'note-certificate-status': SYSTEM,
  'register-scheme': REGISTRAR,
  'revise-scheme': REGISTRAR,
  'register-assessor': REGISTRAR,
  'renew-licence': REGISTRAR,
  'withdraw-licence': REGISTRAR,
} as const satisfies Record<string, Grants>;

export const ASSESSMENT_READS = {
  'list-assessments': { ...BODY, ...ASSESSOR, ...AUDITOR },
  // Who sits before the assessor: one name at a time, each look written down.
  'read-candidate-name': { ...BODY, ...ASSESSOR },
} as const satisfies Record<string, Grants>;
