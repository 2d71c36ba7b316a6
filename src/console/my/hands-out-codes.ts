/** Desks that hand out codes for personal pages. */
import { rolesReading } from '../../access/roles.ts';

export const HANDS_OUT_CODES = rolesReading('issue-page-code');
