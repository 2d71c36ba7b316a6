/**
 * The referral letter (surat rujukan): whose it is, and that it was made. It rests on a referral, on an offer
 * of training or on an enrolment; who sends and the centre that receives may make it, and nobody else.
 */
import type { Actor } from '../../decider.ts';
import { refuseWith } from '../../law/refusals.ts';
import { accepted, type CommandHandlers, type Evolvers, type Refused } from '../handlers.ts';
import type { JourneyState } from '../state.ts';
import { enrolmentOf } from '../training/state.ts';
import type { ReferralStage } from './stage-moves.ts';

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

/** A letter carries a name to the centre: only with the person's consent, while the referral lives (G-07). */
const WITH_LETTER: readonly ReferralStage[] = ['CONSENTED', 'ASSESSED', 'WAITING', 'ENROLLED'];

/** Why no letter is made of this referral now; offers and enrolments rest on what the person said already. */
export function letterRefused({ referral }: JourneyState, about: string): Refused | undefined {
  const found = Object.hasOwn(referral.cases, about) ? referral.cases[about] : undefined;
  if (found === undefined || WITH_LETTER.includes(found.stage)) return undefined;
  const { caseId, stage } = found;
  return refuseWith('WRONG_STAGE', { caseId, stage, allowed: WITH_LETTER.join(', ') });
}

export const letterHandlers: CommandHandlers<'note-referral-letter'> = {
  'note-referral-letter': (state, { data, actor }) => {
    const parties = letterParties(state, data.about);
    if (parties === undefined) return refuseWith('CASE_UNKNOWN', { caseId: data.about });
    if (!isLetterOf(parties, actor)) {
      return refuseWith('NOT_PERMITTED', { role: actor.role, office: actor.office });
    }
    return letterRefused(state, data.about) ?? accepted([{ type: 'ReferralLetterMade', data }]);
  },
};

/** A paper moves nothing. */
export const letterEvolvers: Evolvers<'ReferralLetterMade'> = { ReferralLetterMade: (state) => state };
