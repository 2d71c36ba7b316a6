/** Refusals of placement. */
import type { RefusalEntry } from './entry.ts';

export const EMPLOYMENT_REFUSALS = {} as const satisfies { [code: string]: RefusalEntry };
