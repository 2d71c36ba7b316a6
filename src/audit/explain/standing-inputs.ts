/**
 * What stood on record when a command was refused, as far as the refusal names it: hours attended, a stage, a date.
 * Its parameters say which values of the state it was about; only those are moved.
 */
import type { RecordedQuestion } from '../../domain/decide-again.ts';
import type { JsonValue, Refusal } from '../../domain/decider.ts';
import type { Input } from './inputs.ts';
import { leavesOf } from './paths.ts';
import { scaleOf } from './scales.ts';

/** More values than this that happen to be the same as one the refusal names say nothing. */
const MOST_LEAVES = 40;

export function standingInputs(
  question: RecordedQuestion,
  state: unknown,
  { parameters }: Pick<Refusal, 'parameters'>,
): Input[] {
  const { allowed, ...named } = parameters;
  const values = new Set<JsonValue>(Object.values(named));
  const stages = String(allowed ?? '')
    .split(/[,\s|]+/)
    .filter((word) => /^[A-Z_]+$/.test(word));
  return leavesOf(state as JsonValue)
    .filter(({ value }) => values.has(value))
    .slice(0, MOST_LEAVES)
    .flatMap(({ path, value }): Input[] => {
      const asked = (): RecordedQuestion => question;
      const input = {
        name: { kind: 'standing', path: path.join('.') },
        value,
        asked,
        standing: path,
      } as const;
      const scale = scaleOf(value);
      if (scale !== undefined) return [{ ...input, scale }];
      const isCode = typeof value === 'string' && /^[A-Z_]+$/.test(value);
      return isCode && stages.length > 0
        ? [{ ...input, choices: stages.filter((stage) => stage !== value) }]
        : [];
    });
}
