/** Refusals of keeping the record. */
import type { RefusalEntry } from './entry.ts';

export const KEEPING_REFUSALS = {} as const satisfies { [code: string]: RefusalEntry };
