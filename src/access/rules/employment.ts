/** Who may do what with job seekers, vacancies and placements (I.6c). */
import type { Grants } from '../grants.ts';

export const EMPLOYMENT_RULES = {} as const satisfies Record<string, Grants>;

export const EMPLOYMENT_READS = {} as const satisfies Record<string, Grants>;
