/** Rule packs of builds: what `src/runtime/bundle-scripts.mjs` made of `src/rules/pack.ts`. */
import type pg from 'pg';

export interface KeptRules {
  readonly buildId: string;
  /** The script, which leaves `TitianRules` behind. */
  readonly script: string;
  /** Of the script's bytes, hex; the database holds the row to it. */
  readonly sha256: string;
}

/**
 * Keeps the rules of a build and seals their hash; true if this call was the first.
 *
 * @throws ERRCODE TL001 where the build was kept with other rules.
 */
export async function keepRules(pool: pg.Pool, buildId: string, script: Buffer): Promise<boolean> {
  const { rows } = await pool.query<{ first: boolean }>('SELECT ledger.keep_rules($1, $2) AS first', [
    buildId,
    script,
  ]);
  return rows[0]!.first;
}

/** Undefined where the rules of that build were not kept: it decided before there were packs. */
export async function readRules(pool: pg.Pool, buildId: string): Promise<KeptRules | undefined> {
  const { rows } = await pool.query<{ script: Buffer; script_hash: Buffer }>(
    'SELECT script, script_hash FROM ledger.rules WHERE build_id = $1',
    [buildId],
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  return { buildId, script: row.script.toString('utf8'), sha256: row.script_hash.toString('hex') };
}
