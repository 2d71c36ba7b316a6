/** The rules of any build that ever decided, each opened once. */
import type pg from 'pg';
import { readRules } from '../../ledger/rules.ts';
import { openRules } from './open-rules.ts';
import type { Rules } from './rules.ts';

/** A pack in memory takes some ten megabytes, and few builds decide in one year. */
const KEPT_OPEN = 8;

const open = new WeakMap<pg.Pool, Map<string, Promise<Rules | undefined>>>();

/**
 * @returns undefined where that build's rules were not kept.
 * @throws RulesUnusable where what was kept is no rule pack.
 */
export function rulesOfBuild(pool: pg.Pool, buildId: string): Promise<Rules | undefined> {
  const known = open.get(pool) ?? new Map<string, Promise<Rules | undefined>>();
  open.set(pool, known);
  const found = known.get(buildId);
  // Touched last, forgotten last.
  known.delete(buildId);
  const rules = found ?? readRules(pool, buildId).then((kept) => kept && openRules(kept.script));
  known.set(buildId, rules);
  for (const oldest of known.keys()) {
    if (known.size <= KEPT_OPEN) break;
    known.delete(oldest);
  }
  // What was not there, or could not be read, may be there when it is asked for again.
  rules.then(
    (value) => value === undefined && known.delete(buildId),
    () => known.delete(buildId),
  );
  return rules;
}
