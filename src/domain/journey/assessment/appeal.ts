/**
 * The appeal (AK.04, D-12, L-16): on procedure or principles, within 7 days after the result was told, judged
 * by another assessor, decided within 14 working days on the calendar of the LSP.
 *
 * NOT_YET_COMPETENT | REMEDIAL -- AppealFiled --> APPEALED -- AppealRejected --> NOT_YET_COMPETENT
 * APPEALED -- AppealAccepted --> RE_ASSESSMENT -- ReAssessed --> RE_ASSESSED
 * RE_ASSESSED -- AppealDecided, DeclaredCompetent | DeclaredNotYetCompetent --> decided, once and for all
 *
 * It concerns one person's result: whoever was tested on the same day keeps what they were given.
 */
import type { DecideContext } from '../../decider.ts';
import { refuseWith } from '../../law/refusals.ts';
import { warn } from '../../law/warnings.ts';
import { type CalendarFact, holidayDates, isYearLoaded } from '../../registers/calendar.ts';
import type { OfficeFact } from '../../registers/facts.ts';
import { addWorkingDays, endOfDay } from '../../time/index.ts';
import type { LocalDate } from '../../time/moment.ts';
import { notBefore, notInFuture } from '../dates.ts';
import {
  accepted,
  type CommandHandlers,
  type Evolvers,
  firstRefusal,
  type Refused,
  requireDocument,
} from '../handlers.ts';
import { dayFull, takeDays } from './assessor-days.ts';
import { declared, requirePlenary } from './decision.ts';
import { requireSeparation, withHands } from './duties.ts';
import { requireAllFit, requireLead } from './impartiality.ts';
import { isAssigned, onAssessment } from './on-assessment.ts';
import { movedBy, stagesOf } from './stage-moves.ts';
import {
  type Assessment,
  changeAssessment,
  newAttempt,
  presentAttempt,
  unitsToShow,
  withAttempt,
} from './state.ts';
import { requireAdjustment } from './test.ts';
import { requirePortfolio, requireUnits } from './units.ts';

const calendarOf = ({ certificationBody }: Assessment, context: DecideContext): CalendarFact | undefined => {
  const office = context.fact<OfficeFact>(`office/${certificationBody}`);
  return office === undefined ? undefined : context.fact<CalendarFact>(`calendar/${office.calendar}`);
};

/** Judged by the day of filing, whenever it is entered and whenever the timer fires (S25). */
function requireInTime(
  { appeal }: Assessment,
  filedOn: LocalDate,
  { command: { actor, document } }: DecideContext,
): Refused | undefined {
  if (appeal.used || appeal.until === null) return refuseWith('APPEAL_ALREADY_DECIDED', {});
  const { date } = appeal.until;
  // Once the time has ended, an earlier day needs more than the word of whoever appeals.
  const unproved = appeal.ended && actor.role === 'PERSON' && document === undefined;
  return filedOn > date || unproved ? refuseWith('APPEAL_LATE', { date }) : undefined;
}

export const appealHandlers: CommandHandlers<
  'file-appeal' | 'waive-appeal-time' | 'accept-appeal' | 'reject-appeal' | 're-assess' | 'decide-appeal'
