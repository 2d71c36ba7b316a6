/** Assessments and the certificates that came of them (domain D, I.5). */
import type { JourneyPart } from '../part.ts';
import type { AssessmentCommands } from './commands.ts';
import type { AssessmentEvents } from './events.ts';

export const assessmentPart: JourneyPart<keyof AssessmentCommands, keyof AssessmentEvents> = {
  handlers: {},
  evolvers: {},
  firings: {},
  deadlines: () => [],
  reactions: {},
};
