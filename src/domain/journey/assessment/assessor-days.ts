/** Places on an assessor's day: a limit that crosses persons, and is therefore kept by claims (D-11, L-18). */
import type { ClaimChange, DecideContext } from '../../decider.ts';
import { refuseWith } from '../../law/refusals.ts';
import type { LocalDate } from '../../time/moment.ts';
import type { Refused } from '../handlers.ts';
import { type Assessment, type AssignedAssessor, presentAttempt } from './state.ts';

const dayKey = (assessorId: string, date: LocalDate): string => `assessor-day/${assessorId}/${date}`;

const limitOn = (date: LocalDate, context: DecideContext): number =>
  context.policy<number>('assessor_daily_maximum', date);

export const takeDays = (
  { assessmentId }: Assessment,
  assessors: readonly AssignedAssessor[],
  date: LocalDate,
  context: DecideContext,
): ClaimChange[] =>
  assessors.map(({ assessorId }) => ({
    ...{ kind: 'take-place', key: dayKey(assessorId, date), holder: assessmentId },
    limit: limitOn(date, context),
  }));

/** Gives back the day that is set, of these assessors; a day on which the test was held stays used. */
export function releaseDays(
  found: Assessment,
  assessors: readonly AssignedAssessor[],
  exceptOn?: LocalDate,
): ClaimChange[] {
  const { test, takenOn } = presentAttempt(found);
  if (test === null || takenOn !== null || test.on === exceptOn) return [];
  return assessors.map(({ assessorId }) => ({
    ...{ kind: 'release', key: dayKey(assessorId, test.on), holder: found.assessmentId },
  }));
}

/** Ten are enough for one day. */
export function dayFull(
  assessors: readonly AssignedAssessor[],
  date: LocalDate,
  context: DecideContext,
): Refused | undefined {
  const keys = context.lostClaims.map(({ key }) => key);
  const full = assessors.find(({ assessorId }) => keys.includes(dayKey(assessorId, date)));
  if (full === undefined) return undefined;
  const { assessorId } = full;
  return refuseWith('ASSESSOR_DAY_FULL', { assessorId, date, limit: limitOn(date, context) });
}
