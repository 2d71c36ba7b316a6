/** How rows are hashed, and the bytes of the leaves that stand for them. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesOfText, hexOf } from './encodings.ts';
import { leafHash } from './merkle.ts';

/** SHA-256 over fields, each after its length in eight bytes; a missing one has length -1 and no bytes. */
export function hashOfFields(...fields: readonly (string | null)[]): string {
  const hash = sha256.create();
  for (const field of fields) {
    const length = new Uint8Array(8);
    if (field === null) {
      hash.update(length.fill(0xff));
      continue;
    }
    const bytes = bytesOfText(field);
    new DataView(length.buffer).setBigUint64(0, BigInt(bytes.length));
    hash.update(length).update(bytes);
  }
  return hexOf(hash.digest());
}

export const originHash = (stream: string, kind: string, world: string): string =>
  hashOfFields('titian:stream:v1', stream, kind, world);

/** Fields of a row's hash, in order, after its tag. */
export const ROW_FIELDS = {
  decision: [
    'previous_hash',
    'stream_id',
    'sequence',
    'command_id',
    'name',
    'request_hash',
    'body',
    'actor_id',
    'actor_role',
    'actor_office',
    'now',
    'clock_offset_ms',
    'facts',
    'effects',
    'build_id',
    'run_id',
    'outcome',
    'detail',
    'first_version',
    'last_version',
    'event_head_hash',
    'committed_at',
  ],
  // The event's own type stands under `event_type`: `type` names the line.
  event: [
    'previous_hash',
    'stream_id',
    'version',
    'event_id',
    'event_type',
    'schema',
    'body',
    'meta',
    'occurred_at',
    'occurred_date',
    'occurred_zone',
    'recorded_at',
    'committed_at',
  ],
  access: ['id', 'at', 'world', 'actor_id', 'role', 'office', 'action', 'subject', 'outcome', 'reason'],
  note: ['id', 'kind', 'body', 'committed_at'],
} as const;

export type RowKind = keyof typeof ROW_FIELDS;
export type Row<Kind extends RowKind> = { readonly [Field in (typeof ROW_FIELDS)[Kind][number]]: string } & {
  readonly run_id?: string | null;
};

export function rowHash(kind: RowKind, row: { readonly [field: string]: unknown }): string {
  const fields = ROW_FIELDS[kind].map((field) => (row[field] ?? null) as string | null);
  return hashOfFields(`titian:${kind}:v1`, ...fields);
}

/** The log's leaf for a row. */
export const rowLeaf = (kind: RowKind, stream: string, position: string, hash: string): Uint8Array =>
  leafHash(bytesOfText(`titian/leaf/v1\n${kind}\n${stream}\n${position}\n${hash}\n`));

export interface Head {
  readonly index: number;
  readonly events: number;
  readonly eventHash: string;
  readonly decisions: number;
  readonly decisionHash: string;
}

/** The leaf of a stream in the tree of heads. */
export const headLeaf = (stream: string, kind: string, world: string, head: Head): Uint8Array =>
  leafHash(
    bytesOfText(
      `titian/head/v1\n${stream}\n${kind}\n${world}\n${head.events}\n${head.eventHash}\n` +
        `${head.decisions}\n${head.decisionHash}\n`,
    ),
  );
