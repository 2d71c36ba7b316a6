/**
 * What a certificate remembers. It knows its holder only by an address: no person, no case, no route
 * ever stands here (G-08, I-8). Its name for the holder opens through the journey, never from here.
 */
import type { LocalDate, Zone } from '../time/moment.ts';

/** `NONE` until it is issued. A renewal is a move back to VALID with a later end, not a place to rest. */
export type CertificateStatus = 'NONE' | 'VALID' | 'EXPIRING' | 'EXPIRED' | 'FROZEN' | 'WITHDRAWN';

export interface CertificateDetails {
  /** `address/certificate/<id>`: the relay finds the holder; nothing here does. */
  readonly holderAddress: string;
  /** Office code of the LSP that issued it. */
  readonly certificationBody: string;
  readonly schemeId: string;
  readonly schemeName: string | null;
  /** SKKNI codes as text (C-02). */
  readonly units: readonly string[];
  /** As printed; patterns differ and none is refused (D-13). */
  readonly number: string;
  readonly registrationNumber: string | null;
  readonly issuedOn: LocalDate;
  readonly zone: Zone;
  readonly assessmentId: string;
  /** Ids in the register `assessor`, for the look back after a licence is withdrawn. */
  readonly assessorIds: readonly string[];
}

/** One stretch of validity: the first by issue, each further one by a renewal. */
export interface ValidityPeriod {
  readonly from: LocalDate;
  /** Valid to the end of this day. */
  readonly until: LocalDate;
}

export interface CertificateState {
  readonly certificateId: string;
  readonly status: CertificateStatus;
  /** Local date of the last change of status. */
  readonly statusSince: LocalDate | null;
  /** Null until it is issued. */
  readonly details: CertificateDetails | null;
  /** Oldest first; the last one counts. */
  readonly periods: readonly ValidityPeriod[];
  /** Reminder points still ahead, days before the end, the farthest first. */
  readonly pendingReminders: readonly number[];
  /** Controlled form on which it is printed (D-13); null where none is in use. */
  readonly blankNumber: string | null;
  readonly voidedBlanks: readonly string[];
  /** Recognition of current competency (RCC) that was asked for within the present period. */
  readonly renewalRequestedOn: LocalDate | null;
  /** Where it returns to after a freeze. */
  readonly frozenFrom: 'VALID' | 'EXPIRING' | null;
  /** The certificate of a dead holder stays valid; nobody is reminded of its end (I-10). */
  readonly holderDiedOn: LocalDate | null;
  /** Looks taken at it after an assessor lost the licence: one for each assessor. */
  readonly reviews: readonly { readonly assessorId: string; readonly outcome: ReviewOutcome }[];
}

export type ReviewOutcome = 'UPHELD' | 'REASSESS' | 'FREEZE';

/** @throws before issue: a handler asks for the status first. */
export const detailsOf = (state: CertificateState): CertificateDetails => {
  if (state.details === null) throw new Error(`certificate ${state.certificateId} is not issued`);
  return state.details;
};

/** The end of the period that counts. @throws before issue. */
export const validUntilOf = (state: CertificateState): LocalDate => {
  const last = state.periods.at(-1);
  if (last === undefined) throw new Error(`certificate ${state.certificateId} is not issued`);
  return last.until;
};
