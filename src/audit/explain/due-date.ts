/**
 * Which inputs a due date hangs on: each is moved by one step, the decision is made again, and it is looked
 * whether the entity then waits for another time. Nothing here knows how any deadline is computed.
 */
import { type EntityState, foldEntity } from '../../domain/decide.ts';
import type { RecordedQuestion } from '../../domain/decide-again.ts';
import type { JsonValue } from '../../domain/decider.ts';
import { deciderOfStream } from '../../domain/deciders.ts';
import { type CalendarFact, holidayDates } from '../../domain/registers/calendar.ts';
import { addDays, addMonths, addWorkingDays, addYears, isLocalDate } from '../../domain/time/index.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { questionOf, type Step } from '../life.ts';
import { type Input, type InputName, inputsOf } from './inputs.ts';
import { leavesOf } from './paths.ts';
import type { AuditRecord } from './record.ts';
import { scaleOf } from './scales.ts';
import { Trial } from './trial.ts';

export interface DueOf {
  readonly kind: string;
  readonly subject: string;
  readonly dueAt: Moment;
}

export interface Arithmetic {
  readonly policy: string;
  readonly count: number;
  readonly unit: string;
  /** The date counted from, and where it stands. */
  readonly from: string;
  readonly field: string;
  /** For working days: the calendar and its version, and the holidays that were passed over. */
  readonly calendar: {
    readonly key: string;
    readonly version: number;
    readonly holidays: readonly string[];
  } | null;
}

export interface DueDate {
  /** Decision in which the date was fixed. */
  readonly sequence: number;
  /** Inputs that move it when they move by one step, and to which date. */
  readonly movedBy: readonly {
    readonly input: InputName;
    readonly step: JsonValue;
    readonly to: string | null;
  }[];
  readonly arithmetic: Arithmetic | null;
}

const MOST_TRIALS = 400;

/** Undefined where nothing of this decision moves the date: it was fixed by an earlier one. */
export async function dueDateFrom(record: AuditRecord, step: Step, due: DueOf): Promise<DueDate | undefined> {
  const { decision, before, after } = step;
  const decider = deciderOfStream(decision.stream);
  const question = await questionOf(decision, record.facts);
  const trial = new Trial(decider, before, record.facts, decision, MOST_TRIALS, record.signal);
  const wanted = (state: EntityState<unknown>): string[] =>
    decider
      .deadlines(state.domain)
      .filter(({ kind, subject }) => kind === due.kind && subject === due.subject)
      .map(({ dueAt }) => dueAt.date);
  const now = wanted(after);
  const policies = decision.detail.policies ?? [];
  const inputs = inputsOf(question, { policies, earliest: before.recordedAt, others: new Map() });
  const movedBy: DueDate['movedBy'][number][] = [];
  for (const input of inputs.filter(isCounted)) {
    const next = oneStep(input);
    if (next === undefined) continue;
    const decided = await trial.decide(input.asked(next));
    if (decided.outcome !== 'accepted') continue;
    const then = wanted(foldEntity(decider, before, decided.events));
    const to = then[0] ?? null;
    if (to !== (now[0] ?? null)) movedBy.push({ input: input.name, step: next, to });
  }
  if (movedBy.length === 0) return undefined;
  return { sequence: decision.sequence, movedBy, arithmetic: arithmeticOf(step, question, movedBy, due) };
}

const isCounted = ({ name }: Input): boolean =>
  name.kind === 'field' || name.kind === 'sent' || name.kind === 'happened' || name.kind === 'policy';

function oneStep({ scale, value, choices }: Input): JsonValue | undefined {
  if (scale !== undefined)
    return scale.toValue(scale.toNumber(value) + (scale.name === 'reading' ? 1_440 : 1));
  return choices?.[0];
}

/** Says the date as a sum where a policy that moves it, counted from a date of the decision, gives just that date. */
function arithmeticOf(
  step: Step,
  question: RecordedQuestion,
  movedBy: DueDate['movedBy'],
  due: DueOf,
): Arithmetic | null {
  const dates = datesOf(step, question, due);
  for (const { input } of movedBy) {
    if (input.kind !== 'policy') continue;
    const { policy, unit } = input;
    const count = policyValue(question, policy, input.from);
    if (typeof count !== 'number') continue;
    for (const { field, date } of dates) {
      const found = counted(date, count, unit, due.dueAt.date, question);
      if (found !== undefined) return { policy, count, unit, from: date, field, calendar: found.calendar };
    }
  }
  return null;
}

const policyValue = ({ facts }: RecordedQuestion, policy: string, from: string): JsonValue | undefined => {
  const fact = facts.find(({ key }) => key === `policy/${policy}`)?.value as
    | { values: { from: string; value: JsonValue }[] }
    | undefined;
  return fact?.values.findLast((dated) => dated.from === from)?.value;
};

/** Dates of the command first, then of its events, then the day itself. */
function datesOf({ decision, events }: Step, { command }: RecordedQuestion, { dueAt }: DueOf) {
  const named = leavesOf(command.data as JsonValue).map(({ path, value }) => ({
    field: path.join('.'),
    value,
  }));
  const made = events.flatMap(({ type, data, occurredAt }) => [
    ...leavesOf(data).map(({ path, value }) => ({ field: `${type}.${path.join('.')}`, value })),
    { field: `${type}`, value: occurredAt.date },
  ]);
  const day = { field: 'now', value: decision.now.slice(0, 10) };
  return [...named, ...made, day].flatMap(({ field, value }) => {
    const date = typeof value === 'string' ? value.slice(0, 10) : '';
    return isLocalDate(date) && date !== dueAt.date && scaleOf(value ?? undefined) !== undefined
      ? [{ field, date }]
      : [];
  });
}

function counted(
  date: string,
  count: number,
  unit: string,
  due: string,
  { facts }: RecordedQuestion,
): { calendar: Arithmetic['calendar'] } | undefined {
  if (!Number.isInteger(count) || Math.abs(count) > 2_000) return undefined;
  if (unit.startsWith('working days')) {
    for (const { key, version, value } of facts) {
      if (!key.startsWith('calendar/') || value === null) continue;
      const holidays = holidayDates(value as unknown as CalendarFact);
      const sign = due < date ? -1 : 1;
      if (addWorkingDays(date, sign * count, holidays) !== due) continue;
      const [first, last] = sign === 1 ? [date, due] : [due, date];
      return { calendar: { key, version, holidays: holidays.filter((day) => day > first && day <= last) } };
    }
    return undefined;
  }
  const sums = unit.startsWith('year')
    ? [addYears(date, count)]
    : unit.startsWith('month')
      ? [addMonths(date, count), addMonths(date, -count)]
      : unit.startsWith('day')
        ? [addDays(date, count), addDays(date, -count)]
        : [];
  return sums.includes(due) ? { calendar: null } : undefined;
}
