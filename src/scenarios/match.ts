/** Holds what came against what a file expects, in the file's own way of writing dates. */
import type { JsonObject, JsonValue, RecordedEvent } from '../domain/decider.ts';
import { isInstant } from '../domain/time/instant.ts';
import type { Moment, Zone } from '../domain/time/moment.ts';
import { localDateTimeOf, momentAt } from '../domain/time/moments.ts';
import { type EventPattern, isObject } from './scenario.ts';

/** Gives ids for the short names that a file uses. */
export type Resolve = (key: string, text: string) => string;

const isMoment = (value: JsonValue | undefined): value is JsonObject =>
  isObject(value) && typeof value.at === 'string' && typeof value.date === 'string' && 'zone' in value;

/** `2026-09-28 23:59:59` for every way in which a point in time may be stored. */
export function readable(value: JsonValue | undefined, zone: Zone): JsonValue | undefined {
  if (isMoment(value)) return localDateTimeOf(value as unknown as Moment).replace('T', ' ');
  if (typeof value !== 'string') return value;
  const stored: string = value;
  if (isInstant(value)) return localDateTimeOf(momentAt(value, zone)).replace('T', ' ');
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(stored) ? padded(stored.replace('T', ' ')) : stored;
}

const padded = (text: string): string => (text.length === 16 ? `${text}:00` : text);

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(:\d{2})?$/;

function sameText(expected: string, actual: JsonValue | undefined, zone: Zone): boolean {
  const shown = readable(actual, zone);
  if (typeof shown !== 'string') return String(shown) === expected;
  if (DATE.test(expected)) return shown.slice(0, 10) === expected;
  if (DATE_TIME.test(expected)) return shown === padded(expected.replace('T', ' '));
  return shown === expected;
}

/** Every field of `expected` that `actual` does not have so, as one sentence each. */
export function differences(
  expected: JsonValue,
  actual: JsonValue | undefined,
  zone: Zone,
  resolve: Resolve,
  path = '',
): string[] {
  if (isObject(expected) && !isMoment(actual)) {
    // `0` names the first of a list.
    if (Array.isArray(actual)) return differences(expected, { ...actual }, zone, resolve, path);
    if (!isObject(actual)) return [`${path || 'isi'}: tidak ada`];
    return Object.entries(expected).flatMap(([key, value]) =>
      differences(value, actual[key], zone, resolve, path === '' ? key : `${path}.${key}`),
    );
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) {
      return [`${path}: diharapkan ${expected.length} butir, yang ada ${shown(actual, zone)}`];
    }
    return expected.flatMap((value, index) =>
      differences(value, actual[index], zone, resolve, `${path}[${index + 1}]`),
    );
  }
  const wanted = typeof expected === 'string' ? resolve(path.split('.').at(-1) ?? '', expected) : expected;
  const same = typeof wanted === 'string' ? sameText(wanted, actual, zone) : wanted === (actual ?? null);
  return same ? [] : [`${path}: diharapkan ${wanted}, yang ada ${shown(actual, zone)}`];
}

const shown = (value: JsonValue | undefined, zone: Zone): string => {
  const text = readable(value, zone);
  return text === undefined ? 'tidak ada' : typeof text === 'object' ? JSON.stringify(text) : String(text);
};

const isDeadlineEvent = (type: string): boolean => type.startsWith('Deadline');

const matches = (pattern: EventPattern, event: RecordedEvent, zone: Zone, resolve: Resolve): boolean =>
  pattern.type === event.type &&
  differences(pattern.fields, event.data as JsonValue, zone, resolve).length === 0;

/** All events in order; deadline events are passed over where the file does not name them. */
export function sequenceProblem(
  expected: readonly EventPattern[],
  events: readonly RecordedEvent[],
  zone: Zone,
  resolve: Resolve,
): string | null {
  let position = 0;
  for (const event of events) {
    const pattern = expected[position];
    if (pattern !== undefined && matches(pattern, event, zone, resolve)) position += 1;
    else if (isDeadlineEvent(event.type)) continue;
    else if (pattern === undefined) return `peristiwa ${event.type} ${compact(event, zone)} tidak diharapkan`;
    else return mismatch(pattern, event, zone, resolve);
  }
  const missing = expected[position];
  return missing === undefined ? null : `peristiwa ${missing.type} diharapkan, tetapi tidak terjadi`;
}

/** Events that must be among those that came, in this order. */
export function inclusionProblem(
  expected: readonly EventPattern[],
  events: readonly RecordedEvent[],
  zone: Zone,
  resolve: Resolve,
): string | null {
  let position = 0;
  for (const pattern of expected) {
    const found = events.findIndex(
      (event, index) => index >= position && matches(pattern, event, zone, resolve),
    );
    if (found < 0) {
      const near = events.filter((event) => event.type === pattern.type);
      const candidates = near.map((event) => compact(event, zone)).join('; ') || 'tidak ada';
      return `peristiwa ${pattern.type} ${JSON.stringify(pattern.fields)} diharapkan; yang sejenis: ${candidates}`;
    }
    position = found + 1;
  }
  return null;
}

function mismatch(pattern: EventPattern, event: RecordedEvent, zone: Zone, resolve: Resolve): string {
  if (pattern.type !== event.type) {
    return `peristiwa ${pattern.type} diharapkan, yang terjadi ${event.type} ${compact(event, zone)}`;
  }
  return `${event.type}: ${differences(pattern.fields, event.data as JsonValue, zone, resolve).join('; ')}`;
}

/** Short fields of an event, for people. Sealed text is never shown. */
export function compact(event: RecordedEvent, zone: Zone): string {
  const parts = Object.entries(event.data as JsonObject).flatMap(([key, value]) => {
    const text = readable(value, zone);
    if (text === undefined || text === null || typeof text === 'object') return [];
    if (typeof text === 'string' && text.startsWith('sealed:')) return [];
    return [`${key}=${text}`];
  });
  return parts.length === 0 ? '' : `(${parts.join(', ')})`;
}
