/**
 * The contract of every entity: a decision is a pure function of state, command, facts and time.
 *
 * Nothing here reads a clock, a database or a random number. What a decision needs from outside
 * arrives in {@link DecideContext}; what it changes leaves as events. Refusals are values with a
 * stable code; only a broken invariant throws.
 */
import type { Instant, Moment } from './time/moment.ts';

export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue };
export type JsonObject = { [key: string]: JsonValue };

/** Who acts: taken from the verified token, never from the command body. */
export interface Actor {
  /** Opaque id of the account; never a name. */
  readonly id: string;
  readonly role: Role;
  /** Office code the actor acts for, for example `kejari-medan`. */
  readonly office: string;
}

export type Role =
  | 'PIDUM_STAFF'
  | 'EXECUTING_PROSECUTOR'
  | 'PROBATION_COUNSELLOR'
  | 'SITE_SUPERVISOR'
  | 'PRISON_OFFICER'
  | 'INSTRUCTOR'
  | 'TRAINING_CENTRE_ADMINISTRATOR'
  | 'ASSESSOR'
  | 'CERTIFICATION_BODY_ADMINISTRATOR'
  | 'PLACEMENT_OFFICER'
  | 'REFERRAL_OFFICER'
  | 'PERMIT_OFFICER'
  | 'EMPLOYER'
  | 'AUDITOR'
  | 'PERSON'
  | 'REGISTRAR'
  | 'SYSTEM';

/** A paper a decision rests on. `hash` is the SHA-256 of the scanned file, where there is one. */
export interface SourceDocument {
  readonly kind: string;
  readonly number: string;
  readonly date: string;
  readonly hash?: string;
}

/** One command as the entity sees it: shape checked, sensitive text already sealed. */
export interface Command<Name extends string = string, Data = unknown> {
  readonly commandId: string;
  readonly name: Name;
  readonly data: Data;
  readonly actor: Actor;
  readonly document?: SourceDocument;
  /** When the thing happened in the world, as far as the sender says; absent = now. */
  readonly occurredAt?: Moment;
}

/** An event before the ledger has given it a version and a recorded time. */
export interface DomainEvent<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
  /** Absent = the command's `occurredAt`, else the decision's `now`. */
  readonly occurredAt?: Moment;
}

/** An event as read back from the ledger. Only these move state. */
export interface RecordedEvent<Type extends string = string, Data = unknown> {
  readonly version: number;
  readonly type: Type;
  readonly schema: number;
  readonly data: Data;
  readonly meta: EventMeta;
  readonly occurredAt: Moment;
  readonly recordedAt: Instant;
}

export interface EventMeta {
  readonly actor: Actor;
  readonly commandId: string;
  readonly document?: SourceDocument;
  /** Version of the event that this one corrects, in the same stream. */
  readonly corrects?: number;
}

/** A refusal is an answer of the law, not an error: it is recorded like an acceptance. */
export interface Refusal {
  /** Stable, one meaning each: `src/domain/law/refusals.ts`. */
  readonly code: string;
  /** Values that the sentence shown to people is filled with. Never personal data. */
  readonly parameters: { readonly [name: string]: string | number };
  /** The article it rests on, for example `UU 1/2023 art. 85(5)`. */
  readonly article?: string;
}

/** Something a person should look at, never a reason to refuse (I-11). */
export interface Warning {
  readonly code: string;
  readonly parameters: { readonly [name: string]: string | number };
}

/** A limit that crosses persons, taken or given back in the append's own transaction. */
export type ClaimChange =
  /** At most one holder of `key` at a time, for example a case number. */
  | { readonly kind: 'take'; readonly key: string; readonly holder: string }
  /** One of `limit` places under `key`, for example a site's places on a date. */
  | { readonly kind: 'take-place'; readonly key: string; readonly holder: string; readonly limit: number }
  | { readonly kind: 'release'; readonly key: string; readonly holder: string };

/** What became of a claim that could not be had: handed back to `decide`, which then refuses. */
export interface LostClaim {
  readonly key: string;
  /** Holder of an exclusive claim; absent when all places are taken. */
  readonly holder?: string;
}

/** A command for another entity, delivered after commit, in order per source and target. */
export interface OutgoingMessage {
  readonly target: string;
  readonly name: string;
  readonly data: JsonObject;
}

export type Decision<E extends DomainEvent = DomainEvent> =
  | {
      readonly kind: 'accepted';
      readonly events: readonly E[];
      readonly warnings?: readonly Warning[];
      readonly claims?: readonly ClaimChange[];
      readonly messages?: readonly OutgoingMessage[];
      /** Register facts this decision changes; only registers return them. */
      readonly factsOut?: readonly { readonly key: string; readonly value: JsonValue }[];
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** A point in time the entity wants to be woken at. Derived from state, armed as an event. */
export interface WantedDeadline {
  readonly kind: string;
  /** What it is about: a case id, a session id. */
  readonly subject: string;
  readonly dueAt: Moment;
}

/** A register fact with the version of the register stream it was read at. */
export interface Fact {
  readonly key: string;
  readonly version: number;
  readonly value: JsonValue;
}

export interface DecideContext {
  /** The instant of this decision on the entity's clock. */
  readonly now: Instant;
  readonly command: Command;
  /**
   * Value of a register fact, for example `site/puskesmas-helvetia`; `undefined` where the register
   * knows no such entry. A fact that nobody attached makes the framework fetch it and decide again.
   */
  fact<T>(key: string): T | undefined;
  /** Value of a dated policy on a local date, recorded as used. Fact `policy/<name>`. */
  policy<T>(name: string, onDate: string): T;
  /** Claims that an earlier round of this same decision lost. */
  readonly lostClaims: readonly LostClaim[];
}

export interface Decider<State, E extends DomainEvent = DomainEvent> {
  /** Kind of stream, for example `journey`. */
  readonly kind: string;
  /** Raised whenever the shape of `State` changes: snapshots of another shape are thrown away. */
  readonly snapshotShape: number;
  initialState(entityId: string): State;
  decide(state: State, command: Command, context: DecideContext): Decision<E>;
  evolve(state: State, event: RecordedEvent): State;
  /** All deadlines that this state waits for. One that has fired must no longer be wanted. */
  deadlines(state: State): readonly WantedDeadline[];
}

export const accept = <E extends DomainEvent>(...events: E[]): Decision<E> => ({ kind: 'accepted', events });

export const refuse = (
  code: string,
  parameters: Refusal['parameters'] = {},
  article?: string,
): { kind: 'refused'; refusal: Refusal } => ({
  kind: 'refused',
  refusal: article === undefined ? { code, parameters } : { code, parameters, article },
});
