/**
 * Seals what has its leaf: tiles, then the signature, then the checkpoint. A sealer that dies in between leaves
 * nothing half done, since each step begins where the one before it ends. One at a time, in whatever process.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { leafCount } from '../ledger/leaf-places.ts';
import { sequenceLeaves } from '../ledger/leaves.ts';
import { rangeHash } from '../transparency/hash-reader.ts';
import type { TrustPolicy } from '../transparency/trust-policy.ts';
import { type KeptCheckpoint, keepCheckpoint, latestCheckpoint } from './checkpoints.ts';
import { growTiles } from './grow-tiles.ts';
import { createPublishedFinder } from './latest-published.ts';
import { createPublisher, missingWitnesses, type Publisher } from './publisher.ts';
import type { SignedTree } from './signed-tree-file.ts';
import type { LogSigner } from './signer.ts';
import { SigningRefused } from './signing-refused.ts';
import { type HeadsPace, headsAreDue, noteHeads } from './stream-heads.ts';
import { isTampering } from './tampering.ts';
import { hashesOf, tiledSize } from './tile-store.ts';

export interface SealPace extends HeadsPace {
  /** A checkpoint after this time, if anything waits for it. */
  readonly checkpointMs: number;
  /** A checkpoint after this many leaves, if that is sooner. */
  readonly checkpointLeaves: number;
}

export const SEAL_PACE: SealPace = {
  checkpointMs: 60_000,
  checkpointLeaves: 1_000,
  headsMs: 86_400_000,
  headsLeaves: 100_000,
};

/** The checkpoint was made, and too few witnesses have signed it in time. */
export class NotPublished extends Error {
  override readonly name = 'NotPublished';
}

export interface Sealer {
  readonly publisher: Publisher;
  /** Why nothing may be signed, or what a witness holds against this log; a sentence. */
  problem(): string | undefined;
  /** Seals if it is time; true if it made a checkpoint. Nothing is done where another sealer is at work. */
  sealIfDue(): Promise<boolean>;
  /**
   * Seals everything committed until now, with where all streams stand if asked; answers when it is published.
   *
   * @throws NotPublished, and what isTampering tells
   */
  sealNow(options?: { readonly heads?: boolean; readonly withinMs?: number }): Promise<KeptCheckpoint>;
}

export interface SealerOptions {
  readonly pool: pg.Pool;
  readonly signer: LogSigner;
  readonly policy: TrustPolicy;
  readonly pace?: Partial<SealPace>;
}

/** Waits at most this long for the other sealer, and then for witnesses. */
const WITHIN_MS = 20_000;
const LOOK_AGAIN_MS = 100;
/** Leaves that a call of the sequencer made when something may be left in a queue. */
const FULL_BATCH = 500;

