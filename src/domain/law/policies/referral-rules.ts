/** Numbers of the social entrance. */
import type { StartingPolicy } from './starting-policy.ts';

export const REFERRAL_RULES = {} as const satisfies { [name: string]: StartingPolicy };
