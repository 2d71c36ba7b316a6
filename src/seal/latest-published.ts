/** The largest published checkpoint, found without looking at all that came after it while witnesses were away. */
import type { TrustPolicy } from '../transparency/trust-policy.ts';
import { checkpointOf, isPublished, type KeptCheckpoint } from './checkpoints.ts';
import type { Queryable } from './tile-store.ts';

/** The newest ones are the likely ones: only the latest is brought to the witnesses. */
const NEWEST = 20;
const CHECKPOINTS_PER_PAGE = 2_000;
/** An older one becomes published only by an answer that was still on its way. */
const LOOK_AT_ALL_MS = 10_000;

/** @returns answers the largest checkpoint that is cosigned as the policy demands, also one published just now. */
export function createPublishedFinder(
  database: Queryable,
  policy: TrustPolicy,
  now: () => number = Date.now,
): () => Promise<KeptCheckpoint | undefined> {
  // What is published stays so: cosignatures are only added, and the policy is that of this process.
  let known = -1;
  let lookedAtAll: { readonly at: number; readonly done: Promise<void> } | undefined;

  /** @returns the size to go on below; undefined where it need not be gone on. */
  async function look(below: number, limit: number): Promise<number | undefined> {
    const { rows } = await database.query<{ size: number; witnesses: string[] }>(
      `SELECT c.size, ARRAY(SELECT s.witness FROM seal.cosignature s WHERE s.size = c.size) AS witnesses
       FROM seal.checkpoint c WHERE c.size > $1 AND c.size < $2 ORDER BY c.size DESC LIMIT $3`,
      [known, below, limit],
    );
    const found = rows.find(({ witnesses }) => isPublished(policy, witnesses));
    if (found !== undefined) known = Math.max(known, found.size);
    return found === undefined && rows.length === limit ? rows.at(-1)!.size : undefined;
  }

  async function lookAtAll(from: number): Promise<void> {
    for (let below: number | undefined = from; below !== undefined; )
      below = await look(below, CHECKPOINTS_PER_PAGE);
  }

  return async () => {
    const below = await look(Number.MAX_SAFE_INTEGER, NEWEST);
    if (below !== undefined) {
      if (lookedAtAll === undefined || now() - lookedAtAll.at >= LOOK_AT_ALL_MS) {
        const done = lookAtAll(below);
        lookedAtAll = { at: now(), done };
        // Asked for again by the next one.
        done.catch(() => {
          lookedAtAll = undefined;
        });
      }
      // Those who ask meanwhile wait for the one that looks.
      await lookedAtAll.done;
    }
    return known === -1 ? undefined : checkpointOf(database, known);
  };
}
