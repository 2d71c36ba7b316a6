/** What a verification tells while it runs and when it has ended. */
import type { Finding } from '../../ledger/findings.ts';
import type { VerificationOutcome } from '../../ledger/verifications.ts';
import type { Counts } from './jobs.ts';
import type { TreeSeen } from './whole-tree.ts';

export interface VerifyProgress extends Counts {
  /** 0 to 1. */
  readonly share: number;
  readonly findings: number;
  /** Events, decisions, accesses and notes per second so far. */
  readonly perSecond: number;
}

export interface VerifyReport extends Counts {
  /** Findings count first, also where something else could not be looked at. */
  readonly outcome: 'intact' | 'findings' | 'unfinished';
  readonly intact: boolean;
  /** Chains and the last checkpoint only. */
  readonly quick: boolean;
  readonly findings: number;
  /** In an order that is the same each time, at most 1,000. */
  readonly list: readonly Finding[];
  /** Worth knowing, and nothing wrong: whole sentences. */
  readonly remarks: readonly string[];
  /** What could not be looked at: whole sentences. */
  readonly unfinished: readonly string[];
  readonly tree: TreeSeen;
  /** How many outside this database said which tree they know. */
  readonly anchors: number;
  readonly threads: number;
  readonly seconds: number;
  readonly perSecond: number;
}

export const rowsOf = ({ events, decisions, accesses, notes }: Counts): number =>
  events + decisions + accesses + notes;

export const rate = (counts: Counts, seconds: number): number =>
  Math.round(rowsOf(counts) / Math.max(seconds, 0.001));

/** A finding as a sentence that can be quoted. */
export const sentenceOf = ({ stream, explanation }: Finding): string =>
  stream === undefined || explanation.includes(stream) ? explanation : `${stream}: ${explanation}`;

/** What of a report is kept for good. */
export function outcomeOf(report: VerifyReport): VerificationOutcome {
  const { outcome, findings, list, unfinished, tree, seconds } = report;
  const [first] = list;
  const sentence = first === undefined ? (unfinished[0] ?? 'the record is intact') : sentenceOf(first);
  return { ...{ outcome, findings, sentence, leaves: tree.leaves }, rows: rowsOf(report), seconds };
}

/** The end report as a person reads it. */
export function wordsOf(report: VerifyReport): string {
  const { outcome, findings, list, quick } = report;
  const [first] = list;
  const head = {
    intact: quick
      ? 'What was looked at is intact (quick: chains and last checkpoint).'
      : 'The record is intact.',
    findings: `${findings} ${findings === 1 ? 'finding' : 'findings'}. The first: ${first && sentenceOf(first)}.`,
    unfinished: 'The verification could not be finished; what was looked at is intact.',
  }[outcome];
  return [
    head,
    ...list.slice(0, LISTED_MAX).map((finding) => `  ${finding.problem}  ${sentenceOf(finding)}`),
    ...(findings > LISTED_MAX ? [`  … and ${findings - LISTED_MAX} more (--json lists 1,000)`] : []),
    ...report.unfinished.map((sentence) => `Not looked at: ${sentence}`),
    ...report.remarks,
    ...checkedLines(report),
    `${report.seconds.toFixed(1)} s, ${report.perSecond} rows a second, ${report.threads} at a time`,
  ].join('\n');
}

const LISTED_MAX = 20;

function checkedLines({ quick, tree, ...seen }: VerifyReport): string[] {
  const chains = `Chains: ${seen.streams} streams, ${seen.events} events, ${seen.decisions} decisions`;
  const sealed = tree.lastCheckpoint;
  const log =
    `Log: ${tree.leaves} leaves (${seen.accesses} accesses, ${seen.notes} notes among them), ${seen.tiles} tiles, ` +
    `${seen.checkpoints} checkpoints, ${seen.cosignatures} cosignatures, ${seen.heads} cuts of heads; ` +
    (sealed === undefined
      ? 'nothing is sealed yet'
      : `sealed to leaf ${sealed.size - 1} at ${sealed.signedAt}, ${tree.leaves - sealed.size} leaves wait`);
  const outside = `Compared with ${seen.anchors} ${seen.anchors === 1 ? 'tree' : 'trees'} that others hold`;
  const rest =
    `Beside: ${seen.facts} facts, ${seen.listRows} list entries, ${seen.sealedTexts} sealed texts, ` +
    `${seen.identities} identities, ${seen.histories} histories, ${seen.builds} bundles and rule packs`;
  return quick ? [chains, log, outside] : [chains, log, outside, rest];
}
