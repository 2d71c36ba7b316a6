/** A world of its own for a rule pack: no modules, no process, no network, no code from texts. */
import { createContext, runInContext } from 'node:vm';
import { RulesDoNotLoad } from '../core/rule-host.ts';
import { type RealmJson, RuleSession } from '../core/rule-session.ts';

const LOAD_MS_MAX = 20_000;

export interface Realm {
  readonly rules: unknown;
  readonly json: RealmJson;
}

/** @throws RulesDoNotLoad */
export function openRealm(code: string): Realm {
  const world = createContext(Object.create(null), { codeGeneration: { strings: false, wasm: false } });
  // Taken before the pack comes, so that it cannot put its own in their place. Only texts go in and come out.
  const json = runInContext('({ parse: JSON.parse, stringify: JSON.stringify })', world) as RealmJson;
  try {
    runInContext(code, world, { timeout: LOAD_MS_MAX });
    return { rules: runInContext('TitianRules', world), json };
  } catch {
    throw new RulesDoNotLoad();
  }
}

/** @throws RulesDoNotLoad */
export function openSession(code: string): RuleSession {
  const { rules, json } = openRealm(code);
  return new RuleSession(rules, json);
}
