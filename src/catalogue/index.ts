/** The one catalogue of commands: API, command line, sheets and forms are made from it. */
import type { CommandName } from '../access/roles.ts';
import type { JourneyCommandName } from '../domain/journey/commands.ts';
import { assessmentCommands } from './assessment.ts';
import { breachCommands } from './breach.ts';
import { certificateCommands } from './certificate.ts';
import { closingCommands } from './closing.ts';
import { employmentCommands } from './employment.ts';
import type { CatalogueEntry, EntityEntry, EntityKind, JourneyEntry } from './entry.ts';
import { executionCommands } from './execution.ts';
import { findingCommands } from './finding.ts';
import { keepingCommands } from './keeping.ts';
import { permitCommands } from './permit.ts';
import { personCommands } from './person.ts';
import { prisonCommands } from './prison.ts';
import { referralCommands } from './referral.ts';
import { REGISTER_COMMANDS, type RegisterCommandName, type RegisterEntry } from './registers.ts';
import { rulingCommands } from './ruling.ts';
import { sessionCommands } from './sessions.ts';
import { trainingCommands } from './training.ts';
import { trainingClassCommands } from './training-class.ts';

export type {
  AttestedField,
  CatalogueEntry,
  DerivedField,
  Door,
  EntityEntry,
  EntityKind,
  SealPurpose,
} from './entry.ts';
export { REGISTER_COMMANDS, type RegisterCommandName, type RegisterEntry } from './registers.ts';

const journeyEntries = {
  ...personCommands,
  ...rulingCommands,
  ...executionCommands,
  ...sessionCommands,
  ...breachCommands,
  ...closingCommands,
  ...prisonCommands,
  ...referralCommands,
  ...trainingCommands,
  ...assessmentCommands,
  ...employmentCommands,
  ...keepingCommands,
};

/** Every command of a journey, complete by the compiler's word. */
export const JOURNEY_COMMANDS: { readonly [Name in JourneyCommandName]: JourneyEntry<Name> } = journeyEntries;

/** Every command of a class, a certificate, a permit or a finding. */
export const ENTITY_COMMANDS = {
  ...trainingClassCommands,
  ...certificateCommands,
  ...permitCommands,
  ...findingCommands,
} as const;

type EntityCommandName = keyof typeof ENTITY_COMMANDS;

const find = (
  entries: { readonly [name: string]: CatalogueEntry },
  name: string,
): CatalogueEntry | undefined => (Object.hasOwn(entries, name) ? entries[name] : undefined);

export const journeyEntry = (name: string): CatalogueEntry | undefined => find(JOURNEY_COMMANDS, name);

/** The entry of a register's command; undefined where that register knows no such command. */
export const registerEntry = (register: string, name: string): RegisterEntry | undefined => {
  const entry = find(REGISTER_COMMANDS, name) as RegisterEntry | undefined;
  return entry?.register === register ? entry : undefined;
};

/** The entry of an entity's command; undefined where entities of that kind know no such command. */
export const entityEntry = (kind: EntityKind, name: string): EntityEntry | undefined => {
  const entry = find(ENTITY_COMMANDS, name) as EntityEntry | undefined;
  return entry?.target === kind ? entry : undefined;
};

/** All entries, for documents, tests and the command line. */
export const ALL_COMMANDS: readonly CatalogueEntry[] = [
  ...Object.values(JOURNEY_COMMANDS),
  ...Object.values(REGISTER_COMMANDS),
  ...Object.values<CatalogueEntry>(ENTITY_COMMANDS),
];

/** Compile-time check: catalogue and access table name the same commands, and each other's only. */
type Catalogued = JourneyCommandName | RegisterCommandName | EntityCommandName | 'fire-deadline';
type Same = [Catalogued] extends [CommandName] ? ([CommandName] extends [Catalogued] ? true : never) : never;
export const CATALOGUE_MATCHES_ACCESS_TABLE: Same = true;
