/** A state as rows that can be read and compared: one for each value, by its path. */
import type { JsonValue } from '../../domain/decider.ts';

export interface StateRow {
  /** Path of the value, for example `cases › c1 › stage`. */
  readonly path: readonly string[];
  /** A single value, a moment, or a short list of single values. */
  readonly value: JsonValue;
}

/** A keyed index leads nowhere without its key. */
const isIndex = (field: string): boolean => field.endsWith('Index');

const isMoment = (value: JsonValue): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && 'at' in value && 'zone' in value;

const isSingle = (value: JsonValue): boolean =>
  typeof value !== 'object' || value === null || isMoment(value);

/** What stands nowhere is shown nowhere: empty lists and objects give no row. */
export function stateRows(value: JsonValue, path: readonly string[] = []): StateRow[] {
  if (isSingle(value)) return [{ path, value }];
  if (Array.isArray(value)) {
    if (value.length === 0) return [];
    if (value.every(isSingle)) return [{ path, value }];
    return value.flatMap((item, place) => stateRows(item, [...path, String(place + 1)]));
  }
  return Object.entries(value as { readonly [field: string]: JsonValue })
    .filter(([field]) => !isIndex(field))
    .flatMap(([field, held]) => stateRows(held, [...path, field]));
}

export const pathKey = (path: readonly string[]): string => path.join(' › ');

export interface StateChange {
  readonly path: readonly string[];
  /** Undefined where it was not there. */
  readonly before: JsonValue | undefined;
  /** Undefined where it is not there any more. */
  readonly after: JsonValue | undefined;
}

const textOf = (value: JsonValue | undefined): string => (value === undefined ? '' : JSON.stringify(value));

/** In the order of the later state; what went stands last. A value that became or was null counts as there. */
export function changesBetween(before: readonly StateRow[], after: readonly StateRow[]): StateChange[] {
  const was = new Map(before.map(({ path, value }) => [pathKey(path), value]));
  const is = new Set(after.map(({ path }) => pathKey(path)));
  return [
    ...after.flatMap(({ path, value }): StateChange[] => {
      const old = was.get(pathKey(path));
      return textOf(old) === textOf(value) ? [] : [{ path, before: old, after: value }];
    }),
    ...before
      .filter(({ path }) => !is.has(pathKey(path)))
      .map(({ path, value }): StateChange => ({ path, before: value, after: undefined })),
  ];
}
