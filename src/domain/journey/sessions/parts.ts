/**
 * From clock readings to net minutes per local date: what was worked, before the law is asked
 * how much of it counts.
 */
import { isLocalDateTime, splitAtMidnight, wallClockSeconds } from '../../time/index.ts';
import type { LocalDateTime } from '../../time/moment.ts';
import type { Break } from '../commands.ts';
import type { Part } from '../events.ts';

/** A day has 24 hours (KUHP art. 185): a longer session is a forgotten check-out or a typing error. */
export const LONGEST_SESSION_SECONDS = 24 * 3600;

/** What is wrong with the times of an entry. */
export type TimesProblem =
  | 'NOT_A_TIME'
  | 'END_NOT_AFTER_START'
  | 'LONGER_THAN_A_DAY'
  | 'BREAK_END_NOT_AFTER_START'
  | 'BREAK_OUTSIDE_SESSION'
  | 'BREAKS_OVERLAP'
  | 'NO_FULL_MINUTE'
  | 'IN_FUTURE'
  | 'BEFORE_RULING';

/** Start and end in seconds on one wall clock. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface WorkedTimes {
  readonly start: LocalDateTime;
  readonly end: LocalDateTime;
  readonly breaks: readonly Break[];
}

const spanOf = ({ start, end }: { start: LocalDateTime; end: LocalDateTime }): Span => ({
  from: wallClockSeconds(start),
  to: wallClockSeconds(end),
});

const orderedBreaks = (breaks: readonly Break[]): Span[] =>
  breaks.map(spanOf).sort((left, right) => left.from - right.from);

/** @returns what is wrong with the readings themselves, or nothing. */
export function timesProblem({ start, end, breaks }: WorkedTimes): TimesProblem | undefined {
  const readings = [start, end, ...breaks.flatMap((pause) => [pause.start, pause.end])];
  if (!readings.every(isLocalDateTime)) return 'NOT_A_TIME';
  const session = spanOf({ start, end });
  if (session.to <= session.from) return 'END_NOT_AFTER_START';
  if (session.to - session.from > LONGEST_SESSION_SECONDS) return 'LONGER_THAN_A_DAY';
  let previousEnd = session.from;
  for (const pause of orderedBreaks(breaks)) {
    if (pause.to <= pause.from) return 'BREAK_END_NOT_AFTER_START';
    if (pause.from < session.from || pause.to > session.to) return 'BREAK_OUTSIDE_SESSION';
    if (pause.from < previousEnd) return 'BREAKS_OVERLAP';
    previousEnd = pause.to;
  }
  return undefined;
}

/**
 * Pauses long enough not to be credited. Pauses that touch are one pause, so that a long one cannot be
 * entered as several short ones; a pause over midnight is measured whole.
 */
export function uncreditedPauses(breaks: readonly Break[], thresholdMinutes: number): Span[] {
  const joined: Span[] = [];
  for (const pause of orderedBreaks(breaks)) {
    const last = joined.at(-1);
    if (last !== undefined && pause.from <= last.to) {
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, pause.to) };
    } else joined.push(pause);
  }
  return joined.filter((pause) => pause.to - pause.from >= thresholdMinutes * 60);
}

/** Stretches of work between the uncredited pauses, in seconds on the wall clock of the site. */
export function workedSpans(times: WorkedTimes, thresholdMinutes: number): Span[] {
  const session = spanOf(times);
  const spans: Span[] = [];
  let from = session.from;
  for (const pause of uncreditedPauses(times.breaks, thresholdMinutes)) {
    if (pause.from > from) spans.push({ from, to: pause.from });
    from = pause.to;
  }
  if (session.to > from) spans.push({ from, to: session.to });
  return spans;
}

export const secondsWithin = (spans: readonly Span[], frame: Span): number =>
  spans.reduce(
    (sum, span) => sum + Math.max(0, Math.min(span.to, frame.to) - Math.max(span.from, frame.from)),
    0,
  );

/**
 * Splits a session at each local midnight and gives the net minutes of every date, rounded down.
 * The readings must have passed {@link timesProblem}.
 *
 * @param thresholdMinutes a break of this length or longer is not credited (L-23); shorter ones are.
 */
export function partsOf(times: WorkedTimes, thresholdMinutes: number): Part[] {
  const worked = workedSpans(times, thresholdMinutes);
  return splitAtMidnight(times.start, times.end).map(({ date, start, end }) => ({
    date,
    start,
    end,
    minutes: Math.floor(secondsWithin(worked, spanOf({ start, end })) / 60),
  }));
}

export const totalMinutes = (parts: readonly Part[]): number =>
  parts.reduce((sum, part) => sum + part.minutes, 0);
