/**
 * Separation of duties (D-10): who checked the application, assessed, reviewed the result, decided and
 * issued are five hands. Whoever had one of them in an assessment takes no other of it, in no attempt; the
 * same duty again, in a retest, is no second one.
 */
import { refuseWith } from '../../law/refusals.ts';
import type { Refused } from '../handlers.ts';
import type { Assessment } from './state.ts';
import { DUTIES, type Duty } from './terms.ts';

/** Accounts that had a hand in a duty. An assessor has one from the assignment on. */
export const handsIn = ({ hands, attempts }: Assessment, duty: Duty): readonly string[] =>
  duty === 'ASSESS'
    ? attempts.flatMap(({ assessors }) => assessors.flatMap(({ accountId }) => accountId ?? []))
    : hands[duty];

/** @param accounts those who would take the step: the actor, and the members of a plenary. */
export function requireSeparation(
  found: Assessment,
  step: Duty,
  accounts: readonly string[],
): Refused | undefined {
  const earlier = DUTIES.find(
    (duty) => duty !== step && handsIn(found, duty).some((account) => accounts.includes(account)),
  );
  return earlier === undefined ? undefined : refuseWith('SEPARATION_OF_DUTIES', { step, earlier });
}

export const withHands = (
  { hands }: Assessment,
  duty: Exclude<Duty, 'ASSESS'>,
  accounts: readonly string[],
): Pick<Assessment, 'hands'> => ({
  hands: { ...hands, [duty]: [...new Set([...hands[duty], ...accounts])] },
});
