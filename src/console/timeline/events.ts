/** The events of one stream as this desk may see them, read page by page. */
import type { JsonObject, SourceDocument } from '../../domain/decider.ts';
import type { LocalDate, Moment } from '../../domain/time/moment.ts';
import type { ApiAnswer, ConsoleApi, Problem } from '../api.ts';

/** One event of `GET …/events`. Without `data` it is another office's: it keeps its place and says nothing. */
export interface SeenEvent {
  readonly version: number;
  readonly type: string;
  readonly occurredAt: Moment;
  readonly recordedAt: string;
  readonly data?: JsonObject;
  readonly meta?: {
    readonly actor: { readonly id: string; readonly role: string; readonly office: string };
    readonly commandId: string;
    readonly document?: SourceDocument;
    readonly causationId?: string;
  };
  readonly hash?: string;
}

interface EventsPage {
  readonly events: readonly SeenEvent[];
  readonly nextAfter: number | null;
  readonly headVersion: number;
}

/** Streams that have a timeline, and where their events are. */
export const TIMELINES = {
  journey: { api: 'journeys', page: 'people' },
  class: { api: 'classes', page: 'classes' },
  certificate: { api: 'certificates', page: 'certificates' },
  permit: { api: 'permits', page: 'permits' },
  finding: { api: 'findings', page: 'findings' },
} as const;

export type TimelineKind = keyof typeof TIMELINES;

export const isTimelineKind = (text: string): text is TimelineKind => Object.hasOwn(TIMELINES, text);

const PAGE = 200;
/** A case of 240 hours has some three hundred; what is longer than this is for the auditor's export. */
const MOST_EVENTS = 4_000;

export type EventsRead =
  | {
      readonly ok: true;
      readonly events: readonly SeenEvent[];
      readonly headVersion: number;
      readonly more: boolean;
    }
  | { readonly ok: false; readonly problem: Problem };

export async function readEvents(api: ConsoleApi, kind: TimelineKind, id: string): Promise<EventsRead> {
  const path = `/api/v1/${TIMELINES[kind].api}/${encodeURIComponent(id)}/events`;
  const events: SeenEvent[] = [];
  let headVersion = 0;
  for (let after: number | null = 0; after !== null && events.length < MOST_EVENTS; ) {
    const answer: ApiAnswer<EventsPage> = await api.get<EventsPage>(path, { after, limit: PAGE });
    if (!answer.ok) return answer;
    events.push(...answer.body.events);
    headVersion = answer.body.headVersion;
    after = answer.body.nextAfter;
  }
  return {
    ok: true,
    events,
    headVersion,
    more: (events.at(-1)?.version ?? 0) < headVersion && events.length >= MOST_EVENTS,
  };
}

/** One event with its neighbours. */
export async function readEvent(
  api: ConsoleApi,
  kind: TimelineKind,
  id: string,
  version: number,
): Promise<ApiAnswer<{ readonly event: SeenEvent | undefined; readonly headVersion: number }>> {
  const path = `/api/v1/${TIMELINES[kind].api}/${encodeURIComponent(id)}/events`;
  const answer = await api.get<EventsPage>(path, { after: version - 1, limit: 1 });
  if (!answer.ok) return answer;
  const event = answer.body.events.find((one) => one.version === version);
  return { ...answer, body: { event, headVersion: answer.body.headVersion } };
}

/** Versions that an event puts right, and those that put it right. */
export interface Corrections {
  readonly corrects: number | undefined;
  readonly correctedBy: readonly number[];
}

/** Both directions: a correction stands beside what it corrects. */
export function correctionsIn(events: readonly SeenEvent[]): ReadonlyMap<number, Corrections> {
  const found = new Map<number, { corrects: number | undefined; correctedBy: number[] }>();
  const at = (version: number) => {
    const known = found.get(version) ?? { corrects: undefined, correctedBy: [] };
    found.set(version, known);
    return known;
  };
  for (const { version, data } of events) {
    const corrects = data?.corrects;
    if (typeof corrects !== 'number') continue;
    at(version).corrects = corrects;
    at(corrects).correctedBy.push(version);
  }
  return found;
}

/** The day on which it was recorded, where that is not the day on which it happened. */
export function recordedLater({ occurredAt, recordedAt }: SeenEvent, dayOf: (instant: string) => LocalDate) {
  return dayOf(recordedAt) === occurredAt.date ? undefined : recordedAt;
}
