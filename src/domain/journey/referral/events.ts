/** Events of the social entrance (I.4). */
import type { LocalDate, Moment } from '../../time/moment.ts';
import type { CaseId } from '../commands.ts';
import type { AccommodationCode, ConsentPurpose, ReferralCommands } from './commands.ts';

type Of<Name extends keyof ReferralCommands> = ReferralCommands[Name];

export interface ReferralEvents {
  ReferralReceived: Of<'receive-referral'> & {
    caseId: CaseId;
    referrer: string;
    zone: Moment['zone'];
    /** By when the centre answers. */
    answerDueAt: Moment;
  };
  ReferralAnswerOverdue: { caseId: CaseId };
  ReferralReturned: Of<'return-referral'> & { retentionEndsAt: Moment };
  ConsentGiven: Of<'give-consent'>;
  ConsentWithdrawn: Of<'withdraw-consent'>;
  /** The referral stands on a consent now. */
  ReferralConsented: { caseId: CaseId };
  NeedsAssessed: Of<'assess-accommodation'>;
  AccommodationPlanned: {
    caseId: CaseId;
    code: AccommodationCode;
    classStartsOn: LocalDate;
    /** The end of this day: it must be ready by then. */
    readyBy: Moment;
  };
  AccommodationProvided: Of<'provide-accommodation'>;
  AccommodationConfirmed: Of<'confirm-accommodation'>;
  AccommodationOverdue: { caseId: CaseId; code: AccommodationCode };
  PutOnWaitingList: {
    caseId: CaseId;
    programmeId: string;
    /** When the person and the centre are told that the place in the list ends. */
    noticeAt: Moment;
    expiresAt: Moment;
  };
  PlaceOffered: Of<'record-place-offer'>;
  WaitingListExpiryNoticed: { caseId: CaseId };
  WaitingListExpired: { caseId: CaseId };
  /** Training has begun: the shared road takes over (I.5). */
  ReferralEnrolled: { caseId: CaseId };
  ReferralClosed: Of<'close-referral'> & { retentionEndsAt: Moment };
  ReferralLetterMade: Of<'note-referral-letter'>;
  ReferralRetentionEnded: { caseId: CaseId };
}

export type ConsentState = { readonly [Purpose in ConsentPurpose]?: boolean };
