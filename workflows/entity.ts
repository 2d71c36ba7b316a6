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
  condition,
  continueAsNew,
  log,
  patched,
  proxyLocalActivities,
  setHandler,
  TemporalFailure,
  workflowInfo,
} from '@temporalio/workflow';
import type { EntityActivities } from '../activities/entity-activities.ts';
import {
  adoptSnapshot,
  type EntityState,
  earliestDeadline,
  foldEntity,
  type Snapshot,
  snapshotOf,
} from '../src/domain/decide.ts';
import type { Decider, WantedDeadline } from '../src/domain/decider.ts';
import type { CommandEnvelope } from '../src/domain/envelope.ts';
import { isLongEnough, type RunLength, WAITED_FOR_MS } from '../src/domain/run-length.ts';
import {
  type Entity,
  fireDue,
  LEDGER_REFUSED,
  LedgerRefused,
  settle,
  Unsettled,
} from '../src/domain/settle.ts';
import type { Instant } from '../src/domain/time/moment.ts';
import { Alarm } from './alarm.ts';
import { commandUpdate, fireThroughUpdate, wakeSignal } from './messages.ts';
import { Turns } from './turns.ts';

export interface EntityInput extends RunLength {
  readonly stream: string;
  readonly world: string;
  readonly clockOffsetMs: number;
  readonly snapshot?: Snapshot;
}

/** The API answers "outcome unknown" after this long without Postgres (design 4). */
const RECORD_PATIENCE_MS = 30_000;
/** Above Postgres' own statement time-out and below the workflow task time-out of 10 s. */
const RECORD_ATTEMPT_MS = 5_000;
/** A firing that could not be recorded is tried again after this, doubling to the maximum. */
const FIRING_RETRY_MS = 1_000;
const FIRING_RETRY_MAX_MS = 60_000;
/** Spreads wake-ups of many entities whose deadlines fall on the same midnight; never moves dueAt. */
const WAKE_JITTER_MAX_MS = 2_000;
/** Wakes of a run without a decision: each costs history, and a run must not grow for ever. */
const LOOKS_MAX = 200;
/** A run with nothing near to wait for ends after this quiet time; a later command starts another from the ledger. */
const LINGER_MS = 10 * 60_000;

const ledger = proxyLocalActivities<EntityActivities>({
  startToCloseTimeout: RECORD_ATTEMPT_MS,
  scheduleToCloseTimeout: RECORD_PATIENCE_MS,
  retry: { initialInterval: 100, backoffCoefficient: 2, maximumInterval: 2_000 },
});

