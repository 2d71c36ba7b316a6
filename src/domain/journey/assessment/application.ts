/**
 * The application (APL.01, APL.02) and the check of its requirements by the LSP.
 *
 * none -- AssessmentRequested --> REQUESTED -- RequirementsVerified --> VERIFIED
 * REQUESTED -- RequirementsIncomplete --> REQUESTED: papers are missing
 *
 * It rests on a finished training, whose attendance must have reached the threshold (S43), or on skill
 * that was there before (RPL): then there is no enrolment and no attendance to ask for (D-16, S42).
 */
import type { Command, DecideContext } from '../../decider.ts';
import { refuseWith } from '../../law/refusals.ts';
import type { OfficeFact, SchemeFact } from '../../registers/facts.ts';
import type { JourneyEvent } from '../events.ts';
import {
  accepted,
  type CommandHandlers,
  type Evolvers,
  firstRefusal,
  type Refused,
  today,
} from '../handlers.ts';
import { isHeldBy } from '../prison/queries.ts';
import type { JourneyState } from '../state.ts';
import { enrolmentOf } from '../training/state.ts';
import type { AssessmentCommands } from './commands.ts';
import { requireSeparation, withHands } from './duties.ts';
import { happening, notOwn, onAssessment, requireAlive } from './on-assessment.ts';
import { movedBy, UNDECIDED } from './stage-moves.ts';
import { assessmentOf, changeAssessment, newAttempt } from './state.ts';
import type { Basis } from './terms.ts';
import { requireUnits } from './units.ts';

/** More applications than a working life holds: a program that sends again and again. */
export const MOST_ASSESSMENTS = 60;

export const assessmentAddress = (assessmentId: string): string => `address/assessment/${assessmentId}`;

/** S43: the threshold is the one pinned in the enrolment when it finished. */
function requireTraining(state: JourneyState, basis: Basis): Refused | undefined {
  if (basis.kind === 'RPL') return undefined;
  const { enrolmentId } = basis;
  const enrolment = enrolmentOf(state, enrolmentId);
  if (enrolment?.stage === 'INCOMPLETE' && enrolment.attendance !== null) {
    const { attendedJp: attended, requiredJp: required } = enrolment.attendance;
    return refuseWith('ATTENDANCE_BELOW', { attended, required });
  }
  return enrolment?.stage === 'FINISHED' ? undefined : refuseWith('TRAINING_NOT_FINISHED', { enrolmentId });
}

/** A centre applies for those it trained, a prison for those it holds. */
function requireHelper(state: JourneyState, { actor, data }: Command<string, Asked>): Refused | undefined {
  const { basis } = data;
  if (actor.role === 'PRISON_OFFICER') return isHeldBy(state, actor.office) ? undefined : notOwn(actor);
  if (actor.role !== 'TRAINING_CENTRE_ADMINISTRATOR') return undefined;
  const enrolments = Object.values(state.training.enrolments).filter(
    ({ enrolmentId }) => basis.kind === 'RPL' || basis.enrolmentId === enrolmentId,
  );
  return enrolments.some(({ centre }) => centre === actor.office) ? undefined : notOwn(actor);
}

type Asked = AssessmentCommands['request-assessment'];

function requireScheme(
  { schemeId, certificationBody }: Asked,
  context: DecideContext,
): { scheme: SchemeFact; body: OfficeFact } | Refused {
  const scheme = context.fact<SchemeFact>(`scheme/${schemeId}`);
  if (scheme === undefined) return refuseWith('SCHEME_UNKNOWN', { schemeId });
  const body = context.fact<OfficeFact>(`office/${certificationBody}`);
  if (body === undefined) return refuseWith('OFFICE_UNKNOWN', { officeId: certificationBody });
  return scheme.certificationBodies.includes(certificationBody)
    ? { scheme, body }
    : refuseWith('SCHEME_NOT_OF_BODY', { schemeId, certificationBody });
}

function requireFirst(state: JourneyState, { assessmentId, schemeId }: Asked): Refused | undefined {
  const all = Object.values(state.assessment.assessments);
  if (assessmentOf(state, assessmentId) !== undefined) return refuseWith('ALREADY_DONE', {});
  if (all.length >= MOST_ASSESSMENTS) {
    return refuseWith('TOO_MANY', { kind: 'assessments', limit: MOST_ASSESSMENTS });
  }
  const running = all.some((one) => one.schemeId === schemeId && UNDECIDED.includes(one.stage));
  return running ? refuseWith('ASSESSMENT_RUNNING', { schemeId }) : undefined;
}

export const applicationHandlers: CommandHandlers<'request-assessment' | 'verify-requirements'> = {
  'request-assessment': (state, command, context) => {
    const { data } = command;
    const refused = firstRefusal(
      requireAlive(state),
      requireHelper(state, command),
      requireFirst(state, data),
      requireTraining(state, data.basis),
    );
    if (refused !== undefined) return refused;
    const known = requireScheme(data, context);
    if ('refusal' in known) return known;
    const { scheme, body } = known;
    const odd = requireUnits(data.selfAssessment, scheme.units);
    if (odd !== undefined) return odd;
    const { assessmentId, ...asked } = data;
    const { zone } = body;
    const requested: JourneyEvent = {
      type: 'AssessmentRequested',
      data: { assessmentId, ...asked, units: scheme.units, requestedOn: today(context, zone), zone },
    };
    return accepted(happening([requested], zone, context), {
      // The LSP and its assessors name the assessment; the relay and the API find whose it is.
      claims: [{ kind: 'take', key: assessmentAddress(assessmentId), holder: `journey/${state.personId}` }],
    });
  },

  'verify-requirements': onAssessment({ stages: ['REQUESTED'] }, (found, { data, actor }) => {
    const { assessmentId, met, missing } = data;
    const refused = requireSeparation(found, 'VERIFY', [actor.id]);
    if (refused !== undefined) return refused;
    return accepted([
      met
        ? { type: 'RequirementsVerified', data: { assessmentId } }
        : { type: 'RequirementsIncomplete', data: { assessmentId, missing } },
    ]);
  }),
};

export const applicationEvolvers: Evolvers<
  'AssessmentRequested' | 'RequirementsVerified' | 'RequirementsIncomplete'
> = {
  AssessmentRequested: (state, { data }) => {
    const { assessmentId, selfAssessment: _said, ...asked } = data;
    const assessments = {
      ...state.assessment.assessments,
      [assessmentId]: {
        ...asked,
        ...{ assessmentId, stage: 'REQUESTED' as const, adjustments: null, missing: [] },
        attempts: [newAttempt('FIRST', data.units)],
        hands: { VERIFY: [], REVIEW: [], DECIDE: [], ISSUE: [] },
        ...{ retests: 0, decidedOn: null, appeal: { until: null, ended: false, used: false } },
        ...{ reportDueAt: null, plenaryDueAt: null, appealDecisionDueAt: null, retestOpenAt: null },
        ...{ placeToConfirm: false, certificateId: null },
      },
    };
    return { ...state, assessment: { ...state.assessment, assessments } };
  },
  RequirementsVerified: (state, { data, meta }) =>
    changeAssessment(state, data.assessmentId, (found) => ({
      ...movedBy('RequirementsVerified', found),
      ...withHands(found, 'VERIFY', [meta.actor.id]),
      missing: [],
    })),
  RequirementsIncomplete: (state, { data }) =>
    changeAssessment(state, data.assessmentId, () => ({ missing: data.missing })),
};
