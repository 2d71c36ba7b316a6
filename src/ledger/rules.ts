/** Rule packs of builds: what `src/runtime/bundle-scripts.mjs` made of `src/rules/pack.ts`. */
import { createHash } from 'node:crypto';
import type pg from 'pg';

export interface KeptRules {
  readonly buildId: string;
  /** The script, which leaves `TitianRules` behind. */
  readonly script: string;
  /** Of the script's bytes as they were read, hex. */
  readonly sha256: string;
  /** As the note says that sealed it, hex; null where no note does. */
  readonly sealedSha256: string | null;
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
  const { rows } = await pool.query<{ script: Buffer; sealed: string | null }>(
    `SELECT r.script, (SELECT n.body::jsonb ->> 'sha256' FROM ledger.note n
       WHERE n.kind = 'rules-kept' AND n.body::jsonb ->> 'build' = r.build_id ORDER BY n.id LIMIT 1) AS sealed
     FROM ledger.rules r WHERE r.build_id = $1`,
    [buildId],
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  const sha256 = createHash('sha256').update(row.script).digest('hex');
  return { buildId, script: row.script.toString('utf8'), sha256, sealedSha256: row.sealed };
}
