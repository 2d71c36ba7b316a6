/**
 * How much of looking for work one journey holds: its whole state goes from one run of its workflow to the
 * next (`../size.ts`). Nobody comes near these numbers but a program that sends again and again.
 */
import { refuseWith } from '../../law/refusals.ts';
import type { Refused } from '../handlers.ts';

export const MOST_OF_EMPLOYMENT = { proposals: 400, placements: 200, apprenticeships: 100 } as const;

export const requireEmploymentRoom = (
  kind: keyof typeof MOST_OF_EMPLOYMENT,
  held: object,
): Refused | undefined =>
  Object.keys(held).length >= MOST_OF_EMPLOYMENT[kind]
    ? refuseWith('TOO_MANY', { kind, limit: MOST_OF_EMPLOYMENT[kind] })
    : undefined;
