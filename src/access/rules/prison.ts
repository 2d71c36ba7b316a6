/** Who may do what with the prison entrance (I.6c). */
import type { Grants } from '../grants.ts';

export const PRISON_RULES = {} as const satisfies Record<string, Grants>;

export const PRISON_READS = {} as const satisfies Record<string, Grants>;
