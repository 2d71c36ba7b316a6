/** The sealed log: what sealing costs those who write, how soon it is done, and what a proof weighs. */
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { createPool } from '../src/ledger/pool.ts';
import { createSealer, type Sealer } from '../src/seal/sealer.ts';
import { GrowingTree } from '../src/transparency/growing-tree.ts';
import { HASH_BYTES } from '../src/transparency/merkle.ts';
import { inclusionProof } from '../src/transparency/proofs.ts';
import { TILE_HEIGHT, TILE_WIDTH } from '../src/transparency/tile-path.ts';
import { tileHashReader } from '../src/transparency/tile-reader.ts';
import { parseTrustPolicy } from '../src/transparency/trust-policy.ts';
import { workerTuning } from '../workers/tuning.ts';
import { appendAll, decideAppends, IN_FLIGHT_APPENDS, medianLoad } from './ledger-alone.ts';
import { type LoadResult, percentile } from './load.ts';
import { logSigner, trustPolicy } from './log-key.ts';
import { type Stage, settled } from './stage.ts';

export interface SealResult {
  readonly inFlight: number;
  readonly alone: LoadResult;
  readonly sealed: LoadResult;
  /** Appends per second with a sealer to those without: median over the pairs of rounds. */
  readonly ratio: number;
  /** From the commit of a decision to the checkpoint that covers it, milliseconds. */
  readonly lag: { readonly p50: number; readonly p99: number };
  /** Decisions that were sealed while writing went on: those at a round's end wait for the next leaves. */
  readonly covered: number;
  readonly proofs: readonly ProofResult[];
}

export interface ProofResult {
  readonly leaves: number;
  readonly hashes: number;
  readonly bytes: number;
  /** Tiles in memory, none of them in the reader's cache. */
  readonly p50Ms: number;
}

export async function measureSeal(stage: Stage): Promise<SealResult> {
  const { rounds, sizes } = stage.options;
  const appends = sizes.sealedAppends;
  const decided = await decideAppends(stage, rounds * 2, appends);
  await settled(stage);
  const pool = createPool(stage.servers.appUrl, { connections: 4 });
  try {
    const sealer = sealerOn(pool);
    await sealer.sealNow();
    const alone: LoadResult[] = [];
    const sealed: LoadResult[] = [];
    const lags: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      alone.push(await beside(stage, undefined, () => appendAll(stage, decided, appends)));
      // What the round without a sealer left is not this round's.
      await settled(stage);
      await sealer.sealNow();
      const first = await leavesNow(pool);
      sealed.push(await beside(stage, sealer, () => appendAll(stage, decided, appends)));
      lags.push(...(await lagsSince(pool, first)));
    }
    const ratio = percentile(
      sealed.map(({ perSecond }, index) => perSecond / alone[index]!.perSecond),
      0.5,
    );
    const lag = { p50: percentile(lags, 0.5), p99: percentile(lags, 0.99) };
    stage.tell(`seal: ratio ${ratio.toFixed(2)}, lag p99 ${lag.p99.toFixed(0)} ms`);
    return {
      ...{ inFlight: IN_FLIGHT_APPENDS, alone: medianLoad(alone), sealed: medianLoad(sealed), ratio },
      ...{ lag, covered: lags.length, proofs: await measureProofs(stage) },
    };
  } finally {
    await pool.end();
  }
}

/** With the product's own pace. */
function sealerOn(pool: pg.Pool): Sealer {
  return createSealer({ pool, signer: logSigner(), policy: parseTrustPolicy(trustPolicy()) });
}

/** Leaves are given in both kinds of round, as the worker does; only the sealer makes the difference. */
async function beside<T>(stage: Stage, sealer: Sealer | undefined, work: () => Promise<T>): Promise<T> {
  let working = true;
  const every = async (idleMs: number, round: () => Promise<unknown>): Promise<void> => {
    while (working) {
      await round();
      await delay(idleMs);
    }
  };
  const loops = [every(workerTuning.sequencerIdleMs, () => settled(stage))];
  if (sealer !== undefined) loops.push(every(workerTuning.sealIdleMs, () => sealer.sealIfDue()));
  try {
    return await work();
  } finally {
    working = false;
    await Promise.all(loops);
  }
}

async function leavesNow(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ leaves: number }>(
    'SELECT coalesce(max(leaf_index) + 1, 0) AS leaves FROM ledger.leaf',
  );
  return rows[0]!.leaves;
}

/** Milliseconds from the commit of each decision to the first checkpoint that covers it. */
async function lagsSince(pool: pg.Pool, first: number): Promise<number[]> {
  const { rows } = await pool.query<{ ms: number }>(
    `SELECT extract(epoch FROM c.signed_at - d.committed_at)::float8 * 1000 AS ms
     FROM ledger.leaf l JOIN ledger.decision d ON d.stream_id = l.stream_id AND d.sequence = l.position
     CROSS JOIN LATERAL (
       SELECT c.signed_at FROM seal.checkpoint c WHERE c.size > l.leaf_index ORDER BY c.size LIMIT 1
     ) c
     WHERE l.entry = 'decision' AND l.leaf_index >= $1`,
    [first],
  );
  return rows.map(({ ms }) => ms);
}

const PROOFS = 200;

async function measureProofs(stage: Stage): Promise<ProofResult[]> {
  const results: ProofResult[] = [];
  for (const leaves of stage.options.sizes.provenLeaves) {
    const tiles = tilesOf(leaves);
    const times: number[] = [];
    let hashes = 0;
    for (let turn = 0; turn < PROOFS; turn += 1) {
      const index = Math.floor((leaves * turn) / PROOFS);
      const reader = tileHashReader(
        async ({ level, index: place }) => tiles.get(`${level}/${place}`)!,
        leaves,
      );
      const startedAt = performance.now();
      hashes = Math.max(hashes, (await inclusionProof(index, leaves, reader)).length);
      times.push(performance.now() - startedAt);
    }
    results.push({ leaves, hashes, bytes: hashes * HASH_BYTES, p50Ms: percentile(times, 0.5) });
    stage.tell(`proofs: ${leaves} leaves, ${hashes} hashes`);
  }
  return results;
}

function tilesOf(leaves: number): Map<string, Buffer> {
  const tiles = new Map<string, Buffer>();
  const tree = new GrowingTree();
  const leaf = Buffer.alloc(HASH_BYTES);
  for (let index = 0; index < leaves; index += 1) {
    leaf.writeUInt32BE(index);
    tree.append(leaf, (level, place, hash) => {
      if (level % TILE_HEIGHT !== 0) return;
      const name = `${level / TILE_HEIGHT}/${Math.floor(place / TILE_WIDTH)}`;
      const tile = tiles.get(name) ?? Buffer.alloc(TILE_WIDTH * HASH_BYTES);
      tile.set(hash, (place % TILE_WIDTH) * HASH_BYTES);
      tiles.set(name, tile);
    });
  }
  return tiles;
}
