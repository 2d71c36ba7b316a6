/** Numbers of placement. */
import type { StartingPolicy } from './starting-policy.ts';

export const EMPLOYMENT_RULES = {} as const satisfies { [name: string]: StartingPolicy };
