/**
 * One round of a decision: decide, fold, and compare the deadlines that the new state wants with
 * those that are armed. The shell, the bulk door, the pure scenario runner and the auditor all come
 * through here, so that they cannot disagree.
 */
import type {
  Command,
  Decider,
  Decision,
  DomainEvent,
  Fact,
  JsonValue,
  LostClaim,
  RecordedEvent,
  WantedDeadline,
} from './decider.ts';
import type { PolicyFact } from './law/policies.ts';
import { NoPolicyInForce, policyOn } from './law/policies.ts';
import { refuseWith } from './law/refusals.ts';
import { isAhead } from './time/device-clock.ts';
import type { Instant, Moment } from './time/moment.ts';
import { momentAt } from './time/moments.ts';

/** What the framework itself keeps beside the decider's state. */
export interface EntityState<State> {
  readonly version: number;
  /** When the last event was recorded, on the entity's clock: the next is never recorded before it. */
  readonly recordedAt: Instant;
  readonly domain: State;
  /**
   * `domain` came from a snapshot of a shape that this build does not read. Versions and deadlines are still
   * folded, so that a run that began under an older build replays; deciding needs the state loaded first.
   */
  readonly unread?: true;
  /** Deadlines that are recorded as armed and have neither fired nor been cancelled. */
  readonly armed: { readonly [deadlineId: string]: WantedDeadline };
}

export interface FireDeadlineData {
  readonly deadlineId: string;
  readonly kind: string;
  readonly subject: string;
  readonly dueAt: Moment;
}

/** A policy value that a decision rested on: recorded, so that it can be explained and replayed. */
export interface UsedPolicy {
  readonly name: string;
  readonly from: string;
  readonly factVersion: number;
}

export type Round<State> =
  | {
      readonly outcome: 'accepted';
      readonly decision: Extract<Decision, { kind: 'accepted' }>;
      readonly events: readonly DomainEvent[];
      readonly facts: readonly { key: string; version: number }[];
      readonly policies: readonly UsedPolicy[];
      readonly next: EntityState<State>;
    }
  | {
      readonly outcome: 'refused';
      readonly refusal: Extract<Decision, { kind: 'refused' }>['refusal'];
      readonly facts: readonly { key: string; version: number }[];
      readonly policies: readonly UsedPolicy[];
    }
  | { readonly outcome: 'needs'; readonly facts: readonly string[] };

export const deadlineIdOf = (deadline: WantedDeadline): string =>
  `${deadline.kind}:${deadline.subject}:${deadline.dueAt.at}`;

export const firingCommandIdOf = (deadlineId: string): string => `${deadlineId}:fire`;

/** Thrown by `context.fact` when nobody attached the fact; never leaves this file. */
class MissingFact extends Error {
  constructor(readonly key: string) {
    super(`fact ${key} was not attached`);
  }
}

/** A rule of the product itself was broken: a bug, never an answer. */
export class BrokenInvariant extends Error {
  override readonly name = 'BrokenInvariant';
}

export function initialEntityState<State>(decider: Decider<State>, entityId: string): EntityState<State> {
  return { version: 0, recordedAt: '', domain: decider.initialState(entityId), armed: {} };
}

/** A snapshot as a run hands it to the next one. */
export interface Snapshot {
  readonly shape: number;
  readonly state: unknown;
}

export const snapshotOf = <State>(decider: Decider<State>, state: EntityState<State>): Snapshot => ({
  // An unread state keeps its old shape: the next run must not take it for one of today's.
  shape: state.unread ? UNREAD_SHAPE : decider.snapshotShape,
  state,
});

const UNREAD_SHAPE = -1;

/** Takes over a snapshot; one of another shape keeps only what the framework itself wrote. */
export function adoptSnapshot<State>(
  decider: Decider<State>,
  { shape, state }: Snapshot,
): EntityState<State> {
  const {
    version,
    recordedAt = '',
    armed,
    domain,
  } = state as Partial<EntityState<State>> & Pick<EntityState<State>, 'version' | 'armed' | 'domain'>;
  const kept = { version, recordedAt, armed, domain };
  return shape === decider.snapshotShape ? kept : { ...kept, unread: true };
}

