/** Who may do what with the social entrance (I.6c). */
import type { Grants } from '../grants.ts';

export const REFERRAL_RULES = {} as const satisfies Record<string, Grants>;

export const REFERRAL_READS = {} as const satisfies Record<string, Grants>;
