/** Keeping the record: merging of persons, legal hold, rights of the person, breaches (domain G, I.6). */
import type { WantedDeadline } from '../../decider.ts';
import type { FiringHandlers } from '../handlers.ts';
import type { JourneyPart, Reaction } from '../part.ts';
import type { JourneyState } from '../state.ts';
import type { KeepingCommands } from './commands.ts';
import { dataBreachEvolvers, dataBreachFirings, dataBreachHandlers } from './data-breach.ts';
import { doubleSeats } from './double-seats.ts';
import type { KeepingEvents } from './events.ts';
import { legalHoldEvolvers, legalHoldHandlers } from './legal-hold.ts';
import { mergingEvolvers, mergingHandlers } from './merging.ts';
import { rightsEvolvers, rightsHandlers } from './rights.ts';

/** Clocks of data protection run on after a death (I-10). */
const deadlines = ({ keeping }: JourneyState): readonly WantedDeadline[] => [
  ...keeping.requests.flatMap(({ requestId, answerDueAt }) =>
    answerDueAt === null ? [] : [{ kind: 'rights-request-answer', subject: requestId, dueAt: answerDueAt }],
  ),
  ...keeping.breaches.flatMap(({ breachId, escalateAt }) =>
    escalateAt === null ? [] : [{ kind: 'data-breach-escalation', subject: breachId, dueAt: escalateAt }],
  ),
];

const firings: FiringHandlers = {
  'rights-request-answer': (_state, { subject }) => [
    { type: 'RightsRequestOverdue', data: { requestId: subject } },
  ],
  ...dataBreachFirings,
};

const held = (state: JourneyState, caseId: string): Reaction | undefined =>
  state.keeping.legalHold ? { events: [{ type: 'RetentionHeld', data: { caseId } }] } : undefined;

export const keepingPart: JourneyPart<keyof KeepingCommands, keyof KeepingEvents> = {
  handlers: { ...mergingHandlers, ...legalHoldHandlers, ...rightsHandlers, ...dataBreachHandlers },
  evolvers: { ...mergingEvolvers, ...legalHoldEvolvers, ...rightsEvolvers, ...dataBreachEvolvers },
  firings,
  deadlines,
  deadlinesAfterDeath: deadlines,
  reactions: {
    RetentionEnded: (state, { data }) => held(state, data.caseId),
    ReferralRetentionEnded: (state, { data }) => held(state, data.caseId),
    PrisonRetentionEnded: (state, { data }) => held(state, data.caseId),
    PersonMerged: (state) => doubleSeats(state),
  },
  afterMerge: [
    ...(['be-merged', 'return-person', 'note-merge-refused'] as const),
    // Its own clocks of data protection run on under its own name: somebody must be able to stop them.
    ...(['answer-rights-request', 'notify-data-breach', 'lift-legal-hold'] as const),
  ],
};
