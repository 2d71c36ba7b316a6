/** What nearly every command about a referral asks first: is it there, is it theirs, is it its time. */
import type { Command, DecideContext } from '../../decider.ts';
import { refuseWith } from '../../law/refusals.ts';
import type { CaseId, JourneyCommandName, JourneyCommands } from '../commands.ts';
import type { CommandHandler, JourneyDecision, Refused } from '../handlers.ts';
import type { JourneyState } from '../state.ts';
import type { ReferralStage } from './stage-moves.ts';
import type { ReferralCase } from './state.ts';

type ReferralCommandName = {
  [Name in JourneyCommandName]: JourneyCommands[Name] extends { caseId: CaseId } ? Name : never;
}[JourneyCommandName];

/** The referrer speaks of its own referrals, the centre of those that came to it, the person of their own. */
export const requireReferralOffice = (
  { referrer, centre }: ReferralCase,
  { command: { actor } }: DecideContext,
): Refused | undefined => {
  const mine =
    actor.role === 'SYSTEM' ||
    actor.role === 'PERSON' ||
    (actor.role === 'REFERRAL_OFFICER' && actor.office === referrer) ||
    (actor.role === 'TRAINING_CENTRE_ADMINISTRATOR' && actor.office === centre);
  return mine ? undefined : refuseWith('NOT_PERMITTED', { role: actor.role, office: actor.office });
};

/** A handler for a command about one referral: finds it, checks office, stage and life, then decides. */
export const onReferral =
  <Name extends ReferralCommandName>(
    rule: { readonly stages: readonly ReferralStage[]; readonly afterDeath?: boolean },
    decide: (
      found: ReferralCase,
      command: Command<Name, JourneyCommands[Name]>,
      context: DecideContext,
      state: JourneyState,
    ) => JourneyDecision,
  ): CommandHandler<Name> =>
  (state, command, context) => {
    const { caseId } = command.data as { caseId: CaseId };
    const found = Object.hasOwn(state.referral.cases, caseId) ? state.referral.cases[caseId] : undefined;
    if (found === undefined) return refuseWith('CASE_UNKNOWN', { caseId });
    const refused = requireReferralOffice(found, context);
    if (refused !== undefined) return refused;
    if (found.stage === 'CLOSED' || found.stage === 'RETURNED_TO_REFERRER') {
      return refuseWith('CASE_CLOSED', { caseId });
    }
    if (!rule.stages.includes(found.stage)) {
      return refuseWith('WRONG_STAGE', { caseId, stage: found.stage, allowed: rule.stages.join(', ') });
    }
    if (state.diedOn !== null && rule.afterDeath !== true) {
      return refuseWith('RECORD_OF_DECEASED', { diedOn: state.diedOn });
    }
    return decide(found, command, context, state);
  };
