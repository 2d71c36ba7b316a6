/** Commands of a certificate: names and data as the decider sees them, free text already sealed. */
import type { FireDeadlineData } from '../decide.ts';
import type { LocalDate, Zone } from '../time/moment.ts';
import type { ReviewOutcome } from './state.ts';

export interface CertificateCommands {
  /** From the journey that holds it, after the plenary declared the person competent. */
  'issue-certificate': IssueCertificate;
  /** From the journey: the holder has died. The certificate stays valid (I-10). */
  'flag-holder-deceased': { readonly certificateId: string; readonly on: LocalDate };
  'freeze-certificate': { readonly reason: string };
  /** From the journey: the assessor turned out to have had a conflict (D-09). The body looks at it anew. */
  'freeze-certificate-for-review': { readonly certificateId: string; readonly on: LocalDate };
  'unfreeze-certificate': { readonly reason: string };
  'withdraw-certificate': { readonly reason: string };
  /** On a new controlled form; the old one is void. */
  'reprint-certificate': { readonly blankNumber: string; readonly reason: string };
  /** A form spoilt in printing or lost: this certificate's own, or another of the stock. */
  'void-blank': { readonly blankNumber: string; readonly reason: string };
  /** Recognition of current competency (RCC, D-14) is asked for. */
  'request-renewal': { readonly requestedOn: LocalDate };
  'renew-certificate': RenewCertificate;
  /** What came of the look at it after an assessor's licence was withdrawn. */
  'review-certificate': {
    readonly assessorId: string;
    readonly outcome: ReviewOutcome;
    readonly note?: string;
  };
  /** Its sheet was made. `hash`: of the file. */
  'note-certificate-paper': {
    readonly kind: 'CERTIFICATE';
    readonly number: string;
    readonly date: LocalDate;
    readonly hash: string;
  };
}

export interface IssueCertificate {
  readonly certificateId: string;
  readonly holderAddress: string;
  readonly certificationBody: string;
  readonly schemeId: string;
  readonly schemeName?: string;
  readonly units: readonly string[];
  readonly number: string;
  readonly registrationNumber?: string;
  readonly issuedOn: LocalDate;
  readonly zone: Zone;
  readonly blankNumber?: string;
  readonly assessorIds: readonly string[];
  readonly assessmentId: string;
  /** Where the scheme says otherwise than the policy `certificate_validity_years`. */
  readonly validityMonths?: number;
}

export interface RenewCertificate {
  readonly decidedOn: LocalDate;
  /** Reference of the logbook or portfolio that showed current competency. */
  readonly evidence: string;
  /** Assessors who looked at it. */
  readonly assessorIds: readonly string[];
  readonly validityMonths?: number;
  readonly blankNumber?: string;
}

export type CertificateCommandName = keyof CertificateCommands;

/** What comes to the decider beside the commands. */
export type CertificateInput = CertificateCommands & { 'fire-deadline': FireDeadlineData };
