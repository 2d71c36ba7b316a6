/**
 * A training class (C-04): seats, waiting list, timetable and sheets, one stream and one workflow (I.1). Its
 * stream decides one command after another, so that two who want the last seat never both get it.
 *
 * Nothing is decided here. Each command goes to the module of its concern, each event to the module that
 * folds it: the tables are complete by their types.
 */
import { BrokenInvariant, type FireDeadlineData, metaOf, occurredAtOf } from '../decide.ts';
import type { Command, DecideContext, Decider, JsonValue, RecordedEvent } from '../decider.ts';
import { momentAt } from '../time/index.ts';
import {
  accommodationDeadline,
  accommodationEvolvers,
  accommodationFirings,
  accommodationHandlers,
} from './accommodation.ts';
import { alertEvolvers } from './alerts.ts';
import { attendanceEvolvers, attendanceHandlers } from './attendance.ts';
import type { TrainingClassCommandName } from './commands.ts';
import type { TrainingClassEvent, TrainingClassEventName } from './events.ts';
import { classFactKey } from './fact.ts';
import type { Accepted, ClassDecision, CommandHandlers, Evolvers, FiringHandlers } from './handlers.ts';
import { paperEvolvers, paperHandlers } from './papers.ts';
import { openingDeadline, planningEvolvers, planningFirings, planningHandlers } from './planning.ts';
import { runningDeadlines, runningEvolvers, runningFirings, runningHandlers } from './running.ts';
import { seatDeadlines, seatFirings, seatHandlers } from './seats.ts';
import { seatEvolvers } from './seats-evolve.ts';
import { factOf, type TrainingClassState } from './state.ts';
import { unitEvolvers, unitHandlers } from './units.ts';

const HANDLERS: CommandHandlers<TrainingClassCommandName> = {
  ...planningHandlers,
  ...seatHandlers,
  ...accommodationHandlers,
  ...runningHandlers,
  ...attendanceHandlers,
  ...unitHandlers,
  ...paperHandlers,
};

const EVOLVERS: Evolvers<TrainingClassEventName> = {
  ...planningEvolvers,
  ...seatEvolvers,
  ...accommodationEvolvers,
  ...runningEvolvers,
  ...attendanceEvolvers,
  ...alertEvolvers,
  ...unitEvolvers,
  ...paperEvolvers,
};

const FIRINGS: FiringHandlers = {
  ...planningFirings,
  ...seatFirings,
  ...accommodationFirings,
  ...runningFirings,
};

/** After these the fact about the class is told anew: seats and sheets never move it. */
const PUBLISHED: ReadonlySet<string> = new Set<TrainingClassEventName>([
  'ClassPlanned',
  'ClassOpened',
  'ClassAmended',
  'ClassStarted',
  'ClassFinished',
  'ClassCancelled',
  'InstructorSwapped',
]);

/** Names of all commands a class takes, for tables that must not forget one. */
export const TRAINING_CLASS_COMMAND_NAMES = Object.keys(HANDLERS) as TrainingClassCommandName[];

type AnyHandler = (state: TrainingClassState, command: Command, context: DecideContext) => ClassDecision;
type AnyEvolver = (state: TrainingClassState, event: RecordedEvent) => TrainingClassState;

function evolve(state: TrainingClassState, event: RecordedEvent): TrainingClassState {
  if (!Object.hasOwn(EVOLVERS, event.type)) {
    throw new BrokenInvariant(`no class event is called ${event.type}`);
  }
  const evolver = EVOLVERS[event.type as TrainingClassEventName] as unknown as AnyEvolver;
  return evolver(state, event);
}

function handled(state: TrainingClassState, command: Command, context: DecideContext): ClassDecision {
  if (!Object.hasOwn(HANDLERS, command.name)) {
    throw new BrokenInvariant(`no class command is called ${command.name}`);
  }
  const handler = HANDLERS[command.name as TrainingClassCommandName] as unknown as AnyHandler;
  return handler(state, command, context);
}

/** Events of a deadline happened when it was due, whenever it fired (S25). */
function fired(state: TrainingClassState, command: Command, context: DecideContext): Accepted {
  const firing = command.data as FireDeadlineData;
  const handler = Object.hasOwn(FIRINGS, firing.kind) ? FIRINGS[firing.kind] : undefined;
  if (handler === undefined) throw new BrokenInvariant(`nobody answers for deadline ${firing.deadlineId}`);
  const decision = handler(state, firing, context);
  return { ...decision, events: decision.events.map((event) => ({ occurredAt: firing.dueAt, ...event })) };
}

/** An event that names no time happened now, on the calendar of the centre. */
function timed(
  state: TrainingClassState,
  event: TrainingClassEvent,
  context: DecideContext,
): TrainingClassEvent {
  if (event.occurredAt !== undefined || context.command.occurredAt !== undefined) return event;
  const zone = event.type === 'ClassPlanned' ? event.data.zone : state.plan?.zone;
  return zone === undefined ? event : { ...event, occurredAt: momentAt(context.now, zone) };
}

const asRecorded = (event: TrainingClassEvent, { command, now }: DecideContext): RecordedEvent => ({
  version: 0,
  type: event.type,
  schema: 1,
  data: event.data,
  meta: metaOf(command, event),
  occurredAt: occurredAtOf(command, event, now),
  recordedAt: now,
});

function published(state: TrainingClassState, decision: Accepted, context: DecideContext): Accepted {
  if (!decision.events.some(({ type }) => PUBLISHED.has(type))) return decision;
  const after = decision.events.reduce((folded, event) => evolve(folded, asRecorded(event, context)), state);
  const value = factOf(after) as unknown as JsonValue;
  return { ...decision, factsOut: [{ key: classFactKey(state.classId), value }] };
}

export const trainingClassDecider: Decider<TrainingClassState, TrainingClassEvent> = {
  kind: 'class',
  snapshotShape: 1,
  initialState: (classId) => ({
    classId,
    status: 'NONE',
    plan: null,
    seats: {},
    waiting: [],
    sheets: {},
    startedOn: null,
    accommodationChecked: false,
    startOverdue: false,
    endOverdue: false,
  }),
  decide(state, command, context) {
    const isFiring = command.name === 'fire-deadline';
    const decision = isFiring ? fired(state, command, context) : handled(state, command, context);
    if (decision.kind === 'refused') return decision;
    const events = decision.events.map((event) => timed(state, event, context));
    return published(state, { ...decision, events }, context);
  },
  evolve,
  deadlines: (state) =>
    state.plan === null
      ? []
      : [
          ...openingDeadline(state),
          ...seatDeadlines(state),
          ...accommodationDeadline(state),
          ...runningDeadlines(state),
        ],
};
