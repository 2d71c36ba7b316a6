/** Who may ask an auditor's questions. The auditor reads everywhere and writes nothing that changes a fact. */
import type { Grants } from '../grants.ts';

const AUDITOR = { AUDITOR: 'ANY_OFFICE' } as const satisfies Grants;

/** Who may be called to an emergency of a person that is not in their hands. Nobody who must not know an origin. */
const IN_EMERGENCY = {
  EXECUTING_PROSECUTOR: 'ANY_OFFICE',
  PROBATION_COUNSELLOR: 'ANY_OFFICE',
  PRISON_OFFICER: 'ANY_OFFICE',
} as const satisfies Grants;

export const AUDIT_RULES = {} as const satisfies Record<string, Grants>;

export const AUDIT_READS = {
  'replay-run': AUDITOR,
  'compare-record': AUDITOR,
  'explain-record': AUDITOR,
  'read-seal': AUDITOR,
  'draw-sample': AUDITOR,
  'read-integrity-list': AUDITOR,
  'try-draft-rule': AUDITOR,
  'export-bundle': AUDITOR,
  'read-money': AUDITOR,
  'break-glass': IN_EMERGENCY,
  'list-break-glass': AUDITOR,
  // UU 27/2022 art. 5: whose data they are may know who processes them.
  'own-access-log': { PERSON: 'OWN_PERSON' },
} as const satisfies Record<string, Grants>;
