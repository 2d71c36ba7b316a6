/** What goes to a loaded rule pack and what comes back, and in a browser's worker the states of its streams. */
import {
  PACK_VERSION,
  type RuleAnswer,
  type RuleFailure,
  type RuleStep,
  RulesDoNotLoad,
} from './rule-host.ts';

interface TitianRules {
  readonly PACK_VERSION: unknown;
  begin(stream: string): unknown;
  evolve(stream: string, state: unknown, event: unknown): unknown;
  decide(stream: string, state: unknown, question: unknown): unknown;
}

/** JSON as it was in the pack's own world before the pack came: only texts cross the border. */
export interface RealmJson {
  parse(text: string): unknown;
  stringify(value: unknown): unknown;
}

export class RuleSession {
  readonly #rules: TitianRules;
  readonly #json: RealmJson;
  readonly #states = new Map<string, unknown>();

  /** @throws RulesDoNotLoad */
  constructor(rules: unknown, json: RealmJson) {
    if (!isRules(rules)) throw new RulesDoNotLoad();
    this.#rules = rules;
    this.#json = json;
  }

  answer(stream: string, { events, question }: RuleStep): RuleAnswer {
    try {
      let state = this.#states.has(stream) ? this.#states.get(stream) : this.#rules.begin(stream);
      for (const event of events) state = this.#rules.evolve(stream, state, this.#json.parse(event));
      this.#states.set(stream, state);
      const answer = this.#json.stringify(this.#rules.decide(stream, state, this.#json.parse(question)));
      return typeof answer === 'string' ? { answer } : { failure: { kind: 'nonsense', name: '' } };
    } catch (error) {
      return { failure: { kind: 'threw', name: nameOf(error) } };
    }
  }

  forget(stream: string): void {
    this.#states.delete(stream);
  }
}

function isRules(rules: unknown): rules is TitianRules {
  try {
    const pack = rules as TitianRules;
    return (
      pack.PACK_VERSION === PACK_VERSION &&
      [pack.begin, pack.evolve, pack.decide].every((one) => typeof one === 'function')
    );
  } catch {
    return false;
  }
}

/** By name only: a message could hold data of the command. */
function nameOf(error: unknown): string {
  try {
    const name = (error as { name?: unknown }).name;
    return typeof name === 'string' && /^[A-Za-z]{1,40}$/.test(name) ? name : 'unknown';
  } catch {
    return 'unknown';
  }
}

/** What is asked of whoever holds the session, and what comes back: one answer for each step, as it is found. */
export type RuleMessage =
  | { readonly code: string }
  | { readonly stream: string; readonly steps: readonly RuleStep[] }
  | { readonly forget: string };

export type RuleReply = { readonly loaded: boolean } | RuleAnswer;

/** An answer longer than this is nobody's decision. */
export const REPLY_LENGTH_MAX = 64 * 1024 * 1024;

const KINDS: readonly string[] = ['threw', 'silent', 'gone', 'nonsense'] satisfies RuleFailure['kind'][];

/** What was told, taken apart and looked at: rules that broke out of their world could tell anything. */
export function readReply(told: string | undefined): RuleReply | undefined {
  try {
    return told === undefined || told.length > REPLY_LENGTH_MAX ? undefined : replyOf(JSON.parse(told));
  } catch {
    return undefined;
  }
}

/** A copy that holds what a reply holds, and nothing else; undefined where it is none. */
export function replyOf(told: unknown): RuleReply | undefined {
  if (typeof told !== 'object' || told === null) return undefined;
  const { loaded, answer, failure } = told as { [member: string]: unknown };
  if (typeof loaded === 'boolean') return { loaded };
  if (typeof answer === 'string') return answer.length > REPLY_LENGTH_MAX ? undefined : { answer };
  if (typeof failure !== 'object' || failure === null) return undefined;
  const { kind, name } = failure as { [member: string]: unknown };
  const fits = KINDS.includes(kind as string) && typeof name === 'string' && /^[A-Za-z]{0,40}$/.test(name);
  return fits ? { failure: { kind: kind as RuleFailure['kind'], name } } : undefined;
}
