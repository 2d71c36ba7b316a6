/**
 * What an event is about: the cases it names and who answers for them now. A case that moved since is
 * told to the office that has it, not to the one that had it.
 */
import type { JourneyState } from '../domain/journey/state.ts';
import type { Zone } from '../domain/time/moment.ts';

export interface Subject {
  /** Opaque: `<personId>/<caseId>`. */
  readonly reference: string;
  readonly caseOffice?: string;
  readonly probationOffice?: string;
  readonly site?: string;
  /** Of the case: a person's quiet hours are those of the place. */
  readonly zone: Zone;
}

type EventData = Readonly<Record<string, unknown>>;

/** Empty where the event is about something else. */
export type SubjectLookup = (state: JourneyState, data: EventData) => readonly Subject[];

const ENDED: ReadonlySet<string> = new Set(['CLOSED', 'VOID']);

const communityService: SubjectLookup = ({ personId, cases, sessions }, { caseId, sessionId }) => {
  const named = typeof caseId === 'string' ? caseId : sessions[String(sessionId)]?.caseId;
  const session = sessions[String(sessionId)];
  const found =
    named === undefined
      ? Object.values(cases).filter(({ stage }) => !ENDED.has(stage))
      : [cases[named]].filter((one) => one !== undefined);
  return found.map((one) => {
    // Hours are confirmed by the site where they were worked, also after the case moved on.
    const site = session?.siteId ?? one.site?.siteId ?? one.plan?.siteId;
    return {
      reference: `${personId}/${one.caseId}`,
      caseOffice: one.office,
      probationOffice: one.probationOffice,
      zone: one.zone,
      ...(site === undefined ? {} : { site }),
    };
  });
};

/** Other routes add their own; the first that knows the event's case answers. */
const LOOKUPS: readonly SubjectLookup[] = [communityService];

export function subjectsOf(state: JourneyState, data: EventData): readonly Subject[] {
  for (const lookup of LOOKUPS) {
    const found = lookup(state, data);
    if (found.length > 0) return found;
  }
  return [];
}
