/** Where an auditor stands on both axes of time: after which decision, and on which day of the life. */
import type { LocalDate } from '../../domain/time/moment.ts';
import type { Entry } from './answers.ts';

export interface Position {
  /** Sequence of the last decision that is known; 0 before the first. */
  readonly known: number;
  /** What was known then says about this day; absent: all of it. */
  readonly on?: LocalDate;
}

export interface Axes {
  /** All decisions, refused ones among them, in their order. */
  readonly decisions: readonly Entry[];
  /** Days on which something happened, as far as it is known at the position. */
  readonly days: readonly LocalDate[];
}

const isDay = (text: string | undefined): text is LocalDate => /^\d{4}-\d\d-\d\d$/.test(text ?? '');

/**
 * @param known a decision's sequence, or a date for the end of that day in the capital's zone.
 * @param on a date; anything else is no date.
 */
export function positionOf(
  entries: readonly Entry[],
  known: string | undefined,
  on: string | undefined,
): Position {
  const last = entries.at(-1)?.decision ?? 0;
  const day = isDay(on) ? { on } : {};
  if (isDay(known)) {
    const end = new Date(`${known}T23:59:59.999+07:00`).toISOString();
    return { known: entries.findLast(({ decidedAt }) => decidedAt <= end)?.decision ?? 0, ...day };
  }
  const asked = known === undefined || known === '' ? Number.NaN : Number(known);
  if (!Number.isInteger(asked) || asked < 0) return { known: last, ...day };
  return { known: Math.min(asked, last), ...day };
}

export function axesOf(entries: readonly Entry[], { known, on }: Position): Axes {
  const days = entries
    .filter(({ decision }) => decision <= known)
    .flatMap(({ events }) => events.map(({ occurredAt }) => occurredAt.date));
  return { decisions: entries, days: [...new Set([...days, ...(on === undefined ? [] : [on])])].sort() };
}

/** One step on the axis of what was known; undefined at its end. */
export function stepKnown({ decisions }: Axes, { known, on }: Position, by: -1 | 1): Position | undefined {
  const places = [0, ...decisions.map(({ decision }) => decision)];
  const to = places[places.indexOf(known) + by];
  return to === undefined ? undefined : { known: to, ...(on === undefined ? {} : { on }) };
}

/** One step on the axis of days; back from "all" comes the last day, on from the last day comes "all". */
export function stepDay({ days }: Axes, { known, on }: Position, by: -1 | 1): Position | undefined {
  const place = on === undefined ? days.length : days.indexOf(on);
  const to = place + by;
  if (to < 0 || to > days.length || (on === undefined && by === 1)) return undefined;
  const day = days[to];
  return { known, ...(day === undefined ? {} : { on: day }) };
}

export const positionQuery = ({ known, on }: Position): string =>
  new URLSearchParams({ known: String(known), ...(on === undefined ? {} : { on }) }).toString();
