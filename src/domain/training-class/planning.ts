/**
 * NONE -- ClassPlanned, ClassOpened --> OPEN, or PLANNED until its opening day
 * PLANNED | OPEN | RUNNING -- ClassAmended --> same status
 *
 * A class keeps the version of the programme it was opened with: units, hours and threshold (S43).
 */
import type { Command, DecideContext, Warning } from '../decider.ts';
import { refuseWith } from '../law/refusals.ts';
import { warn } from '../law/warnings.ts';
import type { OfficeFact } from '../registers/office.ts';
import type { ProgrammeFact } from '../registers/programme.ts';
import { addDays, daysBetween, momentAt, startOfDay } from '../time/index.ts';
import type { LocalDate } from '../time/moment.ts';
import type { AmendClass, OpenClass } from './commands.ts';
import type { TrainingClassEvent } from './events.ts';
import {
  accepted,
  type ClassDecision,
  type CommandHandlers,
  type Evolvers,
  type FiringHandlers,
  firstRefusal,
  onClass,
  type Refused,
  today,
} from './handlers.ts';
import { datesNote } from './notes.ts';
import { type ClassPlan, planOf, type TrainingClassState } from './state.ts';
import { moveTo } from './status-moves.ts';
import { countSessions, overlapsItself, plannedJp } from './timetable.ts';
import { fillSeats } from './waiting-list.ts';

/** A class longer than a year is a typing error. */
const MOST_DAYS = 366;
/** Sessions times seats: the sheets of one class go from run to run of its workflow, within 2 MB. */
const MOST_MARKS = 10_000;

const wrong = (field: string): Refused => refuseWith('CLASS_PLAN_WRONG', { field });

function planRefusal(plan: ClassPlan) {
  const { startsOn, endsOn, opensOn, capacity } = plan;
  const days = daysBetween(startsOn, endsOn);
  if (days < 0 || days > MOST_DAYS) return wrong('endsOn');
  if (opensOn !== null && opensOn > startsOn) return wrong('opensOn');
  if (overlapsItself(plan) || plannedJp(plan) === 0) return wrong('timetable');
  const limit = Math.floor(MOST_MARKS / capacity);
  return countSessions(plan) > limit ? refuseWith('TOO_MANY', { kind: 'sessions', limit }) : undefined;
}

/** B-17: a class that comes in names the prison it comes into; one that stays outside names none. */
function hostRefusal({ deliveryMode, hostFacility }: OpenClass, context: DecideContext) {
  if (hostFacility === undefined) return deliveryMode === 'IN_LAPAS' ? wrong('hostFacility') : undefined;
  if (deliveryMode !== 'IN_LAPAS' && deliveryMode !== 'MTU') return wrong('hostFacility');
  const office = context.fact<OfficeFact>(`office/${hostFacility}`);
  if (office === undefined) return refuseWith('OFFICE_UNKNOWN', { officeId: hostFacility });
  return office.kind === 'PRISON' || office.kind === 'REMAND_PRISON' ? undefined : wrong('hostFacility');
}

const shortWarning = (plan: ClassPlan): Warning[] => {
  const planned = plannedJp(plan);
  return planned < plan.jp ? [warn('TIMETABLE_SHORT', { plannedJp: planned, jp: plan.jp })] : [];
};

function open(classId: string, { data, actor }: Command<'open-class', OpenClass>, context: DecideContext) {
  const office = context.fact<OfficeFact>(`office/${actor.office}`);
  if (office === undefined) return refuseWith('OFFICE_UNKNOWN', { officeId: actor.office });
  const { role } = actor;
  if (office.kind !== 'TRAINING_CENTRE') return refuseWith('NOT_PERMITTED', { role, office: office.id });
  const { programmeId } = data;
  const programme = context.fact<ProgrammeFact>(`programme/${programmeId}`);
  if (programme === undefined) return refuseWith('PROGRAMME_UNKNOWN', { programmeId });
  if (programme.retired) return refuseWith('PROGRAMME_RETIRED', { programmeId });
  const hostWrong = hostRefusal(data, context);
  if (hostWrong !== undefined) return hostWrong;
  const plan = planFrom(classId, data, programme, office, context);
  const refused = planRefusal(plan);
  if (refused !== undefined) return refused;
  const on = momentAt(context.now, office.zone).date;
  const events: TrainingClassEvent[] = [{ type: 'ClassPlanned', data: plan }];
  if (plan.opensOn === null || plan.opensOn <= on) events.push({ type: 'ClassOpened', data: { on } });
  return accepted(events, { warnings: shortWarning(plan) });
}

