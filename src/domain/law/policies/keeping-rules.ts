/** Numbers of keeping the record. */
import type { StartingPolicy } from './starting-policy.ts';

export const KEEPING_RULES = {} as const satisfies { [name: string]: StartingPolicy };