/** Folds one recorded event. Versions must be contiguous: a gap is a broken ledger, not a state. */
export function evolveEntity<State>(
  decider: Decider<State>,
  state: EntityState<State>,
  event: RecordedEvent,
): EntityState<State> {
  if (event.version !== state.version + 1) {
    throw new BrokenInvariant(`event version ${event.version} follows ${state.version}`);
  }
  const version = event.version;
  const recordedAt = event.recordedAt > state.recordedAt ? event.recordedAt : state.recordedAt;
  switch (event.type) {
    case 'DeadlineArmed': {
      const data = event.data as FireDeadlineData;
      const { deadlineId, kind, subject, dueAt } = data;
      return {
        ...state,
        version,
        recordedAt,
        armed: { ...state.armed, [deadlineId]: { kind, subject, dueAt } },
      };
    }
    case 'DeadlineCancelled':
    case 'DeadlineFired': {
      const { [(event.data as FireDeadlineData).deadlineId]: _gone, ...armed } = state.armed;
      return { ...state, version, recordedAt, armed };
    }
    default:
      if (state.unread) return { ...state, version, recordedAt };
      return { ...state, version, recordedAt, domain: decider.evolve(state.domain, event) };
  }
}

export function foldEntity<State>(
  decider: Decider<State>,
  state: EntityState<State>,
  events: readonly RecordedEvent[],
): EntityState<State> {
  return events.reduce((folded, event) => evolveEntity(decider, folded, event), state);
}

/** Armed deadlines that are due at `now`, earliest first: they fire before any command is decided. */
export function dueDeadlines<State>(
  state: EntityState<State>,
  now: Instant,
): (FireDeadlineData & { deadlineId: string })[] {
  return Object.entries(state.armed)
    .filter(([, deadline]) => deadline.dueAt.at <= now)
    .map(([deadlineId, deadline]) => ({ deadlineId, ...deadline }))
    .sort((a, b) =>
      a.dueAt.at === b.dueAt.at ? (a.deadlineId < b.deadlineId ? -1 : 1) : a.dueAt.at < b.dueAt.at ? -1 : 1,
    );
}

/** @param except deadlines that are not waited for, because their firing met a bug. */
export function earliestDeadline<State>(
  state: EntityState<State>,
  except?: ReadonlySet<string>,
): WantedDeadline | undefined {
  let earliest: WantedDeadline | undefined;
  for (const [deadlineId, deadline] of Object.entries(state.armed)) {
    if (except?.has(deadlineId)) continue;
    if (earliest === undefined || deadline.dueAt.at < earliest.dueAt.at) earliest = deadline;
  }
  return earliest;
}

/**
 * Decides one command on one state. Pure: the same arguments give the same round.
 *
 * @param now the entity's clock; `DeadlineFired` carries it as `firedAt` beside its `dueAt`.
 */
