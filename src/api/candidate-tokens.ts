/**
 * What a reader knows a candidate by: a token of that reader alone. Two employers who compare their lists
 * cannot tell whether they saw the same person, and neither finds the row or the journey from it (I-8).
 *
 * A token is the candidate's id under a permutation with a key of its own for each reader: one block of
 * AES-256, so that it can be turned back here and nowhere else. One block is never a mode.
 */
import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { VerifiedActor } from '../access/reach.ts';

/** Hex digits of a candidate's id, after its letter. */
const ID_SHAPE = /^k([0-9a-f]{28})$/;
/** What fills the block: a token that somebody made up does not end in it. */
const FILLING = '0000';

export interface CandidateTokens {
  tokenOf(reader: string, candidateId: string): string;
  /** undefined for what was never given to this reader. */
  candidateOf(reader: string, token: string): string | undefined;
  /** Shuffles this reader's lists: two readers must not find each other's rows by their places either. */
  saltOf(reader: string): string;
}

/** Who reads: an employer and an office are two readers, also where they are called the same. */
export const readerOf = ({ role, office }: Pick<VerifiedActor, 'role' | 'office'>): string =>
  `${role === 'EMPLOYER' ? 'employer' : 'office'}/${office}`;

/** @param keyedHash 64 hex digits, under a key that stays in the vault. */
export function createCandidateTokens(keyedHash: (text: string) => string): CandidateTokens {
  const keyOf = (reader: string) => Buffer.from(keyedHash(`titian:candidate-token:v1:${reader}`), 'hex');
  return {
    tokenOf(reader, candidateId) {
      const digits = ID_SHAPE.exec(candidateId)?.[1];
      if (digits === undefined) throw new Error('not the id of a candidate');
      const cipher = createCipheriv('aes-256-ecb', keyOf(reader), null).setAutoPadding(false);
      return cipher.update(digits + FILLING, 'hex', 'hex') + cipher.final('hex');
    },
    saltOf: (reader) => keyedHash(`titian:candidate-order:v1:${reader}`),
    candidateOf(reader, token) {
      if (!/^[0-9a-f]{32}$/.test(token)) return undefined;
      const decipher = createDecipheriv('aes-256-ecb', keyOf(reader), null).setAutoPadding(false);
      const block = decipher.update(token, 'hex', 'hex') + decipher.final('hex');
      return block.endsWith(FILLING) ? `k${block.slice(0, -FILLING.length)}` : undefined;
    },
  };
}
