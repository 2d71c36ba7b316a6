/**
 * The durable shell of every entity. It takes commands one at a time, lets a pure decider decide,
 * has the ledger record the decision in one transaction, and moves its state only by what the ledger
 * answered. It keeps one timer, for the earliest recorded deadline, and continues as new after a few
 * commands so that the price of a command is the same in the first week as in the tenth year.
 *
 * The ledger is the truth. A shell that is behind it (the worker died between commit and answer, or
 * a sheet wrote through the bulk door) finds the events it missed in the next answer and folds them.
 */
import {
  ActivityFailure,
  ApplicationFailure,
  allHandlersFinished,
  CancellationScope,
  condition,
  continueAsNew,
  isCancellation,
  proxyLocalActivities,
  setHandler,
  sleep,
  TemporalFailure,
  workflowInfo,
} from '@temporalio/workflow';
import type { EntityActivities } from '../activities/entity-activities.ts';
import {
  decideRound,
  dueDeadlines,
  type EntityState,
  earliestDeadline,
  type FireDeadlineData,
  firingCommandIdOf,
  foldEntity,
  provisional,
  type Round,
} from '../src/domain/decide.ts';
import type { Actor, Command, Decider, Fact, LostClaim } from '../src/domain/decider.ts';
import type { CommandAnswer, CommandEnvelope, RecordAnswer, RecordInput } from '../src/domain/envelope.ts';
import type { Instant } from '../src/domain/time/moment.ts';
import { commandUpdate, fireThroughUpdate, wakeSignal } from './messages.ts';

export interface EntityInput {
  readonly stream: string;
  readonly world: string;
  readonly clockOffsetMs: number;
  readonly snapshot?: { readonly shape: number; readonly state: unknown };
  /** Commands a run takes before it continues as new: see docs/decisions. */
  readonly commandsPerRun: number;
}

/** A command that has not settled by then has met a ledger that moves under it all the time. */
const ROUNDS_MAX = 25;
/** The API answers "outcome unknown" after this long without Postgres (design 4). */
const RECORD_PATIENCE_MS = 30_000;
/** Above Postgres' own statement time-out and below the workflow task time-out of 10 s. */
const RECORD_ATTEMPT_MS = 5_000;
/** A firing that could not be recorded is tried again after this, doubling to the maximum. */
const FIRING_RETRY_MS = 1_000;
const FIRING_RETRY_MAX_MS = 60_000;
/** Spreads wake-ups of many entities whose deadlines fall on the same midnight; never moves dueAt. */
const WAKE_JITTER_MAX_MS = 2_000;
/** A run with nothing armed ends after this quiet time; a later command starts another from the ledger. */
const LINGER_MS = 10 * 60_000;
/** A deadline further away than this is looked at again after it. */
const SLEEP_MAX_MS = 366 * 86_400_000;

const ledger = proxyLocalActivities<EntityActivities>({
  startToCloseTimeout: RECORD_ATTEMPT_MS,
  scheduleToCloseTimeout: RECORD_PATIENCE_MS,
  retry: { initialInterval: 100, backoffCoefficient: 2, maximumInterval: 2_000 },
});

const SYSTEM: Actor = { id: 'system', role: 'SYSTEM', office: 'system' };

