/** Numbers of custody. */
import type { StartingPolicy } from './starting-policy.ts';

export const PRISON_RULES = {} as const satisfies { [name: string]: StartingPolicy };
