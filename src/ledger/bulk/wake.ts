/** Whether a shell would miss something that was written beside it. */
import { type EntityState, earliestDeadline } from '../../domain/decide.ts';
import { WAITED_FOR_MS } from '../../domain/run-length.ts';
import type { Instant } from '../../domain/time/moment.ts';

/**
 * True where the entity must now act earlier than its shell knows. Anything else the shell finds as the tail of
 * its next command: a timer that has become too early wakes it for nothing. Messages need no shell, the relay
 * takes them from the ledger.
 */
export function mustWake(before: EntityState<unknown>, after: EntityState<unknown>, now: Instant): boolean {
  const next = earliestDeadline(after)?.dueAt.at;
  if (next === undefined || Date.parse(next) - Date.parse(now) > WAITED_FOR_MS) return false;
  const known = earliestDeadline(before)?.dueAt.at;
  return known === undefined || next < known;
}
