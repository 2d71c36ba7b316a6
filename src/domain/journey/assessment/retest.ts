/**
 * After "not yet competent": remedial training, then a test of the failed units (D-08, L-17).
 *
 * NOT_YET_COMPETENT -- RemedialStarted --> REMEDIAL -- RetestScheduled --> SCHEDULED
 *
 * Twice a cycle at most, and not before so many days of remedial training. The assessors stay, and the LSP
 * may assign others.
 */
import { refuseWith } from '../../law/refusals.ts';
import { addDays, startOfDay } from '../../time/index.ts';
import { notBefore, notInFuture } from '../dates.ts';
import { accepted, type CommandHandlers, type Evolvers, firstRefusal } from '../handlers.ts';
import { takeDays } from './assessor-days.ts';
import { onAssessment } from './on-assessment.ts';
import { requireTestDay } from './schedule.ts';
import { movedBy } from './stage-moves.ts';
import { changeAssessment, newAttempt, presentAttempt, unitsToShow, withAttempt } from './state.ts';

export const retestHandlers: CommandHandlers<'start-remedial' | 'schedule-retest'> = {
  'start-remedial': onAssessment({ stages: ['NOT_YET_COMPETENT'] }, (found, { data }, context) => {
    const { assessmentId, startedOn } = data;
    const { zone, decidedOn, retests } = found;
    const refused = firstRefusal(
      notInFuture(startedOn, zone, context),
      notBefore('startedOn', startedOn, decidedOn),
    );
    if (refused !== undefined) return refused;
    const limit = context.policy<number>('retest_maximum', startedOn);
    if (retests >= limit) return refuseWith('RETEST_LIMIT', { limit });
    const earliestRetestOn = addDays(startedOn, context.policy<number>('retest_earliest_days', startedOn));
    return accepted([
      {
        type: 'RemedialStarted',
        data: {
          ...{ assessmentId, startedOn, units: unitsToShow(found), earliestRetestOn },
          retestOpenAt: startOfDay(earliestRetestOn, zone),
        },
      },
    ]);
  }),

  'schedule-retest': onAssessment({ stages: ['REMEDIAL'] }, (found, { data }, context, state) => {
    const { on, testPlace } = data;
    const { assessors, units } = presentAttempt(found);
    const refused = requireTestDay(state, found, on, testPlace, context);
    if (refused !== undefined) return refused;
    return accepted([{ type: 'RetestScheduled', data: { ...data, units, retest: found.retests + 1 } }], {
      claims: takeDays(found, assessors, on, context),
    });
  }),
};

export const retestEvolvers: Evolvers<'RemedialStarted' | 'RetestOpened' | 'RetestScheduled'> = {
  // The attempt begins here: whoever is replaced meanwhile stays the assessor of the one before.
  RemedialStarted: (state, { data }) =>
    changeAssessment(state, data.assessmentId, (found) => ({
      ...movedBy('RemedialStarted', found),
      attempts: [
        ...found.attempts,
        newAttempt('RETEST', data.units, {
          assessors: presentAttempt(found).assessors,
          notBefore: data.earliestRetestOn,
        }),
      ],
      retestOpenAt: data.retestOpenAt,
    })),
  RetestOpened: (state, { data }) =>
    changeAssessment(state, data.assessmentId, () => ({ retestOpenAt: null })),
  RetestScheduled: (state, { data }) =>
    changeAssessment(state, data.assessmentId, (found) => ({
      ...movedBy('RetestScheduled', found),
      ...withAttempt(found, { test: { on: data.on, testPlace: data.testPlace } }),
      retests: data.retest,
      retestOpenAt: null,
      // A new decision brings a new right to appeal against it.
      appeal: { until: null, ended: false, used: false },
    })),
};
