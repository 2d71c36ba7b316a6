/**
 * The bytes of one leaf of the log. A leaf says where a row stands and what its hash is, never what it holds: tiles
 * and entries can be handed to anybody.
 */
import { createHash } from 'node:crypto';

/** What a leaf stands for: a row of the ledger, of the access log, or a note of the ledger about itself. */
export type LeafKind = 'decision' | 'event' | 'access' | 'note';

export interface LeafEntry {
  readonly kind: LeafKind;
  /** Id of the stream; `access` and `note` for the two that belong to none. */
  readonly stream: string;
  /** Sequence of the decision, version of the event, number of the access or of the note. */
  readonly position: number;
  /** SHA-256 of the row, hex. */
  readonly hash: string;
}

/** One entry of `c2sp.org/tlog-tiles`: five lines, each ended by a line feed. Its leaf hash is RFC 6962's. */
export const entryBytes = ({ kind, stream, position, hash }: LeafEntry): Buffer =>
  Buffer.from(`titian/leaf/v1\n${kind}\n${stream}\n${position}\n${hash}\n`, 'utf8');

/** Where a stream stood at a cut of the log; one entry of the tree of heads, in bytewise order of stream ids. */
export interface StreamHeadEntry {
  readonly stream: string;
  readonly kind: string;
  readonly world: string;
  readonly events: number;
  /** Hash of the last event, hex; that of the stream itself where there is none. */
  readonly eventHash: string;
  readonly decisions: number;
  readonly decisionHash: string;
}

export const headEntryBytes = (head: StreamHeadEntry): Buffer =>
  Buffer.from(
    `titian/head/v1\n${head.stream}\n${head.kind}\n${head.world}\n` +
      `${head.events}\n${head.eventHash}\n${head.decisions}\n${head.decisionHash}\n`,
    'utf8',
  );

/** RFC 6962, 2.1: a leaf is hashed under 0x00, so that it never passes for an inner node. */
export const leafHash = (entry: Uint8Array): Buffer =>
  createHash('sha256').update(LEAF_PREFIX).update(entry).digest();

const LEAF_PREFIX = Buffer.of(0);
