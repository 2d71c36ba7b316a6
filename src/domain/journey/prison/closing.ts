/**
 * How a prison case ends. Closing is always an office's act, and each reason needs its fact on record (I-6).
 *
 * AFTERCARE, ended | RELEASED, handed over -- PROGRAMME_DONE --> CLOSED
 * RELEASED, the search is over -- RELEASED_NO_CONTACT --> CLOSED
 * any stage, after PersonDied -- DEATH --> CLOSED
 * INTERRUPTED, on the run -- ESCAPE_LAPSED --> CLOSED
 *
 * The record is kept as long as that of any case (G-10, L-21); a death does not stop that clock (I-10).
 */
import { refuseWith } from '../../law/refusals.ts';
import { accepted, type CommandHandlers, type Evolvers, firstRefusal, requireDocument } from '../handlers.ts';
import { retentionEndOf } from '../retention.ts';
import type { PrisonCloseReason } from './commands.ts';
import { changePrisonCase, onPrisonCase } from './on-prison-case.ts';
import { hasEscaped } from './queries.ts';
import { CUSTODY, moveTo, OUTSIDE } from './stage-moves.ts';
import type { PrisonCase } from './state.ts';

function isReady(found: PrisonCase, reason: PrisonCloseReason, died: boolean): boolean {
  const { stage, release, aftercare } = found;
  switch (reason) {
    case 'PROGRAMME_DONE':
      return stage === 'AFTERCARE'
        ? aftercare?.endedOn != null
        : stage === 'RELEASED' && release?.handedOverTo != null;
    case 'RELEASED_NO_CONTACT':
      return stage === 'RELEASED' && release?.chaseEnded === true;
    case 'DEATH':
      return died;
    case 'ESCAPE_LAPSED':
      return hasEscaped(found);
  }
}

/** Its power to execute has lapsed by a paper: a limitation that nobody computes here (B-11, I-6). */
const NEEDS_PAPER: readonly PrisonCloseReason[] = ['DEATH', 'ESCAPE_LAPSED'];

export const closingHandlers: CommandHandlers<'close-prison-case'> = {
  'close-prison-case': onPrisonCase(
    { stages: [...CUSTODY, ...OUTSIDE], afterDeath: true },
    (found, command, context, state) => {
      const { caseId, reason } = command.data;
      const refused = firstRefusal(
        NEEDS_PAPER.includes(reason) ? requireDocument(command, 'certificate or decision') : undefined,
        isReady(found, reason, state.diedOn !== null)
          ? undefined
          : refuseWith('NOT_READY_TO_CLOSE', { caseId, reason }),
      );
      if (refused !== undefined) return refused;
      const retentionEndsAt = retentionEndOf(found, context);
      return accepted([{ type: 'PrisonCaseClosed', data: { caseId, reason, retentionEndsAt } }]);
    },
  ),
};

export const closingEvolvers: Evolvers<'PrisonCaseClosed' | 'PrisonRetentionEnded'> = {
  PrisonCaseClosed: (state, { data }) =>
    changePrisonCase(state, data.caseId, (found) => ({
      ...moveTo(found, 'CLOSED'),
      closedReason: data.reason,
      retentionEndsAt: data.retentionEndsAt,
      interruptions: [],
      interruptedFrom: null,
    })),
  PrisonRetentionEnded: (state, { data }) =>
    changePrisonCase(state, data.caseId, () => ({ retentionEndsAt: null })),
};
