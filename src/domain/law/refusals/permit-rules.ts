/** Refusals of foreign-worker permits. */
import type { RefusalEntry } from './entry.ts';

export const PERMIT_REFUSALS = {} as const satisfies { [code: string]: RefusalEntry };
