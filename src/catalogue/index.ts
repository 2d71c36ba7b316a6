/** The one catalogue of commands: API, command line, sheets and forms are made from it. */
import type { JourneyCommandName } from '../domain/journey/commands.ts';
import { breachCommands } from './breach.ts';
import { closingCommands } from './closing.ts';
import type { CatalogueEntry, JourneyEntry } from './entry.ts';
import { executionCommands } from './execution.ts';
import { personCommands } from './person.ts';
import { rulingCommands } from './ruling.ts';
import { sessionCommands } from './sessions.ts';

export type { AttestedField, CatalogueEntry, Door, SealPurpose } from './entry.ts';

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
