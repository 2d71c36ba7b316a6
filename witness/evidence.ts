/**
 * Evidence: what a log has signed and the witness would not cosign. A file is written once and never changed; two
 * notes with the log's own signature speak for themselves.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createFile } from '../src/transparency/durable-file.ts';

/**
 * - `fork`: two checkpoints of one size with different roots: proof of misbehaviour by itself
 * - `older`: smaller than what the log had signed before: proof unless its tree is the begin of that one
 * - `unproven`: larger, but the proof that came with it does not hold: proof unless the log brings a better one
 */
export type EvidenceKind = 'fork' | 'older' | 'unproven';

export interface Evidence {
  readonly kind: EvidenceKind;
  readonly origin: string;
  /** Size of the tree that was refused. */
  readonly size: number;
  /** The note that was refused, with the signatures of the log only. */
  readonly refused: string;
  /** The checkpoint cosigned last, verbatim. */
  readonly cosigned: string;
  /** The proof that came along, base64. */
  readonly proof: readonly string[];
}

export interface EvidenceFolder {
  /** @returns name of the file, or `undefined` if that was kept already or the folder is full */
  keep(evidence: Evidence, at: Date): string | undefined;
}

/** Far more than anybody reads; a log that misbehaves shall not fill the disk. */
const MOST_FILES = 10_000;
const SHORT = 16;

export function openEvidenceFolder(folder: string): EvidenceFolder {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  let files = readdirSync(folder).length;
  return {
    keep: (evidence, at) => {
      if (files >= MOST_FILES) return undefined;
      const { kind, origin, size, refused } = evidence;
      // Named by what it shows: the same note, however often it is sent, is one file.
      const name = `${kind}-${size}-${short(origin)}-${short(refused)}.json`;
      const content = `${JSON.stringify({ at: at.toISOString(), ...evidence }, null, 2)}\n`;
      if (!createFile(join(folder, name), content)) return undefined;
      files += 1;
      return name;
    },
  };
}

const short = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, SHORT);
