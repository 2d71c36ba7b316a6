/**
 * Training and the sentence.
 *
 * A court-ordered training (art. 103, A-15) is an obligation of its own, counted in minutes of its JP
 * and never in community-service hours (I-12): ordered -- MeasureMinutesCredited --> done -- the
 * centre's statement: MeasureCompleted. The statement ends it, not the assessor's verdict (S19).
 *
 * Whether other training counts as hours is a policy per case: it does only where a document of
 * the court or the prosecutor says so (L-07, S18).
 */
import { refuseWith } from '../law/refusals.ts';
import type { SiteFact } from '../registers/site.ts';
import { completionEvents, obligationCompleted } from './completion.ts';
import {
  accepted,
  type CommandHandlers,
  changeCase,
  type Evolvers,
  onCase,
  requireDocument,
  requireRole,
} from './handlers.ts';
import { EXECUTION_STAGES } from './stage-moves.ts';
import type { CommunityServiceCase, Stage } from './state.ts';

const OPEN: readonly Stage[] = ['REGISTERED', 'PROFILED', 'FINAL', 'ORDERED', 'PLANNED', ...EXECUTION_STAGES];

const withMeasureDone = (found: CommunityServiceCase): CommunityServiceCase => ({
  ...found,
  measure: found.measure && { ...found.measure, completed: true },
});

export const measureHandlers: CommandHandlers<'complete-measure' | 'set-hour-credit-policy'> = {
  'complete-measure': onCase({ stages: EXECUTION_STAGES }, (found, command, context, state) => {
    const { caseId, measure, stage } = found;
    const refused = requireDocument(command, 'statement of the training centre');
    if (refused !== undefined) return refused;
    if (measure === null) return refuseWith('WRONG_STAGE', { caseId, stage, allowed: 'a training measure' });
    if (measure.completed) return refuseWith('ALREADY_DONE', { caseId });
    if (measure.doneMinutes < measure.orderedMinutes) {
      const allowed = `${measure.orderedMinutes} minutes of training`;
      return refuseWith('WRONG_STAGE', { caseId, stage, allowed, doneMinutes: measure.doneMinutes });
    }
    const after = withMeasureDone(found);
    const completion =
      found.orderedMinutes === null
        ? obligationCompleted(after, 0, context)
        : completionEvents(
            { ...state, cases: { ...state.cases, [caseId]: after } },
            caseId,
            found.creditedMinutes,
            context,
          );
    return accepted([{ type: 'MeasureCompleted', data: { caseId } }, ...completion]);
  }),

  'set-hour-credit-policy': onCase({ stages: OPEN }, (found, command, context) => {
    const { policy, siteId } = command.data;
    const refused =
      requireRole(command.actor, 'EXECUTING_PROSECUTOR') ??
      requireDocument(command, 'ruling or order that names the policy');
    if (refused !== undefined) return refused;
    if (siteId !== undefined && context.fact<SiteFact>(`site/${siteId}`)?.trainingCentre !== true) {
      return refuseWith('SITE_UNKNOWN', { siteId });
    }
    const sameCentre = siteId === undefined || siteId === found.trainingSiteId;
    if (found.hourCreditPolicy === policy && sameCentre) return refuseWith('ALREADY_DONE', { policy });
    return accepted([{ type: 'HourCreditPolicySet', data: command.data }]);
  }),
};

export const measureEvolvers: Evolvers<
  'MeasureMinutesCredited' | 'MeasureCompleted' | 'HourCreditPolicySet'
> = {
  MeasureMinutesCredited: (state, { data }) =>
    changeCase(state, data.caseId, ({ measure }) => ({
      measure: measure && { ...measure, doneMinutes: measure.doneMinutes + data.minutes },
    })),
  MeasureCompleted: (state, { data }) =>
    changeCase(state, data.caseId, ({ measure }) => ({
      measure: measure && { ...measure, completed: true },
    })),
  HourCreditPolicySet: (state, { data }) =>
    changeCase(state, data.caseId, ({ trainingSiteId }) => ({
      hourCreditPolicy: data.policy,
      trainingSiteId: data.siteId ?? trainingSiteId,
    })),
};
