/**
 * The journey: one person, all of that person's cases and sessions, one stream of events (I.1).
 *
 * Nothing is decided here. Each command goes to the module of its stage or concern, each event to the
 * module that folds it, each due deadline to the module that asked for it. The two tables are complete
 * by their types: a command or an event that nobody answers for does not compile.
 */
import { BrokenInvariant, type FireDeadlineData } from '../decide.ts';
import type { Command, DecideContext, Decider, RecordedEvent } from '../decider.ts';
import { NoPolicyInForce } from '../law/policies.ts';
import { refuseWith } from '../law/refusals.ts';
import { momentAt, type Zone } from '../time/index.ts';
import { assessmentPart } from './assessment/part.ts';
import { INITIAL_ASSESSMENT_STATE } from './assessment/state.ts';
import { breachHandlers } from './breach.ts';
import { breachDeadlines, breachEvolvers, breachFirings } from './breach-evolve.ts';
import { closureEvolvers, closureHandlers } from './closure.ts';
import type { JourneyCommandName } from './commands.ts';
import {
  completionDeadlines,
  completionEvolvers,
  completionFirings,
  completionHandlers,
} from './completion.ts';
import { documentEvolvers, documentHandlers } from './documents.ts';
import { employmentPart } from './employment/part.ts';
import { INITIAL_EMPLOYMENT_STATE } from './employment/state.ts';
import type { JourneyEvent, JourneyEventName } from './events.ts';
import { executionHandlers } from './execution.ts';
import { executionEvolvers } from './execution-evolve.ts';
import { executionDeadlines, executionFirings } from './execution-timers.ts';
import { fineEvolvers, fineHandlers } from './fine.ts';
import type { CommandHandlers, Evolvers, FiringHandlers, JourneyDecision } from './handlers.ts';
import { keepingPart } from './keeping/part.ts';
import { INITIAL_KEEPING_STATE } from './keeping/state.ts';
import { measureEvolvers, measureHandlers } from './measure.ts';
import { orderDeadlines, orderEvolvers, orderFirings, orderHandlers } from './order.ts';
import { personEvolvers, personHandlers } from './person.ts';
import { planEvolvers, planHandlers } from './plan.ts';
import { prisonPart } from './prison/part.ts';
import { INITIAL_PRISON_STATE } from './prison/state.ts';
import { reactorsOf, withReactions } from './reactions.ts';
import { referralPart } from './referral/part.ts';
import { INITIAL_REFERRAL_STATE } from './referral/state.ts';
import { retentionDeadlines, retentionEvolvers, retentionFirings } from './retention.ts';
import { rulingDeadlines, rulingFirings, rulingHandlers } from './ruling.ts';
import { rulingChangeEvolvers, rulingChangeHandlers } from './ruling-change.ts';
import { rulingCompletionEvolvers, rulingCompletionHandlers } from './ruling-completion.ts';
import { rulingEvolvers } from './ruling-evolve.ts';
import { sessionDeadlines, sessionEvolvers, sessionFirings, sessionHandlers } from './sessions.ts';
import { siteHandlers } from './site.ts';
import { siteDeadlines, siteEvolvers, siteFirings } from './site-evolve.ts';
import { requireRoom } from './size.ts';
import type { JourneyState } from './state.ts';
import { trainingPart } from './training/part.ts';
import { INITIAL_TRAINING_STATE } from './training/state.ts';
import { transferEvolvers, transferHandlers } from './transfer.ts';
import { zoneOf } from './zones.ts';

/** In this order reactions are asked: custody before training, training before what rests on it. */
const PARTS_BY_NAME = {
  prison: prisonPart,
  referral: referralPart,
  training: trainingPart,
  assessment: assessmentPart,
  employment: employmentPart,
  keeping: keepingPart,
} as const;
const PARTS = Object.values(PARTS_BY_NAME);

export type PartName = keyof typeof PARTS_BY_NAME;

