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

export type Kept =
  | { readonly outcome: 'kept'; readonly name: string }
  /** That very note was kept before, or it was said already that no more are kept. */
  | { readonly outcome: 'known' }
  /** Said once for what is full. */
  | { readonly outcome: 'full'; readonly why: string };

export interface EvidenceFolder {
  keep(evidence: Evidence, at: Date): Kept;
}

/**
 * Checkpoints that anybody may fetch and send again are `older` or `unproven`: of these one a day tells enough, and
 * however many come, no `fork` is crowded out. Forks only the log's own key can make; a disk is full some day.
 */
const MOST_FORKS = 10_000;
const SHORT = 16;

export function openEvidenceFolder(folder: string): EvidenceFolder {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const names = new Set(readdirSync(folder));
  const forks = (): number => [...names].filter((name) => name.startsWith('fork-')).length;
  const said = new Set<string>();

  function full(what: string, why: string): Kept {
    if (said.has(what)) return { outcome: 'known' };
    said.add(what);
    return { outcome: 'full', why };
  }

  return {
    keep: (evidence, at) => {
      const { kind, origin, size, refused } = evidence;
      const log = short(origin);
      const day = at.toISOString().slice(0, '2026-01-05'.length);
      // Named by what it shows: the same note, however often it is sent, is one file.
      const ending = `-${short(refused)}.json`;
      const name =
        kind === 'fork' ? `fork-${size}-${log}${ending}` : `${kind}-${size}-${log}-${day}${ending}`;
      const same = `${kind}-${size}-${log}-`;
      const all = [...names];
      if (all.some((known) => known.startsWith(same) && known.endsWith(ending))) return { outcome: 'known' };
      if (kind === 'fork' && forks() >= MOST_FORKS)
        return full('forks', `there are ${MOST_FORKS} already: carry them away`);
      const ofDay = new RegExp(`^${kind}-\\d+-${log}-${day}-`);
      if (kind !== 'fork' && all.some((known) => ofDay.test(known)))
        return full(`${kind} ${log} ${day}`, `one of ${day} is kept already, and no more of that day are`);
      const content = `${JSON.stringify({ at: at.toISOString(), ...evidence }, null, 2)}\n`;
      const created = createFile(join(folder, name), content);
      names.add(name);
      return created ? { outcome: 'kept', name } : { outcome: 'known' };
    },
  };
}

const short = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, SHORT);
