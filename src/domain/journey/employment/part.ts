/** Job seeker card, counselling, proposals, placements and their checks (domain E, I.5). */
import type { JourneyPart } from '../part.ts';
import type { EmploymentCommands } from './commands.ts';
import type { EmploymentEvents } from './events.ts';

type Part = JourneyPart<keyof EmploymentCommands, keyof EmploymentEvents>;

/** The contracts stand; what answers them follows with the next commit. */
export const employmentPart: Part = {
  handlers: {} as Part['handlers'],
  evolvers: {} as Part['evolvers'],
  firings: {},
  deadlines: () => [],
  reactions: {},
};
