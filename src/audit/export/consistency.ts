/** From which earlier checkpoints a bundle proves that the log only grew. */
import { consistencyProof } from '../../transparency/proofs.ts';
import type { BundleLine } from './lines.ts';
import type { SealedLog } from './sealed-log.ts';

/** @param since size of a checkpoint that the reader kept; beside it the first and the last of each month. */
export async function* consistencyLines(
  log: SealedLog,
  treeSize: number,
  since?: number,
): AsyncGenerator<BundleLine> {
  const reader = log.hashesOf(treeSize);
  const sizes = new Set([...(await log.monthlySizes(treeSize)), ...(since === undefined ? [] : [since])]);
  for (const size of [...sizes].sort((a, b) => a - b)) {
    const earlier = size < treeSize ? await log.published(size) : undefined;
    if (earlier === undefined) continue;
    const proof = await consistencyProof(size, treeSize, reader);
    yield { type: 'consistency', note: earlier.note, proof: proof.map((hash) => hash.toString('base64')) };
  }
}
