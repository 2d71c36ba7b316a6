/** Refusals of classes and enrolments. */
import type { RefusalEntry } from './entry.ts';

export const CLASS_REFUSALS = {} as const satisfies { [code: string]: RefusalEntry };
