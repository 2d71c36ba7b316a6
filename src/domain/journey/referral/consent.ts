/**
 * What a person agrees to, and no longer agrees to. A consent concerns the person, not one case: whoever
 * rests on it asks `consentsTo`, and parts react to its withdrawal.
 *
 * A withdrawal takes effect at once and undoes nothing: past events stay (S52).
 */
import { refuse } from '../../decider.ts';
import { refuseWith } from '../../law/refusals.ts';
import type { JourneyEvent } from '../events.ts';
import {
  accepted,
  type CommandHandlers,
  type Evolvers,
  firstRefusal,
  type Refused,
  requireDocument,
} from '../handlers.ts';
import type { JourneyState } from '../state.ts';
import { requireReferralOffice } from './on-referral.ts';
import { OPEN_REFERRAL_STAGES } from './stage-moves.ts';

/** Placement, sharing with an employer and the like rest on consent alone (G-07). */
export const CONSENT_ARTICLE = 'UU 27/2022 art. 20';

/** An officer may write down what the person signed on paper; the paper is named then. */
function requireVoice(
  state: JourneyState,
  context: Parameters<typeof requireReferralOffice>[1],
): Refused | undefined {
  const { command } = context;
  if (command.actor.role === 'PERSON') return undefined;
  if (command.actor.role === 'PLACEMENT_OFFICER') return requireDocument(command, 'signed consent');
  // Only while a referral lives: an office whose referral has ended speaks for nobody any longer.
  const refusals = Object.values(state.referral.cases)
    .filter(({ stage }) => OPEN_REFERRAL_STAGES.includes(stage))
    .map((found) => requireReferralOffice(found, context));
  const office = refusals.includes(undefined) ? undefined : refusals[0];
  return firstRefusal(
    office ??
      (refusals.length === 0
        ? refuseWith('NOT_PERMITTED', { role: command.actor.role, office: command.actor.office })
        : undefined),
    requireDocument(command, 'signed consent'),
  );
}

export const consentHandlers: CommandHandlers<'give-consent' | 'withdraw-consent'> = {
  'give-consent': (state, { data }, context) => {
    const refused = requireVoice(state, context);
    if (refused !== undefined) return refused;
    if (state.diedOn !== null) return refuseWith('RECORD_OF_DECEASED', { diedOn: state.diedOn });
    if (state.referral.consents[data.purpose] === true) {
      return refuseWith('ALREADY_DONE', { purpose: data.purpose });
    }
    const consented: JourneyEvent[] =
      data.purpose === 'TRAINING_REFERRAL'
        ? Object.values(state.referral.cases)
            .filter(({ stage }) => stage === 'REFERRED')
            .map(({ caseId }) => ({ type: 'ReferralConsented', data: { caseId } }))
        : [];
    return accepted([{ type: 'ConsentGiven', data }, ...consented]);
  },
  'withdraw-consent': (state, { data }, context) => {
    const refused = requireVoice(state, context);
    if (refused !== undefined) return refused;
    if (state.referral.consents[data.purpose] !== true) {
      return refuse('CONSENT_MISSING', { purpose: data.purpose }, CONSENT_ARTICLE);
    }
    // Only the consent on which training rests can end it; the others end what rests on them.
    const stopsTraining = data.stopsTraining && data.purpose === 'TRAINING_REFERRAL';
    return accepted([{ type: 'ConsentWithdrawn', data: { ...data, stopsTraining } }]);
  },
};

export const consentEvolvers: Evolvers<'ConsentGiven' | 'ConsentWithdrawn'> = {
  ConsentGiven: (state, { data }) => withConsent(state, data.purpose, true),
  ConsentWithdrawn: (state, { data }) => withConsent(state, data.purpose, false),
};

const withConsent = (
  state: JourneyState,
  purpose: keyof JourneyState['referral']['consents'],
  given: boolean,
): JourneyState => ({
  ...state,
  referral: { ...state.referral, consents: { ...state.referral.consents, [purpose]: given } },
});
