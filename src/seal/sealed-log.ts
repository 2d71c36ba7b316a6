/** The sealed log for whoever reads it: checkpoints, tiles, receipts; and the sealer, where this process has the key. */
import type pg from 'pg';
import { findLeaf, leafCount, readLeafPlaces } from '../ledger/leaf-places.ts';
import { entryBytes } from '../transparency/entry.ts';
import { encodeEntries } from '../transparency/entry-bundle.ts';
import type { HashReader } from '../transparency/hash-reader.ts';
import { formatProofFile } from '../transparency/proof-file.ts';
import { inclusionProof } from '../transparency/proofs.ts';
import { tileWidth } from '../transparency/tile-layout.ts';
import { TILE_WIDTH, type Tile } from '../transparency/tile-path.ts';
import { parseTrustPolicy, type TrustPolicy } from '../transparency/trust-policy.ts';
import { checkpointOf, isPublished, type KeptCheckpoint, latestCheckpoint } from './checkpoints.ts';
import { createPublishedFinder } from './latest-published.ts';
import { missingWitnesses } from './publisher.ts';
import { type ReceiptedRow, receiptRow } from './receipt-row.ts';
import { createSealer, type Sealer, type SealPace } from './sealer.ts';
import type { LogSigner } from './signer.ts';
import { hashesOf, readTile, TileMissing } from './tile-store.ts';

export interface SealStatus {
  readonly leaves: number;
  /** Leaves of the last checkpoint; 0 where there is none. */
  readonly sealed: number;
  /** Since the last checkpoint was signed; undefined where there is none. */
  readonly checkpointAgeSeconds?: number;
  /** Names of the policy's witnesses that have not signed the last checkpoint. */
  readonly missing: readonly string[];
}

export type Receipt =
  | { readonly sealed: true; readonly file: string; readonly treeSize: number }
  /** Recorded, and not in a published checkpoint yet. */
  | { readonly sealed: false };

export interface SealedLog {
  readonly origin: string;
  /** The trust policy of this installation, as text. */
  readonly policy: string;
  /** Absent where this process has not the log's key. */
  readonly sealer?: Sealer;
  /**
   * Seals everything committed until now and where each stream stands; answers when that is published.
   *
   * @throws LogKeyAbsent, NotPublished, SigningRefused
   */
  sealNow(): Promise<void>;
  /** The largest checkpoint, published or not. */
  latest(): Promise<KeptCheckpoint | undefined>;
  /** The largest checkpoint that is cosigned as the policy demands. */
  latestPublished(): Promise<KeptCheckpoint | undefined>;
  published(size: number): Promise<KeptCheckpoint | undefined>;
  hashesOf(size: number): HashReader;
  /** Bytes of a tile or of a bundle of entries; undefined where the log has none such. */
  tile(tile: Tile): Promise<Buffer | undefined>;
  /** A proof file that a row stands in the log, with the row itself; undefined where there is no such row. */
  receipt(row: ReceiptedRow): Promise<Receipt | undefined>;
  /**
   * The log's signature line under a bundle, without its line feed.
   *
   * @throws LogKeyAbsent; RangeError for a text that is not the end of a bundle.
   */
  sign(text: string): string;
  status(): Promise<SealStatus>;
}

export class LogKeyAbsent extends Error {
  override readonly name = 'LogKeyAbsent';
}

export interface SealedLogOptions {
  readonly pool: pg.Pool;
  readonly origin: string;
  /** @see parseTrustPolicy */
  readonly policy: string;
  readonly signer?: LogSigner;
  readonly pace?: Partial<SealPace>;
}

/** @throws PolicyProblem */
export function openSealedLog({ pool, origin, policy, signer, pace }: SealedLogOptions): SealedLog {
  const trusted: TrustPolicy = parseTrustPolicy(policy);
  const sealer =
    signer && createSealer({ pool, signer, policy: trusted, ...(pace === undefined ? {} : { pace }) });
  const latestPublished = createPublishedFinder(pool, trusted);
  const absent = () => new LogKeyAbsent(`this process has not the key of the log ${origin}: it cannot sign`);
  return {
    ...{ origin, policy },
    ...(sealer === undefined ? {} : { sealer }),
    async sealNow() {
      if (sealer === undefined) throw absent();
      await sealer.sealNow({ heads: true });
    },
    latest: () => latestCheckpoint(pool),
    latestPublished,
    async published(size) {
      const found = await checkpointOf(pool, size);
      return found !== undefined && isPublished(trusted, found.witnesses) ? found : undefined;
    },
    hashesOf: (size) => hashesOf(pool, size),
    tile: (tile) => tileOf(pool, tile),
    receipt: (row) => receiptOf(pool, latestPublished, row),
    sign(text) {
      if (signer === undefined) throw absent();
      return signer.signBundle(text);
    },
    async status() {
      const [leaves, last] = [await leafCount(pool), await latestCheckpoint(pool)];
      if (last === undefined) return { leaves, sealed: 0, missing: [] };
      const checkpointAgeSeconds = Math.max(0, (Date.now() - Date.parse(last.signedAt)) / 1_000);
      return { leaves, sealed: last.size, checkpointAgeSeconds, missing: missingWitnesses(trusted, last) };
    },
  };
}

async function receiptOf(
  pool: pg.Pool,
  latestPublished: SealedLog['latestPublished'],
  row: ReceiptedRow,
): Promise<Receipt | undefined> {
  const leaf = await findLeaf(pool, row);
  const extra = await receiptRow(pool, row, leaf?.index ?? -1);
  if (extra === undefined) return undefined;
  const checkpoint = await latestPublished();
  if (leaf === undefined || checkpoint === undefined || leaf.index >= checkpoint.size)
    return { sealed: false };
  const { index } = leaf;
  const proof = await inclusionProof(index, checkpoint.size, hashesOf(pool, checkpoint.size));
  const file = formatProofFile({ extra, index, proof, checkpoint: checkpoint.note });
  return { sealed: true, file, treeSize: checkpoint.size };
}

/** Only what a checkpoint covers: what is not signed yet is nobody's evidence. */
async function tileOf(pool: pg.Pool, { level, index, width }: Tile): Promise<Buffer | undefined> {
  const size = (await latestCheckpoint(pool))?.size ?? 0;
  if (level !== 'entries') {
    if (tileWidth(level, index, size) < width) return undefined;
    return readTile(pool, { level, index, width }).catch(undefinedIfMissing);
  }
  const from = index * TILE_WIDTH;
  if (from + width > size) return undefined;
  const places = await readLeafPlaces(pool, from, from + width);
  return encodeEntries(places.map(entryBytes));
}

function undefinedIfMissing(error: unknown): undefined {
  if (error instanceof TileMissing) return undefined;
  throw error;
}
