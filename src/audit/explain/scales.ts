/** Values that can be moved step by step: whole numbers, local dates by day, clock readings by minute. */
import type { JsonValue } from '../../domain/decider.ts';
import { dateOfDayNumber, dayNumberOf } from '../../domain/time/day-number.ts';
import { isLocalDate, isLocalDateTime, wallClockSeconds } from '../../domain/time/index.ts';
import type { Line } from './stretch.ts';

export type ScaleName = 'number' | 'date' | 'reading';

export interface Scale {
  readonly name: ScaleName;
  readonly toNumber: (value: JsonValue) => number;
  readonly toValue: (position: number) => JsonValue;
  readonly line: (from: number) => Line;
}

/** Two days of minutes, three years of days, and numbers up to some thousands away. */
const REACH = { number: 16_384, date: 1_024, reading: 2_048 } as const;

const readingOf = (minutes: number): string => {
  const day = Math.floor(minutes / 1_440);
  const rest = minutes - day * 1_440;
  const clock = `${String(Math.floor(rest / 60)).padStart(2, '0')}:${String(rest % 60).padStart(2, '0')}`;
  return `${dateOfDayNumber(day)}T${clock}`;
};

const lineOf = (reach: number, least: number) => (from: number) => ({
  from,
  least,
  most: Number.MAX_SAFE_INTEGER,
  reach,
});

const NUMBER: Scale = {
  name: 'number',
  toNumber: Number,
  toValue: (position) => position,
  line: (from) => lineOf(Math.max(REACH.number, Math.abs(from) * 4), Math.min(0, from))(from),
};
export const DATE: Scale = {
  name: 'date',
  toNumber: (value) => dayNumberOf(String(value)),
  toValue: dateOfDayNumber,
  line: lineOf(REACH.date, Number.MIN_SAFE_INTEGER),
};
const READING: Scale = {
  name: 'reading',
  toNumber: (value) => Math.floor(wallClockSeconds(String(value)) / 60),
  toValue: readingOf,
  line: lineOf(REACH.reading, Number.MIN_SAFE_INTEGER),
};

/** The scale a value stands on; undefined for codes, ids, texts and truth values. */
export function scaleOf(value: JsonValue | undefined): Scale | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? NUMBER : undefined;
  if (typeof value !== 'string') return undefined;
  if (isLocalDate(value)) return DATE;
  return isLocalDateTime(value) ? READING : undefined;
}
