/** Who may do what with foreign-worker permits (I.6c). */
import type { Grants } from '../grants.ts';

export const PERMIT_RULES = {} as const satisfies Record<string, Grants>;

export const PERMIT_READS = {} as const satisfies Record<string, Grants>;
