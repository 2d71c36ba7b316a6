/** Numbers of assessments. */
import type { StartingPolicy } from './starting-policy.ts';

export const ASSESSMENT_RULES = {} as const satisfies { [name: string]: StartingPolicy };