export async function runEntity<State>(decider: Decider<State>, input: EntityInput): Promise<void> {
  const { runId } = workflowInfo();
  const turns = new Turns();
  const alarm = new Alarm(() => {
    woken = true;
  });
  let entity = input.snapshot === undefined ? undefined : entityWith(adoptSnapshot(decider, input.snapshot));
  let clockOffsetMs = input.clockOffsetMs;
  let decisionsTaken = 0;
  let lastDecisionMs = Date.now();
  let sinceLastMs = 0;
  /** Somebody who saw the ledger says that this entity is late: it may have missed what was recorded. */
  let outrun = false;
  let woken = true;
  let looks = 0;
  let firingRetryMs = FIRING_RETRY_MS;

  setHandler(
    commandUpdate,
    (envelope) =>
      inTurn(async () => {
        const current = await loaded(envelope.clockOffsetMs);
        await fireDue(current, now(), 'now');
        return settle(current, envelope, now());
      }),
    { validator: validateEnvelope },
  );
  setHandler(fireThroughUpdate, ({ through, clock, clockOffsetMs: offset }) =>
    inTurn(async () => fireDue(await caughtUp(offset), through, clock)),
  );
  setHandler(wakeSignal, ({ clockOffsetMs: offset }) => {
    keepClock(offset);
    outrun = true;
    woken = true;
  });

  for (;;) {
    const seen = decisionsTaken;
    const moved = (): boolean => woken || decisionsTaken !== seen;
    const resting = entity !== undefined && nextToWaitFor() === undefined;
    const idleTooLong = resting ? !(await condition(moved, LINGER_MS)) : await untilMoved(moved);
    if (woken) {
      woken = false;
      looks += 1;
      await fireOnWake();
    }
    if (!idleTooLong && !isOver()) continue;
    do {
      await condition(allHandlersFinished);
      await turns.over();
    } while (!allHandlersFinished());
    if (isOver()) await goOnAsNew();
    // Nothing armed, nothing asked: a later command starts a new run, which loads from the ledger.
    if (idleTooLong && decisionsTaken === seen) return;
  }

  function now(): Instant {
    return new Date(Date.now() + clockOffsetMs).toISOString();
  }

  function isOver(): boolean {
    return looks >= LOOKS_MAX || isLongEnough(input, decisionsTaken, sinceLastMs);
  }

  function entityWith(state: EntityState<State>): Entity<State> {
    return {
      decider,
      stream: input.stream,
      world: input.world,
      runId,
      clockOffsetMs: input.clockOffsetMs,
      state,
      faulted: new Set(),
      async record(decision) {
        const answer = await refusalsApart(() => ledger.record(decision));
        if (answer.status === 'recorded' || answer.status === 'known') countDecision();
        return answer;
      },
    };
  }

  function countDecision(): void {
    decisionsTaken += 1;
    sinceLastMs = Date.now() - lastDecisionMs;
    lastDecisionMs += sinceLastMs;
  }

  /** A world moves only forward; a late or reordered message must not take the entity back. */
  function keepClock(offset: number): void {
    if (offset <= clockOffsetMs) return;
    clockOffsetMs = offset;
    if (entity !== undefined) entity.clockOffsetMs = offset;
    // The real time until a deadline of this world has become shorter.
    alarm.cancel();
  }

  async function loaded(offset: number): Promise<Entity<State>> {
    // A run that began under another build's snapshot replays what was recorded without reading it, and
    // loads at its first new command: there the marker of `patched` says so to every later replay.
    if (entity === undefined || (entity.state.unread && patched(`load-after-${decisionsTaken}`))) {
      const state = await ledger.loadEntity({ stream: input.stream, kind: decider.kind });
      entity = entityWith(state as EntityState<State>);
    }
    keepClock(offset);
    return entity;
  }

  /** With everything that the ledger has: a deadline armed beside this shell is otherwise never seen. */
  async function caughtUp(offset: number): Promise<Entity<State>> {
    const isNew = entity === undefined;
    const current = await loaded(offset);
    outrun = false;
    if (isNew) return current;
    const { stream } = input;
    const missed = await ledger.readTail({ stream, afterVersion: current.state.version });
    current.state = foldEntity(decider, current.state, missed);
    return current;
  }

  async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      const result = await turns.take(work);
      rearm();
      return result;
    } catch (error) {
      throw asAnswer(error);
    }
  }

  async function fireOnWake(): Promise<void> {
    try {
      await inTurn(async () => {
        const current = await (outrun ? caughtUp(clockOffsetMs) : loaded(clockOffsetMs));
        await fireDue(current, now(), 'now');
      });
      firingRetryMs = FIRING_RETRY_MS;
    } catch (error) {
      if (!(error instanceof ApplicationFailure)) throw error;
      // The ledger is away: the deadline stays armed there, and this entity asks again, later each time.
      log.warn('a deadline waits to be recorded', { stream: input.stream, code: error.type });
      alarm.set('', firingRetryMs);
      firingRetryMs = Math.min(firingRetryMs * 2, FIRING_RETRY_MAX_MS);
    }
  }

  function goOnAsNew(): Promise<never> {
    return continueAsNew<(input: EntityInput) => Promise<void>>({
      ...input,
      clockOffsetMs,
      ...(entity === undefined ? {} : { snapshot: snapshotOf(decider, entity.state) }),
    });
  }

  /** The earliest deadline, unless it is so far away that no run should stay open for it: the sweep wakes it. */
  function nextToWaitFor(): WantedDeadline | undefined {
    const next = entity === undefined ? undefined : earliestDeadline(entity.state, entity.faulted);
    return next !== undefined && realMsUntil(next) <= WAITED_FOR_MS ? next : undefined;
  }

  function realMsUntil(deadline: WantedDeadline): number {
    return Date.parse(deadline.dueAt.at) - clockOffsetMs - Date.now();
  }

  /**
   * Keeps one timer, for the earliest deadline. A deadline that moved later leaves the old timer be:
   * waking for nothing is cheaper than two history events for every command.
   */
  function rearm(): void {
    const next = nextToWaitFor();
    if (next === undefined) return;
    if (alarm.dueAt !== undefined && alarm.dueAt <= next.dueAt.at) return;
    alarm.set(next.dueAt.at, Math.max(realMsUntil(next), 0) + jitterOf(input.stream));
  }
}

/** What the ledger refuses for good is told apart from a ledger that does not answer. */
async function refusalsApart<Result>(call: () => Promise<Result>): Promise<Result> {
  try {
    return await call();
  } catch (error) {
    const cause = error instanceof ActivityFailure ? error.cause : undefined;
    if (cause instanceof ApplicationFailure && cause.type === LEDGER_REFUSED) throw new LedgerRefused();
    throw error;
  }
}

/** Validators must be synchronous: an async one would accept everything. */
function validateEnvelope(envelope: CommandEnvelope): void {
  if (typeof envelope?.command?.commandId !== 'string' || envelope.command.commandId.length === 0) {
    throw ApplicationFailure.nonRetryable('an envelope needs a command id', 'MALFORMED');
  }
}

/**
 * What a caller is told. A ledger that stayed away means "outcome unknown, ask again with the same id";
 * any plain Error is made a failure, since it would jam the workflow in retry.
 */
function asAnswer(error: unknown): unknown {
  if (error instanceof Unsettled) return ApplicationFailure.nonRetryable(error.message, error.code);
  if (error instanceof ActivityFailure) {
    return ApplicationFailure.nonRetryable('the ledger did not answer in time', 'OUTCOME_UNKNOWN');
  }
  if (error instanceof TemporalFailure) return error;
  return ApplicationFailure.nonRetryable(error instanceof Error ? error.name : 'unknown', 'FAULT');
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