export function decideRound<State>(
  decider: Decider<State>,
  state: EntityState<State>,
  command: Command,
  input: { now: Instant; facts: readonly Fact[]; lostClaims: readonly LostClaim[] },
): Round<State> {
  if (state.unread) throw new BrokenInvariant('the state must be loaded before anything is decided');
  const known = new Map(input.facts.map((fact) => [fact.key, fact]));
  const usedFacts = new Map<string, number>();
  const usedPolicies = new Map<string, UsedPolicy>();
  const take = (key: string): Fact => {
    const fact = known.get(key);
    if (fact === undefined) throw new MissingFact(key);
    usedFacts.set(key, fact.version);
    return fact;
  };
  const context = {
    now: input.now,
    command,
    lostClaims: input.lostClaims,
    fact: <T>(key: string): T | undefined => (take(key).value ?? undefined) as T | undefined,
    policy: <T>(name: string, onDate: string): T => {
      const fact = take(`policy/${name}`);
      const dated = policyOn(fact.value as unknown as PolicyFact | null, name, onDate);
      usedPolicies.set(`${name}@${dated.from}`, { name, from: dated.from, factVersion: fact.version });
      return dated.value as T;
    },
  };
  const facts = () => [...usedFacts].map(([key, version]) => ({ key, version }));
  const policies = () => [...usedPolicies.values()];
  try {
    const firing = command.name === 'fire-deadline' ? (command.data as FireDeadlineData) : undefined;
    if (firing !== undefined && state.armed[firing.deadlineId] === undefined) {
      return {
        outcome: 'refused',
        refusal: { code: 'DEADLINE_NOT_ARMED', parameters: { deadlineId: firing.deadlineId } },
        facts: [],
        policies: [],
      };
    }
    // The date of a command moves the law's windows: what has not happened yet cannot be recorded.
    const { occurredAt } = command;
    const early = occurredAt !== undefined && isAhead(occurredAt.at, input.now);
    const decision =
      early && firing === undefined
        ? refuseWith('DATE_IN_FUTURE', { date: occurredAt.date, field: 'occurredAt' })
        : decider.decide(state.domain, command, context);
    if (decision.kind === 'refused') {
      if (firing !== undefined) throw new BrokenInvariant(`firing ${firing.deadlineId} was refused`);
      return { outcome: 'refused', refusal: decision.refusal, facts: facts(), policies: policies() };
    }
    const fired: DomainEvent[] =
      firing === undefined ? [] : [{ type: 'DeadlineFired', data: { ...firing, firedAt: input.now } }];
    const before = provisional(command, input.now, [...fired, ...decision.events], state.version);
    const folded = foldEntity(decider, state, before);
    const changes = deadlineChanges(decider, folded, firing?.deadlineId);
    const next = foldEntity(decider, folded, provisional(command, input.now, changes, folded.version));
    return {
      outcome: 'accepted',
      decision,
      events: [...fired, ...decision.events, ...changes],
      facts: facts(),
      policies: policies(),
      next,
    };
  } catch (error) {
    if (error instanceof MissingFact) return { outcome: 'needs', facts: [error.key] };
    if (error instanceof NoPolicyInForce && command.name !== 'fire-deadline') {
      // A date before the code was in force, or a register nobody filled: an answer, not a bug.
      const { refusal } = refuseWith('NO_RULE_ON_DATE', { policy: error.policy, date: error.date });
      return { outcome: 'refused', refusal, facts: facts(), policies: policies() };
    }
    throw error;
  }
}

/** Events as they will stand in the ledger, for folding before they are recorded. */
export function provisional(
  command: Command,
  now: Instant,
  events: readonly DomainEvent[],
  afterVersion: number,
): RecordedEvent[] {
  return events.map((event, index) => ({
    version: afterVersion + 1 + index,
    type: event.type,
    schema: 1,
    data: event.data,
    meta: metaOf(command, event),
    occurredAt: occurredAtOf(command, event, now),
    recordedAt: now,
  }));
}

export function occurredAtOf(command: Command, event: DomainEvent, now: Instant): Moment {
  return event.occurredAt ?? command.occurredAt ?? momentAt(now, 'WIB');
}

export function metaOf(command: Command, event: DomainEvent): RecordedEvent['meta'] {
  const corrects = (event.data as { corrects?: JsonValue } | null)?.corrects;
  return {
    actor: command.actor,
    commandId: command.commandId,
    ...(command.document === undefined ? {} : { document: command.document }),
    ...(typeof corrects === 'number' ? { corrects } : {}),
  };
}

function deadlineChanges<State>(
  decider: Decider<State>,
  state: EntityState<State>,
  firedId: string | undefined,
): DomainEvent[] {
  const wanted = new Map(
    decider.deadlines(state.domain).map((deadline) => [deadlineIdOf(deadline), deadline]),
  );
  if (firedId !== undefined && wanted.has(firedId)) {
    throw new BrokenInvariant(`deadline ${firedId} has fired and is still wanted`);
  }
  const cancelled = Object.keys(state.armed)
    .filter((deadlineId) => !wanted.has(deadlineId))
    .map((deadlineId): DomainEvent => ({ type: 'DeadlineCancelled', data: { deadlineId } }));
  const armed = [...wanted]
    .filter(([deadlineId]) => state.armed[deadlineId] === undefined)
    .map(
      ([deadlineId, deadline]): DomainEvent => ({ type: 'DeadlineArmed', data: { deadlineId, ...deadline } }),
    );
  return [...cancelled, ...armed];
}
