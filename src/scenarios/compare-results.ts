/**
 * Holds two runs of one scenario against each other. Both ways must give the same refusals, warnings,
 * events and dates; only what each run makes for itself (ids, sealed text, blind indexes, the seconds
 * that a real clock adds) may differ.
 */
import type { JsonValue, RecordedEvent } from '../domain/decider.ts';
import { renderRefusal } from '../domain/law/refusals.ts';
import { withNumberedIds } from './numbered-ids.ts';
import type { ScenarioResult, StepResult } from './result.ts';
import { isObject } from './scenario.ts';

const MADE_BY_THE_RUN: ReadonlySet<string> = new Set([
  'nikIndex',
  'caseNumberIndex',
  'personId',
  // What was not understood is told in each door's own words.
  'field',
]);
/** A real clock goes on between two calls: of these the day is what the law looks at. */
const ONLY_THE_DAY: ReadonlySet<string> = new Set(['firedAt']);

/** What differs, one sentence each; empty = the two agree. */
export function compareResults(one: ScenarioResult, other: ScenarioResult): string[] {
  const [left, right] = [withNumberedIds(one), withNumberedIds(other)];
  return [
    ...compareSteps(left, right),
    ...compareStreams(left.journeys, right.journeys),
    ...compareStreams(left.entities ?? {}, right.entities ?? {}),
  ];
}

function compareSteps(left: ScenarioResult, right: ScenarioResult): string[] {
  if (left.steps.length !== right.steps.length) {
    return [`${left.driver} ${left.steps.length} langkah, ${right.driver} ${right.steps.length} langkah`];
  }
  return left.steps.flatMap((step, index) =>
    unlike(told(step), told(right.steps[index]!), `baris ${step.line} (${step.about})`),
  );
}

function told({ outcome, refusal, warnings, balance }: StepResult): JsonValue {
  const article = refusal === null ? null : renderRefusal(refusal).article;
  const said = refusal === null ? null : { ...refusal, article };
  return { outcome, refusal: said, warnings, balance } as unknown as JsonValue;
}

function compareStreams(left: Streams, right: Streams): string[] {
  return Object.entries(left).flatMap(([alias, events]) => {
    const others = right[alias] ?? [];
    const first = events
      .map((event, index) => unlike(shown(event), shown(others[index]), `${alias}, peristiwa ${index + 1}`))
      .find((differences) => differences.length > 0);
    if (first !== undefined) return first;
    return events.length === others.length
      ? []
      : [`${alias}: ${events.length} peristiwa, yang lain ${others.length}`];
  });
}

type Streams = ScenarioResult['journeys'];

const shown = (event: RecordedEvent | undefined): JsonValue =>
  event === undefined
    ? null
    : { type: event.type, date: event.occurredAt.date, data: event.data as JsonValue };

const isSealed = (value: JsonValue | undefined): boolean =>
  typeof value === 'string' && value.startsWith('sealed:v1:');

/** Where two values differ. Text that either run keeps sealed cannot be compared and is passed over. */
export function unlike(left: JsonValue | undefined, right: JsonValue | undefined, where: string): string[] {
  if (isSealed(left) || isSealed(right)) return [];
  if (Array.isArray(left) && Array.isArray(right) && left.length === right.length) {
    return left.flatMap((item, index) => unlike(item, right[index], `${where}[${index + 1}]`));
  }
  if (isObject(left) && isObject(right)) {
    const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])];
    return keys
      .filter((key) => !MADE_BY_THE_RUN.has(key))
      .flatMap((key) => unlike(dayOnly(key, left[key]), dayOnly(key, right[key]), `${where}.${key}`));
  }
  const [one, two] = [JSON.stringify(left ?? null), JSON.stringify(right ?? null)];
  return one === two || isSameButForTheClock(one, two) ? [] : [`${where}: ${one} berbeda dari ${two}`];
}

const INSTANT = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z/g;
const MOST_SECONDS = 60;

/** What is counted in clock hours starts at a moment that is no whole second where a real clock runs. */
function isSameButForTheClock(one: string, two: string): boolean {
  if (one.replaceAll(INSTANT, '') !== two.replaceAll(INSTANT, '')) return false;
  const others = two.match(INSTANT) ?? [];
  return (one.match(INSTANT) ?? []).every((instant, index) => {
    const other = others[index]!;
    const ticks = !instant.endsWith('.000Z') || !other.endsWith('.000Z');
    return (
      instant === other || (ticks && Math.abs(Date.parse(instant) - Date.parse(other)) < MOST_SECONDS * 1000)
    );
  });
}

const dayOnly = (key: string, value: JsonValue | undefined): JsonValue | undefined =>
  ONLY_THE_DAY.has(key) && typeof value === 'string' ? value.slice(0, 10) : value;
