/** The one catalogue of commands: API, command line, sheets and forms are made from it. */
import type { CommandName } from '../access/roles.ts';
import type { JourneyCommandName } from '../domain/journey/commands.ts';
import { breachCommands } from './breach.ts';
import { closingCommands } from './closing.ts';
import type { CatalogueEntry, JourneyEntry } from './entry.ts';
import { executionCommands } from './execution.ts';
import { personCommands } from './person.ts';
import { REGISTER_COMMANDS, type RegisterCommandName, type RegisterEntry } from './registers.ts';
import { rulingCommands } from './ruling.ts';
import { sessionCommands } from './sessions.ts';

export type { AttestedField, CatalogueEntry, Door, SealPurpose } from './entry.ts';
export { REGISTER_COMMANDS, type RegisterCommandName, type RegisterEntry } from './registers.ts';

const journeyEntries = {
  ...personCommands,
  ...rulingCommands,
  ...executionCommands,
  ...sessionCommands,
  ...breachCommands,
  ...closingCommands,
};

/** Every command of a journey, complete by the compiler's word. */
export const JOURNEY_COMMANDS: { readonly [Name in JourneyCommandName]: JourneyEntry<Name> } = journeyEntries;

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

/** All entries, for documents, tests and the command line. */
export const ALL_COMMANDS: readonly CatalogueEntry[] = [
  ...Object.values(JOURNEY_COMMANDS),
  ...Object.values(REGISTER_COMMANDS),
];

/** Compile-time check: catalogue and access table name the same commands, and each other's only. */
type Catalogued = JourneyCommandName | RegisterCommandName | 'fire-deadline';
type Same = [Catalogued] extends [CommandName] ? ([CommandName] extends [Catalogued] ? true : never) : never;
export const CATALOGUE_MATCHES_ACCESS_TABLE: Same = true;
