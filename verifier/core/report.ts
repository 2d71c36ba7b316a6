/** What was found, what that proves, and what it does not. */
import type { OpenedCheckpoint } from './checkpoint.ts';
import { base64Of } from './encodings.ts';
import type { Finding, Findings, Sentence } from './findings.ts';
import type { HeadsCheck } from './heads-check.ts';
import type { HeaderLine } from './line-types.ts';
import { printableSentence } from './printable.ts';
import { openPoints, provenPoints } from './proven.ts';
import type { RecomputeCounts } from './recompute-counts.ts';
import type { KeptOutcome } from './seal-check.ts';
import { fingerprintOf, type VerifierKey, verifierKeyText } from './signed-note.ts';
import type { StreamTotals } from './totals.ts';
import type { TrustPolicy } from './trust-policy.ts';
import { instantOf, verdictOf } from './verdict.ts';

/**
 * `verified`: all of it holds, by keys that the reader trusts. `unconfirmed`: nothing differs, but something that
 * the reader alone can settle, or that the file lacks, is open. `differs`: at least one thing is not as sealed.
 */
export type Verdict = 'verified' | 'unconfirmed' | 'differs';

export interface Report {
  readonly format: 'titian-verdict/1';
  readonly verdict: Verdict;
  /** The first is the one to quote. */
  readonly findings: readonly Finding[];
  /** How many there are in all; more than are listed where a file is wrong all over. */
  readonly findingCount: number;
  readonly proven: readonly Sentence[];
  readonly notProven: readonly Sentence[];
  /** What a reader should look at, though it differs from no seal. */
  readonly remarks: readonly Sentence[];
  readonly file: FileFacts & Partial<Omit<HeaderLine, 'format'>>;
  readonly seal: {
    readonly origin?: string;
    readonly size?: number;
    /** Base64, as the checkpoint writes it. */
    readonly root?: string;
    readonly key?: { readonly text: string; readonly fingerprint: string; readonly confirmed: boolean };
    /** Names of the trust policy, with the instants of their signatures. */
    readonly witnesses: readonly { readonly name: string; readonly at: string }[];
    readonly earlierCheckpoints: number;
    readonly kept: readonly KeptOutcome[];
    /** Leaves before the cut of the heads; absent where the file has none. */
    readonly headsCut?: number;
  };
  readonly counts: {
    readonly rows: number;
    /** Decisions that must be made again. */
    readonly subjectDecisions: number;
    readonly decidedAgain: number;
    readonly faults: number;
    readonly redactions: number;
    readonly histories: number;
    readonly lostHistories: number;
    /** Runs by which decisions of subjects were made, and of which the file holds no history. */
    readonly runsWithoutHistory: number;
    readonly looks: number;
    readonly deniedLooks: number;
  };
  readonly streams: readonly StreamTotals[];
}

export interface FileFacts {
  readonly lines: number;
  readonly bytes: number;
}

/** Counts of what only passes by. */
export interface Seen {
  redactions: number;
  histories: number;
  lostHistories: number;
  looks: number;
  deniedLooks: number;
  /** Runs without a history, by stream. */
  readonly runs: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface Outcome {
  readonly findings: Findings;
  /** False where reading stopped early. */
  readonly wholeFile: boolean;
  readonly header: HeaderLine | undefined;
  readonly file: FileFacts;
  readonly ownPolicy: boolean;
  readonly policy: TrustPolicy | undefined;
  readonly checkpoint: OpenedCheckpoint | undefined;
  readonly endKey: VerifierKey | undefined;
  readonly consistent: number;
  readonly kept: readonly KeptOutcome[];
  readonly heads: HeadsCheck;
  readonly counts: RecomputeCounts;
  readonly seen: Seen;
  readonly rows: number;
  readonly streams: readonly StreamTotals[];
  readonly remarks: readonly Sentence[];
  /** False where a seal was broken: nothing of such a file is run. */
  readonly rulesRun: boolean;
}

export function reportOf(outcome: Outcome): Report {
  const { findings, header, checkpoint, endKey, seen, counts, heads } = outcome;
  const { origin, treeSize, scope, madeAt, madeBy, build } = header ?? {};
  return {
    format: 'titian-verdict/1',
    verdict: verdictOf(outcome),
    findings: findings.all(),
    findingCount: findings.count,
    proven: provenPoints(outcome).map(printableSentence),
    notProven: openPoints(outcome).map(printableSentence),
    remarks: outcome.remarks.map(printableSentence),
    file: {
      ...outcome.file,
      ...(header === undefined ? {} : { origin, treeSize, scope, madeAt, madeBy, build }),
    } as Report['file'],
    seal: {
      ...(checkpoint === undefined
        ? {}
        : { origin: checkpoint.origin, size: checkpoint.size, root: base64Of(checkpoint.root) }),
      ...(endKey === undefined
        ? {}
        : {
            key: {
              text: verifierKeyText(endKey),
              fingerprint: fingerprintOf(endKey),
              confirmed: outcome.ownPolicy,
            },
          }),
      witnesses: (checkpoint?.cosigned ?? []).map(({ witness, at }) => ({
        name: witness.name,
        at: instantOf(at),
      })),
      earlierCheckpoints: outcome.consistent,
      kept: outcome.kept,
      ...(heads.isThere ? { headsCut: heads.cut } : {}),
    },
    counts: {
      rows: outcome.rows,
      subjectDecisions: counts.subjectDecisions,
      decidedAgain: counts.decidedAgain,
      faults: counts.faultCount,
      redactions: seen.redactions,
      histories: seen.histories,
      lostHistories: seen.lostHistories,
      runsWithoutHistory: runsWithoutHistory(seen),
      looks: seen.looks,
      deniedLooks: seen.deniedLooks,
    },
    streams: outcome.streams,
  };
}

export const runsWithoutHistory = ({ runs }: Seen): number =>
  [...runs.values()].reduce((count, open) => count + open.size, 0);