const partOf = (table: 'evolvers' | 'firings'): ReadonlyMap<string, PartName> =>
  new Map(
    Object.entries(PARTS_BY_NAME).flatMap(([name, part]) =>
      Object.keys(part[table]).map((key) => [key, name as PartName]),
    ),
  );

/** Which part an event type belongs to; absent = community service, or the person alone. */
export const PART_OF_EVENT = partOf('evolvers');
/** Which part a kind of deadline belongs to. */
export const PART_OF_DEADLINE = partOf('firings');

const HANDLERS: CommandHandlers<JourneyCommandName> = {
  ...personHandlers,
  ...rulingHandlers,
  ...rulingCompletionHandlers,
  ...orderHandlers,
  ...siteHandlers,
  ...planHandlers,
  ...executionHandlers,
  ...breachHandlers,
  ...completionHandlers,
  ...closureHandlers,
  ...fineHandlers,
  ...measureHandlers,
  ...rulingChangeHandlers,
  ...transferHandlers,
  ...documentHandlers,
  ...sessionHandlers,
  ...prisonPart.handlers,
  ...referralPart.handlers,
  ...trainingPart.handlers,
  ...assessmentPart.handlers,
  ...employmentPart.handlers,
  ...keepingPart.handlers,
};

const EVOLVERS: Evolvers<JourneyEventName> = {
  ...personEvolvers,
  ...rulingEvolvers,
  ...rulingCompletionEvolvers,
  ...orderEvolvers,
  ...siteEvolvers,
  ...planEvolvers,
  ...executionEvolvers,
  ...breachEvolvers,
  ...completionEvolvers,
  ...closureEvolvers,
  ...retentionEvolvers,
  ...fineEvolvers,
  ...measureEvolvers,
  ...rulingChangeEvolvers,
  ...transferEvolvers,
  ...documentEvolvers,
  ...sessionEvolvers,
  ...prisonPart.evolvers,
  ...referralPart.evolvers,
  ...trainingPart.evolvers,
  ...assessmentPart.evolvers,
  ...employmentPart.evolvers,
  ...keepingPart.evolvers,
};

const FIRINGS: FiringHandlers = {
  ...rulingFirings,
  ...orderFirings,
  ...siteFirings,
  ...executionFirings,
  ...breachFirings,
  ...completionFirings,
  ...retentionFirings,
  ...sessionFirings,
  ...prisonPart.firings,
  ...referralPart.firings,
  ...trainingPart.firings,
  ...assessmentPart.firings,
  ...employmentPart.firings,
  ...keepingPart.firings,
};

const DEADLINES = [
  rulingDeadlines,
  orderDeadlines,
  siteDeadlines,
  executionDeadlines,
  breachDeadlines,
  completionDeadlines,
  sessionDeadlines,
  ...PARTS.map(({ deadlines }) => deadlines),
];

const DEADLINES_AFTER_DEATH = PARTS.flatMap(({ deadlinesAfterDeath }) => deadlinesAfterDeath ?? []);

const REACTORS = reactorsOf(PARTS.map(({ reactions }) => reactions));

const AFTER_MERGE: ReadonlySet<string> = new Set(PARTS.flatMap(({ afterMerge }) => afterMerge ?? []));

/** Names of all commands a journey takes, for tables that must not forget one. */
export const JOURNEY_COMMAND_NAMES = Object.keys(HANDLERS) as JourneyCommandName[];

/** Kinds of all deadlines of a journey, likewise. */
export const JOURNEY_DEADLINE_KINDS = Object.keys(FIRINGS);

type AnyHandler = (state: JourneyState, command: Command, context: DecideContext) => JourneyDecision;
type AnyEvolver = (state: JourneyState, event: RecordedEvent) => JourneyState;

