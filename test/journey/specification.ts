/**
 * Given events, when a command, then events or a refusal: a decider tried through the same round that
 * the shell, the bulk door and the auditor use.
 */
import { expect } from 'vitest';
import type { EntityState, Round } from '../../src/domain/decide.ts';
import {
  deadlineIdOf,
  decideRound,
  dueDeadlines,
  firingCommandIdOf,
  foldEntity,
  initialEntityState,
  provisional,
} from '../../src/domain/decide.ts';
import type { Command, Decider, DomainEvent, Fact, JsonValue } from '../../src/domain/decider.ts';
import type { Instant } from '../../src/domain/time/moment.ts';

const SYSTEM = { id: 'system', role: 'SYSTEM', office: 'system' } as const;
const earlier: Command = { commandId: 'given', name: 'given', data: {}, actor: SYSTEM };

export const factOf = (key: string, value: unknown, version = 1): Fact => ({
  key,
  version,
  value: (value ?? null) as JsonValue,
});

export interface Specification<State> {
  readonly state: EntityState<State>;
  /** Events that were recorded before, at `at`. */
  given(events: readonly DomainEvent[], at?: Instant): Specification<State>;
  /** Register facts known from now on; a later one of the same key replaces an earlier one. */
  knowing(...facts: readonly Fact[]): Specification<State>;
  when(command: Command, now: Instant): Outcome<State>;
  /** All deadlines due at `now`, each fired once, in order. */
  wakeUp(now: Instant): { readonly events: readonly DomainEvent[]; readonly spec: Specification<State> };
}

export interface Outcome<State> {
  readonly round: Round<State>;
  /** Events of the decision, without the framework's own about deadlines. */
  readonly events: readonly DomainEvent[];
  /** The specification after an accepted command; fails the test after a refused one. */
  readonly next: Specification<State>;
  /** Exactly these events in this order; data may be given in part. */
  records(...events: readonly { type: string; data: object }[]): Specification<State>;
  refused(code: string, parameters?: object): Specification<State>;
  warned(...codes: readonly string[]): Specification<State>;
}

const isFramework = ({ type }: DomainEvent): boolean => type.startsWith('Deadline');

/** What the framework recorded with the given events: deadlines armed and cancelled. */
function timersOf<State>(decider: Decider<State>, state: EntityState<State>): DomainEvent[] {
  const wanted = new Map(decider.deadlines(state.domain).map((timer) => [deadlineIdOf(timer), timer]));
  const cancelled = Object.keys(state.armed).filter((deadlineId) => !wanted.has(deadlineId));
  const armed = [...wanted].filter(([deadlineId]) => state.armed[deadlineId] === undefined);
  return [
    ...cancelled.map((deadlineId) => ({ type: 'DeadlineCancelled', data: { deadlineId } })),
    ...armed.map(([deadlineId, timer]) => ({ type: 'DeadlineArmed', data: { deadlineId, ...timer } })),
  ];
}

export function specification<State>(
  decider: Decider<State>,
  facts: readonly Fact[] = [],
  state: EntityState<State> = initialEntityState(decider, 'person-1'),
): Specification<State> {
  const decide = (command: Command, now: Instant): Round<State> => {
    const round = decideRound(decider, state, command, { now, facts, lostClaims: [] });
    if (round.outcome === 'needs') throw new Error(`the specification lacks ${round.facts.join(', ')}`);
    return round;
  };
  const spec: Specification<State> = {
    state,
    given: (events, at = '2026-01-05T02:00:00.000Z') => {
      const record = (to: EntityState<State>, more: readonly DomainEvent[]): EntityState<State> =>
        foldEntity(decider, to, provisional(earlier, at, more, to.version));
      const recorded = record(state, events);
      return specification(decider, facts, record(recorded, timersOf(decider, recorded)));
    },
    knowing: (...more) => {
      const keys = new Set(more.map((fact) => fact.key));
      return specification(decider, [...facts.filter((fact) => !keys.has(fact.key)), ...more], state);
    },
    when: (command, now) => outcomeOf(decide(command, now)),
    wakeUp: (now) => {
      const [due] = dueDeadlines(state, now);
      if (due === undefined) return { events: [], spec };
      const command = {
        commandId: firingCommandIdOf(due.deadlineId),
        name: 'fire-deadline',
        data: due,
        actor: SYSTEM,
      };
      const fired = outcomeOf(decide(command, now));
      const rest = fired.next.wakeUp(now);
      return { events: [...fired.events, ...rest.events], spec: rest.spec };
    },
  };

  const outcomeOf = (round: Round<State>): Outcome<State> => {
    const events = round.outcome === 'accepted' ? round.events.filter((event) => !isFramework(event)) : [];
    const next = (): Specification<State> => {
      if (round.outcome !== 'accepted') throw new Error(`not accepted: ${JSON.stringify(round)}`);
      return specification(decider, facts, round.next);
    };
    return {
      round,
      events,
      get next() {
        return next();
      },
      records: (...expected) => {
        if (round.outcome !== 'accepted') throw new Error(`not accepted: ${JSON.stringify(round)}`);
        expect(events.map(({ type }) => type)).toEqual(expected.map(({ type }) => type));
        expect(events).toMatchObject(expected);
        return next();
      },
      refused: (code, parameters = {}) => {
        expect(round).toMatchObject({ outcome: 'refused', refusal: { code, parameters } });
        return spec;
      },
      warned: (...codes) => {
        if (round.outcome !== 'accepted') throw new Error(`not accepted: ${JSON.stringify(round)}`);
        expect((round.decision.warnings ?? []).map(({ code }) => code)).toEqual(codes);
        return next();
      },
    };
  };
  return spec;
}
