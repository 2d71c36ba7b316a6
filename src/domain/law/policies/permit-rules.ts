/** Numbers of foreign-worker permits. */
import type { StartingPolicy } from './starting-policy.ts';

export const PERMIT_RULES = {} as const satisfies { [name: string]: StartingPolicy };
