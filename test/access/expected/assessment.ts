import type { ExpectedPart } from './part.ts';

export const ASSESSMENT: ExpectedPart = {
  commands: {
    PERSON: {
      'request-assessment': 'OWN_PERSON',
      'sign-consent': 'OWN_PERSON',
      'file-appeal': 'OWN_PERSON',
      'cancel-assessment': 'OWN_PERSON',
    },
    TRAINING_CENTRE_ADMINISTRATOR: { 'request-assessment': 'TRAINS', 'file-appeal': 'TRAINS' },
    PRISON_OFFICER: { 'request-assessment': 'HOLDS', 'file-appeal': 'HOLDS' },
    PLACEMENT_OFFICER: { 'request-assessment': 'PLACES' },
    REFERRAL_OFFICER: { 'request-assessment': 'REFERRED' },
    // The assessor: recuse, evidence, recommendation; decides nothing and sits in no plenary (I.6c).
    ASSESSOR: {
      'recuse-assessor': 'CERTIFIES',
      'report-assessor-conflict': 'CERTIFIES',
      'agree-adjustment': 'CERTIFIES',
      'sign-consent': 'CERTIFIES',
      'record-test-taken': 'CERTIFIES',
      'file-recommendation': 'CERTIFIES',
      're-assess': 'CERTIFIES',
    },
    CERTIFICATION_BODY_ADMINISTRATOR: {
      'verify-requirements': 'CERTIFIES',
      'assign-assessor': 'CERTIFIES',
      'recuse-assessor': 'CERTIFIES',
      'report-assessor-conflict': 'CERTIFIES',
      'schedule-test': 'CERTIFIES',
      'postpone-test': 'CERTIFIES',
      'agree-adjustment': 'CERTIFIES',
      'sign-consent': 'CERTIFIES',
      'review-recommendation': 'CERTIFIES',
      'hold-plenary': 'CERTIFIES',
      'start-remedial': 'CERTIFIES',
      'schedule-retest': 'CERTIFIES',
      'file-appeal': 'CERTIFIES',
      'waive-appeal-time': 'CERTIFIES',
      'accept-appeal': 'CERTIFIES',
      'reject-appeal': 'CERTIFIES',
      'decide-appeal': 'CERTIFIES',
      'hand-over-assessment': 'CERTIFIES',
      'cancel-assessment': 'CERTIFIES',
      'void-assessment': 'CERTIFIES',
      'request-certificate-issue': 'CERTIFIES',
    },
    REGISTRAR: {
      'register-scheme': 'ANY_OFFICE',
      'revise-scheme': 'ANY_OFFICE',
      'register-assessor': 'ANY_OFFICE',
      'renew-licence': 'ANY_OFFICE',
      'withdraw-licence': 'ANY_OFFICE',
    },
    SYSTEM: {
      'note-certificate-issued': 'INSIDE_ONLY',
      'note-certificate-refused': 'INSIDE_ONLY',
      'note-certificate-status': 'INSIDE_ONLY',
    },
  },
  reads: {
    CERTIFICATION_BODY_ADMINISTRATOR: {
      'list-assessments': 'CERTIFIES',
      'read-candidate-name': 'CERTIFIES',
    },
    ASSESSOR: { 'list-assessments': 'CERTIFIES', 'read-candidate-name': 'CERTIFIES' },
    AUDITOR: { 'list-assessments': 'ANY_OFFICE' },
  },
};
