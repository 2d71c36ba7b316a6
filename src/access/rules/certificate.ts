/** Who may do what with certificates (I.6c): the LSP that issued one, and nobody else. */
import type { Grants } from '../grants.ts';

const BODY = { CERTIFICATION_BODY_ADMINISTRATOR: 'CERTIFIES' } as const;
const SYSTEM = { SYSTEM: 'INSIDE_ONLY' } as const;
const AUDITOR = { AUDITOR: 'ANY_OFFICE' } as const;

export const CERTIFICATE_RULES = {
  'issue-certificate': SYSTEM,
  'flag-holder-deceased': SYSTEM,
  'freeze-certificate-for-review': SYSTEM,
  'freeze-certificate': BODY,
  'unfreeze-certificate': BODY,
  'withdraw-certificate': BODY,
  'reprint-certificate': BODY,
  'void-blank': BODY,
  'request-renewal': BODY,
  'renew-certificate': BODY,
  'review-certificate': BODY,
  'note-certificate-paper': BODY,
} as const satisfies Record<string, Grants>;

export const CERTIFICATE_READS = {
  'list-certificates': { ...BODY, ...AUDITOR },
  'read-certificate': { ...BODY, ...AUDITOR },
  // The file carries the holder's name: whoever takes it is written down like one who reads an identity.
  'read-credential': { ...BODY, PERSON: 'OWN_PERSON' },
} as const satisfies Record<string, Grants>;
