/**
 * The referral letter (surat rujukan): whose it is, and that it was made. It rests on a referral, on an offer
 * of training or on an enrolment; who sends and the centre that receives may make it, and nobody else.
 */
import type { Actor } from '../../decider.ts';
import { refuseWith } from '../../law/refusals.ts';
import type { JourneyEvents } from '../events.ts';
import { accepted, type CommandHandlers, type Evolvers } from '../handlers.ts';
import type { JourneyState } from '../state.ts';
import { enrolmentOf } from '../training/state.ts';

export interface LetterParties {
  /** null where the person applied. */
  readonly sender: string | null;
  /** null while an offer names no class. */
  readonly centre: string | null;
}

/** @param about `c2` a referral, `o1` an offer, else the id of an enrolment. undefined = there is none. */
export function letterParties(state: JourneyState, about: string): LetterParties | undefined {
  const { referral, training } = state;
  if (Object.hasOwn(referral.cases, about)) {
    const { referrer, centre } = referral.cases[about]!;
    return { sender: referrer, centre };
  }
  if (Object.hasOwn(training.offers, about)) return { sender: training.offers[about]!.office, centre: null };
  const enrolment = enrolmentOf(state, about);
  return enrolment && { sender: enrolment.office, centre: enrolment.centre };
}

/** Whether the letter is this office's: as sender, or as the centre to which it goes. */
export function isLetterOf({ sender, centre }: LetterParties, { role, office }: Actor): boolean {
  return role === 'TRAINING_CENTRE_ADMINISTRATOR' ? office === centre : office === sender;
}

export const letterHandlers: CommandHandlers<'note-referral-letter'> = {
  'note-referral-letter': (state, { data, actor }) => {
    const parties = letterParties(state, data.about);
    if (parties === undefined) return refuseWith('CASE_UNKNOWN', { caseId: data.about });
    if (!isLetterOf(parties, actor)) {
      return refuseWith('NOT_PERMITTED', { role: actor.role, office: actor.office });
    }
    return accepted([
      { type: 'ReferralLetterMade', data: data satisfies JourneyEvents['ReferralLetterMade'] },
    ]);
  },
};

/** A paper moves nothing. */
export const letterEvolvers: Evolvers<'ReferralLetterMade'> = { ReferralLetterMade: (state) => state };
