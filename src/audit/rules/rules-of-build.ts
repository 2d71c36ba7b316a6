/** The rules of any build that ever decided, each opened once, and only where they are the ones that were sealed. */
import type pg from 'pg';
import { readRules } from '../../ledger/rules.ts';
import { openRules, RulesUnusable } from './open-rules.ts';
import type { FoundRules } from './rules.ts';

/** A pack in memory takes some ten megabytes, and few builds decide in one year. */
const KEPT_OPEN = 8;

const open = new WeakMap<pg.Pool, Map<string, Promise<FoundRules>>>();

export function rulesOfBuild(pool: pg.Pool, buildId: string): Promise<FoundRules> {
  const known = open.get(pool) ?? new Map<string, Promise<FoundRules>>();
  open.set(pool, known);
  const found = known.get(buildId);
  // Touched last, forgotten last.
  known.delete(buildId);
  const rules = found ?? findRules(pool, buildId);
  known.set(buildId, rules);
  for (const oldest of known.keys()) {
    if (known.size <= KEPT_OPEN) break;
    known.delete(oldest);
  }
  // What was not there, or could not be read, may be there when it is asked for again.
  rules.then(
    (value) => value.rules === undefined && known.delete(buildId),
    () => known.delete(buildId),
  );
  return rules;
}

async function findRules(pool: pg.Pool, buildId: string): Promise<FoundRules> {
  const kept = await readRules(pool, buildId);
  if (kept === undefined) return { why: 'not kept' };
  if (kept.sealedSha256 === null) return { why: 'never sealed' };
  if (kept.sealedSha256 !== kept.sha256) return { why: 'not those sealed' };
  try {
    return { rules: openRules(kept.script) };
  } catch (error) {
    if (!(error instanceof RulesUnusable)) throw error;
    return { why: 'no rule pack' };
  }
}
