/**
 * (none) -- EnrolmentRequested --> APPLIED: a seat is asked for; the class answers.
 *
 * Checked before: the offer, the case, the age, the prerequisites, the place, the TPP, the hours (C-17). The journey takes the
 * address of the enrolment in the same decision, so that the class finds it and never knows whose it is.
 */
import type { Actor, Command, DecideContext, Warning } from '../../decider.ts';
import { refuseWith } from '../../law/refusals.ts';
import { warn } from '../../law/warnings.ts';
import { yearsAt } from '../../time/age.ts';
import type { LocalDate } from '../../time/moment.ts';
import { momentAt } from '../../time/moments.ts';
import { type ClassFact, classFactKey } from '../../training-class/fact.ts';
import { enrolmentAddress } from '../../training-class/notes.ts';
import { validCertificatesOn } from '../assessment/state.ts';
import type { CaseId, JourneyCommands } from '../commands.ts';
import { accepted, type CommandHandlers, firstRefusal, isRefusal, type Refused } from '../handlers.ts';
import { accommodationNeeds } from '../referral/state.ts';
import type { JourneyState } from '../state.ts';
import { clashRefusal } from './clashes.ts';
import type { TrainingBasis } from './commands.ts';
import type { ClassTerms, TrainingEvents } from './events.ts';
import { enrolmentFrom } from './evolve.ts';
import { requireCaseOffice, requireOffer } from './on-enrolment.ts';
import { approvalRefusal, placeRefusal, stayEndsBefore } from './place-gate.ts';
import { requestSeat } from './seat-messages.ts';
import { achievedUnitsOf, enrolmentOf, openEnrolments } from './state.ts';

/** More enrolments than this in one life are a program that sends again and again. */
export const MOST_ENROLMENTS = 100;

type Apply = JourneyCommands['apply-for-class'];

export const termsOf = (klass: ClassFact): ClassTerms => {
  const { programmeId, programmeVersion, units, jp, centre, zone } = klass;
  const { deliveryMode, hostFacility, startsOn, endsOn } = klass;
  return {
    ...{ programmeId, programmeVersion, units, jp, centre, zone },
    ...{ deliveryMode, hostFacility, startsOn, endsOn },
  };
};

/** A class that takes people; whether a seat is left, it answers itself. */
export function openClass(classId: string, context: DecideContext): ClassFact | Refused {
  const klass = context.fact<ClassFact>(classFactKey(classId));
  if (klass === undefined) return refuseWith('CLASS_UNKNOWN', { classId });
  return klass.status === 'OPEN' || klass.status === 'RUNNING' ? klass : refuseWith('CLASS_NOT_OPEN', {});
}

interface Ground {
  readonly caseId: CaseId | null;
  readonly basis: TrainingBasis;
}

/** These act because of a case, and say which. */
const ACT_FOR_A_CASE: readonly Actor['role'][] = [
  'EXECUTING_PROSECUTOR',
  'PROBATION_COUNSELLOR',
  'PRISON_OFFICER',
  'REFERRAL_OFFICER',
];

function groundOf(
  state: JourneyState,
  { caseId, offerId }: Apply,
  programmeId: string,
  context: DecideContext,
) {
  const { actor } = context.command;
  const offer = offerId === undefined ? undefined : requireOffer(state, offerId, context);
  if (offer !== undefined && isRefusal(offer)) return offer;
  if (offer !== undefined) {
    const { offerId } = offer;
    if (offer.answer !== 'ACCEPTED') return refuseWith('OFFER_NOT_ACCEPTED', { offerId });
    if (offer.programmeId !== programmeId) return refuseWith('OTHER_PROGRAMME', { programmeId });
  }
  const about = offer?.caseId ?? caseId;
  if (about === undefined && ACT_FOR_A_CASE.includes(actor.role)) {
    return refuseWith('MALFORMED', { field: 'caseId' });
  }
  const refused = about === undefined ? undefined : requireCaseOffice(state, about, context);
  const ground: Ground = { caseId: about ?? null, basis: offer?.as ?? 'VOLUNTARY' };
  return refused ?? ground;
}

/** I.4: nobody is sent to training on a referral that the person has not agreed to. */
const consentRefusal = (state: JourneyState, caseId: CaseId | null): Refused | undefined =>
  caseId !== null && state.referral.cases[caseId]?.stage === 'REFERRED'
    ? refuseWith('CONSENT_MISSING', {})
    : undefined;

