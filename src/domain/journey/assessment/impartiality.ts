/**
 * Who may judge this person (D-09, D-11): not one who trained them, not one from the unit that trained
 * them, after an appeal or a conflict not one who judged them in this assessment before; licensed on the
 * day of the test, and technically competent in the scheme.
 */
import type { DecideContext } from '../../decider.ts';
import { refuseWith } from '../../law/refusals.ts';
import { type AssessorFact, isLicensedOn } from '../../registers/facts.ts';
import { addYears } from '../../time/index.ts';
import type { LocalDate } from '../../time/moment.ts';
import { type ClassFact, classFactKey } from '../../training-class/fact.ts';
import { firstRefusal, type Refused } from '../handlers.ts';
import type { JourneyState } from '../state.ts';
import type { Enrolment } from '../training/state.ts';
import { type Assessment, type AssignedAssessor, presentAttempt } from './state.ts';
import type { ConflictGround } from './terms.ts';

export const assessorFact = (assessorId: string, context: DecideContext): AssessorFact | undefined =>
  context.fact<AssessorFact>(`assessor/${assessorId}`);

/** Attempts that exist because another assessor must judge. */
const ANOTHER = ['APPEAL', 'REPLACEMENT'];

const isTrainedBy = ({ id, accountId }: AssessorFact, taught: ClassFact): boolean =>
  [...taught.instructors, ...taught.formerInstructors].some(
    (account) => account === accountId || account === id,
  );

/** Classes of the training that is assessed, however old, and all others within the look-back (L-18). */
function classesInView(
  state: JourneyState,
  { basis }: Assessment,
  on: LocalDate,
  context: DecideContext,
): { enrolment: Enrolment; taught: ClassFact }[] {
  const since = addYears(on, -context.policy<number>('assessor_look_back_years', on));
  return Object.values(state.training.enrolments).flatMap((enrolment) => {
    const isAssessed = basis.kind === 'TRAINING' && basis.enrolmentId === enrolment.enrolmentId;
    return enrolment.classIds.flatMap((classId) => {
      const taught = context.fact<ClassFact>(classFactKey(classId));
      return taught !== undefined && (isAssessed || taught.endsOn >= since) ? [{ enrolment, taught }] : [];
    });
  });
}

/** Why this assessor may not judge this person; undefined where nothing speaks against it. */
export function conflictOf(
  state: JourneyState,
  found: Assessment,
  assessor: AssessorFact,
  on: LocalDate,
  context: DecideContext,
): ConflictGround | undefined {
  const judgedBefore = found.attempts
    .filter((attempt) => attempt.takenOn !== null)
    .some(({ assessors }) => assessors.some(({ assessorId }) => assessorId === assessor.id));
  if (judgedBefore && ANOTHER.includes(presentAttempt(found).kind)) return 'ASSESSED_BEFORE';
  const classes = classesInView(state, found, on, context);
  if (classes.some(({ taught }) => isTrainedBy(assessor, taught))) return 'TRAINED';
  const { employer } = assessor;
  return employer !== null && classes.some(({ taught }) => taught.centre === employer)
    ? 'SAME_UNIT'
    : undefined;
}

/** @param on day of the test where one is set, else today. */
export function requireFit(
  state: JourneyState,
  found: Assessment,
  assessor: AssessorFact,
  on: LocalDate,
  context: DecideContext,
): Refused | undefined {
  const { id: assessorId } = assessor;
  const { schemeId, certificationBody } = found;
  if (assessor.certificationBody !== certificationBody) {
    return refuseWith('ASSESSOR_OF_OTHER_BODY', { assessorId, certificationBody });
  }
  if (!assessor.schemeIds.includes(schemeId)) {
    return refuseWith('ASSESSOR_NOT_COMPETENT', { assessorId, schemeId });
  }
  if (!isLicensedOn(assessor, on)) return refuseWith('ASSESSOR_NOT_LICENSED', { assessorId, date: on });
  const ground = conflictOf(state, found, assessor, on, context);
  return ground === undefined ? undefined : refuseWith('ASSESSOR_CONFLICT', { assessorId, ground });
}

/** All that are assigned still fit on that day: a licence may have ended, a class may have come to light. */
export const requireAllFit = (
  state: JourneyState,
  found: Assessment,
  assessors: readonly AssignedAssessor[],
  on: LocalDate,
  context: DecideContext,
): Refused | undefined =>
  firstRefusal(
    ...assessors.map(({ assessorId }) => {
      const assessor = assessorFact(assessorId, context);
      return assessor === undefined
        ? refuseWith('ASSESSOR_UNKNOWN', { assessorId })
        : requireFit(state, found, assessor, on, context);
    }),
  );

export const requireLead = (assessors: readonly AssignedAssessor[]): Refused | undefined =>
  assessors.some(({ role }) => role === 'LEAD') ? undefined : refuseWith('ASSESSOR_MISSING', {});
