/**
 * How a case ends (P-53), and how it stands up again.
 *
 * any stage -- PowerToExecuteLapsed (P-49) or ClemencyGranted --> the same stage, lapsed: nothing is
 * executed and nothing is waited for
 * COMPLETED, signed | CONVERTED | lapsed | nothing left after a changed ruling -- CaseClosed --> CLOSED
 * COMPLETED | CLOSED -- CaseReopened (a correction took minutes away) --> RUNNING | REPEAT; where its
 * window has ended meanwhile a review follows at once (`breach-review.ts`)
 *
 * Closing is always the prosecutor's act: the system makes no binding legal decision (I-6).
 */
import { refuseWith } from '../law/refusals.ts';
import type { JourneyCommands } from './commands.ts';
import { effectiveOn, notInFuture } from './dates.ts';
import {
  accepted,
  type CommandHandlers,
  changeCase,
  type Evolvers,
  firstRefusal,
  onCase,
  type Refused,
  requireDocument,
} from './handlers.ts';
import { retentionEndOf } from './retention.ts';
import { releasePlan } from './site-places.ts';
import { moveTo, STAGE_MOVES } from './stage-moves.ts';
import type { CommunityServiceCase, JourneyState, Stage } from './state.ts';

type Reason = JourneyCommands['close-case']['reason'];

const CLOSABLE: readonly Stage[] = (Object.keys(STAGE_MOVES) as Stage[]).filter((stage) =>
  STAGE_MOVES[stage].includes('CLOSED'),
);

/** What must be on record before a case may be closed for a reason. */
function unready(state: JourneyState, found: CommunityServiceCase, reason: Reason): Refused | undefined {
  const { caseId, stage } = found;
  const unless = (ready: boolean, allowed: string): Refused | undefined =>
    ready ? undefined : refuseWith('WRONG_STAGE', { caseId, stage, allowed });
  switch (reason) {
    case 'COMPLETED':
      return unless(stage === 'COMPLETED' && found.completionMinuted, 'COMPLETED, minutes signed');
    case 'CONVERTED':
      if (stage !== 'CONVERTED') return refuseWith('DECISION_MISSING', { caseId });
      return unless((found.fine?.rupiah ?? 0) === 0, 'CONVERTED, fine paid');
    case 'DEATH':
      return unless(state.diedOn !== null && found.lapsed, 'lapse decision P-49 after the death');
    case 'LAPSED':
      return unless(found.lapsed && found.clemency === null, 'lapse decision P-49');
    case 'CLEMENCY':
      return unless(found.clemency !== null, 'clemency granted');
    case 'RULING_CHANGED':
      return unless(
        found.orderedMinutes === null && found.measure === null,
        'ruling changed, nothing left to execute',
      );
  }
}

export const closureHandlers: CommandHandlers<'close-case' | 'record-lapse-decision' | 'grant-clemency'> = {
  'close-case': onCase({ stages: CLOSABLE, afterDeath: true }, (found, { data }, context, state) => {
    const refused = unready(state, found, data.reason);
    if (refused !== undefined) return refused;
    const retentionEndsAt = retentionEndOf(found, context);
    return accepted([{ type: 'CaseClosed', data: { ...data, retentionEndsAt } }], {
      claims: releasePlan(state, found, context),
    });
  }),

  'record-lapse-decision': onCase(
    { stages: CLOSABLE, afterDeath: true },
    (found, command, context, state) => {
      const { caseId, stage } = found;
      const refused = requireDocument(command, 'P-49');
      if (refused !== undefined) return refused;
      if (found.lapsed) return refuseWith('ALREADY_DONE', { caseId });
      if (command.data.ground === 'DEATH' && state.diedOn === null) {
        return refuseWith('WRONG_STAGE', { caseId, stage, allowed: 'death recorded' });
      }
      return accepted([{ type: 'PowerToExecuteLapsed', data: command.data }], {
        claims: releasePlan(state, found, context),
      });
    },
  ),

  'grant-clemency': onCase({ stages: CLOSABLE }, (found, command, context, state) => {
    const { grantedOn } = command.data;
    const refused = firstRefusal(
      requireDocument(command, 'clemency decision'),
      notInFuture(grantedOn, found.zone, context),
    );
    if (refused !== undefined) return refused;
    return accepted(
      [
        {
          type: 'ClemencyGranted',
          data: command.data,
          occurredAt: effectiveOn(grantedOn, found.zone, context),
        },
      ],
      { claims: releasePlan(state, found, context) },
    );
  }),
};

export const closureEvolvers: Evolvers<
  'CaseClosed' | 'CaseReopened' | 'PowerToExecuteLapsed' | 'ClemencyGranted'
> = {
  CaseClosed: (state, { data }) =>
    changeCase(state, data.caseId, (found) => ({
      ...moveTo(found, 'CLOSED'),
      closedReason: data.reason,
      retentionEndsAt: data.retentionEndsAt ?? null,
      plan: null,
      review: null,
      hold: null,
    })),
  CaseReopened: (state, { data }) =>
    changeCase(state, data.caseId, (found) => ({
      ...moveTo(found, found.repeat === null ? 'RUNNING' : 'REPEAT'),
      closedReason: null,
      retentionEndsAt: null,
      completionMinuted: false,
      signatureDueAt: null,
    })),
  PowerToExecuteLapsed: (state, { data }) =>
    changeCase(state, data.caseId, () => ({ lapsed: true, plan: null })),
  ClemencyGranted: (state, { data }) =>
    changeCase(state, data.caseId, () => ({ lapsed: true, clemency: data.kind, plan: null })),
};