export async function runEntity<State>(decider: Decider<State>, input: EntityInput): Promise<void> {
  let state: EntityState<State> | undefined =
    input.snapshot?.shape === decider.snapshotShape
      ? (input.snapshot.state as EntityState<State>)
      : undefined;
  let clockOffsetMs = input.clockOffsetMs;
  let decisionsTaken = 0;
  let woken = true;
  let timer: { dueAt: Instant; cancel(): void } | undefined;
  let firingRetryMs = FIRING_RETRY_MS;
  /** Deadlines whose firing met a bug in this run: left armed for the sweep to alarm about, not looped over. */
  const faulted = new Set<string>();
  let tail: Promise<unknown> = Promise.resolve();
  const { runId } = workflowInfo();

  const now = (): Instant => new Date(Date.now() + clockOffsetMs).toISOString();
  const keepClock = (offset: number): void => {
    // A world moves only forward; a late or reordered message must not take the entity back.
    clockOffsetMs = Math.max(clockOffsetMs, offset);
  };

  /** One at a time per entity: decisions are made on the state that the one before left. */
  const exclusively = <T>(work: () => Promise<T>): Promise<T> => {
    const result = tail.then(work).catch((error: unknown) => {
      // A plain Error would jam the workflow in retry; a failure is an answer.
      if (error instanceof TemporalFailure) throw error;
      throw ApplicationFailure.nonRetryable(error instanceof Error ? error.message : 'unknown', 'FAULT');
    });
    tail = result.catch(() => undefined);
    return result;
  };

  setHandler(
    commandUpdate,
    (envelope) =>
      exclusively(async () => {
        keepClock(envelope.clockOffsetMs);
        await fireDue(now(), 'now');
        return settle(envelope.command, envelope.requestHash, envelope.facts, now());
      }),
    { validator: validateEnvelope },
  );
  setHandler(fireThroughUpdate, ({ through, clockOffsetMs: offset }) =>
    exclusively(async () => {
      const fired = await fireDue(through, 'dueAt');
      keepClock(offset);
      return fired;
    }),
  );
  setHandler(wakeSignal, ({ clockOffsetMs: offset }) => {
    keepClock(offset);
    woken = true;
  });

  await mainLoop();

  async function mainLoop(): Promise<void> {
    for (;;) {
      const seen = decisionsTaken;
      const moved = (): boolean => woken || decisionsTaken !== seen;
      const resting = state !== undefined && earliestDeadline(state) === undefined;
      const idleTooLong = resting ? !(await condition(moved, LINGER_MS)) : await untilMoved(moved);
      if (woken) {
        woken = false;
        await exclusively(fireOnWake);
      }
      if (idleTooLong || decisionsTaken >= input.commandsPerRun) {
        await condition(allHandlersFinished);
        await tail;
        if (resting && idleTooLong && decisionsTaken === seen) return;
        if (decisionsTaken >= input.commandsPerRun) await leave();
      }
    }
  }

  async function leave(): Promise<never> {
    return continueAsNew<(input: EntityInput) => Promise<void>>({
      ...input,
      clockOffsetMs,
      ...(state === undefined ? {} : { snapshot: { shape: decider.snapshotShape, state } }),
    });
  }

  async function fireOnWake(): Promise<void> {
    try {
      await fireDue(now(), 'now');
      firingRetryMs = FIRING_RETRY_MS;
    } catch (error) {
      if (!(error instanceof ApplicationFailure)) throw error;
      // The ledger is away: the deadline stays armed there, and this entity asks again, later each time.
      wakeAfter(firingRetryMs);
      firingRetryMs = Math.min(firingRetryMs * 2, FIRING_RETRY_MAX_MS);
    }
  }

  async function loaded(): Promise<EntityState<State>> {
    if (state === undefined) {
      const found = await patiently(() => ledger.loadEntity({ stream: input.stream, kind: decider.kind }));
      state = found as EntityState<State>;
    }
    return state;
  }

  /** Fires what is due, in order. `dueAt`: as if awake at each point; `now`: late, and says so. */
  async function fireDue(through: Instant, clock: 'dueAt' | 'now'): Promise<number> {
    let fired = 0;
    for (;;) {
      const due = dueDeadlines(await loaded(), through).find(({ deadlineId }) => !faulted.has(deadlineId));
      if (due === undefined) break;
      const at = clock === 'dueAt' ? due.dueAt.at : through;
      const id = firingCommandIdOf(`${input.stream}:${due.deadlineId}`);
      let answer = await settle(firing(id, due), id, [], at);
      if (answer.outcome === 'fault') {
        // The rule may have been mended since: a new run tries under an id of its own, once.
        answer = await settle(firing(`${id}:${runId}`, due), `${id}:${runId}`, [], at);
      }
      if (answer.outcome === 'fault') faulted.add(due.deadlineId);
      else fired += 1;
    }
    rearm();
    return fired;
  }

  function firing(commandId: string, due: FireDeadlineData): Command {
    return { commandId, name: 'fire-deadline', data: due, actor: SYSTEM, occurredAt: due.dueAt };
  }

  /** Decide and record, until the ledger has taken a decision. */
  async function settle(
    command: Command,
    requestHash: string,
    attached: readonly Fact[],
    at: Instant,
  ): Promise<CommandAnswer> {
    const facts = new Map(attached.map((fact) => [fact.key, fact]));
    let lostClaims: readonly LostClaim[] = [];
    for (let round = 0; round < ROUNDS_MAX; round += 1) {
      const current = await loaded();
      const input = toRecord(current, command, requestHash, at, [...facts.values()], lostClaims);
      const answer = await patiently(() => ledger.record(input));
      const before = current.version;
      if (answer.status !== 'ledger_behind') {
        state = foldEntity(
          decider,
          current,
          answer.events.filter((event) => event.version > before),
        );
      }
      switch (answer.status) {
        case 'recorded':
        case 'known':
          decisionsTaken += 1;
          rearm();
          return answerOf(command, answer);
        case 'facts':
          for (const fact of answer.facts ?? []) facts.set(fact.key, fact);
          break;
        case 'claim_lost':
          lostClaims = answer.lostClaims ?? [];
          break;
        case 'tail':
          lostClaims = [];
          break;
        case 'ledger_behind':
          throw ApplicationFailure.nonRetryable(
            `the ledger ends at ${answer.headVersion}, this entity knows ${current.version}`,
            'LEDGER_BEHIND',
          );
        case 'command_id_reused':
          throw ApplicationFailure.nonRetryable(
            'command id was used for another request',
            'COMMAND_ID_REUSED',
          );
      }
    }
    throw ApplicationFailure.nonRetryable('the ledger moved in every round', 'OUTCOME_UNKNOWN');
  }

  function toRecord(
    current: EntityState<State>,
    command: Command,
    requestHash: string,
    at: Instant,
    facts: readonly Fact[],
    lostClaims: readonly LostClaim[],
  ): RecordInput {
    let round: Round<State> | { outcome: 'fault'; message: string };
    try {
      round = decideRound(decider, current, command, { now: at, facts, lostClaims });
    } catch (error) {
      // A bug in a decider must not jam the person's journey: it is recorded, reported and answered.
      round = { outcome: 'fault', message: error instanceof Error ? error.name : 'unknown' };
    }
    return {
      stream: input.stream,
      kind: decider.kind,
      world: input.world,
      expectedVersion: current.version,
      command,
      requestHash,
      now: at,
      clockOffsetMs,
      runId,
      facts: 'policies' in round ? round.facts : [],
      verdict: verdictOf(round, current, command, at),
    };
  }

  function verdictOf(
    round: Round<State> | { outcome: 'fault'; message: string },
    current: EntityState<State>,
    command: Command,
    at: Instant,
  ): RecordInput['verdict'] {
    switch (round.outcome) {
      case 'accepted':
        return {
          outcome: 'accepted',
          events: provisional(command, at, round.events, current.version),
          warnings: round.decision.warnings ?? [],
          claims: round.decision.claims ?? [],
          messages: round.decision.messages ?? [],
          factsOut: round.decision.factsOut ?? [],
          policies: round.policies,
        };
      case 'refused':
        return { outcome: 'refused', refusal: round.refusal, policies: round.policies };
      case 'needs':
        return { outcome: 'needs', facts: round.facts };
      case 'fault':
        return round;
    }
  }

  function answerOf(command: Command, answer: RecordAnswer): CommandAnswer {
    const { firstVersion, lastVersion } = answer;
    const own = (version: number): boolean =>
      firstVersion !== undefined &&
      lastVersion !== undefined &&
      version >= firstVersion &&
      version <= lastVersion;
    return {
      outcome: answer.outcome ?? 'fault',
      commandId: command.commandId,
      stream: input.stream,
      headVersion: answer.headVersion,
      headHash: answer.headHash,
      ...(firstVersion === undefined ? {} : { firstVersion }),
      ...(lastVersion === undefined ? {} : { lastVersion }),
      ...(answer.detail?.refusal === undefined ? {} : { refusal: answer.detail.refusal }),
      warnings: answer.detail?.warnings ?? [],
      events: answer.events.filter((event) => own(event.version)),
    };
  }

  /**
   * Keeps one timer, for the earliest deadline. A deadline that moved later leaves the old timer be:
   * waking for nothing is cheaper than two history events for every command.
   */
  function rearm(): void {
    const next = state === undefined ? undefined : earliestDeadline(state);
    if (next === undefined) {
      timer?.cancel();
      timer = undefined;
      return;
    }
    if (timer !== undefined && timer.dueAt <= next.dueAt.at) return;
    timer?.cancel();
    const waitMs = new Date(next.dueAt.at).getTime() - clockOffsetMs - Date.now();
    timer = startTimer(next.dueAt.at, Math.min(Math.max(waitMs, 0) + jitterOf(input.stream), SLEEP_MAX_MS));
  }

  function wakeAfter(milliseconds: number): void {
    timer?.cancel();
    timer = startTimer('', milliseconds);
  }

  function startTimer(dueAt: Instant, milliseconds: number): { dueAt: Instant; cancel(): void } {
    const scope = new CancellationScope();
    const started = { dueAt, cancel: () => scope.cancel() };
    scope
      .run(() => sleep(milliseconds))
      .then(
        () => {
          if (timer === started) timer = undefined;
          woken = true;
        },
        (error) => {
          if (!isCancellation(error)) throw error;
        },
      );
    return started;
  }
}

/** Validators must be synchronous: an async one would accept everything. */
function validateEnvelope(envelope: CommandEnvelope): void {
  if (typeof envelope?.command?.commandId !== 'string' || envelope.command.commandId.length === 0) {
    throw ApplicationFailure.nonRetryable('an envelope needs a command id', 'MALFORMED');
  }
}

/** A ledger that stays away becomes "outcome unknown, ask again with the same id", never a guess. */
async function patiently<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    throw ApplicationFailure.nonRetryable('the ledger did not answer in time', 'OUTCOME_UNKNOWN');
  }
}

/** Waits without a timer, which would cost history; answers that it was not idle too long. */
async function untilMoved(moved: () => boolean): Promise<false> {
  await condition(moved);
  return false;
}

/** The same for the same stream, always: replay must compute it again. */
function jitterOf(stream: string): number {
  let hash = 0;
  for (let index = 0; index < stream.length; index += 1) hash = (hash * 31 + stream.charCodeAt(index)) >>> 0;
  return hash % WAKE_JITTER_MAX_MS;
}