function prerequisiteRefusal(
  state: JourneyState,
  { prerequisites }: ClassFact,
  on: LocalDate,
): Refused | undefined {
  const units = [...achievedUnitsOf(state), ...validCertificatesOn(state, on).flatMap((held) => held.units)];
  const finished = Object.values(state.training.enrolments)
    .filter(({ stage }) => stage === 'FINISHED')
    .map(({ programmeId }) => programmeId);
  const missing = [
    ...prerequisites.units.filter((code) => !units.includes(code)),
    ...prerequisites.programmes.filter((id) => !finished.includes(id)),
  ];
  return missing.length === 0
    ? undefined
    : refuseWith('PREREQUISITE_MISSING', { missing: missing.join(', ') });
}

/** C-17: years on the first day of the class; null where the vault knows no birth date. */
const ageAtStart = ({ ageNow = null }: Apply, { startsOn }: ClassFact) =>
  ageNow === null ? null : yearsAt(ageNow, startsOn > ageNow.on ? startsOn : ageNow.on);

/** Only who is surely too young; where it cannot be told, people look (I-11). */
const ageRefusal = (data: Apply, klass: ClassFact): Refused | undefined => {
  const { minimumAge, startsOn } = klass;
  const age = ageAtStart(data, klass)?.most ?? minimumAge;
  return age < minimumAge ? refuseWith('UNDER_MINIMUM_AGE', { age, minimumAge, startsOn }) : undefined;
};

function ageWarnings(data: Apply, klass: ClassFact): Warning[] {
  const { minimumAge, startsOn } = klass;
  const age = ageAtStart(data, klass);
  if (age === null) return [warn('AGE_NOT_KNOWN', { minimumAge })];
  return age.least < minimumAge ? [warn('AGE_NEAR_MINIMUM', { minimumAge, startsOn })] : [];
}

const twiceRefusal = (state: JourneyState, { id, programmeId }: ClassFact): Refused | undefined =>
  openEnrolments(state).some((open) => open.classId === id || open.programmeId === programmeId)
    ? refuseWith('ALREADY_ENROLLED', {})
    : undefined;

function apply(
  state: JourneyState,
  { data, actor }: Command<'apply-for-class', Apply>,
  context: DecideContext,
) {
  const { enrolmentId, classId, waits } = data;
  if (state.diedOn !== null) return refuseWith('RECORD_OF_DECEASED', { diedOn: state.diedOn });
  if (enrolmentOf(state, enrolmentId) !== undefined) return refuseWith('ALREADY_DONE', {});
  const klass = openClass(classId, context);
  if (isRefusal(klass)) return klass;
  const ground = groundOf(state, data, klass.programmeId, context);
  if (isRefusal(ground)) return ground;
  const { date } = momentAt(context.now, klass.zone);
  const count = Object.keys(state.training.enrolments).length;
  const refused = firstRefusal(
    consentRefusal(state, ground.caseId),
    twiceRefusal(state, klass),
    ageRefusal(data, klass),
    placeRefusal(state, klass, context),
    approvalRefusal(state, klass, context),
    prerequisiteRefusal(state, klass, date),
    clashRefusal(state, klass, ground.basis, context),
    count >= MOST_ENROLMENTS
      ? refuseWith('TOO_MANY', { kind: 'enrolments', limit: MOST_ENROLMENTS })
      : undefined,
  );
  if (refused !== undefined) return refused;
  const availableUntil = data.availableUntil ?? stayEndsBefore(state, klass);
  const requested: TrainingEvents['EnrolmentRequested'] = {
    ...{ enrolmentId, classId, ...termsOf(klass), ...ground, offerId: data.offerId ?? null },
    office: actor.role === 'PERSON' ? null : actor.office,
    needs: [...new Set([...accommodationNeeds(state), ...data.needs])],
    availableUntil,
  };
  return accepted([{ type: 'EnrolmentRequested', data: requested }], {
    claims: [{ kind: 'take', key: enrolmentAddress(enrolmentId), holder: `journey/${state.personId}` }],
    messages: [requestSeat(enrolmentFrom(requested), classId, waits)],
    warnings: ageWarnings(data, klass),
  });
}

export const applyingHandlers: CommandHandlers<'apply-for-class'> = { 'apply-for-class': apply };
