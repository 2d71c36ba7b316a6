/** Refusals of assessments. */
import type { RefusalEntry } from './entry.ts';

export const ASSESSMENT_REFUSALS = {} as const satisfies { [code: string]: RefusalEntry };
