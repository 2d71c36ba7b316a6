/** Recurring weekly slots, counted out into dates and minutes. */
import { addDays, dayOfWeek } from '../time/index.ts';
import type { LocalDate } from '../time/moment.ts';
import type { Slot } from './commands.ts';

const MINUTES_PER_DAY = 24 * 60;

/** `HH:MM` as minutes of the day. */
export const clockMinutes = (clock: string): number =>
  Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

const crossesMidnight = (slot: Slot): boolean => clockMinutes(slot.end) <= clockMinutes(slot.start);

/** Net minutes of a slot on its own date, and after midnight on the next. The break counts first. */
export const slotMinutes = (slot: Slot): { own: number; next: number } => {
  const start = clockMinutes(slot.start);
  const end = clockMinutes(slot.end) + (crossesMidnight(slot) ? MINUTES_PER_DAY : 0);
  const ownGross = Math.min(end, MINUTES_PER_DAY) - start;
  const nextGross = Math.max(0, end - MINUTES_PER_DAY);
  const breakLeft = Math.max(0, slot.breakMinutes - ownGross);
  return {
    own: Math.max(0, ownGross - slot.breakMinutes),
    next: Math.max(0, nextGross - breakLeft),
  };
};

/** Net minutes that the slots put on a weekday, 1 = Monday, with what reaches over from the day before. */
export const weekdayMinutes = (slots: readonly Slot[], weekday: number): number =>
  slots.reduce((sum, slot) => {
    const { own, next } = slotMinutes(slot);
    const following = (slot.weekday % 7) + 1;
    return sum + (slot.weekday === weekday ? own : 0) + (following === weekday ? next : 0);
  }, 0);

/** Net minutes of a whole week, each day capped at the daily limit. */
export const weeklyMinutes = (slots: readonly Slot[], dailyLimitMinutes: number): number =>
  [1, 2, 3, 4, 5, 6, 7].reduce(
    (sum, weekday) => sum + Math.min(dailyLimitMinutes, weekdayMinutes(slots, weekday)),
    0,
  );

/** True where two slots of the same week share time. */
export const slotsOverlap = (slots: readonly Slot[]): boolean => {
  const spans = slots
    .map((slot) => {
      const start = (slot.weekday - 1) * MINUTES_PER_DAY + clockMinutes(slot.start);
      const length =
        clockMinutes(slot.end) - clockMinutes(slot.start) + (crossesMidnight(slot) ? MINUTES_PER_DAY : 0);
      return { start, end: start + length };
    })
    .sort((a, b) => a.start - b.start);
  const week = 7 * MINUTES_PER_DAY;
  return spans.some((span, index) => {
    const following = spans[index + 1];
    if (following !== undefined) return following.start < span.end;
    const first = spans[0];
    return first !== undefined && index > 0 && first.start + week < span.end;
  });
};

/** Dates from `from` to `until`, both included, on which the slots put work. */
export const datesTouchedBy = (slots: readonly Slot[], from: LocalDate, until: LocalDate): LocalDate[] => {
  const busy = new Set([1, 2, 3, 4, 5, 6, 7].filter((weekday) => weekdayMinutes(slots, weekday) > 0));
  const dates: LocalDate[] = [];
  for (let date = from; date <= until; date = addDays(date, 1)) {
    if (busy.has(dayOfWeek(date))) dates.push(date);
  }
  return dates;
};
