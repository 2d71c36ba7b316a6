/** What runs a rule pack: a script from the file, to be run without access to anything. */

export interface RuleStep {
  /** Canonical JSON of the events since the last step of this stream, to be folded first. */
  readonly events: readonly string[];
  /** Canonical JSON of the question to decide. */
  readonly question: string;
}

/** One answer for each step: the rules' own answer as JSON, or how they failed. */
export type RuleAnswer = { readonly answer: string } | { readonly failure: RuleFailure };

/** `threw`: with the error's name only, since its message could hold data. `silent`: no answer within the limit. */
export interface RuleFailure {
  readonly kind: 'threw' | 'silent' | 'gone' | 'nonsense';
  readonly name: string;
}

/** The rules of one build, loaded. */
export interface RuleRealm {
  /** Answers stop after the first `silent` or `gone`: the realm is dead then. */
  run(stream: string, steps: readonly RuleStep[]): Promise<readonly RuleAnswer[]>;
  /** Forgets the stream's state. */
  forget(stream: string): void;
  close(): void;
}

export interface RuleHost {
  /** Rejects with {@link RulesDoNotLoad}. */
  load(code: string): Promise<RuleRealm>;
}

export class RulesDoNotLoad extends Error {
  override readonly name = 'RulesDoNotLoad';
}

/** Version of `TitianRules` that this verifier speaks. */
export const PACK_VERSION = 1;

/** A rule that takes longer for one question is taken for one that never answers. */
export const STEP_SECONDS_MAX = 20;
