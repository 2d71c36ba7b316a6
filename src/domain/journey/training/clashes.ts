/** Nobody sits in two classes, or works and sits, at the same hours (C-17). */
import type { DecideContext } from '../../decider.ts';
import { refuseWith } from '../../law/refusals.ts';
import { addDays, dayOfWeek } from '../../time/index.ts';
import type { LocalDate } from '../../time/moment.ts';
import { type ClassFact, classFactKey } from '../../training-class/fact.ts';
import { type BusyTime, busyTimes, type Dates, firstClash } from '../../training-class/timetable.ts';
import type { Slot } from '../commands.ts';
import { type Refused, standingCases, today } from '../handlers.ts';
import { clockMinutes } from '../slots.ts';
import type { CommunityServiceCase, JourneyState } from '../state.ts';
import type { TrainingBasis } from './commands.ts';
import { openEnrolments } from './state.ts';

interface Busy extends Dates {
  busyOn(date: LocalDate): readonly BusyTime[];
}

const MIDNIGHT = 24 * 60;

const ofClass = (klass: ClassFact): Busy => ({
  startsOn: klass.startsOn,
  endsOn: klass.endsOn,
  busyOn: (date) => busyTimes(klass, date),
});

/** A slot over midnight is busy on two dates. */
function slotTimes(slots: readonly Slot[], date: LocalDate): BusyTime[] {
  const [own, before] = [dayOfWeek(date), dayOfWeek(addDays(date, -1))];
  return slots.flatMap(({ weekday, start, end }) => {
    const [from, to] = [clockMinutes(start), clockMinutes(end)];
    const crosses = to <= from;
    return [
      ...(weekday === own ? [{ from, to: crosses ? MIDNIGHT : to }] : []),
      ...(crosses && weekday === before ? [{ from: 0, to }] : []),
    ];
  });
}

type PlannedWork = Pick<NonNullable<CommunityServiceCase['plan']>, 'from' | 'completesOn' | 'slots'>;

/** What a plan of community service keeps free of everything else, until the day it is done. */
function ofPlan(plan: PlannedWork | null): Busy | undefined {
  if (plan === null || plan.completesOn === null) return undefined;
  const { from, completesOn, slots } = plan;
  return { startsOn: from, endsOn: completesOn, busyOn: (date) => slotTimes(slots, date) };
}

/** Where the centre is the place of work, its class is what the plan is for. */
const isTheWork = (siteId: string | undefined, klass: ClassFact, basis: TrainingBasis): boolean =>
  basis === 'PLACE_OF_WORK' && (siteId === klass.siteId || siteId === klass.centre);

/** Classes that take up hours of the person: a suspended training takes none. */
const classesOf = (state: JourneyState, context: DecideContext, exceptEnrolmentId?: string) =>
  openEnrolments(state)
    .filter(({ enrolmentId, stage }) => enrolmentId !== exceptEnrolmentId && stage !== 'SUSPENDED')
    .flatMap(({ classId, moving, basis }) =>
      [classId, ...(moving === null ? [] : [moving.classId])].flatMap((id) => {
        const klass = context.fact<ClassFact>(classFactKey(id));
        const isOver = klass?.status === 'CANCELLED' || klass?.status === 'FINISHED';
        return klass === undefined || isOver ? [] : [{ klass, basis }];
      }),
    );

/** First date on which a new plan meets a class: people decide which gives way, the sentence waits for no class. */
export function planClash(
  state: JourneyState,
  plan: PlannedWork & { readonly siteId: string },
  context: DecideContext,
): LocalDate | undefined {
  const work = ofPlan(plan);
  if (work === undefined) return undefined;
  return classesOf(state, context)
    .filter(({ klass, basis }) => !isTheWork(plan.siteId, klass, basis))
    .flatMap(({ klass }) => firstClash(ofClass(klass), work, today(context, klass.zone)) ?? [])
    .sort()[0];
}

/** @param exceptEnrolmentId the enrolment that moves: its present class is left. */
export function clashRefusal(
  state: JourneyState,
  klass: ClassFact,
  basis: TrainingBasis,
  context: DecideContext,
  exceptEnrolmentId?: string,
): Refused | undefined {
  const classes = classesOf(state, context, exceptEnrolmentId).map((other) => ofClass(other.klass));
  const plans = standingCases(state)
    .filter(({ plan }) => !isTheWork(plan?.siteId, klass, basis))
    .flatMap(({ plan }) => ofPlan(plan) ?? []);
  for (const other of [...classes, ...plans]) {
    const date = firstClash(ofClass(klass), other, today(context, klass.zone));
    if (date !== undefined) return refuseWith('CLASS_TIME_CONFLICT', { date });
  }
  return undefined;
}
