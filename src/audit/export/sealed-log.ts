/** What an export asks of the sealed log. */
import type pg from 'pg';
import { checkpointOf, isPublished, type KeptCheckpoint } from '../../seal/checkpoints.ts';
import type { Sealer } from '../../seal/sealer.ts';
import type { LogSigner } from '../../seal/signer.ts';
import { hashesOf } from '../../seal/tile-store.ts';
import type { HashReader } from '../../transparency/hash-reader.ts';
import { parseTrustPolicy } from '../../transparency/trust-policy.ts';

/** Months of which the first and the last checkpoint are named. */
const MONTHS = 12;

export interface SealedLog {
  readonly origin: string;
  /** The installation's own trust policy (C2SP tlog-policy), as text. */
  readonly policy: string;
  /**
   * Seals everything committed until now and where each stream stands; answers when that is published.
   *
   * @throws NotPublished, SigningRefused
   */
  sealNow(): Promise<KeptCheckpoint>;
  /** Undefined where no checkpoint of this size was made, or too few witnesses have signed it. */
  published(size: number): Promise<KeptCheckpoint | undefined>;
  /** Sizes of the first and the last checkpoint of each of the last months, of those below a size. */
  monthlySizes(below: number): Promise<number[]>;
  hashesOf(size: number): HashReader;
  /** A signature line of the log's key under the end of a bundle, without its line feed. */
  sign(text: string): string;
}

export function createSealedLog(needs: {
  readonly pool: pg.Pool;
  readonly sealer: Pick<Sealer, 'sealNow'>;
  readonly signer: Pick<LogSigner, 'origin' | 'signBundle'>;
  readonly policy: string;
}): SealedLog {
  const { pool, sealer, signer, policy } = needs;
  const trusted = parseTrustPolicy(policy);
  return {
    ...{ origin: signer.origin, policy },
    sealNow: () => sealer.sealNow({ heads: true }),
    async published(size) {
      const found = await checkpointOf(pool, size);
      return found !== undefined && isPublished(trusted, found.witnesses) ? found : undefined;
    },
    async monthlySizes(below) {
      const { rows } = await pool.query<{ first: number; last: number }>(
        `SELECT min(size) AS first, max(size) AS last FROM seal.checkpoint c
          WHERE size < $1 AND ($2 OR EXISTS (SELECT FROM seal.cosignature s WHERE s.size = c.size))
          GROUP BY date_trunc('month', signed_at) ORDER BY 1 DESC LIMIT ${MONTHS}`,
        [below, trusted.quorum === undefined],
      );
      return rows.flatMap(({ first, last }) => [first, last]);
    },
    hashesOf: (size) => hashesOf(pool, size),
    sign: (text) => signer.signBundle(text),
  };
}
