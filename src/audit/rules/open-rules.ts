/**
 * Runs a rule pack apart from everything: an empty context of `node:vm`, with nothing in it but the language, a
 * time limit on each call, and only text across the border. That is a wall against accidents and a pack that has
 * gone wrong; against an enemy it is the sealed hash that stands, not this.
 */
import { createContext, Script } from 'node:vm';
import type { DecidedAgain } from '../../domain/decide-again.ts';
import type { Rules, RulesState } from './rules.ts';

/** A decision takes about a millisecond; a pack that needs this long has gone wrong. */
const CALL_LIMIT_MS = 5_000;
const PACK_VERSION = 1;

/** The script is no rule pack that this build can run. */
export class RulesUnusable extends Error {
  override readonly name = 'RulesUnusable';
}

/** What the pack threw, in words of its own, and nothing of its world: an error leads to the world that it is of. */
export class RulesBroke extends Error {
  constructor(
    override readonly name: string,
    message: string,
  ) {
    super(message);
  }
}

/**
 * `import(…)` is answered by the host, with its own objects, from which a pack could reach everything. The keyword
 * has no other spelling; a comment between it and the parenthesis is no pack's of ours.
 */
const IMPORT = /\bimport\s*(?:\(|\/[*/]|<!--|-->|\.\s*(?:\/[*/]|meta|source|defer))/;

/** Of a promise that is broken the host is told, with what it broke of: rules answer at once, and have none. */
const PROMISING = /\basync\s*(?:function\b|[*([]|\/[*/]|<!--|-->|[\w$]+\s*(?:=>|\())/;

/** What a pack is told that looks at a clock or throws dice. */
export const NO_CLOCK = 'rules have no clock and no chance';

interface Border {
  readonly [name: string]: unknown;
}

/** Canonical JSON (RFC 8785) inside the context: the pack has no such function, and its states stay inside. */
const CANONICAL = `(value) => {
  const write = (one) => {
    if (Array.isArray(one)) return '[' + one.map((entry) => write(entry === undefined ? null : entry)).join(',') + ']';
    if (one === null || typeof one !== 'object') return JSON.stringify(one);
    const names = Object.keys(one).filter((name) => one[name] !== undefined).sort();
    return '{' + names.map((name) => JSON.stringify(name) + ':' + write(one[name])).join(',') + '}';
  };
  return write(value);
}`;

/**
 * Takes away what the engine gives every context beside the language, and whatever answers differently each time it
 * is asked: a pack that reads the clock in any way is told so, and its decision is found. Dates that are told what
 * they are about stay.
 */
const BARE = `
  const beside = ['console', 'WebAssembly', 'SharedArrayBuffer', 'Atomics', 'Intl', 'WeakRef', 'FinalizationRegistry', 'Promise'];
  delete Array.fromAsync;
  for (const name of beside) delete globalThis[name];
  const refuse = () => { throw new Error('${NO_CLOCK}'); };
  Math.random = refuse;
  Date.now = refuse;
  const clockless = new Proxy(Date, {
    apply: refuse,
    construct: (date, given, target) => (given.length === 0 ? refuse() : Reflect.construct(date, given, target)),
  });
  Date.prototype.constructor = clockless;
  globalThis.Date = clockless;
`;

const WHAT_WAS_THROWN = new Script(`(() => {
  try {
    const { name, message } = thrown;
    return [name, message].map((one) => (typeof one === 'string' ? one.replaceAll('\\n', ' ') : '')).join('\\n');
  } catch {
    return '';
  }
})()`);

/**
 * @param script as `src/rules/pack.ts` was bundled: leaves `TitianRules`.
 * @throws RulesUnusable
 */
export function openRules(script: string): Rules {
  if (IMPORT.test(script)) throw new RulesUnusable('a rule pack imports nothing');
  if (PROMISING.test(script)) throw new RulesUnusable('a rule pack promises nothing');
  const border: { [name: string]: unknown } = Object.create(null);
  const context = createContext(border, {
    codeGeneration: { strings: false, wasm: false },
    microtaskMode: 'afterEvaluate',
  });
  const run = (code: Script, given: Border = {}): unknown => {
    Object.assign(border, given);
    try {
      // Not decorated by the host: the pack itself could say how its stacks are made, and with what.
      return code.runInContext(context, { timeout: CALL_LIMIT_MS, displayErrors: false });
    } catch (thrown) {
      if (thrown instanceof Error) throw thrown;
      border.thrown = thrown;
      const told: unknown = WHAT_WAS_THROWN.runInContext(context, { displayErrors: false });
      const [name, message] = typeof told === 'string' ? told.split('\n', 2) : [];
      throw new RulesBroke(name ?? 'unknown', message ?? '');
    }
  };
  try {
    run(new Script(`{ ${BARE} }`));
    run(new Script(script, { filename: 'rules-pack.js' }));
    if (run(new Script('TitianRules.PACK_VERSION')) !== PACK_VERSION) {
      throw new RulesUnusable(`the rule pack is not of version ${PACK_VERSION}`);
    }
    run(new Script(`const canonical = ${CANONICAL}`));
  } catch (error) {
    if (error instanceof RulesUnusable) throw error;
    throw new RulesUnusable('the script leaves no rule pack behind');
  }
  const [begin, evolve, decide, text] = [
    'TitianRules.begin(stream)',
    'TitianRules.evolve(stream, state, JSON.parse(given))',
    'JSON.stringify(TitianRules.decide(stream, state, JSON.parse(given)))',
    'canonical(state)',
  ].map((code) => new Script(code)) as [Script, Script, Script, Script];
  return {
    begin: (stream) => run(begin, { stream }) as RulesState,
    evolve: (stream, state, event) =>
      run(evolve, { stream, state, given: JSON.stringify(event) }) as RulesState,
    decide: (stream, state, question) =>
      JSON.parse(run(decide, { stream, state, given: JSON.stringify(question) }) as string) as DecidedAgain,
    textOf: (state) => run(text, { state }) as string,
  };
}
