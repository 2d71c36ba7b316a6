/** Two states made one, and taken apart again. Nothing is lost on the way: what was adopted is remembered. */
import type { JourneyState } from '../state.ts';
import { type CarriedState, opposite, renumbered, type Shift } from './carried.ts';
import { joinedOnce, type Once, onceOf, partedOnce } from './once.ts';
import type { Adoption } from './state.ts';

type Keyed<Item> = { readonly [id: string]: Item };

const only = <Item>(all: Keyed<Item>, ids: ReadonlySet<string>): Keyed<Item> =>
  Object.fromEntries(Object.entries(all).filter(([id]) => ids.has(id)));
const without = <Item>(all: Keyed<Item>, ids: ReadonlySet<string>): Keyed<Item> =>
  Object.fromEntries(Object.entries(all).filter(([id]) => !ids.has(id)));

/** Everything a state holds but its id and how it is kept. */
export const carriedStateOf = ({
  personId: _id,
  keeping: _keeping,
  ...carried
}: JourneyState): CarriedState => carried;

/**
 * An entry is known by the version of its event, and events stay in the stream they were recorded in: an
 * adopted one cannot be named by a correction here, and its number must not meet one of this stream.
 */
const foreign = (version: number): number => -Math.abs(version);

/** @param carried as the other record had it, with its own ordinals. */
export function joined(
  state: JourneyState,
  from: string,
  carried: CarriedState,
  shift: Shift,
): { joined: CarriedState; adoption: Omit<Adoption, 'marks'> } {
  const theirs = renumbered(carried, shift);
  const sessions = Object.fromEntries(
    Object.entries(theirs.sessions).map(([id, session]) => [
      id,
      { ...session, version: foreign(session.version) },
    ]),
  );
  const { employment } = state;
  const before = onceOf(state);
  const other = onceOf(theirs);
  const { seeker, consents, eligibility, ...identity } = joinedOnce(before, other);
  return {
    joined: {
      registered: true,
      ...identity,
      cases: { ...state.cases, ...withoutPlans(theirs.cases) },
      linkedCases: { ...state.linkedCases, ...theirs.linkedCases },
      sessions: { ...state.sessions, ...sessions },
      entries: [
        ...state.entries,
        ...theirs.entries.map((entry) => ({ ...entry, version: foreign(entry.version) })),
      ],
      caseCount: state.caseCount + theirs.caseCount,
      sessionCount: state.sessionCount + theirs.sessionCount,
      prison: { cases: { ...state.prison.cases, ...theirs.prison.cases } },
      referral: {
        cases: { ...state.referral.cases, ...theirs.referral.cases },
        consents,
      },
      training: {
        offers: { ...state.training.offers, ...theirs.training.offers },
        enrolments: { ...state.training.enrolments, ...theirs.training.enrolments },
      },
      assessment: {
        assessments: { ...state.assessment.assessments, ...theirs.assessment.assessments },
        certificates: { ...state.assessment.certificates, ...theirs.assessment.certificates },
      },
      employment: {
        ...seeker,
        eligibility,
        proposals: { ...employment.proposals, ...theirs.employment.proposals },
        apprenticeships: { ...employment.apprenticeships, ...theirs.employment.apprenticeships },
        placements: { ...employment.placements, ...theirs.employment.placements },
        placementCount: employment.placementCount + theirs.employment.placementCount,
      },
    },
    adoption: {
      from,
      shift,
      caseIds: [theirs.cases, theirs.linkedCases, theirs.prison.cases, theirs.referral.cases].flatMap(
        (cases) => Object.keys(cases),
      ),
      sessionIds: Object.keys(theirs.sessions),
      offerIds: Object.keys(theirs.training.offers),
      placementIds: Object.keys(theirs.employment.placements),
      enrolmentIds: Object.keys(theirs.training.enrolments),
      assessmentIds: Object.keys(theirs.assessment.assessments),
      certificateIds: Object.keys(theirs.assessment.certificates),
      proposalIds: Object.keys(theirs.employment.proposals),
      agreementNumbers: Object.keys(theirs.employment.apprenticeships),
      before,
      theirs: { ...other, registered: carried.registered },
    },
  };
}

/** Places at sites were given back under the old name: a plan of an adopted case is made anew. */
const withoutPlans = (cases: CarriedState['cases']): CarriedState['cases'] =>
  Object.fromEntries(Object.entries(cases).map(([id, found]) => [id, { ...found, plan: null }]));

const identityOf = ({ provisional, identityWarnings, diedOn }: Once) => ({
  ...{ provisional, identityWarnings, diedOn },
});

