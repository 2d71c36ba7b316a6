/**
 * What is known of one command before it is decided: its shape, what must be sealed, what the vault
 * attests, and which register facts the decision will probably ask for. API, command line, sheets and
 * forms are all made from these entries.
 */
import type { z } from 'zod';
import type { JsonObject } from '../domain/decider.ts';
import type { JourneyCommandName, JourneyCommands } from '../domain/journey/commands.ts';
import type { PolicyName } from '../domain/law/policy-catalogue.ts';

/** Keys of the vault, one per person and purpose: destroying one leaves the others readable. */
export type SealPurpose = 'case' | 'health';

/** Filled in by the server, never accepted from a client. */
export type AttestedField =
  | ('nikIndex' | 'identityWarnings' | 'caseNumberIndex' | 'ageAtAct' | 'ageNow')
  | DerivedField;

/**
 * Opaque ids of what a command begins, derived by the server from the command's id (`derived-ids.ts`): a
 * retry begins no second one, and the id says nothing about the person.
 */
export type DerivedField = 'enrolmentId' | 'assessmentId' | 'certificateId' | 'proposalId' | 'candidateId';

/** Where an accepted command may come from. */
export type Door =
  /** `POST /api/v1/journeys/{personId}/commands/{name}` or the register route. */
  | 'commands'
  /** `POST /api/v1/people`: there is no journey yet. */
  | 'people'
  /** Only other entities and timers send it. */
  | 'internal';

/** Entities beside the journey that have a stream and a workflow of their own. */
export type EntityKind = 'class' | 'certificate' | 'permit' | 'finding';

export interface CatalogueEntry {
  readonly name: string;
  readonly target: 'journey' | 'register' | EntityKind;
  readonly door: Door;
  readonly title: { readonly id: string; readonly en: string };
  /** Data as the client sends it: sensitive text in clear, unknown fields refused. */
  readonly data: z.ZodType;
  /**
   * The paper it rests on. `required`: the decider refuses without it (DOCUMENT_MISSING); `usual`: there
   * is one in practice, and forms ask for it. The shape never requires it: that answer is the law's.
   */
  readonly document: 'required' | 'usual' | 'optional';
  /** Top-level fields that are sealed before anything else sees them. */
  readonly sealed: { readonly [field: string]: SealPurpose };
  /** The identity in `data.identity` goes to the vault and leaves only what the vault attests. */
  readonly storesIdentity: boolean;
  /** `caseNumber` gets a keyed blind index, by which it is kept unique (G-04). */
  readonly indexesCaseNumber: boolean;
  /** The age at `actDate` is attested from the birth date in the vault (A-27, S26). */
  readonly attestsAge: boolean;
  /** The age on the day on which the command is sent is attested, by the world's clock (C-13, C-17). */
  readonly attestsAgeNow: boolean;
  /** Ids that the server fills in. */
  readonly derives: readonly DerivedField[];
  /**
   * Register facts the decision probably needs. A forgotten one costs a round, a superfluous one costs
   * a lost round when it changes: neither costs correctness.
   */
  facts(data: JsonObject, about: FactsAbout): readonly string[];
}

/** What is known of the sender and the case before the decision, for guessing the facts it will need. */
export interface FactsAbout {
  readonly office: string;
  /** Sites that the command touches: a decider looks up who owns them. */
  readonly siteIds: readonly string[];
}

/** What a journey command's decider gets, without what only the server may fill in. */
type Told<Data> = Data extends unknown ? Omit<Data, AttestedField> : never;
/** What a client sends, without what only the vault may see. */
type Open<Data> = Data extends unknown ? Omit<Data, 'identity'> : never;
type KeysOf<Data> = Data extends unknown ? keyof Data : never;

