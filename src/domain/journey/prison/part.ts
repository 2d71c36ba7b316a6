/** The prison entrance (domain B, I.3). */
import type { JourneyPart } from '../part.ts';
import type { PrisonCommands } from './commands.ts';
import type { PrisonEvents } from './events.ts';

export const prisonPart: JourneyPart<keyof PrisonCommands, keyof PrisonEvents> = {
  handlers: {},
  evolvers: {},
  firings: {},
  deadlines: () => [],
  reactions: {},
};
