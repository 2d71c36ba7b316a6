/**
 * Review by somebody else, then the plenary, which decides (D-04, D-10).
 *
 * RECOMMENDED -- RecommendationReviewed --> REVIEWED, or -- RecommendationReturned --> TAKEN
 * REVIEWED -- PlenaryHeld, DeclaredCompetent --> COMPETENT
 * REVIEWED -- PlenaryHeld, DeclaredNotYetCompetent --> NOT_YET_COMPETENT: the time to appeal begins
 */
import { addDays, endOfDay } from '../../time/index.ts';
import { notBefore, notInFuture } from '../dates.ts';
import {
  accepted,
  type CommandHandlers,
  type Evolvers,
  firstRefusal,
  requireDocument,
  today,
} from '../handlers.ts';
import { declared, requirePlenary } from './decision.ts';
import { requireSeparation, withHands } from './duties.ts';
import { onAssessment } from './on-assessment.ts';
import { movedBy } from './stage-moves.ts';
import { changeAssessment, presentAttempt, withAttempt } from './state.ts';
import { requireUnits } from './units.ts';

export const plenaryHandlers: CommandHandlers<'review-recommendation' | 'hold-plenary'> = {
  'review-recommendation': onAssessment({ stages: ['RECOMMENDED'] }, (found, { data, actor }, context) => {
    const { agreed, ...said } = data;
    const refused = requireSeparation(found, 'REVIEW', [actor.id]);
    if (refused !== undefined) return refused;
    if (agreed) return accepted([{ type: 'RecommendationReviewed', data: said }]);
    const on = today(context, found.zone);
    const reportDueAt = endOfDay(
      addDays(on, context.policy<number>('assessment_report_days', on)),
      found.zone,
    );
    return accepted([{ type: 'RecommendationReturned', data: { ...said, reportDueAt } }]);
  }),

  'hold-plenary': onAssessment({ stages: ['REVIEWED'] }, (found, command, context, state) => {
    const { assessmentId, heldOn, members, results, noticeOn = heldOn } = command.data;
    const { takenOn, units } = presentAttempt(found);
    const refused = firstRefusal(
      requireDocument(command, 'minutes of the plenary'),
      notInFuture(heldOn, found.zone, context),
      notInFuture(noticeOn, found.zone, context),
      notBefore('heldOn', heldOn, takenOn),
      notBefore('noticeOn', noticeOn, heldOn),
      requireUnits(results, units),
      requirePlenary(found, members, command.actor, heldOn, context),
    );
    if (refused !== undefined) return refused;
    const days = context.policy<number>('appeal_filing_days', noticeOn);
    const appealUntil = endOfDay(addDays(noticeOn, days), found.zone);
    return accepted([
      { type: 'PlenaryHeld', data: { assessmentId, heldOn, members, results } },
      ...declared(state, found, results, heldOn, appealUntil),
    ]);
  }),
};

export const plenaryEvolvers: Evolvers<
  'RecommendationReviewed' | 'RecommendationReturned' | 'PlenaryHeld' | 'PlenaryOverdue'
> = {
  RecommendationReviewed: (state, { data, meta }) =>
    changeAssessment(state, data.assessmentId, (found) => ({
      ...movedBy('RecommendationReviewed', found),
      ...withHands(found, 'REVIEW', [meta.actor.id]),
    })),
  RecommendationReturned: (state, { data, meta }) =>
    changeAssessment(state, data.assessmentId, (found) => ({
      ...movedBy('RecommendationReturned', found),
      ...withHands(found, 'REVIEW', [meta.actor.id]),
      ...withAttempt(found, { recommended: null }),
      reportDueAt: data.reportDueAt,
      plenaryDueAt: null,
    })),
  PlenaryHeld: (state, { data, meta }) =>
    changeAssessment(state, data.assessmentId, (found) => ({
      ...withHands(found, 'DECIDE', [...data.members, meta.actor.id]),
      ...withAttempt(found, { results: data.results }),
      plenaryDueAt: null,
    })),
  PlenaryOverdue: (state, { data }) =>
    changeAssessment(state, data.assessmentId, () => ({ plenaryDueAt: null })),
};