function evolve(state: JourneyState, event: RecordedEvent): JourneyState {
  if (!Object.hasOwn(EVOLVERS, event.type)) {
    throw new BrokenInvariant(`no journey event is called ${event.type}`);
  }
  const evolver = EVOLVERS[event.type as JourneyEventName] as unknown as AnyEvolver;
  return evolver(state, event);
}

function handled(state: JourneyState, command: Command, context: DecideContext): JourneyDecision {
  if (!Object.hasOwn(HANDLERS, command.name)) {
    throw new BrokenInvariant(`no journey command is called ${command.name}`);
  }
  if (!state.registered && command.name !== 'register-person') return refuseWith('PERSON_UNKNOWN', {});
  const { mergedInto } = state.keeping;
  if (mergedInto !== null && !AFTER_MERGE.has(command.name)) {
    return refuseWith('PERSON_MERGED', { personId: mergedInto });
  }
  const handler = HANDLERS[command.name as JourneyCommandName] as unknown as AnyHandler;
  try {
    return handler(state, command, context);
  } catch (error) {
    if (!(error instanceof NoPolicyInForce)) throw error;
    return refuseWith('NO_RULE_ON_DATE', { policy: error.policy, date: error.date });
  }
}

/** Events of a deadline happened when it was due, whenever it fired (S25). */
function fired(state: JourneyState, command: Command, context: DecideContext): JourneyDecision {
  const firing = command.data as FireDeadlineData;
  const handler = Object.hasOwn(FIRINGS, firing.kind) ? FIRINGS[firing.kind] : undefined;
  if (handler === undefined) throw new BrokenInvariant(`nobody answers for deadline ${firing.deadlineId}`);
  const events = handler(state, firing, context);
  const decided = withReactions(REACTORS, evolve, state, { kind: 'accepted', events }, context);
  return { ...decided, events: decided.events.map((event) => ({ occurredAt: firing.dueAt, ...event })) };
}

/** An event that names no time happened now, on the calendar of the place of its case. */
const timed = (state: JourneyState, event: JourneyEvent, context: DecideContext): JourneyEvent => {
  if (event.occurredAt !== undefined || context.command.occurredAt !== undefined) return event;
  const { caseId, zone } = event.data as { caseId?: string; zone?: Zone };
  return { ...event, occurredAt: momentAt(context.now, zone ?? zoneOf(state, caseId)) };
};

export const journeyDecider: Decider<JourneyState, JourneyEvent> = {
  kind: 'journey',
  snapshotShape: 8,
  initialState: (personId) => ({
    personId,
    registered: false,
    provisional: false,
    identityWarnings: [],
    diedOn: null,
    cases: {},
    linkedCases: {},
    sessions: {},
    entries: [],
    caseCount: 0,
    sessionCount: 0,
    prison: INITIAL_PRISON_STATE,
    referral: INITIAL_REFERRAL_STATE,
    training: INITIAL_TRAINING_STATE,
    assessment: INITIAL_ASSESSMENT_STATE,
    employment: INITIAL_EMPLOYMENT_STATE,
    keeping: INITIAL_KEEPING_STATE,
  }),
  decide(state, command, context) {
    if (command.name === 'fire-deadline') return fired(state, command, context);
    const handledAs = handled(state, command, context);
    if (handledAs.kind === 'refused') return handledAs;
    const decision = withReactions(REACTORS, evolve, state, handledAs, context);
    const tooMany = requireRoom(state, decision.events);
    if (tooMany !== undefined) return tooMany;
    return { ...decision, events: decision.events.map((event) => timed(state, event, context)) };
  },
  evolve,
  /** After a death no obligation waits for anything; the retention clock runs on (I-10, S16). */
  deadlines: (state) => [
    ...(state.diedOn === null ? DEADLINES.flatMap((of) => of(state)) : []),
    ...retentionDeadlines(state),
    ...(state.diedOn === null ? [] : DEADLINES_AFTER_DEATH.flatMap((of) => of(state))),
  ],
};
