/**
 * The rounds of one command: decide, ask the ledger to record, and decide again as long as the ledger
 * says that something moved. The shell runs it inside a workflow and the registers in a plain process:
 * one loop, so that the ledger cannot tell who asked. Whatever it needs from outside is a port.
 */
import {
  decideRound,
  dueDeadlines,
  type EntityState,
  type FireDeadlineData,
  firingCommandIdOf,
  foldEntity,
  provisional,
  type Round,
} from './decide.ts';
import type { Actor, Command, Decider, LostClaim } from './decider.ts';
import type { CommandAnswer, CommandEnvelope, RecordAnswer, RecordInput } from './envelope.ts';
import type { Instant } from './time/moment.ts';

/** One entity while somebody works on it. `state` moves only by what the ledger answered. */
export interface Entity<State> {
  readonly decider: Decider<State>;
  readonly stream: string;
  readonly world: string;
  /** Workflow run that decides; empty where no workflow does. */
  readonly runId: string;
  clockOffsetMs: number;
  state: EntityState<State>;
  /** Deadlines whose firing met a bug: left armed for the sweep to alarm about, not looped over. */
  readonly faulted: Set<string>;
  record(input: RecordInput): Promise<RecordAnswer>;
}

/** No decision was recorded, and why. */
export class Unsettled extends Error {
  override readonly name = 'Unsettled';
  constructor(
    readonly code: 'LEDGER_BEHIND' | 'COMMAND_ID_REUSED' | 'OUTCOME_UNKNOWN',
    message: string,
  ) {
    super(message);
  }
}

/** Type of the failure by which an activity says {@link LedgerRefused}. */
export const LEDGER_REFUSED = 'LEDGER_REFUSED';

/**
 * The ledger will never take this decision: it breaks one of its invariants. A bug in a decider, answered
 * as one; asking again would jam the journey. Thrown by {@link Entity.record}.
 */
export class LedgerRefused extends Error {
  override readonly name = 'LedgerRefused';
}

export type Settling = Pick<CommandEnvelope, 'command' | 'requestHash' | 'facts'>;

/** A command that has not settled by then has met a ledger that moves under it all the time. */
const ROUNDS_MAX = 25;

const SYSTEM: Actor = { id: 'system', role: 'SYSTEM', office: 'system' };

/**
 * Decides and records one command at an instant, or at the entity's last recorded one if that is later.
 *
 * @throws Unsettled
 */
export async function settle<State>(
  entity: Entity<State>,
  settling: Settling,
  wanted: Instant,
): Promise<CommandAnswer> {
  const answer = await settleWhile(entity, settling, wanted, () => true);
  if (answer === undefined) throw new Error('a command without a condition was given up');
  return answer;
}

/** Like {@link settle}; gives up, without a decision, once `wantedStill` says no of what the ledger told. */
async function settleWhile<State>(
  entity: Entity<State>,
  { command, requestHash, facts: attached }: Settling,
  wanted: Instant,
  wantedStill: (state: EntityState<State>) => boolean,
): Promise<CommandAnswer | undefined> {
  const facts = new Map(attached.map((fact) => [fact.key, fact]));
  let lostClaims: readonly LostClaim[] = [];
  let isRecorded = false;
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    if (!isRecorded && !wantedStill(entity.state)) return undefined;
    const before = entity.state.version;
    // Clocks of two machines differ; within a stream recorded time never goes back ("known at K").
    const at = wanted > entity.state.recordedAt ? wanted : entity.state.recordedAt;
    const decided = decideOrFault(entity, command, { now: at, facts: [...facts.values()], lostClaims });
    const answer = await recorded(entity, decided, { command, requestHash, at, lostClaims });
    if (answer.status !== 'ledger_behind') {
      const tail = answer.events.filter(({ version }) => version > before);
      entity.state = foldEntity(entity.decider, entity.state, tail);
    }
    switch (answer.status) {
      case 'recorded':
      case 'known':
        // A decision of many events does not come back in one answer: the rest is asked for by the same command.
        isRecorded = true;
        if (entity.state.version < answer.headVersion) break;
        return answerOf(entity.stream, command, answer);
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
        throw new Unsettled('LEDGER_BEHIND', `the ledger ends at ${answer.headVersion}, known is ${before}`);
      case 'command_id_reused':
        throw new Unsettled('COMMAND_ID_REUSED', 'the command id was used for another request');
    }
  }
  throw new Unsettled('OUTCOME_UNKNOWN', 'the ledger moved in every round');
}

/**
 * Fires what is due through an instant, earliest first; answers how many fired.
 *
 * @param clock `dueAt`: each as if awake at its own point; `now`: late, all at `through`, and it says so.
 * @throws Unsettled
 */
