/** Refusals of the social entrance. */
import type { RefusalEntry } from './entry.ts';

export const REFERRAL_REFUSALS = {} as const satisfies { [code: string]: RefusalEntry };
