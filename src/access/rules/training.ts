/** Who may do what with offers, enrolments and classes (I.6c). */
import type { Grants } from '../grants.ts';

export const TRAINING_RULES = {} as const satisfies Record<string, Grants>;

export const TRAINING_READS = {} as const satisfies Record<string, Grants>;
