/** Checkpoints as they are kept, with what witnesses signed beneath them. */
import type { Instant } from '../domain/time/moment.ts';
import type { TrustedWitness, TrustPolicy } from '../transparency/trust-policy.ts';
import { hasWitnessed } from '../transparency/trust-verdict.ts';
import { formatVerifierKey } from '../transparency/verifier-key.ts';
import type { SignedTree } from './signed-tree-file.ts';
import type { Queryable } from './tile-store.ts';

export interface KeptCheckpoint extends SignedTree {
  /** The signed note of the log with all cosignatures. */
  readonly note: string;
  readonly signedAt: Instant;
  /** Names and key ids of the witnesses that have signed it. */
  readonly witnesses: readonly string[];
}

interface Row {
  readonly size: number;
  readonly root: Buffer;
  readonly note: string;
  readonly signed_at: Instant;
  readonly witnesses: string[];
  readonly lines: string[];
}

const SELECT = `
  SELECT c.size, c.root, c.note, c.signed_at,
    coalesce(array_agg(s.witness ORDER BY s.witness) FILTER (WHERE s.witness IS NOT NULL), '{}') AS witnesses,
    coalesce(array_agg(s.line ORDER BY s.witness) FILTER (WHERE s.witness IS NOT NULL), '{}') AS lines
  FROM seal.checkpoint c LEFT JOIN seal.cosignature s ON s.size = c.size`;

const fromRow = ({ size, root, note, signed_at: signedAt, witnesses, lines }: Row): KeptCheckpoint => ({
  ...{ size, root, signedAt, witnesses },
  note: note + lines.map((line) => `${line}\n`).join(''),
});

export async function latestCheckpoint(database: Queryable): Promise<KeptCheckpoint | undefined> {
  const { rows } = await database.query<Row>(
    `${SELECT} WHERE c.size = (SELECT max(size) FROM seal.checkpoint) GROUP BY c.size`,
  );
  return rows[0] && fromRow(rows[0]);
}

export async function checkpointOf(database: Queryable, size: number): Promise<KeptCheckpoint | undefined> {
  const { rows } = await database.query<Row>(`${SELECT} WHERE c.size = $1 GROUP BY c.size`, [size]);
  return rows[0] && fromRow(rows[0]);
}

/** Cosignatures are verified before they are kept: who has signed is enough to know. */
export function isPublished({ quorum, witnesses }: TrustPolicy, signed: readonly string[]): boolean {
  if (quorum === undefined) return true;
  const known = witnesses.filter((witness) => signed.includes(witnessId(witness)));
  return hasWitnessed(quorum, new Set(known.map(({ name }) => name)));
}

/** Name and key id, as they stand in `seal.cosignature`. */
export const witnessId = ({ key }: TrustedWitness): string =>
  formatVerifierKey(key).split('+').slice(0, 2).join('+');

/** True if it was not kept yet. */
export async function keepCheckpoint(
  database: Queryable,
  { size, root }: SignedTree,
  note: string,
): Promise<boolean> {
  const { rows } = await database.query<{ kept: boolean }>('SELECT seal.put_checkpoint($1, $2, $3) AS kept', [
    size,
    root,
    note,
  ]);
  return rows[0]!.kept;
}

export async function keepCosignature(
  database: Queryable,
  size: number,
  witness: string,
  line: string,
): Promise<void> {
  await database.query('SELECT seal.put_cosignature($1, $2, $3)', [size, witness, line]);
}

/** Size of the largest checkpoint that a witness has signed, as far as is known here. */
export async function cosignedSize(database: Queryable, witness: string): Promise<number> {
  const { rows } = await database.query<{ size: number }>(
    'SELECT coalesce(max(size), 0) AS size FROM seal.cosignature WHERE witness = $1',
    [witness],
  );
  return rows[0]!.size;
}
