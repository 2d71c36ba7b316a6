import { gzipSync } from 'node:zlib';
import type pg from 'pg';

/** Keeps the workflow bundle of a build, compressed; true if this call was the first. */
export async function keepBuild(pool: pg.Pool, buildId: string, bundle: Buffer): Promise<boolean> {
  const { rows } = await pool.query<{ first: boolean }>('SELECT ledger.keep_build($1, $2) AS first', [
    buildId,
    gzipSync(bundle),
  ]);
  return rows[0]!.first;
}
