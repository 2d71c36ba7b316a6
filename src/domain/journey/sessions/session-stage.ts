/** Up to when a case takes sessions. */
import { refuseWith } from '../../law/refusals.ts';
import type { LocalDate } from '../../time/moment.ts';
import type { Refused } from '../handlers.ts';
import { EXECUTION_STAGES } from '../stage-moves.ts';
import type { CommunityServiceCase, JourneyState } from '../state.ts';

/**
 * Sessions are taken while the sentence is executed, also under review, because work is judged by its
 * date (L-32), and until the completion minutes are signed (S01). Work dated after the death is taken at
 * any time, as a fact for the fraud list (S16).
 */
export function requireSessionsOpen(
  state: JourneyState,
  obligation: CommunityServiceCase,
  workDate: LocalDate,
): Refused | undefined {
  const { caseId, stage, completionMinuted } = obligation;
  if (state.diedOn !== null && workDate > state.diedOn && obligation.execution !== null) return undefined;
  if (EXECUTION_STAGES.includes(stage) || (stage === 'COMPLETED' && !completionMinuted)) return undefined;
  if (stage === 'COMPLETED' || stage === 'CLOSED' || stage === 'CONVERTED' || stage === 'VOID') {
    return refuseWith('CASE_CLOSED', { caseId, stage });
  }
  return refuseWith('WRONG_STAGE', { caseId, stage, allowed: EXECUTION_STAGES.join(', ') });
}

/** Once the completion minutes are signed only a prosecutor's correction changes the balance (I.1). */
export function requireUnsigned({
  caseId,
  stage,
  completionMinuted,
}: CommunityServiceCase): Refused | undefined {
  const signed = stage === 'COMPLETED' && completionMinuted;
  return signed || stage === 'CLOSED' || stage === 'VOID'
    ? refuseWith('CASE_CLOSED', { caseId, stage })
    : undefined;
}
