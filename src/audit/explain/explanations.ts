/** All questions of why, over the ledger: one door for the API and for screens. Who may ask is asked before. */
import type pg from 'pg';
import type { LedgerDecision } from '../../ledger/decisions.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { type BalanceExplanation, explainBalance } from './balance.ts';
import { type DeadlineExplanation, explainDeadline } from './deadline.ts';
import { type DecisionExplanation, explainDecision } from './decision.ts';
import { type EventExplanation, explainEvent } from './event.ts';
import { createLedgerRecord } from './record.ts';
import { type RulesUsed, rulesUsed } from './rules-used.ts';
import { explainTrainingBalance, type TrainingBalance } from './training-balance.ts';

/** Each throws NothingToExplain where the record holds no such thing, and the signal’s reason once it is aborted. */
export interface Explanations {
  decision(stream: string, sequence: number, signal?: AbortSignal): Promise<DecisionExplanation>;
  event(stream: string, version: number, signal?: AbortSignal): Promise<EventExplanation>;
  deadline(stream: string, deadlineId: string, signal?: AbortSignal): Promise<DeadlineExplanation>;
  balance(personId: string, caseId: string, signal?: AbortSignal): Promise<BalanceExplanation>;
  trainingBalance(classId: string, enrolmentId: string, signal?: AbortSignal): Promise<TrainingBalance>;
  /** The rules of one decision that was read already. */
  rulesUsed(decision: LedgerDecision): Promise<RulesUsed>;
}

export function createExplanations({
  pool,
  ledger,
}: {
  readonly pool: pg.Pool;
  readonly ledger: Pick<Ledger, 'readDecisions' | 'readStream'>;
}): Explanations {
  // A record of its own for each question: register values that were set meanwhile are seen.
  const record = (signal: AbortSignal | undefined) => createLedgerRecord(pool, ledger, signal);
  return {
    rulesUsed: (decision) => rulesUsed(record(undefined), decision),
    decision: (stream, sequence, signal) => explainDecision(record(signal), stream, sequence),
    event: (stream, version, signal) => explainEvent(record(signal), stream, version),
    deadline: (stream, deadlineId, signal) => explainDeadline(record(signal), stream, deadlineId),
    balance: (personId, caseId, signal) => explainBalance(record(signal), personId, caseId),
    trainingBalance: (classId, enrolmentId, signal) =>
      explainTrainingBalance(record(signal), classId, enrolmentId),
  };
}
