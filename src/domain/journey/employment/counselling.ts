/** Counselling before and after training (E-04), when and where a person can work, and legal conditions. */
import { refuseWith } from '../../law/refusals.ts';
import { notInFuture } from '../dates.ts';
import { accepted, type CommandHandlers, type Evolvers, firstRefusal, type Refused } from '../handlers.ts';
import type { JourneyState } from '../state.ts';
import { signOfLife } from './card.ts';
import { on, requireAlive, requireCard, requireConsent, requirePlacementOffice } from './on-job-seeker.ts';
import { changeEmployment, employmentZone } from './state.ts';

/** The office of the case: it knows the ruling, and says no more than yes or no (G-08). */
const requireOfficeOfCase = (
  state: JourneyState,
  caseId: string,
  { role, office }: { readonly role: string; readonly office: string },
): Refused | undefined => {
  const executing = state.cases[caseId]?.office;
  const holding = state.prison.cases[caseId]?.facility;
  if (executing === undefined && holding === undefined) return refuseWith('CASE_UNKNOWN', { caseId });
  const mine = role === 'PRISON_OFFICER' ? holding === office : executing === office;
  return mine ? undefined : refuseWith('NOT_PERMITTED', { role, office });
};

export const counsellingHandlers: CommandHandlers<
  'hold-counselling' | 'set-availability' | 'record-eligibility'
> = {
  'hold-counselling': (state, { data, actor }, context) => {
    const refused = firstRefusal(
      requireAlive(state),
      requirePlacementOffice(state, context),
      notInFuture(data.heldOn, employmentZone(state), context),
    );
    if (refused !== undefined) return refused;
    const held = { type: 'CounsellingHeld', data: { ...data, office: actor.office } } as const;
    return accepted([
      on(data.heldOn, state, context, held),
      ...(state.employment.card?.active === false ? signOfLife(state, data.heldOn, context) : []),
    ]);
  },
  'set-availability': (state, { data }, context) => {
    const refused = firstRefusal(
      requireAlive(state),
      requirePlacementOffice(state, context),
      requireCard(state),
      // A need at work tells of a disability: it is kept here only where the person agreed to that (G-06).
      data.needs.length === 0 ? undefined : requireConsent(state, 'DISCLOSE_DISABILITY'),
    );
    return refused ?? accepted([{ type: 'AvailabilitySet', data }]);
  },
  'record-eligibility': (state, { data, actor }) => {
    const refused = firstRefusal(requireAlive(state), requireOfficeOfCase(state, data.caseId, actor));
    if (refused !== undefined) return refused;
    if (state.employment.eligibility[data.exclusionKey] === data.eligible) {
      return refuseWith('ALREADY_DONE', {});
    }
    return accepted([{ type: 'EligibilityRecorded', data }]);
  },
};

export const counsellingEvolvers: Evolvers<
  'CounsellingHeld' | 'AvailabilitySet' | 'AvailabilityEnded' | 'EligibilityAsked' | 'EligibilityRecorded'
> = {
  CounsellingHeld: (state) => state,
  // Who answers is told; nothing is remembered until they do.
  EligibilityAsked: (state) => state,
  AvailabilitySet: (state, { data }) => changeEmployment(state, () => ({ availability: data })),
  AvailabilityEnded: (state) => changeEmployment(state, () => ({ availability: null })),
  EligibilityRecorded: (state, { data: { exclusionKey, eligible } }) =>
    changeEmployment(state, ({ eligibility }) => ({
      eligibility: { ...eligibility, [exclusionKey]: eligible },
    })),
};
