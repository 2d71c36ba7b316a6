/** Leaves of a value by their path, `breaks.0.start`, and a copy with one of them changed. */
import type { JsonValue } from '../../domain/decider.ts';

export interface Leaf {
  readonly path: readonly string[];
  readonly value: JsonValue;
}

/** Longer lists are registers of their own (holidays, timetables), and no input that somebody chose. */
const LONGEST_LIST = 20;

export function leavesOf(value: JsonValue | undefined, path: readonly string[] = []): Leaf[] {
  if (value === undefined) return [];
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  if (Array.isArray(value) && value.length > LONGEST_LIST) return [];
  return Object.entries(value).flatMap(([name, held]) => leavesOf(held, [...path, name]));
}

/** Lists with few entries, by path. */
export function shortListsOf(
  value: JsonValue | undefined,
  path: readonly string[] = [],
): { path: readonly string[]; value: JsonValue[] }[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) {
    return value.length > 0 && value.length <= LONGEST_LIST ? [{ path, value }] : [];
  }
  return Object.entries(value).flatMap(([name, held]) => shortListsOf(held, [...path, name]));
}

export function withValue(holder: JsonValue, path: readonly string[], value: JsonValue): JsonValue {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  if (Array.isArray(holder)) {
    return holder.map((item, index) => (String(index) === first ? withValue(item, rest, value) : item));
  }
  const fields = holder as { [name: string]: JsonValue };
  return { ...fields, [first]: withValue(fields[first] ?? null, rest, value) };
}
