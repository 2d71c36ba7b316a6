/**
 * What it would take: each input is changed alone, in a fixed order, and the command decided again. What is
 * told was tried and is the nearest value found; nothing here knows a rule.
 */
import type { DecidedAgain } from '../../domain/decide-again.ts';
import type { JsonValue } from '../../domain/decider.ts';
import { changeWords } from './change-words.ts';
import type { Input, InputName } from './inputs.ts';
import { type Asked, isOtherwise } from './outcomes.ts';
import { scaleOf } from './scales.ts';
import { shown } from './shown.ts';
import { nearestStretch, type Stretch } from './stretch.ts';
import type { Trial } from './trial.ts';
import type { Words } from './words.ts';

/** One single change that would have made it otherwise. */
export interface Change {
  readonly input: InputName;
  readonly recorded: JsonValue;
  /** The nearest value that would have; for a list, the list without one entry. */
  readonly value: JsonValue;
  /** Up to here in a row; null where it held as far as was looked. Absent for a choice. */
  readonly until?: JsonValue | null;
  readonly direction?: 'up' | 'down';
  /** What the outcome would have been: `accepted`, or the code of the refusal. */
  readonly outcome: string;
  readonly sentence: Words;
}

export interface Otherwise {
  readonly asked: Asked;
  readonly changes: readonly Change[];
  /** How often was decided again; at `complete` false the search was given up before its end. */
  readonly tried: number;
  readonly complete: boolean;
}

export async function otherwise(
  trial: Trial,
  inputs: readonly Input[],
  asked: Asked,
  hints: readonly JsonValue[],
): Promise<Otherwise> {
  const before = trial.made;
  const changes: Change[] = [];
  for (const input of inputs.filter((one) => isLookedAt(one, asked))) {
    if (trial.exhausted) break;
    const found = input.scale === undefined ? chosen(trial, input, asked) : moved(trial, input, asked, hints);
    changes.push(...(await found));
  }
  return { asked, changes, tried: trial.made - before, complete: !trial.exhausted };
}

/** What was accepted would always be refused to somebody, or with an empty register: nobody asks that. */
const CHOSEN_BY_SENDER: ReadonlySet<InputName['kind']> = new Set([
  ...(['field', 'document', 'sent', 'happened', 'policy'] as const),
]);

const isLookedAt = ({ name, choices = [] }: Input, asked: Asked): boolean =>
  asked.kind === 'refusal' ||
  asked.kind === 'warning' ||
  (CHOSEN_BY_SENDER.has(name.kind) && choices.length <= 1);

async function chosen(trial: Trial, input: Input, asked: Asked): Promise<Change[]> {
  const changes: Change[] = [];
  for (const value of input.choices ?? []) {
    const decided = await decidedWith(trial, input, value);
    if (!isOtherwise(decided, asked)) continue;
    const outcome = decided.outcome === 'refused' ? decided.refusal.code : 'accepted';
    changes.push(told(input, { value, outcome }));
  }
  return changes;
}

async function moved(
  trial: Trial,
  input: Input,
  asked: Asked,
  hints: readonly JsonValue[],
): Promise<Change[]> {
  const scale = input.scale!;
  const holds = async (position: number): Promise<boolean> =>
    !trial.exhausted && isOtherwise(await decidedWith(trial, input, scale.toValue(position)), asked);
  const positions = hints.filter((hint) => scaleOf(hint) === scale).map(scale.toNumber);
  const changes: Change[] = [];
  for (const direction of [-1, 1] as const) {
    const line = scale.line(scale.toNumber(input.value));
    const stretch = await nearestStretch(line, direction, positions, holds);
    if (stretch === undefined) continue;
    const decided = await decidedWith(trial, input, scale.toValue(stretch.near));
    const outcome = decided.outcome === 'refused' ? decided.refusal.code : 'accepted';
    changes.push(told(input, { ...placed(input, stretch, direction), outcome }));
  }
  return changes;
}

const decidedWith = (trial: Trial, { asked, standing }: Input, value: JsonValue): Promise<DecidedAgain> =>
  trial.decide(asked(value), standing === undefined ? undefined : { path: standing, value });

const placed = (input: Input, { near, far }: Stretch, direction: 1 | -1) => ({
  value: input.scale!.toValue(near),
  until: far === undefined ? null : input.scale!.toValue(far),
  direction: direction === 1 ? ('up' as const) : ('down' as const),
});

type Found = Pick<Change, 'value' | 'until' | 'direction' | 'outcome'>;

const told = (input: Input, found: Found): Change => {
  const change = { input: input.name, recorded: shown(input.value), ...found, value: shown(found.value) };
  return { ...change, sentence: changeWords(change, input) };
};
