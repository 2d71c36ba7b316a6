import type { ExpectedPart } from './part.ts';

export const CERTIFICATE: ExpectedPart = {
  commands: {
    CERTIFICATION_BODY_ADMINISTRATOR: {
      'freeze-certificate': 'CERTIFIES',
      'unfreeze-certificate': 'CERTIFIES',
      'withdraw-certificate': 'CERTIFIES',
      'reprint-certificate': 'CERTIFIES',
      'void-blank': 'CERTIFIES',
      'request-renewal': 'CERTIFIES',
      'renew-certificate': 'CERTIFIES',
      'review-certificate': 'CERTIFIES',
      'note-certificate-paper': 'CERTIFIES',
    },
    SYSTEM: {
      'issue-certificate': 'INSIDE_ONLY',
      'flag-holder-deceased': 'INSIDE_ONLY',
      'freeze-certificate-for-review': 'INSIDE_ONLY',
    },
  },
  reads: {
    CERTIFICATION_BODY_ADMINISTRATOR: {
      'list-certificates': 'CERTIFIES',
      'read-certificate': 'CERTIFIES',
      'read-credential': 'CERTIFIES',
    },
    AUDITOR: { 'list-certificates': 'ANY_OFFICE', 'read-certificate': 'ANY_OFFICE' },
    PERSON: { 'read-credential': 'OWN_PERSON' },
  },
};
