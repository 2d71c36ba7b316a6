/** Signing and opening notes (`c2sp.org/signed-note`). */
import { type KeyObject, sign, verify } from 'node:crypto';
import { cosignedText, decodeCosignature, encodeCosignature } from './cosignature.ts';
import { NoteProblem } from './note-problem.ts';
import { formatNote, type NoteSignature, parseNote } from './note-text.ts';
import { SIGNATURE_TYPES, type VerifierKey, verifierKeyOf } from './verifier-key.ts';

/** Signs under one name with one key. */
export interface NoteSigner {
  readonly key: VerifierKey;
  /** @param text ends with a line feed */
  sign(text: string): NoteSignature;
}

export interface OpenedSignature {
  readonly key: VerifierKey;
  /** Of a cosignature: seconds since 1970. */
  readonly time?: bigint;
  readonly signature: NoteSignature;
}

export interface OpenedNote {
  readonly text: string;
  /** Of known keys, all of them valid; at least one. */
  readonly verified: readonly OpenedSignature[];
}

/** How a log signs its checkpoints. */
export function logSigner(name: string, privateKey: KeyObject): NoteSigner {
  const key = verifierKeyOf(name, SIGNATURE_TYPES.note, privateKey);
  return { key, sign: (text) => signatureOf(key, sign(null, Buffer.from(text), privateKey)) };
}

/**
 * How a witness cosigns them.
 *
 * @param now answers the seconds since 1970
 */
export function cosigner(name: string, privateKey: KeyObject, now: () => number): NoteSigner {
  const key = verifierKeyOf(name, SIGNATURE_TYPES.cosignature, privateKey);
  return {
    key,
    sign: (text) => {
      const time = BigInt(Math.floor(now()));
      const signature = sign(null, Buffer.from(cosignedText(time, text)), privateKey);
      return signatureOf(key, encodeCosignature({ time, signature }));
    },
  };
}

/** @throws RangeError for a text that a note cannot have */
export const signNote = (text: string, signers: readonly NoteSigner[]): string =>
  formatNote({ text, signatures: signers.map((signer) => signer.sign(text)) });

/**
 * Opens a note: its text may be believed as far as the keys in `verified` are.
 *
 * @param keys those that are known; signatures of others are passed over, as the specification says
 * @throws NoteProblem `malformed`; `forged` if a known key's signature is not that key's; `unsigned` if none is
 * of a known key
 */
export function openNote(note: Uint8Array | string, keys: readonly VerifierKey[]): OpenedNote {
  const { text, signatures } = parseNote(note);
  const verified = signatures.flatMap((signature) => {
    const key = keys.find(({ name, id }) => name === signature.name && id === signature.id);
    return key === undefined ? [] : [verifySignature(text, key, signature)];
  });
  if (verified.length === 0) throw new NoteProblem('unsigned', `The note is not signed by ${namesOf(keys)}.`);
  return { text, verified };
}

/**
 * One signature over a text, for example a line that a witness answered.
 *
 * @throws NoteProblem `forged`
 */
export function verifySignature(text: string, key: VerifierKey, signature: NoteSignature): OpenedSignature {
  if (key.type === SIGNATURE_TYPES.note) {
    if (isSigned(text, key, signature.bytes)) return { key, signature };
  } else {
    const found = decodeCosignature(signature.bytes);
    if (found !== undefined && isSigned(cosignedText(found.time, text), key, found.signature))
      return { key, time: found.time, signature };
  }
  throw new NoteProblem(
    'forged',
    `The note bears a signature in the name of ${key.name} that is not by its key.`,
  );
}

const isSigned = (text: string, key: VerifierKey, signature: Buffer): boolean =>
  verify(null, Buffer.from(text), key.publicKey, signature);

const signatureOf = ({ name, id }: VerifierKey, bytes: Buffer): NoteSignature => ({ name, id, bytes });

const namesOf = (keys: readonly VerifierKey[]): string =>
  keys.length === 0 ? 'any key, as none is known' : [...new Set(keys.map(({ name }) => name))].join(' or ');
