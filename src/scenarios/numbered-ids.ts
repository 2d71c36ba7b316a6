/**
 * Ids that the server makes of a command's id differ from run to run. Two runs agree when the same thing
 * stands at the same places, so each id is exchanged for its kind and the order in which it first came up.
 */
import type { ScenarioResult } from './result.ts';
import { isObject } from './scenario.ts';

/** As `derivedId` makes them: a letter for the kind, then hex; also within addresses, streams and deadlines. */
const DERIVED = /\b[a-z][0-9a-f]{28}\b/g;

export function withNumberedIds(result: ScenarioResult): ScenarioResult {
  const numbers = new Map<string, string>();
  const counts = new Map<string, number>();
  const numbered = (id: string): string => {
    const known = numbers.get(id);
    if (known !== undefined) return known;
    const kind = id.charAt(0);
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    numbers.set(id, `${kind}#${count}`);
    return `${kind}#${count}`;
  };
  const rename = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replaceAll(DERIVED, numbered);
    if (Array.isArray(value)) return value.map(rename);
    if (!isObject(value as never)) return value;
    // In the order of the keys: a ledger does not keep the order in which they were written.
    const entries = Object.entries(value as object).sort(([one], [other]) => (one < other ? -1 : 1));
    return Object.fromEntries(entries.map(([key, item]) => [rename(key), rename(item)]));
  };
  // What a step saw first, then the streams: both runs look in the same order.
  const { steps, journeys, entities = {} } = result;
  const seen = { steps: rename(steps), journeys: rename(journeys), entities: rename(entities) };
  return { ...result, ...(seen as Pick<ScenarioResult, 'steps' | 'journeys' | 'entities'>) };
}
