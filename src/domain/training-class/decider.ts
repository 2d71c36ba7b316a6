/**
 * A training class (C-04): seats, waiting list, timetable and sheets, one stream and one workflow (I.1). Its
 * stream decides one command after another, so that two who want the last seat never both get it.
 *
 * Nothing is decided here. Each command goes to the module of its concern, each event to the module that
 * folds it: the tables are complete by their types.
 */
import type { JsonValue } from '../decider.ts';
import { entityDecider } from '../entity-decider.ts';
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
import type { CommandHandlers, Evolvers, FiringHandlers } from './handlers.ts';
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

/** Kinds of all deadlines of a class, likewise. */
export const TRAINING_CLASS_DEADLINE_KINDS = Object.keys(FIRINGS);

export const trainingClassDecider = entityDecider<TrainingClassState, TrainingClassEvent>({
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
  handlers: HANDLERS,
  evolvers: EVOLVERS,
  firings: FIRINGS,
  /** On the calendar of the centre. */
  zoneOf: ({ plan }, event) => (event.type === 'ClassPlanned' ? event.data.zone : plan?.zone),
  deadlines: (state) =>
    state.plan === null
      ? []
      : [
          ...openingDeadline(state),
          ...seatDeadlines(state),
          ...accommodationDeadline(state),
          ...runningDeadlines(state),
        ],
  factsOut({ events }, after) {
    if (!events.some(({ type }) => PUBLISHED.has(type))) return undefined;
    const told = after();
    return [{ key: classFactKey(told.classId), value: factOf(told) as unknown as JsonValue }];
  },
});