export async function fireDue<State>(
  entity: Entity<State>,
  through: Instant,
  clock: 'dueAt' | 'now',
): Promise<number> {
  for (let fired = 0; ; ) {
    const due = dueDeadlines(entity.state, through).find(({ deadlineId }) => !entity.faulted.has(deadlineId));
    if (due === undefined) return fired;
    const { deadlineId } = due;
    const at = clock === 'dueAt' ? due.dueAt.at : through;
    const isArmed = ({ armed }: EntityState<State>): boolean => armed[deadlineId] !== undefined;
    const id = firingCommandIdOf(`${entity.stream}:${deadlineId}`);
    // The rule may have been mended since a firing met a bug: another run tries under an id of its own, once.
    for (const commandId of [id, `${id}:${entity.runId}`]) {
      // Somebody may have cancelled it in the ledger meanwhile: then there is nothing to record.
      const answer = await settleWhile(entity, firing(commandId, due), at, isArmed);
      if (!isArmed(entity.state)) {
        if (answer?.outcome === 'accepted') fired += 1;
        break;
      }
    }
    if (isArmed(entity.state)) entity.faulted.add(deadlineId);
  }
}

function firing(commandId: string, due: FireDeadlineData): Settling {
  const command = { commandId, name: 'fire-deadline', data: due, actor: SYSTEM, occurredAt: due.dueAt };
  return { command, requestHash: commandId, facts: [] };
}

/** What one round was asked, beside the state. */
interface Asked {
  readonly command: Command;
  readonly requestHash: string;
  readonly at: Instant;
  readonly lostClaims: readonly LostClaim[];
}

/** A decision that the ledger refuses for good is recorded as the fault that it is. */
async function recorded<State>(
  entity: Entity<State>,
  decided: Decided<State>,
  asked: Asked,
): Promise<RecordAnswer> {
  try {
    return await entity.record(toRecord(entity, decided, asked));
  } catch (error) {
    if (!(error instanceof LedgerRefused) || decided.outcome === 'fault') throw error;
    const fault = { outcome: 'fault', message: error.name } as const;
    return entity.record(toRecord(entity, fault, asked));
  }
}

type Decided<State> = Round<State> | { readonly outcome: 'fault'; readonly message: string };

function decideOrFault<State>(
  { decider, state }: Entity<State>,
  command: Command,
  input: Parameters<typeof decideRound>[3],
): Decided<State> {
  try {
    return decideRound(decider, state, command, input);
  } catch (error) {
    // A bug must not jam a person's journey: it is recorded, reported and answered. By name only:
    // the message could hold data of the command.
    return { outcome: 'fault', message: error instanceof Error ? error.name : 'unknown' };
  }
}

function toRecord<State>(
  entity: Entity<State>,
  decided: Decided<State>,
  { command, requestHash, at: now, lostClaims }: Asked,
): RecordInput {
  return {
    stream: entity.stream,
    kind: entity.decider.kind,
    world: entity.world,
    expectedVersion: entity.state.version,
    command,
    requestHash,
    now,
    clockOffsetMs: entity.clockOffsetMs,
    runId: entity.runId,
    facts: 'policies' in decided ? decided.facts : [],
    verdict: withLostClaims(verdictOf(decided, entity.state.version, command, now), lostClaims),
  };
}

/** Whoever decides this again later needs to know what could not be had. */
function withLostClaims(
  verdict: RecordInput['verdict'],
  lostClaims: readonly LostClaim[],
): RecordInput['verdict'] {
  const decided = verdict.outcome === 'accepted' || verdict.outcome === 'refused';
  return decided && lostClaims.length > 0 ? { ...verdict, lostClaims } : verdict;
}

function verdictOf<State>(
  decided: Decided<State>,
  version: number,
  command: Command,
  now: Instant,
): RecordInput['verdict'] {
  switch (decided.outcome) {
    case 'accepted':
      return {
        outcome: 'accepted',
        events: provisional(command, now, decided.events, version),
        warnings: decided.decision.warnings ?? [],
        claims: decided.decision.claims ?? [],
        messages: decided.decision.messages ?? [],
        factsOut: decided.decision.factsOut ?? [],
        policies: decided.policies,
      };
    case 'refused':
      return { outcome: 'refused', refusal: decided.refusal, policies: decided.policies };
    case 'needs':
      return { outcome: 'needs', facts: decided.facts };
    case 'fault':
      return decided;
  }
}

function answerOf(stream: string, command: Command, answer: RecordAnswer): CommandAnswer {
  const { firstVersion = Number.POSITIVE_INFINITY, lastVersion = -1, detail } = answer;
  return {
    outcome: answer.outcome ?? 'fault',
    commandId: command.commandId,
    stream,
    headVersion: answer.headVersion,
    headHash: answer.headHash,
    ...(answer.firstVersion === undefined ? {} : { firstVersion }),
    ...(answer.lastVersion === undefined ? {} : { lastVersion }),
    ...(detail?.refusal === undefined ? {} : { refusal: detail.refusal }),
    warnings: detail?.warnings ?? [],
    events: answer.events.filter(({ version }) => version >= firstVersion && version <= lastVersion),
  };
}
