/** Signed notes of C2SP: a text, an empty line, and a line for each signature. Ed25519 only. */
import { hashes, verify } from '@noble/ed25519';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { base64Of, bytesOfBase64, bytesOfText, hexOf, joined } from './encodings.ts';

hashes.sha512 = (message) => new Uint8Array(sha512(message));

export const SIGNATURE_TYPE = { note: 0x01, cosignature: 0x04 } as const;

/** A public key with the name that it signs under. */
export interface VerifierKey {
  readonly name: string;
  /** Eight hexadecimal digits. */
  readonly id: string;
  readonly type: number;
  readonly publicKey: Uint8Array;
}

export interface NoteSignature {
  readonly name: string;
  readonly keyId: string;
  readonly signature: Uint8Array;
}

export interface SignedNote {
  /** With its last line feed; without the empty line. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** `<name>+<key id>+<base64 of type and key>`; undefined where it is not one, or not that key's own id. */
export function parseVerifierKey(text: string): VerifierKey | undefined {
  const [, name = '', id = '', encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text) ?? [];
  const material = bytesOfBase64(encoded);
  if (!isKeyName(name) || material === undefined || material.length !== 33) return undefined;
  const type = material[0]!;
  const key = { name, id, type, publicKey: material.slice(1) };
  return keyIdOf(key) === id ? key : undefined;
}

export const verifierKeyText = ({ name, id, type, publicKey }: VerifierKey): string =>
  `${name}+${id}+${base64Of(joined(Uint8Array.of(type), publicKey))}`;

/** What people compare over the telephone: SHA-256 of the public key, in groups of four digits. */
export const fingerprintOf = ({ publicKey }: VerifierKey): string =>
  hexOf(sha256(publicKey)).replace(/(.{4})(?!$)/g, '$1 ');

const keyIdOf = ({ name, type, publicKey }: Omit<VerifierKey, 'id'>): string =>
  hexOf(sha256(joined(bytesOfText(`${name}\n`), Uint8Array.of(type), publicKey))).slice(0, 8);

const isKeyName = (name: string): boolean => name !== '' && !/[\p{White_Space}+]/u.test(name);

/** More is nobody's honest note. */
const SIGNATURES_MAX = 100;

/** Undefined for anything that is not exactly a signed note. */
export function parseSignedNote(note: string): SignedNote | undefined {
  const gap = note.lastIndexOf('\n\n');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the specification forbids just these.
  if (gap < 0 || !note.endsWith('\n') || /[\u0000-\u0009\u000b-\u001f]/.test(note)) return undefined;
  const lines = note.slice(gap + 2, -1).split('\n');
  if (lines.length > SIGNATURES_MAX) return undefined;
  const signatures = lines.map(parseSignatureLine);
  return signatures.every((signature) => signature !== undefined)
    ? { text: note.slice(0, gap + 1), signatures }
    : undefined;
}

/** `— <name> <base64 of key id and signature>`, without a line feed. */
export function parseSignatureLine(line: string): NoteSignature | undefined {
  const [, name = '', encoded = ''] = /^— (\S+) (\S+)$/u.exec(line) ?? [];
  const bytes = bytesOfBase64(encoded);
  if (!isKeyName(name) || bytes === undefined || bytes.length < 5) return undefined;
  return { name, keyId: hexOf(bytes.slice(0, 4)), signature: bytes.slice(4) };
}

export const isBy = (signature: NoteSignature, key: VerifierKey): boolean =>
  signature.name === key.name && signature.keyId === key.id;

/** A signature of the text itself, as logs make it. */
export const isSigned = (text: string, { signature }: NoteSignature, key: VerifierKey): boolean =>
  isValid(bytesOfText(text), signature, key);

/**
 * Seconds since 1970 at which a witness signed that it had seen the tree of this text as the largest;
 * undefined where the signature does not hold.
 */
export function cosignedAt(text: string, { signature }: NoteSignature, key: VerifierKey): number | undefined {
  if (signature.length !== 72) return undefined;
  const at = new DataView(signature.buffer, signature.byteOffset).getBigUint64(0);
  if (at > BigInt(Number.MAX_SAFE_INTEGER)) return undefined;
  const message = bytesOfText(`cosignature/v1\ntime ${at}\n${text}`);
  return isValid(message, signature.slice(8), key) ? Number(at) : undefined;
}

function isValid(message: Uint8Array, signature: Uint8Array, { publicKey }: VerifierKey): boolean {
  if (signature.length !== 64) return false;
  try {
    return verify(signature, message, publicKey, { zip215: false });
  } catch {
    // Bytes that are no point of the curve.
    return false;
  }
}
