/** Values of register facts by version, from the decisions of this file that set them. */
import { canonicalText, isObject, type Json } from './canonical-json.ts';
import type { DecisionLine } from './line-types.ts';

export interface FactName {
  readonly key: string;
  readonly version: number;
}

export interface Fact extends FactName {
  readonly value: Json;
}

export class KnownFacts {
  /** Canonical texts: shorter than values, and compared at a glance. */
  readonly #values = new Map<string, string>();

  /** Takes what a decision set; answers keys that another decision set to something else at the same version. */
  learn(decision: DecisionLine): string[] {
    if (decision.outcome !== 'accepted' || decision.last_version === null) return [];
    const contradicted: string[] = [];
    for (const { key, value } of factsSetBy(decision)) {
      const name = `${decision.last_version} ${key}`;
      const text = canonicalText(value);
      if ((this.#values.get(name) ?? text) !== text) contradicted.push(key);
      else this.#values.set(name, text);
    }
    return contradicted;
  }

  /** Version 0 is a fact that no register knew. Undefined where no decision so far set it so. */
  at({ key, version }: FactName): Fact | undefined {
    if (version === 0) return { key, version, value: null };
    const text = this.#values.get(`${version} ${key}`);
    return text === undefined ? undefined : { key, version, value: JSON.parse(text) as Json };
  }
}

function factsSetBy(decision: DecisionLine): { readonly key: string; readonly value: Json }[] {
  const effects = parsed(decision.effects);
  const facts = isObject(effects) && Array.isArray(effects.facts) ? (effects.facts as readonly Json[]) : [];
  return facts.flatMap((fact) =>
    isObject(fact) && typeof fact.key === 'string' && fact.value !== undefined
      ? [{ key: fact.key, value: fact.value }]
      : [],
  );
}

/** Facts that a decision says it rested on; undefined where that text says something else. */
export function factsUsedBy(decision: DecisionLine): FactName[] | undefined {
  const facts = parsed(decision.facts);
  if (!Array.isArray(facts)) return undefined;
  const names = facts.map((fact: Json) =>
    isObject(fact) && typeof fact.key === 'string' && Number.isSafeInteger(fact.version)
      ? { key: fact.key, version: fact.version as number }
      : undefined,
  );
  return names.every((name) => name !== undefined) ? names : undefined;
}

const parsed = (text: string): Json | undefined => {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
};
