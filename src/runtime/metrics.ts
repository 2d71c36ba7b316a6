/** What an operator watches: commands, refusals, deadlines, the time a record takes. No personal data. */
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { FireDeadlineData } from '../domain/decide.ts';
import type { RecordAnswer, RecordInput } from '../domain/envelope.ts';
import type { Backlog } from '../ledger/ledger.ts';

export interface EngineMetrics {
  readonly registry: Registry;
  observeDecision(input: RecordInput, answer: RecordAnswer, tookMs: number): void;
  deadlinesOverdue(count: number): void;
  backlog(seen: Backlog): void;
  loopFailed(): void;
  /** How many entities a worker holds in memory, asked for at each scrape. */
  watchCache(size: () => number): void;
}

/** A firing later than this after its due time counts as late: outage, not scheduling. */
const LATE_MS = 60_000;

export function createMetrics(): EngineMetrics {
  const registry = new Registry();
  const registers = [registry];
  const commands = new Counter({
    name: 'titian_commands_total',
    help: 'Decisions recorded, by command and outcome',
    labelNames: ['command', 'outcome'],
    registers,
  });
  const refusals = new Counter({
    name: 'titian_refusals_total',
    help: 'Refusals recorded, by code',
    labelNames: ['code'],
    registers,
  });
  const rounds = new Counter({
    name: 'titian_record_answers_total',
    help: 'Answers of the ledger, by status: tail, facts and claim_lost mean a decision was made again',
    labelNames: ['status'],
    registers,
  });
  const recordSeconds = new Histogram({
    name: 'titian_record_seconds',
    help: 'Time of one record call, one Postgres transaction',
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers,
  });
  const fired = new Counter({
    name: 'titian_deadlines_fired_total',
    help: 'Deadlines fired, by kind and whether late',
    labelNames: ['kind', 'late'],
    registers,
  });
  const overdue = new Gauge({
    name: 'titian_deadlines_overdue',
    help: 'Deadlines due and not fired, as the last sweep saw them',
    registers,
  });
  const waiting = new Gauge({
    name: 'titian_messages_waiting',
    help: 'Messages to other entities without an answer',
    registers,
  });
  const unarchived = new Gauge({
    name: 'titian_runs_unarchived_overdue',
    help: 'Runs that ended more than a day ago and whose history is not kept',
    registers,
  });
  const loopFailures = new Counter({
    name: 'titian_loop_failures_total',
    help: 'Failed rounds of relay, sequencer, sweep and archive',
    registers,
  });
  let cacheSize = (): number => 0;
  new Gauge({
    name: 'titian_cached_entities',
    help: 'Entities that this worker holds in memory; any other is replayed or loaded first',
    registers,
    collect() {
      this.set(cacheSize());
    },
  });
  return {
    registry,
    observeDecision(input, answer, tookMs) {
      recordSeconds.observe(tookMs / 1000);
      rounds.inc({ status: answer.status });
      if (answer.status !== 'recorded') return;
      commands.inc({ command: input.command.name, outcome: answer.outcome ?? 'fault' });
      if (answer.detail?.refusal !== undefined) refusals.inc({ code: answer.detail.refusal.code });
      if (input.command.name === 'fire-deadline') {
        const { kind, dueAt } = input.command.data as FireDeadlineData;
        const late = Date.parse(input.now) - Date.parse(dueAt.at) > LATE_MS;
        fired.inc({ kind, late: String(late) });
      }
    },
    deadlinesOverdue: (count) => overdue.set(count),
    backlog({ messagesWaiting, runsUnarchivedOverdue }) {
      waiting.set(messagesWaiting);
      unarchived.set(runsUnarchivedOverdue);
    },
    loopFailed: () => loopFailures.inc(),
    watchCache(size) {
      cacheSize = size;
    },
  };
}
