/** Events of a permit, in past tense (domain F). */
import type { DomainEvent } from '../decider.ts';
import type { LocalDate, Moment } from '../time/moment.ts';
import type { Companion, LocalGraduates, PermitCommands } from './commands.ts';

type Of<Name extends keyof PermitCommands> = PermitCommands[Name];

export interface PermitEvents {
  PermitApplied: Of<'apply-for-permit'> & {
    employer: string;
    zone: Moment['zone'];
    /** What is still missing: `companion`. Feasibility is assessed once nothing is. */
    missing: readonly string[];
    /** End of the second working day; null while something is missing. */
    feasibilityDueAt: Moment | null;
  };
  /** What the employer saw, and why nobody was picked: a record, never a block. */
  LocalGraduatesShown: LocalGraduates & { on: 'APPLICATION' | 'EXTENSION'; picked: boolean };
  CompanionNamed: { companion: Companion; feasibilityDueAt: Moment | null };
  FeasibilityAssessed: Of<'assess-feasibility'>;
  FeasibilityOverdue: Record<string, never>;
  CandidatesSubmitted: Of<'submit-candidates'>;
  PaymentReferenceRecorded: Of<'record-payment-reference'>;
  PermitApproved: Of<'approve-permit'> & {
    /** Last day on which an extension can be applied for (F-03). */
    extensionLastDay: LocalDate;
    extensionLastDayEndsAt: Moment;
    expiresAt: Moment;
    annualReportDueAt: Moment;
  };
  PermitRejected: Of<'reject-permit'>;
  HandedOffToImmigration: Of<'hand-off-to-immigration'>;
  StayPermitRecorded: Of<'record-stay-permit'>;
  TrainingEvidenceAttached: Of<'attach-training-evidence'>;
  AbsorptionRecorded: Of<'record-absorption'>;
  PermitReportFiled: Of<'file-permit-report'> & { nextAnnualDueAt: Moment | null };
  PermitReportOverdue: { year: number; nextAnnualDueAt: Moment | null };
  /** Told on the last day: from tomorrow an extension comes too late. */
  ExtensionLastDayPassed: { lastDay: LocalDate };
  ExtensionRequested: Of<'apply-for-extension'> & { decisionDueAt: Moment };
  ExtensionDecisionOverdue: Record<string, never>;
  ExtensionApproved: {
    number: string;
    until: LocalDate;
    extensionLastDay: LocalDate;
    extensionLastDayEndsAt: Moment;
    expiresAt: Moment;
    /** The next report within the longer period. */
    annualReportDueAt: Moment | null;
  };
  ExtensionRejected: { reason?: string };
  PermitExpired: { endReportDueAt: Moment };
  EndReportOverdue: Record<string, never>;
  PermitApplicationWithdrawn: Of<'withdraw-permit-application'>;
}

export type PermitEventName = keyof PermitEvents;
export type PermitEvent = {
  [Name in PermitEventName]: DomainEvent<Name, PermitEvents[Name]>;
}[PermitEventName];