/** What goes back, with what was added to it meanwhile, and what stays. */
export function parted(
  state: JourneyState,
  adoption: Adoption,
): { returned: CarriedState; rest: CarriedState } {
  const caseIds = new Set(adoption.caseIds);
  const ofCase = <Item extends { caseId: string | null }>(all: Keyed<Item>, ids: readonly string[]) =>
    new Set([
      ...ids,
      ...Object.entries(all).flatMap(([id, { caseId }]) =>
        caseId !== null && caseIds.has(caseId) ? [id] : [],
      ),
    ]);
  const sessionIds = ofCase(state.sessions, adoption.sessionIds);
  const offerIds = ofCase(state.training.offers, adoption.offerIds);
  const enrolmentIds = ofCase(state.training.enrolments, adoption.enrolmentIds);
  const assessmentIds = new Set(adoption.assessmentIds);
  for (const found of Object.values(state.assessment.assessments)) {
    const { basis } = found;
    if (basis.kind === 'TRAINING' && enrolmentIds.has(basis.enrolmentId))
      assessmentIds.add(found.assessmentId);
  }
  const certificateIds = new Set(adoption.certificateIds);
  for (const { certificateId, assessmentId } of Object.values(state.assessment.certificates)) {
    if (assessmentIds.has(assessmentId)) certificateIds.add(certificateId);
  }
  const placementIds = new Set(adoption.placementIds);
  const proposalIds = new Set(adoption.proposalIds);
  const isTheirs = ({ caseId, version }: { caseId: string | null; version: number }): boolean =>
    caseId === null ? version < 0 : caseIds.has(caseId);
  const agreementNumbers = new Set(adoption.agreementNumbers);
  const once = partedOnce(onceOf(state), adoption.before, adoption.theirs);
  const back = opposite(adoption.shift);
  const sessions = only(state.sessions, sessionIds);
  const returned = renumbered(
    {
      ...identityOf(once.returned),
      registered: adoption.theirs.registered,
      cases: only(state.cases, caseIds),
      linkedCases: only(state.linkedCases, caseIds),
      sessions: Object.fromEntries(
        Object.entries(sessions).map(([id, session]) => [
          id,
          { ...session, version: Math.abs(session.version) },
        ]),
      ),
      entries: state.entries
        .filter(isTheirs)
        .map((entry) => ({ ...entry, version: Math.abs(entry.version) })),
      caseCount: state.caseCount - adoption.shift.c,
      sessionCount: state.sessionCount - adoption.shift.s,
      prison: { cases: only(state.prison.cases, caseIds) },
      referral: { cases: only(state.referral.cases, caseIds), consents: once.returned.consents },
      training: {
        offers: only(state.training.offers, offerIds),
        enrolments: only(state.training.enrolments, enrolmentIds),
      },
      assessment: {
        assessments: only(state.assessment.assessments, assessmentIds),
        certificates: only(state.assessment.certificates, certificateIds),
      },
      employment: {
        ...once.returned.seeker,
        eligibility: once.returned.eligibility,
        apprenticeships: only(state.employment.apprenticeships, agreementNumbers),
        proposals: only(state.employment.proposals, proposalIds),
        placements: only(state.employment.placements, placementIds),
        placementCount: state.employment.placementCount - adoption.shift.p,
      },
    },
    back,
  );
  const rest: CarriedState = {
    registered: true,
    ...identityOf(once.rest),
    cases: without(state.cases, caseIds),
    linkedCases: without(state.linkedCases, caseIds),
    sessions: without(state.sessions, sessionIds),
    entries: state.entries.filter((entry) => !isTheirs(entry)),
    caseCount: state.caseCount,
    sessionCount: state.sessionCount,
    prison: { cases: without(state.prison.cases, caseIds) },
    referral: { cases: without(state.referral.cases, caseIds), consents: once.rest.consents },
    training: {
      offers: without(state.training.offers, offerIds),
      enrolments: without(state.training.enrolments, enrolmentIds),
    },
    assessment: {
      assessments: without(state.assessment.assessments, assessmentIds),
      certificates: without(state.assessment.certificates, certificateIds),
    },
    employment: {
      ...once.rest.seeker,
      eligibility: once.rest.eligibility,
      apprenticeships: without(state.employment.apprenticeships, agreementNumbers),
      placementCount: state.employment.placementCount,
      proposals: without(state.employment.proposals, proposalIds),
      placements: without(state.employment.placements, placementIds),
    },
  };
  return { returned, rest };
}
