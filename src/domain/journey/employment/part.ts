/** Job seeker card, counselling, proposals, placements and their checks (domain E, I.5). */
import type { JourneyPart } from '../part.ts';
import type { EmploymentCommands } from './commands.ts';
import type { EmploymentEvents } from './events.ts';

export const employmentPart: JourneyPart<keyof EmploymentCommands, keyof EmploymentEvents> = {
  handlers: {},
  evolvers: {},
  firings: {},
  deadlines: () => [],
  reactions: {},
};
