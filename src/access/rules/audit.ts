/** Who may ask an auditor's questions. The auditor reads everywhere and writes nothing that changes a fact. */
import type { Grants } from '../grants.ts';

const AUDITOR = { AUDITOR: 'ANY_OFFICE' } as const satisfies Grants;

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
} as const satisfies Record<string, Grants>;
