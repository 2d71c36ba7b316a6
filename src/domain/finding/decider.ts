/**
 * A finding of an audit: one stream and one workflow from the question to its end. It points to what it is about
 * and never writes there: a finding changes no fact.
 */
import { entityDecider } from '../entity-decider.ts';
import { answeringEvolvers, answeringHandlers } from './answering.ts';
import type { FindingCommandName } from './commands.ts';
import type { FindingEvent, FindingEventName } from './events.ts';
import type { CommandHandlers, Evolvers } from './handlers.ts';
import { findingFirings, openingEvolvers, openingHandlers } from './opening.ts';
import { type FindingState, initialFinding } from './state.ts';

const HANDLERS: CommandHandlers<FindingCommandName> = { ...openingHandlers, ...answeringHandlers };
const EVOLVERS: Evolvers<FindingEventName> = { ...openingEvolvers, ...answeringEvolvers };

export const findingDecider = entityDecider<FindingState, FindingEvent>({
  kind: 'finding',
  snapshotShape: 1,
  initialState: initialFinding,
  handlers: HANDLERS,
  evolvers: EVOLVERS,
  firings: findingFirings,
  /** On the calendar of the office that answers. */
  zoneOf: ({ zone }, event) => (event.type === 'FindingOpened' ? event.data.zone : zone),
  deadlines: ({ findingId, answerDueAt }) =>
    answerDueAt === null ? [] : [{ kind: 'finding-answer', subject: findingId, dueAt: answerDueAt }],
});
