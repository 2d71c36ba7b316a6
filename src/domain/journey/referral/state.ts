/** What a journey remembers of the social entrance (domain C-10, E-10, I.4). */
import type { LocalDate, Moment, Zone } from '../../time/moment.ts';
import type { CaseId } from '../commands.ts';
import type { JourneyState } from '../state.ts';
import type { AccommodationCode, ConsentPurpose, ReferralPurpose } from './commands.ts';
import type { ConsentState } from './events.ts';
import type { ReferralStage } from './stage-moves.ts';

export interface Accommodation {
  readonly code: AccommodationCode;
  readonly classStartsOn: LocalDate;
  /** null once it was provided, or once the delay was told. */
  readonly readyBy: Moment | null;
  readonly status: 'PLANNED' | 'PROVIDED' | 'CONFIRMED';
}

export interface ReferralCase {
  readonly caseId: CaseId;
  readonly stage: ReferralStage;
  /** Office code of the referrer: Kemensos, Dinsos, Baznas, DNIKS or ULD. */
  readonly referrer: string;
  readonly centre: string;
  readonly purpose: ReferralPurpose;
  readonly cohort: string | null;
  readonly zone: Zone;
  readonly receivedOn: LocalDate;
  readonly answerDueAt: Moment | null;
  readonly needs: readonly AccommodationCode[];
  readonly accommodations: readonly Accommodation[];
  readonly waiting: {
    readonly programmeId: string;
    readonly noticeAt: Moment | null;
    readonly expiresAt: Moment | null;
  } | null;
  readonly closedReason: string | null;
  readonly retentionEndsAt: Moment | null;
}

export interface ReferralState {
  readonly cases: { readonly [caseId: CaseId]: ReferralCase };
  readonly consents: ConsentState;
}

export const INITIAL_REFERRAL_STATE: ReferralState = { cases: {}, consents: {} };

/** Whether the person agrees now; nothing said is no. */
export const consentsTo = (state: JourneyState, purpose: ConsentPurpose): boolean =>
  state.referral.consents[purpose] === true;

/** Needs that any open referral knows of: what a test must be adjusted to (AK.07). */
export const accommodationNeeds = (state: JourneyState): AccommodationCode[] => [
  ...new Set(
    Object.values(state.referral.cases).flatMap((found) =>
      found.stage === 'RETURNED_TO_REFERRER' ? [] : found.needs,
    ),
  ),
];

/** @throws when the case is unknown: an event names only cases that an earlier event opened. */
export const changeReferral = (
  state: JourneyState,
  caseId: CaseId,
  change: (found: ReferralCase) => Partial<ReferralCase>,
): JourneyState => {
  const found = state.referral.cases[caseId];
  if (found === undefined) throw new Error(`event names unknown referral ${caseId}`);
  const cases = { ...state.referral.cases, [caseId]: { ...found, ...change(found) } };
  return { ...state, referral: { ...state.referral, cases } };
};
