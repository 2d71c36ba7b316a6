/** From which earlier checkpoints a bundle proves that the log only grew. */
import type pg from 'pg';
import type { SealedLog } from '../../seal/sealed-log.ts';
import { consistencyProof } from '../../transparency/proofs.ts';
import type { BundleLine } from './lines.ts';

/** Months of which the first and the last checkpoint are named: nobody keeps one for longer without others. */
const MONTHS = 12;

/** @param since size of a checkpoint that the reader kept; beside it the first and the last of each month. */
export async function* consistencyLines(
  pool: pg.Pool,
  log: Pick<SealedLog, 'hashesOf' | 'published'>,
  treeSize: number,
  since?: number,
): AsyncGenerator<BundleLine> {
  const reader = log.hashesOf(treeSize);
  const sizes = new Set([...(await sizesByMonth(pool, treeSize)), ...(since === undefined ? [] : [since])]);
  for (const size of [...sizes].sort((a, b) => a - b)) {
    const earlier = size < treeSize ? await log.published(size) : undefined;
    if (earlier === undefined) continue;
    const proof = await consistencyProof(size, treeSize, reader);
    yield { type: 'consistency', note: earlier.note, proof: proof.map((hash) => hash.toString('base64')) };
  }
}

/** Of those that a witness has signed, where any was. */
async function sizesByMonth(pool: pg.Pool, below: number): Promise<number[]> {
  const { rows } = await pool.query<{ first: number; last: number }>(
    `SELECT coalesce(min(c.size) FILTER (WHERE s.size IS NOT NULL), min(c.size)) AS first,
       coalesce(max(c.size) FILTER (WHERE s.size IS NOT NULL), max(c.size)) AS last
     FROM seal.checkpoint c LEFT JOIN (SELECT DISTINCT size FROM seal.cosignature) s ON s.size = c.size
     WHERE c.size < $1 GROUP BY date_trunc('month', c.signed_at) ORDER BY 1 DESC LIMIT ${MONTHS}`,
    [below],
  );
  return rows.flatMap(({ first, last }) => [first, last]);
}
