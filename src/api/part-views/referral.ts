/**
 * Referrals as each side sees them: the referrer its own, the centre those that came to it. What a person
 * agrees to is shown to both, and to the placement officer, who must not act without it.
 */
import type { VerifiedActor } from '../../access/reach.ts';
import type { ReferralCase } from '../../domain/journey/referral/state.ts';
import type { PartView } from './index.ts';

export const referralView: PartView = (actor, { referral }) => {
  const cases = Object.fromEntries(Object.entries(referral.cases).filter(([, found]) => sees(actor, found)));
  if (actor.role === 'PLACEMENT_OFFICER') {
    // Who agreed to be referred was referred: that is a route, and none of the officer's business (I.6c).
    const { TRAINING_REFERRAL: _route, ...consents } = referral.consents;
    return { consents };
  }
  const all = actor.role === 'AUDITOR' || actor.role === 'PERSON';
  if (!all && Object.keys(cases).length === 0) return undefined;
  return { cases, consents: referral.consents };
};

function sees(actor: VerifiedActor, { referrer, centre }: ReferralCase): boolean {
  switch (actor.role) {
    case 'AUDITOR':
    case 'PERSON':
      return true;
    case 'REFERRAL_OFFICER':
      return actor.office === referrer;
    case 'TRAINING_CENTRE_ADMINISTRATOR':
      return actor.office === centre;
    default:
      return false;
  }
}
