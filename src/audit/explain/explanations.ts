/** All questions of why, over the ledger: one door for the API and for screens. Who may ask is asked before. */
import type pg from 'pg';
import type { Ledger } from '../../ledger/ledger.ts';
import { type BalanceExplanation, explainBalance } from './balance.ts';
import { type DeadlineExplanation, explainDeadline } from './deadline.ts';
import { type DecisionExplanation, explainDecision } from './decision.ts';
import { type EventExplanation, explainEvent } from './event.ts';
import { createLedgerRecord } from './record.ts';
import { explainTrainingBalance, type TrainingBalance } from './training-balance.ts';

/** Each throws NothingToExplain where the record holds no such thing. */
export interface Explanations {
  decision(stream: string, sequence: number): Promise<DecisionExplanation>;
  event(stream: string, version: number): Promise<EventExplanation>;
  deadline(stream: string, deadlineId: string): Promise<DeadlineExplanation>;
  balance(personId: string, caseId: string): Promise<BalanceExplanation>;
  trainingBalance(classId: string, enrolmentId: string): Promise<TrainingBalance>;
}

export function createExplanations({
  pool,
  ledger,
}: {
  readonly pool: pg.Pool;
  readonly ledger: Pick<Ledger, 'readDecisions' | 'readStream'>;
}): Explanations {
  // A record of its own for each question: register values that were set meanwhile are seen.
  const record = () => createLedgerRecord(pool, ledger);
  return {
    decision: (stream, sequence) => explainDecision(record(), stream, sequence),
    event: (stream, version) => explainEvent(record(), stream, version),
    deadline: (stream, deadlineId) => explainDeadline(record(), stream, deadlineId),
    balance: (personId, caseId) => explainBalance(record(), personId, caseId),
    trainingBalance: (classId, enrolmentId) => explainTrainingBalance(record(), classId, enrolmentId),
  };
}
