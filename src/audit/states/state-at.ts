/** The state of a stream at any point, from its events alone, on both axes of time. */
import { type EntityState, foldEntity, initialEntityState } from '../../domain/decide.ts';
import { deciderOfStream } from '../../domain/deciders.ts';
import { type JourneyAsOf, journeyAsOf } from '../../domain/journey/as-of.ts';
import type { JourneyState } from '../../domain/journey/state.ts';
import type { Instant, LocalDate } from '../../domain/time/moment.ts';
import type { Ledger } from '../../ledger/ledger.ts';

/** Each narrows; several together give the earliest of them. Nothing given: now. */
export interface PointInTime {
  /** *Known at*: what had been recorded until this instant, inclusive. */
  readonly knownAt?: Instant;
  /** After this event. */
  readonly version?: number;
  /** After this decision, by its sequence. */
  readonly decision?: number;
  /** *As of*: what the facts known then say about this day. Journeys only. */
  readonly asOf?: LocalDate;
}

export interface StateAtPoint {
  readonly stream: string;
  /** Of the last event that was folded; 0 before any. */
  readonly version: number;
  /** Hash of that event, hex: the receipt of the prefix. Null before any. */
  readonly headHash: string | null;
  readonly state: EntityState<unknown>;
  readonly asOf?: JourneyAsOf;
}

/** @returns undefined where there is no such stream. */
export async function stateAt(
  ledger: Ledger,
  stream: string,
  point: PointInTime = {},
): Promise<StateAtPoint | undefined> {
  if (!(await ledger.streamExists(stream))) return undefined;
  const { knownAt, asOf } = point;
  const upTo = Math.min(point.version ?? Number.POSITIVE_INFINITY, await versionAfter(ledger, stream, point));
  const events = await ledger.readStream(stream, {
    ...(Number.isFinite(upTo) ? { upTo } : {}),
    ...(knownAt === undefined ? {} : { knownAt }),
  });
  const decider = deciderOfStream(stream);
  const entityId = stream.slice(stream.indexOf('/') + 1);
  const state = foldEntity(decider, initialEntityState(decider, entityId), events);
  const dated =
    asOf === undefined || decider.kind !== 'journey'
      ? {}
      : { asOf: journeyAsOf(state.domain as JourneyState, events, asOf) };
  return { stream, version: state.version, headHash: events.at(-1)?.hash ?? null, state, ...dated };
}

async function versionAfter(ledger: Ledger, stream: string, { decision }: PointInTime): Promise<number> {
  if (decision === undefined) return Number.POSITIVE_INFINITY;
  const made = (await ledger.readDecisions(stream)).filter(({ sequence }) => sequence <= decision);
  return made.findLast(({ lastVersion }) => lastVersion !== undefined)?.lastVersion ?? 0;
}