const readyOn = (startsOn: LocalDate, on: LocalDate, context: DecideContext): LocalDate =>
  addDays(startsOn, -context.policy<number>('accommodation_ready_days', on));

function planFrom(
  id: string,
  data: OpenClass,
  programme: ProgrammeFact,
  { id: centre, zone }: OfficeFact,
  context: DecideContext,
): ClassPlan {
  const { version, units, jp, excusedCounts, minimumAge, prerequisites, schemeId } = programme;
  const on = momentAt(context.now, zone).date;
  return {
    ...{ id, programmeId: programme.id, programmeVersion: version, units: units.map(({ code }) => code), jp },
    ...{ excusedCounts, minimumAge, prerequisites, schemeId, centre, zone },
    thresholdPercent:
      programme.thresholdPercent ?? context.policy<number>('attendance_threshold_percent', on),
    siteId: data.siteId ?? null,
    room: data.room ?? null,
    deliveryMode: data.deliveryMode,
    hostFacility: data.hostFacility ?? null,
    capacity: data.capacity ?? context.policy<number>('class_capacity', on),
    ...{ startsOn: data.startsOn, endsOn: data.endsOn, opensOn: data.opensOn ?? null },
    readyOn: readyOn(data.startsOn, on, context),
    ...{ timetable: data.timetable, instructors: data.instructors, formerInstructors: [] },
    allowedTools: data.allowedTools,
  };
}

function amend(
  state: TrainingClassState,
  { data }: Command<'amend-class', AmendClass>,
  context: DecideContext,
) {
  const before = planOf(state);
  const changes = Object.fromEntries(
    Object.entries(data).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as keyof AmendClass]),
    ),
  ) as AmendClass;
  if (Object.keys(changes).length === 0) return refuseWith('ALREADY_DONE', {});
  const startsOn = changes.startsOn ?? before.startsOn;
  const ready = readyOn(startsOn, today(state, context), context);
  const plan: ClassPlan = { ...before, ...changes, readyOn: ready };
  const taken = Object.keys(state.seats).length;
  const refused = firstRefusal(
    state.status === 'RUNNING' && plan.startsOn !== before.startsOn ? wrong('startsOn') : undefined,
    plan.capacity < taken ? refuseWith('CLASS_CAPACITY_TAKEN', { taken }) : undefined,
    planRefusal(plan),
  );
  if (refused !== undefined) return refused;
  const filled = fillSeats({ ...state, plan }, context);
  const movedDates = plan.startsOn !== before.startsOn || plan.endsOn !== before.endsOn;
  const told = movedDates
    ? Object.keys(state.seats).map((id) => datesNote(state, id, plan.startsOn, plan.endsOn))
    : [];
  return accepted([{ type: 'ClassAmended', data: { changes, readyOn: ready } }, ...filled.events], {
    messages: [...told, ...filled.messages],
    warnings: shortWarning(plan),
  });
}

export const planningHandlers: CommandHandlers<'open-class' | 'amend-class'> = {
  'open-class': (state, command, context): ClassDecision =>
    state.status === 'NONE' ? open(state.classId, command, context) : refuseWith('ALREADY_DONE', {}),
  'amend-class': onClass(['PLANNED', 'OPEN', 'RUNNING'], amend),
};

export const openingDeadline = (state: TrainingClassState) => {
  const { opensOn, zone } = planOf(state);
  return state.status === 'PLANNED' && opensOn !== null
    ? [{ kind: 'class-opening', subject: state.classId, dueAt: startOfDay(opensOn, zone) }]
    : [];
};

export const planningFirings: FiringHandlers = {
  'class-opening': (_state, { dueAt }) => accepted([{ type: 'ClassOpened', data: { on: dueAt.date } }]),
};

export const planningEvolvers: Evolvers<'ClassPlanned' | 'ClassOpened' | 'ClassAmended'> = {
  ClassPlanned: (state, { data }) => ({ ...state, ...moveTo(state, 'PLANNED'), plan: data }),
  ClassOpened: (state) => ({ ...state, ...moveTo(state, 'OPEN') }),
  /** New days begin their reminders anew. */
  ClassAmended: (state, { data: { changes, readyOn } }) => ({
    ...state,
    plan: { ...planOf(state), ...changes, readyOn },
    startOverdue: state.startOverdue && changes.startsOn === undefined,
    accommodationChecked: state.accommodationChecked && changes.startsOn === undefined,
    endOverdue: state.endOverdue && changes.endsOn === undefined,
  }),
};
