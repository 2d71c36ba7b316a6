/** What a scenario is run against: the pure deciders, or the HTTP API. Both must give the same answers. */

import type { EntityKind } from '../catalogue/index.ts';
import type {
  Actor,
  JsonObject,
  RecordedEvent,
  Refusal,
  SourceDocument,
  Warning,
} from '../domain/decider.ts';
import type { Instant, LocalDate, Moment } from '../domain/time/moment.ts';
import type { GivenPerson, Scenario } from './scenario.ts';

export interface Order {
  readonly commandId: string;
  readonly name: string;
  /** As an officer would enter it: nothing is sealed yet. */
  readonly data: JsonObject;
  readonly actor: Actor;
  readonly document?: SourceDocument;
  readonly occurredAt?: Moment;
}

export interface OrderAnswer {
  readonly outcome: 'accepted' | 'refused';
  readonly refusal?: Refusal;
  readonly warnings: readonly Warning[];
  /** The command's own events, deadlines included. */
  readonly events: readonly RecordedEvent[];
}

/** One case of the journey as it is shown. Fields follow `CommunityServiceCase`. */
export type CaseView = JsonObject;

export interface JourneyView {
  readonly cases: { readonly [caseId: string]: CaseView };
  /** The parts beside community service, as an auditor sees them. */
  readonly parts: JsonObject;
}

/** A class, a certificate or a permit, by the id of this run; what the file chose stands for itself. */
export interface EntityAddress {
  readonly kind: EntityKind;
  readonly id: string;
}

export interface PointInTime {
  /** Date on which things happened; absent = up to now. */
  readonly asOf?: LocalDate;
  /** Instant at which things were on record; absent = now. */
  readonly knownAt?: Instant;
}

export interface ScenarioDriver {
  /** Shown in reports: `murni` or `HTTP`. */
  readonly name: string;
  /** Opens a world of its own whose clock stands at the scenario's start, and fills its registers. */
  open(scenario: Scenario): Promise<void>;
  registerPerson(person: GivenPerson, order: Order): Promise<OrderAnswer>;
  sendToJourney(personAlias: string, order: Order): Promise<OrderAnswer>;
  sendToEntity(entity: EntityAddress, order: Order): Promise<OrderAnswer>;
  sendToRegister(register: string, order: Order): Promise<OrderAnswer>;
  /** Waits until every message of this world has arrived. */
  settle(): Promise<void>;
  /** `outage`: nothing fires on the way; what was due fires late, at the end. */
  moveClock(to: Instant, mode: 'advance' | 'outage'): Promise<void>;
  events(personAlias: string): Promise<readonly RecordedEvent[]>;
  /** Empty where nothing was recorded yet. */
  entityEvents(entity: EntityAddress): Promise<readonly RecordedEvent[]>;
  /** As an auditor sees it; undefined where there is none. */
  entityView(entity: EntityAddress): Promise<JsonObject | undefined>;
  view(personAlias: string, point: PointInTime): Promise<JourneyView>;
  close(): Promise<void>;
}