> = {
  'file-appeal': onAssessment({ stages: stagesOf('AppealFiled') }, (found, { data }, context) => {
    const { filedOn, ground } = data;
    const refused = firstRefusal(
      notInFuture(filedOn, found.zone, context),
      notBefore('filedOn', filedOn, found.decidedOn),
      requireInTime(found, filedOn, context),
    );
    if (refused !== undefined) return refused;
    if (ground === 'RESULT_ONLY') return refuseWith('APPEAL_NOT_ON_PROCEDURE', {});
    const days = context.policy<number>('appeal_decision_working_days', filedOn);
    const calendar = calendarOf(found, context);
    const dueOn = addWorkingDays(filedOn, days, calendar === undefined ? [] : holidayDates(calendar));
    const year = Number(dueOn.slice(0, 4));
    const unloaded = calendar === undefined || !isYearLoaded(calendar, year);
    const decisionDueAt = endOfDay(dueOn, found.zone);
    return accepted([{ type: 'AppealFiled', data: { ...data, decisionDueAt } }], {
      warnings: unloaded
        ? [warn('CALENDAR_YEAR_NOT_LOADED', { year, calendarId: calendar?.id ?? 'none' })]
        : [],
    });
  }),

  'waive-appeal-time': onAssessment({ stages: stagesOf('AppealFiled') }, (found, command) => {
    const { assessmentId, until, reason } = command.data;
    const refused = firstRefusal(
      requireDocument(command, 'decision of the certification body'),
      notBefore('until', until, found.decidedOn),
    );
    if (refused !== undefined) return refused;
    if (found.appeal.used) return refuseWith('APPEAL_ALREADY_DECIDED', {});
    return accepted([
      {
        type: 'AppealTimeWaived',
        data: { assessmentId, until: endOfDay(until, found.zone), reason },
      },
    ]);
  }),

  'accept-appeal': onAssessment({ stages: ['APPEALED'] }, (_found, { data }) =>
    accepted([{ type: 'AppealAccepted', data }]),
  ),

  'reject-appeal': onAssessment({ stages: ['APPEALED'] }, (found, command, context) => {
    const refused = firstRefusal(
      requireDocument(command, 'decision of the certification body'),
      notInFuture(command.data.rejectedOn, found.zone, context),
    );
    return refused ?? accepted([{ type: 'AppealRejected', data: command.data }]);
  }),

  're-assess': onAssessment({ stages: ['RE_ASSESSMENT'] }, (found, { data, actor }, context, state) => {
    const { takenOn, evidence, results } = data;
    const { assessors, units } = presentAttempt(found);
    if (!isAssigned(assessors, actor)) return refuseWith('NOT_THE_ASSESSOR', {});
    const refused = firstRefusal(
      requireAdjustment(state, found),
      notInFuture(takenOn, found.zone, context),
      notBefore('takenOn', takenOn, found.decidedOn),
      requireLead(assessors),
      requireAllFit(state, found, assessors, takenOn, context),
      requireUnits(evidence, units),
      requirePortfolio(found, evidence),
      requireUnits(results, units),
      requireSeparation(found, 'ASSESS', [actor.id]),
      dayFull(assessors, takenOn, context),
    );
    if (refused !== undefined) return refused;
    return accepted([{ type: 'ReAssessed', data }], {
      claims: takeDays(found, assessors, takenOn, context),
    });
  }),

  'decide-appeal': onAssessment({ stages: ['RE_ASSESSED'] }, (found, command, context, state) => {
    const { assessmentId, decidedOn, members, results } = command.data;
    const { takenOn, units } = presentAttempt(found);
    const refused = firstRefusal(
      requireDocument(command, 'decision on the appeal'),
      notInFuture(decidedOn, found.zone, context),
      notBefore('decidedOn', decidedOn, takenOn),
      requireUnits(results, units),
      requirePlenary(found, members, command.actor, decidedOn, context),
    );
    if (refused !== undefined) return refused;
    const outcome = results.some(({ result }) => result === 'K') ? 'UPHELD' : 'DISMISSED';
    return accepted([
      { type: 'AppealDecided', data: { assessmentId, decidedOn, members, results, outcome } },
      ...declared(state, found, results, decidedOn, null),
    ]);
  }),
};

export const appealEvolvers: Evolvers<
  | 'AppealFiled'
  | 'AppealTimeWaived'
  | 'AppealTimeEnded'
  | 'AppealAccepted'
  | 'AppealRejected'
  | 'ReAssessed'
  | 'AppealDecided'
  | 'AppealDecisionOverdue'
> = {
  AppealFiled: (state, { data }) =>
    changeAssessment(state, data.assessmentId, (found) => ({
      ...movedBy('AppealFiled', found),
      // A retest that was prepared and not held gives way to the appeal.
      attempts: found.attempts.filter(({ takenOn }) => takenOn !== null),
      appeal: { until: null, ended: false, used: true },
      appealDecisionDueAt: data.decisionDueAt,
      retestOpenAt: null,
    })),
  AppealTimeWaived: (state, { data }) =>
    changeAssessment(state, data.assessmentId, () => ({
      appeal: { until: data.until, ended: false, used: false },
    })),
  AppealTimeEnded: (state, { data }) =>
    changeAssessment(state, data.assessmentId, ({ appeal }) => ({ appeal: { ...appeal, ended: true } })),
  AppealAccepted: (state, { data }) =>
    changeAssessment(state, data.assessmentId, (found) => ({
      ...movedBy('AppealAccepted', found),
      attempts: [...found.attempts, newAttempt('APPEAL', unitsToShow(found))],
    })),
  AppealRejected: (state, { data }) =>
    changeAssessment(state, data.assessmentId, (found) => ({
      ...movedBy('AppealRejected', found),
      appealDecisionDueAt: null,
    })),
  ReAssessed: (state, { data }) =>
    changeAssessment(state, data.assessmentId, (found) => ({
      ...movedBy('ReAssessed', found),
      ...withAttempt(found, { takenOn: data.takenOn, recommended: data.results }),
    })),
  AppealDecided: (state, { data, meta }) =>
    changeAssessment(state, data.assessmentId, (found) => ({
      ...withHands(found, 'DECIDE', [...data.members, meta.actor.id]),
      ...withAttempt(found, { results: data.results }),
      appealDecisionDueAt: null,
    })),
  AppealDecisionOverdue: (state, { data }) =>
    changeAssessment(state, data.assessmentId, () => ({ appealDecisionDueAt: null })),
};
