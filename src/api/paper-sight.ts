/**
 * Which papers of a journey an actor sees. Papers of a case are its offices' alone; a referral letter is for
 * who sends and the centre that receives, a job seeker's card for the placement office (G-08).
 */
import type { VerifiedActor } from '../access/reach.ts';
import { isLetterOf, letterParties } from '../domain/journey/referral/letter.ts';
import type { JourneyState } from '../domain/journey/state.ts';
import type { StoredPaper } from '../papers/store.ts';
import { seenCases } from './case-reach.ts';

const OF_CASES: ReadonlySet<string> = new Set([
  ...['PIDUM_STAFF', 'EXECUTING_PROSECUTOR', 'PROBATION_COUNSELLOR', 'AUDITOR', 'PERSON'],
]);

export function seesPaper(
  actor: VerifiedActor,
  state: JourneyState,
  { kind, subject, attachedVersion }: StoredPaper,
): boolean {
  if (attachedVersion === null) return false;
  const seesAll = actor.role === 'AUDITOR' || actor.role === 'PERSON';
  if (kind === 'referral-letter') {
    const parties = letterParties(state, subject);
    return seesAll || (parties !== undefined && isLetterOf(parties, actor));
  }
  if (kind === 'job-seeker-card') {
    const { office } = state.employment;
    return seesAll || (actor.role === 'PLACEMENT_OFFICER' && actor.office === office);
  }
  if (!OF_CASES.has(actor.role)) return false;
  // Who handed a case over keeps the papers made until then (S17).
  const until = seenCases(actor, state).get(subject);
  return until !== undefined && attachedVersion <= until;
}
