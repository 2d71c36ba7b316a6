/** Who may do what with certificates (I.6c). */
import type { Grants } from '../grants.ts';

export const CERTIFICATE_RULES = {} as const satisfies Record<string, Grants>;

export const CERTIFICATE_READS = {} as const satisfies Record<string, Grants>;
