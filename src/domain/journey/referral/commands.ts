/** Commands of the social entrance: referral, consent, needs and accommodation, waiting list (C-10, E-10, I.4). */
import type { LocalDate } from '../../time/moment.ts';
import type { CaseId, Sealed } from '../commands.ts';

/** What a person agrees to, each on its own; a consent is never a condition for another (G-07). */
export type ConsentPurpose =
  | 'TRAINING_REFERRAL'
  | 'MATCHING'
  | 'DISCLOSE_DISABILITY'
  | 'NOTIFICATION'
  | 'FOLLOW_UP';

export type ReferralPurpose = 'TRAINING' | 'APPRENTICESHIP' | 'PLACEMENT';

/** What is provided so that a person can take part: never the diagnosis behind it (C-10). */
export type AccommodationCode =
  | 'SIGN_LANGUAGE_INTERPRETER'
  | 'SCREEN_READER'
  | 'RAMP'
  | 'ADAPTED_TOOLS'
  | 'EXTRA_TIME'
  | 'COMPANION'
  | 'LARGE_PRINT'
  | 'QUIET_ROOM';

export interface ReferralCommands {
  /** The office that acts is the referrer. */
  'receive-referral': {
    /** Training centre to which the person is referred. */
    centre: string;
    purpose: ReferralPurpose;
    /** Programme under which people are counted, for example `baznas-kemnaker-1000` (report 002). */
    cohort?: string;
    goal?: Sealed;
    /** Kind of disability: health data, sealed (G-06). */
    disability?: Sealed;
    /** DTSEN, DTKS or another system's reference, as opaque text (E-10). */
    reference?: { system: string; id: string };
    needs: readonly AccommodationCode[];
  };
  'return-referral': { caseId: CaseId; reason: Sealed };
  'give-consent': { purpose: ConsentPurpose; caseId?: CaseId };
  'withdraw-consent': {
    purpose: ConsentPurpose;
    /** True where the person also wants the running training or test to end (I.6b); heard of TRAINING_REFERRAL alone. */
    stopsTraining: boolean;
  };
  'assess-accommodation': { caseId: CaseId; needs: readonly AccommodationCode[]; note?: Sealed };
  /** One accommodation for a class that begins on a date; it must be ready before (I.4). */
  'plan-accommodation': { caseId: CaseId; code: AccommodationCode; classStartsOn: LocalDate };
  'provide-accommodation': { caseId: CaseId; code: AccommodationCode };
  'confirm-accommodation': { caseId: CaseId; code: AccommodationCode };
  'put-on-waiting-list': { caseId: CaseId; programmeId: string };
  /** A place in a new batch was offered to somebody who waits. */
  'record-place-offer': { caseId: CaseId; classId: string; accepted: boolean };
  'close-referral': {
    caseId: CaseId;
    reason: 'PLACED' | 'DECLINED' | 'WITHDREW' | 'DEATH' | 'MOVED';
  };
  /** A letter was made. `about`: a referral (`c2`), an offer (`o1`) or an enrolment. `hash`: of its file. */
  'note-referral-letter': { about: string; number: string; date: LocalDate; hash: string };
}
