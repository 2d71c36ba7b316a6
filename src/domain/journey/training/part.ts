/** Offers and enrolments in classes (domain C, I.5). */
import type { JourneyPart } from '../part.ts';
import { applyingHandlers } from './applying.ts';
import { seatNoteHandlers } from './class-notes.ts';
import type { TrainingCommands } from './commands.ts';
import { endingHandlers } from './ending.ts';
import type { TrainingEvents } from './events.ts';
import { enrolmentEvolvers } from './evolve.ts';
import { interruptionHandlers } from './interruption.ts';
import { movingHandlers } from './moving.ts';
import { offerEvolvers, offerHandlers } from './offers.ts';
import { trainingReactions } from './reactions.ts';
import { resultNoteHandlers } from './result-notes.ts';

/** The class keeps the clocks of training; a journey waits for its word. */
export const trainingPart: JourneyPart<keyof TrainingCommands, keyof TrainingEvents> = {
  handlers: {
    ...offerHandlers,
    ...applyingHandlers,
    ...movingHandlers,
    ...interruptionHandlers,
    ...endingHandlers,
    ...seatNoteHandlers,
    ...resultNoteHandlers,
  },
  evolvers: { ...offerEvolvers, ...enrolmentEvolvers },
  firings: {},
  deadlines: () => [],
  reactions: trainingReactions,
};
