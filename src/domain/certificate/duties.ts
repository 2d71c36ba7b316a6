/**
 * Whoever judged the evidence has no say in what becomes of the certificate (D-10): an assessor of this
 * assessment neither freezes nor withdraws, renews nor reviews it, whatever other office they hold.
 */
import type { Command, DecideContext } from '../decider.ts';
import { refuseWith } from '../law/refusals.ts';
import type { Refused } from './handlers.ts';
import { type CertificateState, detailsOf } from './state.ts';

/** The part of the fact `assessor/<id>` that names the account the assessor signs in with. */
interface AssessorAccount {
  readonly accountId?: string | null;
}

export function requireNotAssessor(
  state: CertificateState,
  { actor }: Command,
  context: DecideContext,
): Refused | undefined {
  const { certificateId } = state;
  const isAssessor = detailsOf(state).assessorIds.some(
    (id) => id === actor.id || context.fact<AssessorAccount>(`assessor/${id}`)?.accountId === actor.id,
  );
  return isAssessor ? refuseWith('CERTIFICATE_OWN_ASSESSMENT', { certificateId }) : undefined;
}
