/**
 * A world of its own for a rule pack: no modules, no process, no network, no code from texts. Nothing of this world
 * goes in there but texts, and nothing but texts comes back: no function, no error, no promise, since each of them
 * leads to the world that it is of.
 */
import { createContext, type RunningScriptOptions, Script } from 'node:vm';
import { importsSomething } from '../core/pack-source.ts';
import { PACK_VERSION, type RuleAnswer, type RuleStep, RulesDoNotLoad } from '../core/rule-host.ts';
import { readReply } from '../core/rule-session.ts';

/** Whoever waits gives up earlier; this ends rules that nobody waits for any more. */
const RUN_MS_MAX = 60_000;

/** Errors are never shown: what a stack looks like the pack itself could decide, in this world. */
const RUNNING: RunningScriptOptions = { timeout: RUN_MS_MAX, displayErrors: false };

/** What the engine gives each world beside the language, partly with functions of the host. */
const BESIDE =
  'console WebAssembly SharedArrayBuffer Atomics Intl WeakRef FinalizationRegistry ShadowRealm gc'.split(' ');

/** Stands in that world before the pack comes. `asked` and what `titian` answers are texts. */
const BEFORE = `'use strict';
for (const name of ${JSON.stringify(BESIDE)}) delete globalThis[name];
Object.defineProperty(globalThis, 'titian', { value: (() => {
  const { parse, stringify } = JSON;
  const { freeze } = Object;
  const states = new Map();
  const [has, get, set, remove, clear] = ['has', 'get', 'set', 'delete', 'clear'].map((name) => states[name].bind(states));
  const isName = RegExp.prototype.test.bind(/^[A-Za-z]{1,40}$/);
  let rules;
  const nameOf = (error) => {
    try {
      const { name } = error;
      return typeof name === 'string' && isName(name) ? name : 'unknown';
    } catch {
      return 'unknown';
    }
  };
  return freeze({
    load: () => {
      try {
        rules = TitianRules;
        const { PACK_VERSION, begin, evolve, decide } = rules;
        const ours = PACK_VERSION === ${PACK_VERSION};
        return ours && [begin, evolve, decide].every((one) => typeof one === 'function') ? 'yes' : 'no';
      } catch {
        return 'no';
      }
    },
    answer: (text) => {
      try {
        const { stream, step } = parse(text);
        let state = has(stream) ? get(stream) : rules.begin(stream);
        for (const event of step.events) state = rules.evolve(stream, state, parse(event));
        set(stream, state);
        const answer = stringify(rules.decide(stream, state, parse(step.question)));
        return stringify(typeof answer === 'string' ? { answer } : { failure: { kind: 'nonsense', name: '' } });
      } catch (error) {
        return stringify({ failure: { kind: 'threw', name: nameOf(error) } });
      }
    },
    forget: (stream) => (remove(stream), ''),
    forgetAll: () => (clear(), ''),
  });
})() });`;

const [LOAD, ANSWER, FORGET, FORGET_ALL] = ['load()', 'answer(asked)', 'forget(asked)', 'forgetAll()'].map(
  (call) => new Script(`titian.${call}`),
) as [Script, Script, Script, Script];

export interface Realm {
  answer(stream: string, step: RuleStep): RuleAnswer;
  forget(stream: string): void;
  forgetAll(): void;
}

/** @throws RulesDoNotLoad */
export function openRealm(code: string): Realm {
  if (importsSomething(code)) throw new RulesDoNotLoad();
  const border: { asked: string } = Object.create(null);
  // So that the pack cannot put a function of its own in its place.
  Object.defineProperty(border, 'asked', { value: '', writable: true });
  const world = createContext(border, {
    codeGeneration: { strings: false, wasm: false },
    microtaskMode: 'afterEvaluate',
  });
  const ask = (script: Script, text = ''): string | undefined => {
    try {
      border.asked = text;
      const told: unknown = script.runInContext(world, RUNNING);
      return typeof told === 'string' ? told : undefined;
    } catch {
      // Not looked at: it may be the pack's own.
      return undefined;
    }
  };
  try {
    new Script(BEFORE).runInContext(world, RUNNING);
    new Script(code, { filename: 'rules' }).runInContext(world, RUNNING);
  } catch {
    throw new RulesDoNotLoad();
  }
  if (ask(LOAD) !== 'yes') throw new RulesDoNotLoad();
  return {
    answer: (stream, step) => {
      const reply = readReply(ask(ANSWER, JSON.stringify({ stream, step })));
      return reply === undefined || 'loaded' in reply ? { failure: { kind: 'nonsense', name: '' } } : reply;
    },
    forget: (stream) => void ask(FORGET, stream),
    forgetAll: () => void ask(FORGET_ALL),
  };
}
