/** Checkpoints: what a log signs of its tree, and what witnesses add (C2SP `tlog-checkpoint`, `tlog-cosignature`). */
import { bytesOfBase64 } from './encodings.ts';
import type { TreeHead } from './merkle.ts';
import { cosignedAt, isBy, isSigned, parseSignedNote, type VerifierKey } from './signed-note.ts';
import { isQuorum, type TrustPolicy, type Witness } from './trust-policy.ts';

export interface Checkpoint extends TreeHead {
  readonly origin: string;
  /** What was signed. */
  readonly text: string;
}

export interface OpenedCheckpoint extends Checkpoint {
  /** Keys of the policy that signed for the log. */
  readonly logKeys: readonly VerifierKey[];
  readonly cosigned: readonly { readonly witness: Witness; readonly at: number }[];
  readonly quorum: boolean;
}

export type CheckpointProblem =
  | { readonly problem: 'malformed' }
  | { readonly problem: 'unsigned'; readonly origin: string }
  | { readonly problem: 'forged'; readonly key: VerifierKey };

/** Reads the text of a checkpoint; undefined where it is none. Extension lines are let stand. */
export function parseCheckpointText(text: string): Checkpoint | undefined {
  const [origin = '', size = '', rootText = '', ...extensions] = text.slice(0, -1).split('\n');
  const root = bytesOfBase64(rootText);
  if (!text.endsWith('\n') || origin === '' || !/^(0|[1-9][0-9]*)$/.test(size)) return undefined;
  if (!Number.isSafeInteger(Number(size)) || root?.length !== 32 || extensions.includes('')) return undefined;
  return { origin, size: Number(size), root, text };
}

/**
 * Believes a checkpoint as far as the policy goes: signed by one of its logs, under the log's own origin. A
 * signature under a known name and id that does not hold spoils the whole note.
 */
export function openCheckpoint(note: string, policy: TrustPolicy): OpenedCheckpoint | CheckpointProblem {
  const parsed = parseSignedNote(note);
  const checkpoint = parsed === undefined ? undefined : parseCheckpointText(parsed.text);
  if (parsed === undefined || checkpoint === undefined) return { problem: 'malformed' };
  const { text, signatures } = parsed;
  const logKeys: VerifierKey[] = [];
  const cosigned = new Map<Witness, number>();
  for (const signature of signatures) {
    const log = policy.logs.find((key) => isBy(signature, key));
    if (log !== undefined) {
      if (!isSigned(text, signature, log)) return { problem: 'forged', key: log };
      if (log.name === checkpoint.origin) logKeys.push(log);
    }
    const witness = policy.witnesses.find(({ key }) => isBy(signature, key));
    if (witness !== undefined) {
      const at = cosignedAt(text, signature, witness.key);
      if (at === undefined) return { problem: 'forged', key: witness.key };
      cosigned.set(witness, at);
    }
  }
  if (logKeys.length === 0) return { problem: 'unsigned', origin: checkpoint.origin };
  return {
    ...checkpoint,
    logKeys,
    cosigned: [...cosigned].map(([witness, at]) => ({ witness, at })),
    quorum: isQuorum(policy, new Set(cosigned.keys())),
  };
}
