/** What a journey remembers of the social entrance (domain C-10, E-10, I.4). */
import type { Zone } from '../../time/moment.ts';
import type { CaseId } from '../commands.ts';

export interface ReferralCase {
  readonly caseId: CaseId;
  /** Office code of the referrer: Kemensos, Dinsos, Baznas, DNIKS or ULD. */
  readonly referrer: string;
  readonly zone: Zone;
}

export interface ReferralState {
  readonly cases: { readonly [caseId: CaseId]: ReferralCase };
}

export const INITIAL_REFERRAL_STATE: ReferralState = { cases: {} };
