/**
 * Which events of a journey an actor sees, in a read and in the answer to its own command (G-08). One
 * person's stream holds cases of several offices and parts that are nobody's business but their own: what
 * an actor may not see keeps its place in the order and says nothing.
 */
import type { VerifiedActor } from '../access/reach.ts';
import type { JsonObject, RecordedEvent } from '../domain/decider.ts';
import { PART_OF_DEADLINE, PART_OF_EVENT, type PartName } from '../domain/journey/decider.ts';
import type { JourneyState } from '../domain/journey/state.ts';
import { caseOfSubject, lastSeen, type SeenCases, STILL, seenCases } from './case-reach.ts';

/** What one actor sees of one journey, for asking about many events. */
export interface Sight {
  readonly actor: VerifiedActor;
  /** Of the stream's head, in which every session and entry of its events is known. */
  readonly state: JourneyState;
  readonly cases: SeenCases;
  /** Last version at which what concerns the person alone is seen. */
  readonly person: number;
}

export function sightOf(actor: VerifiedActor, state: JourneyState): Sight {
  const cases = seenCases(actor, state);
  return { actor, state, cases, person: lastSeen(actor, cases, state) };
}

/** Names that events carry of what they are about. */
interface Named {
  readonly caseId?: string;
  readonly sessionId?: string;
  readonly subject?: string;
  readonly deadlineId?: string;
  readonly corrects?: number;
}

export function seesEvent(sight: Sight, event: RecordedEvent): boolean {
  const named = event.data as Named;
  const deadline = deadlineOf(event);
  const part = deadline === undefined ? PART_OF_EVENT.get(event.type) : PART_OF_DEADLINE.get(deadline.kind);
  if (part !== undefined) return seesPart(sight, part, deadline?.subject ?? named.caseId);
  const caseId =
    deadline === undefined ? caseOf(sight.state, named) : caseOfSubject(sight.state, deadline.subject);
  const until = caseId === undefined ? sight.person : sight.cases.get(caseId);
  return until !== undefined && event.version <= until;
}

/** The same rule for a deadline that waits. */
export function seesDeadline(sight: Sight, { kind, subject }: { kind: string; subject: string }): boolean {
  const part = PART_OF_DEADLINE.get(kind);
  if (part !== undefined) return seesPart(sight, part, subject);
  // Who handed the case over waits for nothing of it.
  return sight.cases.get(caseOfSubject(sight.state, subject)) === STILL;
}

/** `DeadlineCancelled` names only the id, `<kind>:<subject>:<instant>`. */
function deadlineOf({ type, data }: RecordedEvent): { kind: string; subject: string } | undefined {
  if (!type.startsWith('Deadline')) return undefined;
  const { deadlineId = '' } = data as Named;
  const [kind = '', subject = ''] = deadlineId.split(':');
  return { kind, subject };
}

/** undefined for what concerns the person and no single case. */
function caseOf(state: JourneyState, { caseId, sessionId, subject, corrects }: Named): string | undefined {
  if (caseId !== undefined) return caseId;
  if (sessionId !== undefined) return state.sessions[sessionId]?.caseId;
  if (subject !== undefined) return caseOfSubject(state, subject);
  return state.entries.find(({ version }) => version === corrects)?.caseId ?? undefined;
}

/** Events of a part are for the person and the auditor, and those of a prison case for who keeps the person. */
export function seesPart({ actor, state }: Sight, part: PartName, subject: string | undefined): boolean {
  if (actor.role === 'AUDITOR' || actor.role === 'PERSON') return true;
  if (part !== 'prison' || subject === undefined) return false;
  const found = state.prison.cases[subject.split('/')[0] ?? subject];
  if (found === undefined) return false;
  const { facility, probationOffice } = found as { facility: string; probationOffice?: string | null };
  if (actor.role === 'PRISON_OFFICER') return facility === actor.office;
  if (actor.brokeGlass !== undefined) return actor.role === 'PROBATION_COUNSELLOR';
  return actor.role === 'PROBATION_COUNSELLOR' && probationOffice === actor.office;
}

/** The data of an event that is seen, without what it tells of a case that is not. */
export function shownData({ state, cases }: Sight, { type, data }: RecordedEvent): unknown {
  if (type !== 'OverlapFound') return data;
  const { otherSiteId: _hidden, ...open } = data as JsonObject;
  const other = state.sessions[String(open.otherSessionId)]?.caseId;
  return other !== undefined && cases.has(other) ? data : open;
}
