/**
 * A decision in the making: events so far and the state they lead to, so that the next minute is judged
 * by what the last one left. Of the life cycle's events only a reopening is folded: whether the case is
 * complete is asked after it.
 */

import { metaOf, occurredAtOf } from '../../decide.ts';
import type { DecideContext, Warning } from '../../decider.ts';
import { closureEvolvers } from '../closure.ts';
import type { JourneyEvent } from '../events.ts';
import type { Evolver } from '../handlers.ts';
import type { JourneyState } from '../state.ts';
import { sessionEvolvers } from './evolve.ts';

export interface Draft {
  readonly state: JourneyState;
  readonly events: readonly JourneyEvent[];
  readonly warnings: readonly Warning[];
}

const EVOLVERS = { ...sessionEvolvers, CaseReopened: closureEvolvers.CaseReopened } as unknown as {
  readonly [type: string]: Evolver<never> | undefined;
};

export const draftOf = (state: JourneyState): Draft => ({ state, events: [], warnings: [] });

/** Adds an event and folds it. The version is not known yet; nothing in a decision reads it back. */
export function post(draft: Draft, context: DecideContext, event: JourneyEvent): Draft {
  const evolve = EVOLVERS[event.type];
  const { command, now } = context;
  const recorded = {
    version: 0,
    type: event.type,
    schema: 1,
    data: event.data,
    meta: metaOf(command, event),
    occurredAt: occurredAtOf(command, event, now),
    recordedAt: now,
  };
  const state = evolve === undefined ? draft.state : evolve(draft.state, recorded as never);
  return { ...draft, state, events: [...draft.events, event] };
}

export const withWarnings = (draft: Draft, ...warnings: Warning[]): Draft => ({
  ...draft,
  warnings: [...draft.warnings, ...warnings],
});
