/** Verifier keys of `c2sp.org/signed-note`: `<name>+<key id, hex>+<base64 of type and public key>`. */
import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { decodeBase64 } from './base64.ts';

/** Signature types that Titian knows, both with Ed25519. */
export const SIGNATURE_TYPES = {
  /** The note's text as it is: how a log signs. */
  note: 0x01,
  /** Text and time: how a witness cosigns (`c2sp.org/tlog-cosignature`). */
  cosignature: 0x04,
} as const;

export type SignatureType = (typeof SIGNATURE_TYPES)[keyof typeof SIGNATURE_TYPES];

export interface VerifierKey {
  readonly name: string;
  /** The first four bytes of a hash of name, type and key: tells keys apart, proves nothing. */
  readonly id: number;
  readonly type: SignatureType;
  /** 32 bytes, as RFC 8032 encodes them. */
  readonly bytes: Buffer;
  readonly publicKey: KeyObject;
}

const KEY_BYTES = 32;
/** What stands before the 32 bytes of an Ed25519 public key in the form SPKI (RFC 8410). */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** @throws RangeError for a name that no key may have, and for bytes that are no key */
export function verifierKey(name: string, type: SignatureType, bytes: Buffer): VerifierKey {
  if (!isKeyName(name))
    throw new RangeError(`"${name}" cannot be the name of a key: no spaces, no plus sign`);
  if (bytes.length !== KEY_BYTES) throw new RangeError('An Ed25519 public key has 32 bytes');
  const publicKey = createPublicKey({
    key: Buffer.concat([SPKI_PREFIX, bytes]),
    format: 'der',
    type: 'spki',
  });
  return { name, id: keyId(name, type, bytes), type, bytes, publicKey };
}

/** The public half of an Ed25519 key, as the verifier key under that name. */
export function verifierKeyOf(name: string, type: SignatureType, key: KeyObject): VerifierKey {
  if (key.asymmetricKeyType !== 'ed25519') throw new RangeError('Notes are signed with Ed25519 keys');
  const publicKey = key.type === 'private' ? createPublicKey(key) : key;
  const bytes = publicKey.export({ format: 'der', type: 'spki' }).subarray(SPKI_PREFIX.length);
  return verifierKey(name, type, Buffer.from(bytes));
}

export const formatVerifierKey = ({ name, id, type, bytes }: VerifierKey): string =>
  `${name}+${hexId(id)}+${Buffer.concat([Buffer.of(type), bytes]).toString('base64')}`;

/** @throws RangeError with a sentence that says what is wrong with it */
export function parseVerifierKey(text: string): VerifierKey {
  const found = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text);
  const material = found === null ? undefined : decodeBase64(found[3]!);
  if (found === null || material === undefined)
    throw new RangeError(`"${text}" is no verifier key: it should read name+id+base64`);
  const type = Object.values(SIGNATURE_TYPES).find((known) => known === material[0]);
  if (type === undefined)
    throw new RangeError(`The key "${text}" is of type ${material[0]}; only Ed25519 (1 and 4) is known here`);
  const key = verifierKey(found[1]!, type, material.subarray(1));
  if (hexId(key.id) !== found[2])
    throw new RangeError(`The key "${text}" has the id ${hexId(key.id)}, not ${found[2]}: it is mistyped`);
  return key;
}

/** Not empty, without Unicode spaces, plus signs and control characters. */
export const isKeyName = (name: string): boolean => /^[^\p{White_Space}\p{Cc}\p{Cs}+]+$/u.test(name);

export const isSameKey = (one: VerifierKey, other: VerifierKey): boolean => one.bytes.equals(other.bytes);

function keyId(name: string, type: SignatureType, bytes: Buffer): number {
  const hash = createHash('sha256').update(`${name}\n`).update(Buffer.of(type)).update(bytes).digest();
  return hash.readUInt32BE(0);
}

const hexId = (id: number): string => id.toString(16).padStart(8, '0');
