/** Events of a certificate. Reasons are sealed; a person never stands in them. */
import type { DomainEvent } from '../decider.ts';
import type { LocalDate } from '../time/moment.ts';
import type { CertificateCommands } from './commands.ts';
import type { CertificateDetails, ReviewOutcome } from './state.ts';

export interface CertificateEvents {
  CertificateIssued: CertificateDetails & {
    readonly validUntil: LocalDate;
    readonly blankNumber: string | null;
    /** Points ahead at issue; those already past were raised at once. */
    readonly reminderDays: readonly number[];
  };
  /** A number or a form that another certificate holds: nothing was issued, the holder was told. */
  CertificateIssueRefused: { readonly code: IssueRefusal; readonly holderAddress: string };
  /** Points raised together: more than one where some had passed (I.1). */
  ExpiryReminderSent: { readonly points: readonly number[]; readonly validUntil: LocalDate };
  /** Points that nobody was awake for before the certificate had ended. */
  ExpiryRemindersMissed: { readonly points: readonly number[] };
  CertificateExpired: { readonly validUntil: LocalDate };
  RenewalRequested: { readonly requestedOn: LocalDate };
  CertificateRenewed: {
    readonly decidedOn: LocalDate;
    readonly validFrom: LocalDate;
    readonly validUntil: LocalDate;
    readonly evidence: string;
    readonly assessorIds: readonly string[];
    readonly blankNumber: string | null;
    readonly reminderDays: readonly number[];
  };
  /** With a sealed reason by the body itself, or on the ground that the journey told. */
  CertificateFrozen: { readonly reason: string } | { readonly ground: 'ASSESSOR_CONFLICT' };
  CertificateUnfrozen: { readonly reason: string };
  CertificateWithdrawn: { readonly reason: string };
  CertificateReprinted: {
    readonly blankNumber: string;
    readonly voided: string | null;
    readonly reason: string;
  };
  BlankVoided: { readonly blankNumber: string; readonly reason: string };
  CertificateReviewed: {
    readonly assessorId: string;
    readonly outcome: ReviewOutcome;
    readonly note?: string;
  };
  PaperNoted: CertificateCommands['note-certificate-paper'];
  HolderDeceasedFlagged: { readonly on: LocalDate };
}

/** Why a certificate could not be issued: codes of the refusal catalogue. */
export type IssueRefusal = 'CERTIFICATE_NUMBER_TAKEN' | 'CERTIFICATE_BLANK_TAKEN' | 'DATE_IN_FUTURE';

export type CertificateEventName = keyof CertificateEvents;

export type CertificateEvent = {
  [Type in CertificateEventName]: DomainEvent<Type, CertificateEvents[Type]>;
}[CertificateEventName];
