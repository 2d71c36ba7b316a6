/** Offers and enrolments in classes (domain C, I.5). */
import type { JourneyPart } from '../part.ts';
import type { TrainingCommands } from './commands.ts';
import type { TrainingEvents } from './events.ts';

export const trainingPart: JourneyPart<keyof TrainingCommands, keyof TrainingEvents> = {
  handlers: {},
  evolvers: {},
  firings: {},
  deadlines: () => [],
  reactions: {},
};
