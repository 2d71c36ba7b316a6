/** What a withdrawn credit does to a case that was complete. */
import type { DecideContext } from '../../decider.ts';
import type { CaseId, Sealed } from '../commands.ts';
import { measureOpen, minutesLeft } from '../completion.ts';
import type { CommunityServiceCase } from '../state.ts';
import type { Draft } from './draft.ts';
import { post } from './draft.ts';

/** Back into execution (`closure.ts`). */
export const reopen = (draft: Draft, context: DecideContext, caseId: CaseId, reason: Sealed): Draft =>
  post(draft, context, { type: 'CaseReopened', data: { caseId, reason } });

/** A completed case that is short again goes back into execution: nothing is left to be signed. */
export function reopenIfShort(draft: Draft, context: DecideContext, caseId: CaseId, reason: Sealed): Draft {
  const obligation = draft.state.cases[caseId] as CommunityServiceCase;
  const left = minutesLeft(obligation) > 0 || measureOpen(obligation);
  const short = obligation.stage === 'COMPLETED' && left;
  return short ? reopen(draft, context, caseId, reason) : draft;
}
