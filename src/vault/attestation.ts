import type { Warning } from '../domain/decider.ts';
import { checkNik } from '../domain/identity/nik.ts';
import { type Age, ageOn } from '../domain/time/age.ts';
import type { LocalDate } from '../domain/time/moment.ts';
import type { IdentityDocument } from './identity-document.ts';

/**
 * What the vault says of a person to a decider, which never sees the identity itself. It may stand in
 * an event: no birth date, no NIK.
 */
export interface Attestation {
  /** Version of the identity that was looked at. */
  readonly identityVersion: number;
  /** True where there is no NIK yet, or none of 16 digits (G-03). */
  readonly provisional: boolean;
  /** Keyed blind index of the NIK, for the claim that keeps it unique. */
  readonly nikIndex?: string;
  /** Completed years and months at the act; null where the birth date or the act's date is not known. */
  readonly ageAtAct: Age | null;
  /** For example `NIK_MISMATCH`: to be looked at, never a reason to refuse (I-11). */
  readonly identityWarnings: readonly Warning[];
}

export interface AttestRequest {
  readonly personId: string;
  /** Date of the offence, where the command has one (S26). */
  readonly actDate?: LocalDate;
}

export function attestDocument(
  document: IdentityDocument,
  identityVersion: number,
  nikIndexOf: (nik: string) => string | undefined,
  actDate?: LocalDate,
): Attestation {
  const { nik, birthDate } = document;
  const nikIndex = nik === undefined ? undefined : nikIndexOf(nik);
  return {
    identityVersion,
    provisional: nikIndex === undefined,
    ...(nikIndex === undefined ? {} : { nikIndex }),
    ageAtAct: birthDate === undefined || actDate === undefined ? null : ageOn(birthDate, actDate),
    identityWarnings: nik === undefined ? [] : warningsOf(document, nik),
  };
}

function warningsOf({ birthDate, sex }: IdentityDocument, nik: string): readonly Warning[] {
  return checkNik(nik, {
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(sex === undefined ? {} : { sex }),
  }).warnings;
}
