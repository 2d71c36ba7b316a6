/** How far along the path a journey has come, whose it is, and by what it is counted. Pure. */
import { UNDECIDED } from '../domain/journey/assessment/stage-moves.ts';
import { runningPlacement } from '../domain/journey/employment/state.ts';
import { accommodationNeeds } from '../domain/journey/referral/state.ts';
import type { JourneyState } from '../domain/journey/state.ts';
import { OPEN_STAGES } from '../domain/journey/training/state.ts';

/** In their order on the path; who reached a later one has passed those before it. */
export const PATH_STEPS = [
  'ENTERED',
  'STARTED',
  'IN_TRAINING',
  'ASSESSED',
  'CERTIFIED',
  'PROPOSED',
  'HIRED',
  'KEPT_90',
  'KEPT_180',
  'KEPT_365',
] as const;
export type PathStep = (typeof PATH_STEPS)[number];

const CLOSED_SERVICE: readonly string[] = ['CLOSED', 'VOID'];
const CLOSED_REFERRAL: readonly string[] = ['CLOSED', 'RETURNED_TO_REFERRER'];
const NOT_ISSUED: readonly string[] = ['REQUESTED', 'REFUSED'];

export const isOpenService = (stage: string): boolean => !CLOSED_SERVICE.includes(stage);
export const isOpenReferral = (stage: string): boolean => !CLOSED_REFERRAL.includes(stage);
export const isIssued = (status: string): boolean => !NOT_ISSUED.includes(status);

const kept = ({ employment }: JourneyState, day: number): boolean =>
  Object.values(employment.placements).some(({ checks }) =>
    checks.some((check) => check.day >= day && check.result === 'RETAINED'),
  );

const REACHED: { readonly [S in PathStep]: (state: JourneyState) => boolean } = {
  ENTERED: () => true,
  STARTED: ({ cases, prison, referral }) =>
    Object.values(cases).some(({ execution }) => execution !== null) ||
    Object.values(prison.cases).some(({ stage }) => stage !== 'ADMITTED') ||
    Object.values(referral.cases).some(
      ({ stage }) => stage !== 'REFERRED' && stage !== 'RETURNED_TO_REFERRER',
    ),
  IN_TRAINING: ({ training }) =>
    Object.values(training.enrolments).some(({ startedOn }) => startedOn !== null),
  ASSESSED: ({ assessment }) =>
    Object.values(assessment.assessments).some(({ attempts }) =>
      attempts.some(({ takenOn }) => takenOn !== null),
    ),
  CERTIFIED: ({ assessment }) =>
    Object.values(assessment.certificates).some(({ status }) => isIssued(status)),
  PROPOSED: ({ employment }) => Object.keys(employment.proposals).length > 0,
  HIRED: ({ employment }) => Object.keys(employment.placements).length > 0,
  KEPT_90: (state) => kept(state, 90),
  KEPT_180: (state) => kept(state, 180),
  KEPT_365: (state) => kept(state, 365),
};

/** The furthest step ever reached. */
export const furthestStep = (state: JourneyState): PathStep =>
  PATH_STEPS.findLast((step) => REACHED[step](state)) ?? 'ENTERED';

/** Something is still open: nobody who is under way counts as lost. */
export const isOnTheWay = (state: JourneyState): boolean =>
  state.diedOn === null &&
  (Object.values(state.cases).some(({ stage }) => isOpenService(stage)) ||
    Object.values(state.prison.cases).some(({ stage }) => stage !== 'CLOSED') ||
    Object.values(state.referral.cases).some(({ stage }) => isOpenReferral(stage)) ||
    Object.values(state.training.enrolments).some(({ stage }) => OPEN_STAGES.includes(stage)) ||
    Object.values(state.assessment.assessments).some(({ stage }) => UNDECIDED.includes(stage)) ||
    state.employment.card?.active === true ||
    runningPlacement(state) !== undefined);

const known = (codes: readonly (string | null | undefined)[]): string[] =>
  [...new Set(codes.filter((code) => typeof code === 'string'))].sort();

/** Every office that has a part in the journey: each may count it, and none learns of the others by that. */
export const officesOf = (state: JourneyState): string[] =>
  known([
    ...Object.values(state.cases).flatMap(({ office, probationOffice }) => [office, probationOffice]),
    ...Object.values(state.prison.cases).flatMap((found) => [found.facility, found.probationOffice]),
    ...Object.values(state.referral.cases).flatMap(({ referrer, centre }) => [referrer, centre]),
    ...Object.values(state.training.enrolments).map(({ centre }) => centre),
    ...Object.values(state.assessment.assessments).map(({ certificationBody }) => certificationBody),
    state.employment.office,
    ...Object.values(state.employment.placements).map(({ office }) => office),
  ]);

/** The one office under which a journey stands where offices are compared: where it began. */
export const firstOfficeOf = (state: JourneyState): string | null =>
  Object.values(state.cases)[0]?.office ??
  Object.values(state.prison.cases)[0]?.facility ??
  Object.values(state.referral.cases)[0]?.referrer ??
  Object.values(state.training.enrolments)[0]?.centre ??
  state.employment.office;

/** The programme that stands for the trade: of the last training that began, else of the last one asked for. */
export const programmeOf = ({ training }: JourneyState): string | null => {
  const enrolments = Object.values(training.enrolments);
  return (
    (enrolments.findLast(({ startedOn }) => startedOn !== null) ?? enrolments.at(-1))?.programmeId ?? null
  );
};

/** Whether anything was ever asked for so that the person could take part: never what. */
export const hasAccommodation = (state: JourneyState): boolean =>
  accommodationNeeds(state).length > 0 ||
  Object.values(state.training.enrolments).some(({ needs }) => needs.length > 0) ||
  Object.values(state.assessment.assessments).some(({ needs }) => needs.length > 0);
