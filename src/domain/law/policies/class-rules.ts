/** Numbers of classes and enrolments. */
import type { StartingPolicy } from './starting-policy.ts';

export const CLASS_RULES = {} as const satisfies { [name: string]: StartingPolicy };
