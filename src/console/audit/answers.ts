/** Shapes of the API's answers that the auditor's pages read: the very types that the routes answer with. */
import type { Comparison } from '../../audit/comparison/compare.ts';
import type { Entries } from '../../audit/entries.ts';
import type { ListedRow } from '../../audit/lists/list.ts';
import type { Money } from '../../audit/money/money.ts';
import type { ListedRun } from '../../audit/record-audit.ts';
import type { ReplayedRun } from '../../audit/replay/replays.ts';
import type { Sample } from '../../audit/sample/sample.ts';
import type { VerifyProgress, VerifyReport } from '../../audit/verify/report.ts';
import type { Totals } from '../../audit/what-if/totals.ts';
import type { TriedStream } from '../../audit/what-if/try-draft.ts';
import type { JsonObject, JsonValue } from '../../domain/decider.ts';
import type { JourneyAsOf } from '../../domain/journey/as-of.ts';
import type { NotedVerification } from '../../ledger/verifications.ts';
import type { FindingRow } from '../../projections/finding-list.ts';
import type { Words } from '../words/words.ts';

export type { Entry, EntryEvent } from '../../audit/entries.ts';
export type { BalanceExplanation } from '../../audit/explain/balance.ts';
export type { DeadlineExplanation } from '../../audit/explain/deadline.ts';
export type { DecisionExplanation } from '../../audit/explain/decision.ts';
export type { EventExplanation } from '../../audit/explain/event.ts';
export type { TrainingBalance } from '../../audit/explain/training-balance.ts';
export type { ReplayOutcome } from '../../audit/replay/outcome.ts';
export type { Finding as VerifyFinding } from '../../ledger/findings.ts';
export type { Comparison, Entries, Money, Sample };

export interface StateAnswer {
  readonly stream: string;
  readonly version: number;
  readonly headHash: string | null;
  readonly state: { readonly version: number; readonly recordedAt: string; readonly domain: JsonObject };
  readonly asOf?: JourneyAsOf;
}

export interface RunsAnswer {
  readonly runs: readonly ListedRun[];
}

export interface ReplayAnswer {
  readonly runs: readonly ReplayedRun[];
}

export interface ListsAnswer {
  readonly lists: readonly { readonly name: string; readonly question: Words; readonly computed: string }[];
  readonly breakGlassGrants: number | null;
}

export interface ListAnswer {
  readonly list: string;
  readonly question: Words;
  readonly computed: string;
  readonly leaf: number;
  readonly streams: number;
  readonly facts: readonly { readonly key: string; readonly version: number }[];
  readonly total: number;
  readonly rows: readonly ListedRow[];
  readonly nextOffset: number | null;
}

export interface LookRow {
  readonly logId: string;
  readonly at: string;
  readonly actor: { readonly id: string; readonly role: string; readonly office: string };
  readonly world: string;
  readonly action: string;
  readonly subject: string;
  readonly outcome: string;
  readonly reason?: string | null;
  readonly rows?: number | null;
  readonly grantId?: string | null;
  readonly filter?: { readonly [name: string]: string };
}

export interface LooksAnswer {
  readonly looks: readonly LookRow[];
  readonly nextCursor: string | null;
}

export interface GrantRow {
  readonly grantId: string;
  readonly world: string;
  readonly actor: { readonly id: string; readonly role: string; readonly office: string };
  readonly personId: string;
  readonly beganAt: string;
  readonly endsAt: string;
  readonly reason: string | null;
}

export interface GrantsAnswer {
  readonly grants: readonly GrantRow[];
  readonly nextCursor: string | null;
}

export interface Checkpoint {
  readonly size: number;
  readonly root: string;
  readonly signedAt: string;
  readonly witnesses: readonly string[];
}

export interface SealAnswer {
  readonly origin: string;
  readonly leaves: number;
  readonly waiting: number;
  readonly latest: Checkpoint | null;
  readonly published: Checkpoint | null;
  readonly missing: readonly string[];
  readonly policy: string;
}

export interface ChangesAnswer {
  readonly since: number;
  readonly leaves: number;
  readonly checkpoint: Checkpoint | null;
  readonly counts: { readonly [entry: string]: number };
  readonly streams: readonly {
    readonly stream: string;
    readonly kind: string;
    readonly decisions: number;
    readonly events: number;
  }[];
  readonly nextAfter: string | null;
}

/** With the fields of a report once it has ended here, or of the ledger's row where only that is kept. */
export interface VerificationAnswer extends Partial<Omit<VerifyReport, 'list' | 'findings' | 'outcome'>> {
  readonly id: string;
  readonly state: 'running' | 'ended' | 'broke off';
  readonly askedBy: { readonly role: string; readonly office: string } | null;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly progress: VerifyProgress | null;
  readonly brokeOff: string | null;
  readonly outcome: VerifyReport['outcome'] | null;
  readonly findings: number | null;
  readonly list: VerifyReport['list'] | null;
  readonly sentence?: string;
  readonly rows?: number;
}

export interface VerificationsAnswer {
  readonly running: VerificationAnswer | null;
  readonly verifications: readonly (Omit<NotedVerification, 'id' | 'runId'> & {
    readonly id: string | null;
  })[];
  readonly nextCursor: string | null;
}

export interface WhatIfAnswer {
  readonly streams: readonly TriedStream[];
  readonly totals: Totals;
  readonly byOffice: { readonly [office: string]: Totals };
  readonly nextAfter: string | null;
}

export interface FindingsAnswer {
  readonly findings: readonly (Omit<FindingRow, 'subjectStream'> & {
    readonly subjectStream: string | null;
  })[];
  readonly nextCursor: string | null;
}

export interface FindingAnswer {
  readonly id: string;
  readonly world: string;
  readonly version: number;
  readonly status: string;
  readonly kind: string | null;
  readonly office: string;
  readonly auditOffice: string;
  readonly zone: 'WIB' | 'WITA' | 'WIT';
  readonly openedOn: string | null;
  readonly answerDueAt: {
    readonly at: string;
    readonly date: string;
    readonly zone: 'WIB' | 'WITA' | 'WIT';
  } | null;
  readonly answers: readonly { readonly on: string; readonly late: boolean }[];
  readonly closed: { readonly on: string; readonly outcome: string } | null;
  readonly subject: {
    readonly subjectStream: string;
    readonly eventVersion?: number;
    readonly decisionSequence?: number;
    readonly list?: string;
  } | null;
}

interface Said {
  readonly on: string;
  /** Null where its key was destroyed. */
  readonly text: string | null;
}

export interface FindingWordsAnswer {
  readonly found: Said;
  readonly answers: readonly Said[];
  readonly closed: Said | null;
}

export interface PolicyValue {
  readonly unit: string;
  readonly values: readonly { readonly from: string; readonly value: JsonValue; readonly source: string }[];
}