export interface JourneyCommandDescription<Name extends JourneyCommandName, Schema extends z.ZodType> {
  readonly title: CatalogueEntry['title'];
  /** Compile-time check: what passes is what the decider expects, up to what the server fills in. */
  readonly data: Open<z.output<Schema>> extends Told<JourneyCommands[Name]> ? Schema : never;
  readonly door?: Door;
  readonly document?: CatalogueEntry['document'];
  readonly sealed?: { readonly [Field in KeysOf<z.output<Schema>> & string]?: SealPurpose };
  readonly storesIdentity?: boolean;
  readonly indexesCaseNumber?: boolean;
  readonly attestsAge?: boolean;
  readonly attestsAgeNow?: boolean;
  readonly derives?: readonly DerivedField[];
  readonly policies?: readonly PolicyName[];
  readonly facts?: (data: z.output<Schema>, about: FactsAbout) => readonly (string | undefined)[];
}

export interface JourneyEntry<Name extends JourneyCommandName = JourneyCommandName> extends CatalogueEntry {
  readonly name: Name;
  readonly target: 'journey';
}

/** A command is about one case at one or two sites; what else is needed costs a round. */
const MOST_SITES = 3;

/** Makes the entry of one journey command. */
export function journeyCommand<Name extends JourneyCommandName, Schema extends z.ZodType>(
  name: Name,
  description: JourneyCommandDescription<Name, Schema>,
): JourneyEntry<Name> {
  const policies = (description.policies ?? []).map((policy) => `policy/${policy}`);
  return {
    name,
    target: 'journey',
    door: description.door ?? 'commands',
    title: description.title,
    data: description.data as z.ZodType,
    document: description.document ?? 'optional',
    sealed: (description.sealed ?? {}) as CatalogueEntry['sealed'],
    storesIdentity: description.storesIdentity ?? false,
    indexesCaseNumber: description.indexesCaseNumber ?? false,
    attestsAge: description.attestsAge ?? false,
    attestsAgeNow: description.attestsAgeNow ?? false,
    derives: description.derives ?? [],
    facts: (data, about) => [
      ...policies,
      ...about.siteIds.slice(0, MOST_SITES).map(siteFact),
      ...(description.facts?.(data as z.output<Schema>, about) ?? []).filter((key) => key !== undefined),
    ],
  };
}

/** Keys of the facts about one register entry. */
export const siteFact = (siteId: string): string => `site/${siteId}`;
export const officeFact = (officeId: string): string => `office/${officeId}`;
export const calendarFact = (calendarId: string): string => `calendar/${calendarId}`;

export interface EntityCommandDescription<Schema extends z.ZodType> {
  readonly title: CatalogueEntry['title'];
  readonly data: Schema;
  readonly door?: Door;
  readonly document?: CatalogueEntry['document'];
  readonly sealed?: { readonly [Field in KeysOf<z.output<Schema>> & string]?: SealPurpose };
  readonly derives?: readonly DerivedField[];
  readonly policies?: readonly PolicyName[];
  readonly facts?: (data: z.output<Schema>, about: FactsAbout) => readonly (string | undefined)[];
}

export interface EntityEntry<Name extends string = string> extends CatalogueEntry {
  readonly name: Name;
  readonly target: EntityKind;
}

/**
 * Makes the entry of a command to a class, a certificate, a permit or a finding.
 *
 * Usage: `entityCommand<TrainingClassCommands>()('class', 'open-class', { … })`: the shape is checked against
 * what the decider expects.
 */
export const entityCommand =
  <Commands>() =>
  <Name extends keyof Commands & string, Schema extends z.ZodType>(
    target: EntityKind,
    name: Name,
    description: EntityCommandDescription<Schema> & {
      readonly data: z.output<Schema> extends Told<Commands[Name]> ? Schema : never;
    },
  ): EntityEntry<Name> => ({
    name,
    target,
    door: description.door ?? 'commands',
    title: description.title,
    data: description.data as z.ZodType,
    document: description.document ?? 'optional',
    sealed: (description.sealed ?? {}) as CatalogueEntry['sealed'],
    storesIdentity: false,
    indexesCaseNumber: false,
    attestsAge: false,
    attestsAgeNow: false,
    derives: description.derives ?? [],
    facts: (data, about) => [
      ...(description.policies ?? []).map((policy) => `policy/${policy}`),
      ...(description.facts?.(data as z.output<Schema>, about) ?? []).filter((key) => key !== undefined),
    ],
  });
