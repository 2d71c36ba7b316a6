/** Merging of persons, legal hold, rights requests, breaches of data protection (domain G, I.6). */
import type { JourneyPart } from '../part.ts';
import type { KeepingCommands } from './commands.ts';
import type { KeepingEvents } from './events.ts';

export const keepingPart: JourneyPart<keyof KeepingCommands, keyof KeepingEvents> = {
  handlers: {},
  evolvers: {},
  firings: {},
  deadlines: () => [],
  reactions: {},
};
