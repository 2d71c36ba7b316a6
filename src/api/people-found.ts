/** What is said of somebody who was found: whose record it is now, the name where it may be read, and what stands open. */
import { type VerifiedActor, withinReach } from '../access/reach.ts';
import { mayRead, type ReadName } from '../access/roles.ts';
import { viewOf } from '../access/views.ts';
import type { JourneyState } from '../domain/journey/state.ts';
import { seenCases } from './case-reach.ts';
import { touchedByJourney } from './journey-reach.ts';
import { namesOf, stateIn } from './names-of.ts';
import type { RouteContext } from './routes/route-context.ts';

export interface FoundPerson {
  readonly personId: string;
  /** The record that the search led to, where it was merged into this one. */
  readonly mergedFrom: string | null;
  readonly name: string | null;
  readonly birthYear: number | null;
  readonly open: readonly { readonly part: string; readonly caseId: string; readonly stage: string | null }[];
}

/** A merged record leads to its survivor; a chain of them to the last. */
const MOST_MERGES = 5;

/**
 * Those of the candidates whom the actor reaches, at most `most`, with what the role may see of them.
 *
 * @returns also whether there were more.
 */
export async function peopleFound(
  context: RouteContext,
  actor: VerifiedActor,
  world: string,
  candidates: readonly string[],
  most: number,
): Promise<{ readonly persons: readonly FoundPerson[]; readonly more: boolean }> {
  const found = new Map<string, { state: JourneyState; mergedFrom: string | null }>();
  let more = false;
  for (const candidate of candidates) {
    const survivor = await survivorOf(context, candidate, world);
    if (survivor === undefined || found.has(survivor.personId)) continue;
    if (!reaches(context, actor, survivor)) continue;
    if (found.size === most) {
      more = true;
      break;
    }
    const mergedFrom = survivor.personId === candidate ? null : candidate;
    found.set(survivor.personId, { state: survivor, mergedFrom });
  }
  const names = new Map(
    (await namesOf(context, actor, world, [...found.keys()])).map((one) => [one.personId, one]),
  );
  const persons = [...found].map(([personId, { state, mergedFrom }]) => ({
    ...{ personId, mergedFrom },
    name: names.get(personId)?.name ?? null,
    birthYear: names.get(personId)?.birthYear ?? null,
    open: openOf(actor, state),
  }));
  return { persons, more };
}

async function survivorOf({ flow }: RouteContext, candidate: string, world: string) {
  let state = await stateIn(flow.states, candidate, world);
  for (let step = 0; step < MOST_MERGES; step += 1) {
    const into = state?.keeping.mergedInto ?? null;
    if (into === null) return state;
    state = await stateIn(flow.states, into.replace(/^journey\//, ''), world);
  }
  return undefined;
}

/** Whoever may read the journey may find it. */
function reaches({ inSandbox }: RouteContext, actor: VerifiedActor, state: JourneyState): boolean {
  const permission = mayRead(actor, 'read-journey' satisfies ReadName);
  return permission.allowed && withinReach(permission.rule, actor, touchedByJourney(state), { inSandbox });
}

const CLOSED = ['CLOSED', 'VOID', 'RETURNED', 'RETURNED_TO_REFERRER'];

/** What stands open, as far as the actor sees it: stages belong to who may see rulings, or to whose part it is. */
function openOf(actor: VerifiedActor, state: JourneyState): FoundPerson['open'] {
  const { role, office } = actor;
  const seen = seenCases(actor, state);
  const full = viewOf(role).ruling === 'FULL';
  const all = role === 'AUDITOR';
  return [
    ...Object.values(state.cases)
      .filter(({ caseId }) => seen.has(caseId))
      .map(({ caseId, stage }) => ({ part: 'service', caseId, stage, shown: full })),
    ...Object.values(state.prison.cases)
      .filter(({ facility, probationOffice }) => all || facility === office || probationOffice === office)
      .map(({ caseId, stage }) => ({ part: 'prison', caseId, stage, shown: full })),
    ...Object.values(state.referral.cases)
      .filter(({ referrer, centre }) => all || referrer === office || centre === office)
      .map(({ caseId, stage }) => ({ part: 'referral', caseId, stage, shown: true })),
  ]
    .filter(({ stage }) => !CLOSED.includes(stage))
    .map(({ part, caseId, stage, shown }) => ({ part, caseId, stage: shown ? stage : null }));
}
