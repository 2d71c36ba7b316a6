/** What a journey remembers of the prison entrance (domain B, I.3). */
import type { LocalDate, Moment, Zone } from '../../time/moment.ts';
import type { CaseId } from '../commands.ts';
import type {
  PrisonCloseReason,
  ProposalPurpose,
  ReleaseKind,
  RemissionEffect,
  Sentence,
  StageDates,
} from './commands.ts';
import type { Fraction, InterruptionKind } from './events.ts';

export type PrisonStage =
  | 'ADMITTED'
  | 'CANDIDATE'
  | 'PROPOSED'
  | 'APPROVED'
  | 'DECLINED'
  | 'IN_TRAINING'
  | 'INTERRUPTED'
  | 'PRE_RELEASE'
  | 'RELEASED'
  | 'AFTERCARE'
  | 'RETURNED'
  | 'CLOSED';

/** ASSIMILATION lets a person out by day (B-09); the other three end custody before the term does. */
export type IntegrationKind = 'ASSIMILATION' | 'PB' | 'CB' | 'CMB';

export interface Interruption {
  readonly kind: InterruptionKind;
  readonly from: LocalDate;
  /** When somebody should look whether it is over; null where nothing says how long it takes. */
  readonly reviewAt: Moment | null;
  /** Of an escape: when the person was caught again. */
  readonly recapturedOn: LocalDate | null;
}

export interface DisciplineEntry {
  /** Of its event: what an annulment names. */
  readonly version: number;
  readonly entryOn: LocalDate;
  readonly suspendsTraining: boolean;
  readonly annulled: boolean;
}

export interface PrisonCase {
  readonly caseId: CaseId;
  readonly stage: PrisonStage;
  /** Office code of the prison that holds the person now, or held them last. */
  readonly facility: string;
  readonly zone: Zone;
  readonly probationOffice: string | null;
  readonly registerNumber: string;
  readonly linkedFrom: CaseId | null;
  readonly sentence: Sentence;
  readonly stageDates: StageDates;
  /** Fractions whose dates have not been told yet. */
  readonly fractionsAhead: readonly Fraction[];
  /** The release date in force: that of the import, or of the latest ReleaseDateChanged. */
  readonly releaseOn: LocalDate;
  /** The release date without a decree of PB, CB or CMB: a revocation goes back to it. */
  readonly termReleaseOn: LocalDate;
  /** Points of the release watch not yet raised, days before the release, the farthest first. */
  readonly watchDays: readonly number[];
  readonly releaseOverdue: boolean;
  /** General remissions had, before the import and since (B-10). */
  readonly generalRemissions: number;
  readonly remissionEffects: readonly RemissionEffect[];
  readonly litmas: { readonly purpose: ProposalPurpose; readonly dueAt: Moment | null } | null;
  readonly tpp: { readonly purpose: ProposalPurpose; readonly dueAt: Moment | null } | null;
  readonly discipline: readonly DisciplineEntry[];
  /** What stands in the way of training or of custody now, oldest first. */
  readonly interruptions: readonly Interruption[];
  /** Stage to which the end of the interruptions leads back; null while none has moved the stage. */
  readonly interruptedFrom: PrisonStage | null;
  readonly integration: {
    readonly kind: IntegrationKind;
    readonly from: LocalDate;
    readonly probationEndsOn: LocalDate | null;
  } | null;
  /** Enrolments that run or are suspended. */
  readonly enrolments: readonly string[];
  readonly release: {
    readonly kind: ReleaseKind;
    readonly on: LocalDate;
    readonly contactOffice: string | null;
    readonly contactKnown: boolean;
    readonly handOverDueAt: Moment | null;
    readonly handedOverTo: string | null;
    readonly chaseAt: Moment | null;
    readonly chaseEnded: boolean;
  } | null;
  readonly aftercare: {
    readonly acceptedOn: LocalDate;
    readonly reportDueAt: Moment | null;
    readonly lastReportOn: LocalDate | null;
    readonly probationEndTold: boolean;
    readonly endedOn: LocalDate | null;
  } | null;
  readonly closedReason: PrisonCloseReason | null;
  readonly retentionEndsAt: Moment | null;
}

export interface PrisonState {
  readonly cases: { readonly [caseId: CaseId]: PrisonCase };
}

export const INITIAL_PRISON_STATE: PrisonState = { cases: {} };