export function createSealer({ pool, signer, policy, pace: given }: SealerOptions): Sealer {
  const pace = { ...SEAL_PACE, ...given };
  const publisher = createPublisher(pool, policy);
  const latestPublished = createPublishedFinder(pool, policy);
  let refused: string | undefined;
  const noting = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      const answer = await work();
      refused = undefined;
      return answer;
    } catch (error) {
      if (isTampering(error)) refused = error.message;
      throw error;
    }
  };

  async function seal(client: pg.PoolClient): Promise<KeptCheckpoint | undefined> {
    const [size, last] = [await leafCount(client), await latestCheckpoint(client)];
    if (size === (last?.size ?? 0)) return last;
    const tiled = await tiledSize(client);
    if (tiled > size) throw lostLeaves(signer.origin, tiled, size);
    await growTiles(client, size);
    const hashes = hashesOf(client, size);
    const tree = { size, root: await rangeHash(0, size, hashes) };
    const note = await signer.sign(tree, hashes, last);
    await keepCheckpoint(client, tree, note);
    return latestCheckpoint(client);
  }

  async function isDue(client: pg.PoolClient): Promise<boolean> {
    const leaves = await leafCount(client);
    const { rows } = await client.query<SignedTree & { age: number }>(
      `SELECT size, root, extract(epoch FROM clock_timestamp() - signed_at)::float8 * 1000 AS age
       FROM seal.checkpoint ORDER BY size DESC LIMIT 1`,
    );
    await signer.refuseSmaller(leaves, rows[0]);
    const { size, age } = rows[0] ?? { size: 0, age: Number.POSITIVE_INFINITY };
    return leaves > size && (leaves - size >= pace.checkpointLeaves || age >= pace.checkpointMs);
  }

  return {
    publisher,
    problem: () => refused ?? (publisher.contradicted() ? publisher.problems()[0] : undefined),

    async sealIfDue() {
      const round = async (client: pg.PoolClient): Promise<boolean> => {
        // Done elsewhere too; but here it is an alarm if a row that waits is gone.
        await sequenceLeaves(pool);
        if (!(await isDue(client))) return false;
        if (await headsAreDue(client, pace)) {
          await noteHeads(client);
          await sequenceAll(pool);
        }
        await seal(client);
        return true;
      };
      return (await aloneOrNot(pool, (client) => noting(() => round(client)))) ?? false;
    },

    async sealNow({ heads = false, withinMs = WITHIN_MS } = {}) {
      const giveUpAt = Date.now() + withinMs;
      const everything = async (client: pg.PoolClient): Promise<KeptCheckpoint | undefined> => {
        await sequenceAll(pool);
        await signer.refuseSmaller(await leafCount(client), await latestCheckpoint(client));
        if (heads) {
          await noteHeads(client);
          await sequenceAll(pool);
        }
        return seal(client);
      };
      const sealed = await alone(pool, giveUpAt, (client) => noting(() => everything(client)));
      if (sealed === undefined) throw new NotPublished('there is nothing in the log yet');
      for (let atOnce = true; ; atOnce = false) {
        const latest = await publisher.publish({ atOnce });
        const published = await latestPublished();
        if (published !== undefined && published.size >= sealed.size) return published;
        if (Date.now() >= giveUpAt) throw notPublished(policy, latest ?? sealed, publisher);
        await delay(LOOK_AGAIN_MS);
      }
    },
  };
}

async function sequenceAll(pool: pg.Pool): Promise<void> {
  while ((await sequenceLeaves(pool)) >= FULL_BATCH);
}

async function alone<T>(
  pool: pg.Pool,
  giveUpAt: number,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  for (;;) {
    let done: { answer: T } | undefined;
    await aloneOrNot(pool, async (client) => {
      done = { answer: await work(client) };
    });
    if (done !== undefined) return done.answer;
    if (Date.now() >= giveUpAt) throw new NotPublished('another sealer is at work and does not end');
    await delay(LOOK_AGAIN_MS);
  }
}

/** @returns undefined where another sealer is at work. */
async function aloneOrNot<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T | undefined> {
  const client = await pool.connect();
  let broken = true;
  try {
    const { rows } = await client.query<{ mine: boolean }>(
      "SELECT pg_try_advisory_lock(hashtextextended('titian/seal', 0)) AS mine",
    );
    broken = false;
    if (!rows[0]!.mine) return undefined;
    broken = true;
    try {
      return await work(client);
    } finally {
      await client.query("SELECT pg_advisory_unlock(hashtextextended('titian/seal', 0))");
      broken = false;
    }
  } finally {
    // A connection whose state is not known is closed, and the lock goes with it.
    client.release(broken);
  }
}

const lostLeaves = (origin: string, tiled: number, size: number): SigningRefused =>
  new SigningRefused(
    `the log ${origin} has ${size} leaves and ${tiled} in its tiles: leaves were removed. ` +
      'Nothing is signed until they are there again',
  );

function notPublished(policy: TrustPolicy, checkpoint: KeptCheckpoint, publisher: Publisher): NotPublished {
  const missing = missingWitnesses(policy, checkpoint).join(', ');
  const why = publisher.problems().map((sentence) => `; ${sentence}`);
  return new NotPublished(
    `the checkpoint of ${checkpoint.size} leaves is signed, and too few witnesses have cosigned it in time ` +
      `(missing: ${missing})${why.join('')}`,
  );
}
