/** Who reads a paper. Making one rests on the right to attach documents; which kind is whose: `src/papers`. */
import type { Grants } from '../grants.ts';

export const PAPER_READS = {
  'read-paper': {
    PIDUM_STAFF: 'OWN_OR_FORMER_OFFICE',
    EXECUTING_PROSECUTOR: 'OWN_OR_FORMER_OFFICE',
    PROBATION_COUNSELLOR: 'SUPERVISES',
    AUDITOR: 'ANY_OFFICE',
    PERSON: 'OWN_PERSON',
  },
} as const satisfies Record<string, Grants>;
