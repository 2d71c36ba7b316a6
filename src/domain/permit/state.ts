/** What a permit remembers: the employer's and the ministry's data, and nothing about any graduate. */
import type { LocalDate, Moment, Zone } from '../time/moment.ts';
import type { Companion, PermitApplication } from './commands.ts';
import type { PermitStatus } from './status-moves.ts';

export interface PermitState {
  readonly permitId: string;
  readonly status: PermitStatus;
  readonly employer: string;
  readonly permitOffice: string;
  readonly zone: Zone;
  readonly application: PermitApplication | null;
  readonly companion: Companion | null;
  /** Armed from the complete application to the assessment. */
  readonly feasibilityDueAt: Moment | null;
  readonly number: string | null;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly expiresAt: Moment | null;
  readonly extensionLastDay: LocalDate | null;
  readonly extensionLastDayEndsAt: Moment | null;
  readonly extensionDecisionDueAt: Moment | null;
  readonly annualReportDueAt: Moment | null;
  readonly endReportDueAt: Moment | null;
  readonly stayPermit: { readonly number: string; readonly validTo: LocalDate } | null;
  readonly handedOff: boolean;
  /** Indonesian workers taken on for the position's skill, counted together (F-03 (3)(h)). */
  readonly absorbed: number;
  /** Certificates that show the training of Indonesian workers (F-03 (4)(g)). */
  readonly trainingEvidence: readonly string[];
  readonly reports: readonly { readonly kind: 'ANNUAL' | 'END_OF_CONTRACT'; readonly year: number }[];
}

export const initialPermit = (permitId: string): PermitState => ({
  permitId,
  status: 'NONE',
  employer: '',
  permitOffice: '',
  zone: 'WIB',
  application: null,
  companion: null,
  feasibilityDueAt: null,
  number: null,
  validFrom: null,
  validTo: null,
  expiresAt: null,
  extensionLastDay: null,
  extensionLastDayEndsAt: null,
  extensionDecisionDueAt: null,
  annualReportDueAt: null,
  endReportDueAt: null,
  stayPermit: null,
  handedOff: false,
  absorbed: 0,
  trainingEvidence: [],
  reports: [],
});
