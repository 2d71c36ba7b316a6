/** Who may do what with merging, legal hold, rights requests and data breaches (I.6c). */
import type { Grants } from '../grants.ts';

export const KEEPING_RULES = {} as const satisfies Record<string, Grants>;

export const KEEPING_READS = {} as const satisfies Record<string, Grants>;
