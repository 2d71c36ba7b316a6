/** Who sees the boards: heads of office their own figures, the centre all of them. Sums, and nobody's name. */
import type { Grants } from '../grants.ts';

const OWN = { EXECUTING_PROSECUTOR: 'OWNS', PROBATION_COUNSELLOR: 'OWNS', PRISON_OFFICER: 'OWNS' } as const;

export const BOARD_READS = {
  'read-board': {
    ...OWN,
    TRAINING_CENTRE_ADMINISTRATOR: 'OWNS',
    CERTIFICATION_BODY_ADMINISTRATOR: 'OWNS',
    PLACEMENT_OFFICER: 'OWNS',
    REGISTRAR: 'ANY_OFFICE',
    AUDITOR: 'ANY_OFFICE',
  },
} as const satisfies Record<string, Grants>;
