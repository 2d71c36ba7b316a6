/** Who may do what with assessments (I.6c). */
import type { Grants } from '../grants.ts';

export const ASSESSMENT_RULES = {} as const satisfies Record<string, Grants>;

export const ASSESSMENT_READS = {} as const satisfies Record<string, Grants>;
