/**
 * Which cases of a journey an actor sees, and up to where. A person's stream holds cases of several
 * offices: nobody reads another's (I.6c), and who handed a case over reads what was recorded until then,
 * whatever dates later entries carry (S17).
 */
import type { VerifiedActor } from '../access/reach.ts';
import { currentSitesOf } from '../domain/journey/placement.ts';
import type { CommunityServiceCase, JourneyState } from '../domain/journey/state.ts';

/** No limit: the case is in the actor's hands now. */
export const STILL = Number.POSITIVE_INFINITY;

/** Last version that the actor sees of each case it sees at all. */
export type SeenCases = ReadonlyMap<string, number>;

export function seenCases(actor: VerifiedActor, state: JourneyState): SeenCases {
  const seen = new Map<string, number>();
  for (const found of Object.values(state.cases)) {
    const until = seenUntil(actor, state, found);
    if (until !== undefined) seen.set(found.caseId, until);
  }
  return seen;
}

function seenUntil(
  actor: VerifiedActor,
  state: JourneyState,
  found: CommunityServiceCase,
): number | undefined {
  // An emergency asks for all there is; only roles that see whole rulings can break the glass.
  if (actor.brokeGlass !== undefined) return STILL;
  switch (actor.role) {
    case 'PIDUM_STAFF':
    case 'EXECUTING_PROSECUTOR':
      if (found.office === actor.office) return STILL;
      return found.formerOffices.findLast(({ office }) => office === actor.office)?.version;
    case 'PROBATION_COUNSELLOR':
      return found.probationOffice === actor.office ? STILL : undefined;
    case 'SITE_SUPERVISOR':
    case 'TRAINING_CENTRE_ADMINISTRATOR':
      return isOwnPart(actor, found) ? STILL : undefined;
    case 'PRISON_OFFICER':
      return Object.values(state.linkedCases).some(
        ({ fromCaseId, facility }) => fromCaseId === found.caseId && facility === actor.office,
      )
        ? STILL
        : undefined;
    case 'AUDITOR':
    case 'PERSON':
      return STILL;
    default:
      // Who places, certifies or refers reaches the journey by its own part, never by a ruling (G-08).
      return undefined;
  }
}

export const ownSites = ({ site, office }: VerifiedActor): readonly string[] =>
  site === undefined ? [office] : [site];

export const isOwnPart = (actor: VerifiedActor, found: CommunityServiceCase): boolean =>
  currentSitesOf(found).some((siteId) => ownSites(actor).includes(siteId));

/** Case of a deadline: it is about a case or about one of its sessions. */
export const caseOfSubject = (state: JourneyState, subject: string): string =>
  state.sessions[subject]?.caseId ?? subject.split('/')[0] ?? subject;

/**
 * Up to where what concerns the person alone is seen: by all whom the journey lets in. A prosecution office
 * that handed all its cases over sees what was recorded until then.
 */
export function lastSeen({ role }: VerifiedActor, seen: SeenCases, { cases }: JourneyState): number {
  const mayHaveHandedOver = role === 'PIDUM_STAFF' || role === 'EXECUTING_PROSECUTOR';
  return !mayHaveHandedOver || Object.keys(cases).length === 0 ? STILL : Math.max(0, ...seen.values());
}
