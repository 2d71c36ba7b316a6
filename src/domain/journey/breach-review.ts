/** How a breach review begins, whoever or whatever opens it. */
import type { DecideContext } from '../decider.ts';
import { addDays, endOfDay } from '../time/index.ts';
import type { LocalDate } from '../time/moment.ts';
import type { Sealed } from './commands.ts';
import { minutesLeft } from './completion.ts';
import type { JourneyEvents } from './events.ts';
import type { CommunityServiceCase } from './state.ts';

/** @param on the local date on which the review begins; its service times count from it. */
export const reviewOpened = (
  found: CommunityServiceCase,
  ground: JourneyEvents['BreachReviewOpened']['ground'],
  on: LocalDate,
  context: DecideContext,
  note?: Sealed,
): { type: 'BreachReviewOpened'; data: JourneyEvents['BreachReviewOpened'] } => ({
  type: 'BreachReviewOpened',
  data: {
    caseId: found.caseId,
    ground,
    minutesShort: minutesLeft(found),
    ...(note === undefined ? {} : { note }),
    opinionDueAt: endOfDay(addDays(on, context.policy<number>('breach_opinion_days', on)), found.zone),
    decisionChaseAt: endOfDay(
      addDays(on, context.policy<number>('breach_decision_chase_days', on)),
      found.zone,
    ),
  },
});
