/**
 * A scenario as it is run: what a file says, after words are mapped and repetitions are written out.
 * The file format itself is told in docs/scenarios.md.
 */
import type { Actor, JsonObject, JsonValue, Role, SourceDocument } from '../domain/decider.ts';
import type { LocalDate, LocalDateTime, Zone } from '../domain/time/moment.ts';
import type { EntityName } from './entity-name.ts';

export interface Scenario {
  readonly file: string;
  /** Number of the worked example, for example `S04`; empty for others. */
  readonly number: string;
  readonly title: string;
  readonly law: readonly string[];
  readonly explanation: string;
  readonly zone: Zone;
  readonly startsAt: LocalDateTime;
  readonly people: { readonly [alias: string]: GivenPerson };
  readonly registers: readonly RegisterStep[];
  readonly steps: readonly Step[];
}

/** A fictitious person. The name never leaves the vault of whoever runs the scenario. */
export interface GivenPerson {
  readonly alias: string;
  readonly name: string;
  readonly nik: string | null;
  readonly birthDate: LocalDate;
  readonly sex: 'FEMALE' | 'MALE';
  /** Without NIK (G-03). */
  readonly provisional: boolean;
  /** Who registers the person, where no step does. */
  readonly registeredBy: GivenActor;
}

/** Who acts. The office is filled from the file's defaults where the step names none. */
export interface GivenActor {
  readonly role: Role;
  /** Of a person who acts: the short name of that person. */
  readonly office: string;
  /** Id of the account, where a file needs two of one role and office (D-10). */
  readonly account?: string;
}

interface StepBase {
  readonly line: number;
  /** One sentence for people. */
  readonly about: string;
  /** Name that later steps refer to, for example as evidence of a warning letter. */
  readonly name: string | null;
  /** Where the clock stands before the step; null = where the last step left it. */
  readonly at: LocalDateTime | null;
  readonly person: string | null;
  readonly caseAlias: string | null;
  /** What the step is about in the place of a person. */
  readonly entity?: EntityName;
  readonly expect: Expectation;
}

export interface CommandStep extends StepBase {
  readonly kind: 'command';
  readonly actor: GivenActor;
  readonly command: string;
  /** In clear: drivers seal what is sensitive. */
  readonly data: JsonObject;
  readonly document: SourceDocument | null;
  readonly occurredAt: LocalDateTime | null;
  readonly sessionAlias: string | null;
  /** Names of earlier steps whose first event the command names by version. */
  readonly evidence: readonly string[];
  /** How often the very same command is sent, with one command id (S56). */
  readonly times: number;
}

export interface RegisterPersonStep extends StepBase {
  readonly kind: 'register-person';
  readonly actor: GivenActor;
  readonly times: number;
}

/** A command to a class, a certificate or a permit. */
export interface EntityStep extends StepBase {
  readonly kind: 'entity';
  readonly entity: EntityName;
  readonly actor: GivenActor;
  readonly command: string;
  readonly data: JsonObject;
  readonly document: SourceDocument | null;
  readonly occurredAt: LocalDateTime | null;
  readonly times: number;
}

/** A command to a register, for example the suspension of a site. */
export interface RegisterStep extends StepBase {
  readonly kind: 'register';
  readonly actor: GivenActor;
  /** `site/puskesmas-helvetia` */
  readonly register: string;
  readonly command: string;
  readonly data: JsonObject;
  readonly document: SourceDocument | null;
}

/** The clock moves; what is due fires on its day. */
export interface WaitStep extends StepBase {
  readonly kind: 'wait';
  readonly until: LocalDateTime;
}

/** The clock moves while everything is down; what was due fires late, once (S25). */
export interface OutageStep extends StepBase {
  readonly kind: 'outage';
  readonly until: LocalDateTime;
}

export interface CheckStep extends StepBase {
  readonly kind: 'check';
  readonly asOf: LocalDate | null;
  readonly knownAt: LocalDateTime | null;
}

export type Step =
  | CommandStep
  | RegisterPersonStep
  | EntityStep
  | RegisterStep
  | WaitStep
  | OutageStep
  | CheckStep;

export interface EventPattern {
  readonly type: string;
  /** Fields that must be there with these values; others are not looked at. */
  readonly fields: JsonObject;
}

export interface Expectation {
  readonly refusal: {
    readonly code: string;
    readonly article: string | null;
    readonly parameters: JsonObject;
  } | null;
  /** Warnings that must be among those given; empty = none may be given; null = not looked at. */
  readonly warnings: readonly { readonly code: string; readonly parameters: JsonObject }[] | null;
  /** All events in order; deadline events count only where named. */
  readonly events: readonly EventPattern[] | null;
  /** Events that must be among those that came, in this order. */
  readonly includes: readonly EventPattern[];
  /** Types that must not be among those that came. */
  readonly without: readonly string[];
  readonly stage: string | null;
  readonly creditedMinutes: number | null;
  readonly minutesLeft: number | null;
  /** Kind of deadline to its local date or date-time; null = none of this kind is armed. */
  readonly deadlines: { readonly [kind: string]: string | null };
  /** Further fields of the case or of the entity, as they are shown. */
  readonly state: JsonObject;
  /** Fields of the parts of the journey, as an auditor sees them; keys may be dotted paths. */
  readonly part: JsonObject;
  /** What messages brought to other streams, once all have arrived. */
  readonly later: readonly LaterExpectation[];
}

export interface LaterExpectation {
  readonly line: number;
  readonly person: string | null;
  readonly entity: EntityName | null;
  readonly events: readonly EventPattern[] | null;
  readonly includes: readonly EventPattern[];
  readonly without: readonly string[];
}

export const actorOf = (given: GivenActor): Actor => ({
  id: given.account ?? `${given.role.toLowerCase().replaceAll('_', '-')}@${given.office}`,
  role: given.role,
  office: given.office,
});

export const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
