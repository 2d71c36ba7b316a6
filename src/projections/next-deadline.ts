/** The earliest deadline that is armed for one case: what an office looks at first. */
import type { EntityState } from '../domain/decide.ts';
import type { WantedDeadline } from '../domain/decider.ts';

/** @param isOf whether a deadline's subject belongs to the case. */
export function nextDeadline(
  { armed }: EntityState<unknown>,
  isOf: (deadline: WantedDeadline) => boolean,
): WantedDeadline | undefined {
  let next: WantedDeadline | undefined;
  for (const deadline of Object.values(armed)) {
    if (isOf(deadline) && (next === undefined || isEarlier(deadline, next))) next = deadline;
  }
  return next;
}

const isEarlier = (one: WantedDeadline, other: WantedDeadline): boolean =>
  one.dueAt.at === other.dueAt.at ? one.kind < other.kind : one.dueAt.at < other.dueAt.at;

/** Deadlines of a case, and of its parts: `c1`, `c1/RAMP`. Retention is nobody's work. */
export const isOfCase =
  (caseId: string) =>
  ({ subject, kind }: WantedDeadline): boolean =>
    subject.split('/')[0] === caseId && !kind.endsWith('retention-end');
