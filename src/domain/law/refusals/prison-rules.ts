/** Refusals of custody. */
import type { RefusalEntry } from './entry.ts';

export const PRISON_REFUSALS = {} as const satisfies { [code: string]: RefusalEntry };
