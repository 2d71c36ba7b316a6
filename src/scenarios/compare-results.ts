/**
 * Holds two runs of one scenario against each other. Both ways must give the same refusals, warnings,
 * events and dates; only what each run makes for itself (ids, sealed text, blind indexes, the seconds
 * that a real clock adds) may differ.
 */
import type { JsonValue, RecordedEvent } from '../domain/decider.ts';
import type { ScenarioResult, StepResult } from './result.ts';
import { isObject } from './scenario.ts';

const MADE_BY_THE_RUN: ReadonlySet<string> = new Set(['nikIndex', 'caseNumberIndex', 'personId']);

/** What differs, one sentence each; empty = the two agree. */
export function compareResults(left: ScenarioResult, right: ScenarioResult): string[] {
  return [...compareSteps(left, right), ...compareJourneys(left, right)];
}

function compareSteps(left: ScenarioResult, right: ScenarioResult): string[] {
  if (left.steps.length !== right.steps.length) {
    return [`${left.driver} ${left.steps.length} langkah, ${right.driver} ${right.steps.length} langkah`];
  }
  return left.steps.flatMap((step, index) => {
    const other = right.steps[index]!;
    return (['outcome', 'refusal', 'warnings', 'balance'] as const).flatMap((part) =>
      difference(`baris ${step.line} (${step.about}) ${part}`, told(step, part), told(other, part)),
    );
  });
}

const told = (step: StepResult, part: 'outcome' | 'refusal' | 'warnings' | 'balance'): JsonValue =>
  normal(step[part] as unknown as JsonValue);

function compareJourneys(left: ScenarioResult, right: ScenarioResult): string[] {
  return Object.entries(left.journeys).flatMap(([alias, events]) => {
    const others = right.journeys[alias] ?? [];
    const lines = events.map(eventLine);
    const otherLines = others.map(eventLine);
    const first = lines.findIndex((line, index) => line !== otherLines[index]);
    if (first >= 0)
      return difference(`${alias}, peristiwa ${first + 1}`, lines[first]!, otherLines[first] ?? '');
    return lines.length === otherLines.length
      ? []
      : [`${alias}: ${lines.length} peristiwa, yang lain ${otherLines.length}`];
  });
}

const eventLine = (event: RecordedEvent): string =>
  `${event.type} ${event.occurredAt.date} ${JSON.stringify(normal(event.data as JsonValue))}`;

const difference = (where: string, left: JsonValue, right: JsonValue): string[] => {
  const [one, two] = [JSON.stringify(left), JSON.stringify(right)];
  return one === two ? [] : [`${where}: ${one} berbeda dari ${two}`];
};

/** Keys in order, and what each run makes for itself left out. */
export function normal(value: JsonValue): JsonValue {
  if (typeof value === 'string') return value.startsWith('sealed:v1:') ? 'sealed' : value;
  if (Array.isArray(value)) return value.map(normal);
  if (!isObject(value)) return value ?? null;
  const entries = Object.entries(value)
    .filter(([key, item]) => !MADE_BY_THE_RUN.has(key) && item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    entries.map(([key, item]) => [
      key,
      // A real clock goes on between two calls: the day is what the law looks at.
      key === 'firedAt' && typeof item === 'string' ? item.slice(0, 10) : normal(item),
    ]),
  );
}
