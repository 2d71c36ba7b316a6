/** Kept checkpoints: what each says, and whether those who should have signed it did. */
import type pg from 'pg';
import type { Report } from '../../ledger/findings.ts';
import { parseTrustPolicy, type TrustPolicy } from '../../transparency/trust-policy.ts';
import { judgeCheckpoint } from '../../transparency/trust-verdict.ts';
import type { Counts } from './jobs.ts';

export interface SignedSize {
  readonly size: number;
  /** Hex. */
  readonly root: string;
  readonly signedAt: string;
  /** Whether enough witnesses cosigned it; false without a policy. */
  readonly published: boolean;
}

interface Row {
  readonly size: number;
  readonly root: Buffer;
  readonly note: string;
  readonly signed_at: string;
  readonly lines: string[];
}

interface Sizes {
  readonly from: number;
  readonly to: number;
  /** Otherwise the newest only. */
  readonly full: boolean;
  readonly policy?: string;
}

/** The largest one, and the largest that anybody cosigned: the newest waits a moment for that. */
const NEWEST_ONLY = `AND c.size IN (
  (SELECT max(size) FROM seal.checkpoint), (SELECT max(size) FROM seal.cosignature))`;

/** How many leaves the largest checkpoint covers. */
export async function sealedLeaves(client: pg.PoolClient): Promise<number> {
  const { rows } = await client.query<{ size: number }>(
    'SELECT coalesce(max(size), 0) AS size FROM seal.checkpoint',
  );
  return rows[0]!.size;
}

/** Those of more than `from` leaves and at most `to`, in ascending order. */
export async function checkpointsIn(
  client: pg.PoolClient,
  { from, to, full, policy: text }: Sizes,
  counts: Counts,
  report: Report,
): Promise<SignedSize[]> {
  const { rows } = await client.query<Row>(
    `SELECT c.size, c.root, c.note, c.signed_at,
       coalesce(array_agg(s.line ORDER BY s.witness) FILTER (WHERE s.witness IS NOT NULL), '{}') AS lines
     FROM seal.checkpoint c LEFT JOIN seal.cosignature s ON s.size = c.size
     WHERE c.size > $1 AND c.size <= $2 ${full ? '' : NEWEST_ONLY}
     GROUP BY c.size ORDER BY c.size`,
    [from, to],
  );
  const policy = text === undefined ? undefined : parseTrustPolicy(text);
  counts.checkpoints += rows.length;
  for (const { lines } of rows) counts.cosignatures += lines.length;
  return rows.map((row) => ({
    ...{ size: row.size, root: row.root.toString('hex'), signedAt: row.signed_at },
    published: policy !== undefined && isPublished(row, policy, report),
  }));
}

function isPublished({ size, root, note, lines }: Row, policy: TrustPolicy, report: Report): boolean {
  const wrong = (explanation: string): false => {
    report({ problem: 'SIGNATURE_WRONG', entry: 'checkpoint', position: size, explanation });
    return false;
  };
  const verdict = judgeCheckpoint(note + lines.map((line) => `${line}\n`).join(''), policy);
  if (verdict.checkpoint === undefined) {
    const problem = verdict.trusted ? '' : verdict.problem;
    return wrong(`the checkpoint of ${size} leaves is not as it was signed: ${problem}`);
  }
  if (verdict.checkpoint.size !== size || !verdict.checkpoint.root.equals(root)) {
    const { size: signed } = verdict.checkpoint;
    return wrong(`the checkpoint kept for ${size} leaves was signed for another tree, of ${signed} leaves`);
  }
  return verdict.trusted;
}
