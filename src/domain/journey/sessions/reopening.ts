/** What a withdrawn credit does to a case that was complete. */
import type { DecideContext } from '../../decider.ts';
import type { CaseId, Sealed } from '../commands.ts';
import { minutesLeft } from '../completion.ts';
import { changeCase } from '../handlers.ts';
import type { CommunityServiceCase } from '../state.ts';
import type { Draft } from './draft.ts';
import { post } from './draft.ts';

/** Back into execution; the life cycle folds the same event the same way (`closure.ts`). */
export function reopen(draft: Draft, context: DecideContext, caseId: CaseId, reason: Sealed): Draft {
  const reopened = post(draft, context, { type: 'CaseReopened', data: { caseId, reason } });
  const state = changeCase(reopened.state, caseId, ({ creditedBeforeRepeat }) => ({
    stage: creditedBeforeRepeat === null ? 'RUNNING' : 'REPEAT',
    completionMinuted: false,
    closedReason: null,
  }));
  return { ...reopened, state };
}

/** A completed case that is short again goes back into execution: nothing is left to be signed. */
export function reopenIfShort(draft: Draft, context: DecideContext, caseId: CaseId, reason: Sealed): Draft {
  const obligation = draft.state.cases[caseId] as CommunityServiceCase;
  const short = obligation.stage === 'COMPLETED' && minutesLeft(obligation) > 0;
  return short ? reopen(draft, context, caseId, reason) : draft;
}
