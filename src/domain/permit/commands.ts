/**
 * Commands of an employer's permit to use foreign workers (RPTKA, PP 34/2021; domain F). Numbers and dates
 * come from papers; no money is handled, only its reference (L-30).
 */
import type { LocalDate } from '../time/moment.ts';

/** `sealed:v1:…`: free text, sealed under the permit's own stream. */
export type Sealed = string;

/** Indonesian companion worker (*tenaga kerja pendamping*, art. 7): the employer must name and train one. */
export type Companion =
  /** Picked from the certified local graduates that were shown; the token says nothing of the person. */
  | { readonly kind: 'LOCAL_GRADUATE'; readonly candidate: string }
  /** Somebody the employer employs already; who it is stays with the employer. */
  | { readonly kind: 'OWN_EMPLOYEE'; readonly reference: string };

/** Why nobody who was shown was picked. */
export type SkipReason =
  | 'NONE_AVAILABLE'
  | 'SKILL_LEVEL'
  | 'LANGUAGE'
  | 'ALREADY_EMPLOYED'
  | 'TRANSFER_OF_KNOWLEDGE'
  | 'OTHER';

/** What the employer was shown of certified local graduates, and what came of it (F-07). */
export interface LocalGraduates {
  /** Occupation (KBJI), as text. */
  readonly occupation: string;
  readonly regency: string;
  /** Competence units asked for, as text (C-02). */
  readonly units: readonly string[];
  /** How many were shown on that day. */
  readonly shown: number;
  /** Required where some were shown and none was picked: a suggestion, never a condition. */
  readonly skipReason?: SkipReason;
}

export interface PermitApplication {
  readonly position: string;
  readonly occupation: string;
  readonly workers: number;
  readonly regency: string;
  readonly periodFrom: LocalDate;
  readonly periodTo: LocalDate;
  /** In a special economic zone (KEK) an approval may last longer (F-03). */
  readonly specialEconomicZone: boolean;
}

export interface PermitCommands {
  'apply-for-permit': PermitApplication & {
    readonly permitOffice: string;
    readonly companion: Companion | null;
    readonly localGraduates: LocalGraduates;
  };
  /** Feasibility (*penilaian kelayakan*): two working days once the application is complete (F-04). */
  'assess-feasibility': { readonly feasible: boolean; readonly reason?: Sealed };
  'name-companion': { readonly companion: Companion };
  /** Data of the foreign candidates go to the ministry's own system; here only their number and reference. */
  'submit-candidates': { readonly workers: number; readonly reference: string };
  /** DKPTKA: the receipt's number. No amount is handled. */
  'record-payment-reference': { readonly reference: string };
  'approve-permit': {
    readonly number: string;
    readonly validFrom: LocalDate;
    readonly validTo: LocalDate;
  };
  'reject-permit': { readonly reason: Sealed };
  /** RPTKA number, position and period were handed to Immigration (F-07). */
  'hand-off-to-immigration': { readonly reference: string };
  'record-stay-permit': {
    readonly number: string;
    readonly validFrom: LocalDate;
    readonly validTo: LocalDate;
  };
  /** Training of the companion, with this system's evidence (F-03 (4)(g)). */
  'attach-training-evidence': {
    readonly certificateNumber: string;
    readonly units: readonly string[];
  };
  /** Indonesian workers taken on for the position's skill (F-03 (3)(h)). */
  'record-absorption': { readonly workers: number; readonly since: LocalDate };
  'file-permit-report': {
    readonly kind: 'ANNUAL' | 'END_OF_CONTRACT';
    readonly year: number;
    readonly companionTrained: boolean;
  };
  'apply-for-extension': {
    readonly reason: Sealed;
    readonly until: LocalDate;
    readonly companion: Companion | null;
    readonly localGraduates: LocalGraduates;
  };
  'decide-extension': {
    readonly approved: boolean;
    readonly number?: string;
    readonly until?: LocalDate;
    readonly reason?: Sealed;
  };
  'withdraw-permit-application': { readonly reason: Sealed };
}

export type PermitCommandName = keyof PermitCommands;
