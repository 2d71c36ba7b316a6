/** Job seeker card, counselling, proposals, placements and their checks (domain E, I.5). */
import type { JourneyPart } from '../part.ts';
import {
  apprenticeshipDeadlines,
  apprenticeshipEvolvers,
  apprenticeshipFirings,
  apprenticeshipHandlers,
} from './apprenticeship.ts';
import { cardDeadlines, cardEvolvers, cardFirings, cardHandlers } from './card.ts';
import { checkDeadlines, checkEvolvers, checkFirings, checkHandlers } from './checks.ts';
import type { EmploymentCommands } from './commands.ts';
import { counsellingEvolvers, counsellingHandlers } from './counselling.ts';
import type { EmploymentEvents } from './events.ts';
import { placementEvolvers, placementHandlers } from './placements.ts';
import { proposalEvolvers, proposalHandlers } from './proposals.ts';
import { employmentReactions } from './reactions.ts';

export const employmentPart: JourneyPart<keyof EmploymentCommands, keyof EmploymentEvents> = {
  handlers: {
    ...cardHandlers,
    ...counsellingHandlers,
    ...proposalHandlers,
    ...apprenticeshipHandlers,
    ...placementHandlers,
    ...checkHandlers,
  },
  evolvers: {
    ...cardEvolvers,
    ...counsellingEvolvers,
    ...proposalEvolvers,
    ...apprenticeshipEvolvers,
    ...placementEvolvers,
    ...checkEvolvers,
  },
  firings: { ...cardFirings, ...apprenticeshipFirings, ...checkFirings },
  deadlines: (state) => [
    ...cardDeadlines(state),
    ...apprenticeshipDeadlines(state),
    ...checkDeadlines(state),
  ],
  reactions: employmentReactions,
};
