/** The prison entrance (domain B, I.3). */
import type { JourneyPart } from '../part.ts';
import { admissionHandlers } from './admission.ts';
import { admissionEvolvers } from './admission-evolve.ts';
import { aftercareEvolvers, aftercareHandlers } from './aftercare.ts';
import { closingEvolvers, closingHandlers } from './closing.ts';
import type { PrisonCommands } from './commands.ts';
import { disciplineHandlers } from './discipline.ts';
import type { PrisonEvents } from './events.ts';
import { integrationEvolvers, integrationHandlers } from './integration.ts';
import { interruptionHandlers } from './interruption.ts';
import { interruptionEvolvers } from './interruption-evolve.ts';
import { proposalEvolvers, proposalHandlers } from './proposal.ts';
import { noteEvolvers, prisonReactions } from './reactions.ts';
import { releaseEvolvers, releaseHandlers } from './release.ts';
import { sentenceDateEvolvers, sentenceDateHandlers } from './sentence-dates.ts';
import { prisonDeadlines, prisonFirings, prisonRetention } from './timers.ts';

export const prisonPart: JourneyPart<keyof PrisonCommands, keyof PrisonEvents> = {
  handlers: {
    ...admissionHandlers,
    ...proposalHandlers,
    ...sentenceDateHandlers,
    ...interruptionHandlers,
    ...disciplineHandlers,
    ...integrationHandlers,
    ...releaseHandlers,
    ...aftercareHandlers,
    ...closingHandlers,
  },
  evolvers: {
    ...admissionEvolvers,
    ...proposalEvolvers,
    ...sentenceDateEvolvers,
    ...interruptionEvolvers,
    ...integrationEvolvers,
    ...releaseEvolvers,
    ...aftercareEvolvers,
    ...closingEvolvers,
    ...noteEvolvers,
  },
  firings: prisonFirings,
  deadlines: prisonDeadlines,
  deadlinesAfterDeath: prisonRetention,
  reactions: prisonReactions,
};
