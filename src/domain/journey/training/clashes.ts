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

/** What a plan of community service keeps free of everything else, until the day it is done. */
function ofPlan({ plan }: CommunityServiceCase): Busy | undefined {
  if (plan === null || plan.completesOn === null) return undefined;
  const { from, completesOn, slots } = plan;
  return { startsOn: from, endsOn: completesOn, busyOn: (date) => slotTimes(slots, date) };
}

/** Where the centre is the place of work, its class is what the plan is for. */
const isTheWork = ({ plan }: CommunityServiceCase, klass: ClassFact, basis: TrainingBasis): boolean =>
  basis === 'PLACE_OF_WORK' && (plan?.siteId === klass.siteId || plan?.siteId === klass.centre);

/** @param exceptEnrolmentId the enrolment that moves: its present class is left. */
export function clashRefusal(
  state: JourneyState,
  klass: ClassFact,
  basis: TrainingBasis,
  context: DecideContext,
  exceptEnrolmentId?: string,
): Refused | undefined {
  const classes = openEnrolments(state)
    .filter(({ enrolmentId, stage }) => enrolmentId !== exceptEnrolmentId && stage !== 'SUSPENDED')
    .flatMap(({ classId, moving }) => [classId, ...(moving === null ? [] : [moving.classId])])
    .map((classId) => context.fact<ClassFact>(classFactKey(classId)))
    .filter((other) => other !== undefined && other.status !== 'CANCELLED' && other.status !== 'FINISHED')
    .map((other) => ofClass(other as ClassFact));
  const plans = standingCases(state)
    .filter((found) => !isTheWork(found, klass, basis))
    .flatMap((found) => ofPlan(found) ?? []);
  for (const other of [...classes, ...plans]) {
    const date = firstClash(ofClass(klass), other, today(context, klass.zone));
    if (date !== undefined) return refuseWith('CLASS_TIME_CONFLICT', { date });
  }
  return undefined;
}
