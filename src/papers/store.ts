/** Papers as they are kept: encrypted, with the hash of their bytes in clear. */
import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import type { Actor } from '../domain/decider.ts';
import type { Vault } from '../vault/vault.ts';
import type { PaperKind } from './paper.ts';

export interface StoredPaper {
  readonly paperId: string;
  readonly kind: PaperKind;
  readonly world: string;
  readonly stream: string;
  /** The case, or what else of the stream it is about. */
  readonly subject: string;
  readonly version: number;
  readonly number: string;
  readonly datedOn: string;
  readonly sha256: string;
  /** Version of the event that says it was made. */
  readonly attachedVersion: number | null;
  readonly storedAt: string;
}

export interface NewPaper extends Omit<StoredPaper, 'paperId' | 'sha256' | 'attachedVersion' | 'storedAt'> {
  /** Whose key seals it: a person, or the stream of an entity that has none. */
  readonly keySubject: string;
  readonly bytes: Buffer;
  readonly madeBy: Actor;
}

export type OpenedPaper =
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  /** The person's key was destroyed, and with it the paper (G-11). */
  | { readonly kind: 'destroyed' }
  /** Not what was stored. */
  | { readonly kind: 'altered' };

export interface PaperStore {
  /** The same bytes of the same stream are the same paper: a second call stores nothing. */
  keep(paper: NewPaper): Promise<StoredPaper | { readonly kind: 'destroyed' }>;
  /** Notes that the ledger knows of it. */
  attach(paperId: string, version: number): Promise<void>;
  find(paperId: string): Promise<StoredPaper | undefined>;
  findByHash(stream: string, sha256: string): Promise<StoredPaper | undefined>;
  /** Those that the ledger knows of, in the order of their versions. */
  list(stream: string): Promise<readonly StoredPaper[]>;
  open(paperId: string): Promise<OpenedPaper | undefined>;
}

const COLUMNS = `paper_id AS "paperId", kind, world, stream_id AS stream, subject, version, number,
  dated_on AS "datedOn", sha256, attached_version AS "attachedVersion", stored_at AS "storedAt"`;

export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const paperIdOf = (stream: string, sha256: string): string =>
  `d-${createHash('sha256').update(`titian:paper:v1:${stream}:${sha256}`).digest('hex').slice(0, 32)}`;

const placeOf = (keySubject: string, paperId: string) => ({
  subject: keySubject,
  commandId: paperId,
  field: 'paper',
});

export function createPaperStore(pool: Pool, vault: Pick<Vault, 'sealFile' | 'unsealFile'>): PaperStore {
  const find = async (where: string, values: unknown[]): Promise<StoredPaper | undefined> => {
    const { rows } = await pool.query<StoredPaper>(
      `SELECT ${COLUMNS} FROM paper.document WHERE ${where} LIMIT 1`,
      values,
    );
    return rows[0];
  };
  return {
    async keep({ bytes, madeBy, keySubject, kind, world, stream, subject, version, number, datedOn }) {
      const sha256 = sha256Of(bytes);
      const paperId = paperIdOf(stream, sha256);
      const sealed = await vault.sealFile('identity', placeOf(keySubject, paperId), bytes);
      if (sealed.kind === 'destroyed') return { kind: 'destroyed' };
      await pool.query(
        `INSERT INTO paper.document (paper_id, kind, world, stream_id, subject, version, number, dated_on, sha256,
                                     key_subject, sealed_bytes, made_by, made_role, made_office)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) ON CONFLICT (paper_id) DO NOTHING`,
        [
          ...[paperId, kind, world, stream, subject, version, number, datedOn, sha256, keySubject],
          ...[sealed.bytes, madeBy.id, madeBy.role, madeBy.office],
        ],
      );
      return (await find('paper_id = $1', [paperId]))!;
    },
    async attach(paperId, version) {
      await pool.query(
        'UPDATE paper.document SET attached_version = $2 WHERE paper_id = $1 AND attached_version IS NULL',
        [paperId, version],
      );
    },
    find: (paperId) => find('paper_id = $1', [paperId]),
    findByHash: (stream, sha256) => find('stream_id = $1 AND sha256 = $2', [stream, sha256]),
    async list(stream) {
      const { rows } = await pool.query<StoredPaper>(
        `SELECT ${COLUMNS} FROM paper.document WHERE stream_id = $1 AND attached_version IS NOT NULL
         ORDER BY attached_version, paper_id`,
        [stream],
      );
      return rows;
    },
    async open(paperId) {
      const { rows } = await pool.query<{ sealed: Buffer; keySubject: string; sha256: string }>(
        `SELECT sealed_bytes AS sealed, key_subject AS "keySubject", sha256 FROM paper.document
         WHERE paper_id = $1`,
        [paperId],
      );
      const [row] = rows;
      if (row === undefined) return undefined;
      const opened = await vault.unsealFile('identity', placeOf(row.keySubject, paperId), row.sealed);
      if (opened.kind === 'destroyed') return { kind: 'destroyed' };
      if (opened.kind === 'unreadable' || sha256Of(opened.bytes) !== row.sha256) return { kind: 'altered' };
      return { kind: 'bytes', bytes: opened.bytes };
    },
  };
}
