/** Whether a "no" was a decision, or whether nobody knows yet what became of it: then the same is sent again. */
import type { Problem } from '../api/problem.ts';

/**
 * Counted off, or a server that could not answer. What has a receipt was decided and recorded, a fault of a rule as
 * well: the same id would get the same answer for ever, and whatever waits behind it would wait as long.
 */
export const isUndecided = ({
  status,
  code,
  receipt,
}: Pick<Problem, 'status' | 'code' | 'receipt'>): boolean =>
  receipt === undefined && (status >= 500 || code === 'RATE_LIMITED');
