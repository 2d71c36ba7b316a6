import { decrypt, encrypt } from './authenticated-cipher.ts';
import { lengthPrefixed } from './length-prefixed.ts';
import { formatSealed, type Purpose, parseSealed } from './sealed-text.ts';
import type { Destroyed, SubjectKeys } from './subject-keys.ts';

/** Longest text that is sealed, in bytes of UTF-8: a note, not a file. */
export const SEALED_TEXT_LIMIT_BYTES = 65_536;

/** Where a sealed text stands. It opens nowhere else, so that nobody can move it to another event. */
export interface SealPlace {
  /** The person whose key it is. */
  readonly subject: string;
  /** Id of the command that brought it; its events carry the same id. */
  readonly commandId: string;
  /** Path of the field in the command's data, for example `reason`. */
  readonly field: string;
}

export type SealResult = { readonly kind: 'sealed'; readonly text: string } | Destroyed;

export type UnsealResult =
  | { readonly kind: 'text'; readonly text: string }
  | Destroyed
  | {
      readonly kind: 'unreadable';
      /** `format`: not a sealed text. `key`: no such key. `place`: altered, or sealed for another place. */
      readonly because: 'format' | 'key' | 'place';
    };

/** A key once destroyed is never replaced: then nothing more is sealed for this person and purpose. */
export async function seal(
  keys: SubjectKeys,
  purpose: Purpose,
  place: SealPlace,
  text: string,
): Promise<SealResult> {
  const plain = Buffer.from(text, 'utf8');
  // Half a surrogate pair has no UTF-8: it would come back as another text.
  if (plain.toString('utf8') !== text) throw new TypeError('a sealed text is well-formed Unicode');
  if (plain.length > SEALED_TEXT_LIMIT_BYTES) {
    throw new RangeError(`a sealed text has at most ${SEALED_TEXT_LIMIT_BYTES} bytes`);
  }
  const key = await keys.obtain(place.subject, purpose);
  if (key.kind === 'destroyed') return key;
  const sealed = encrypt(key.key, plain, context(purpose, key.keyVersion, place));
  return { kind: 'sealed', text: formatSealed({ purpose, keyVersion: key.keyVersion, ...sealed }) };
}

export async function unseal(keys: SubjectKeys, place: SealPlace, text: string): Promise<UnsealResult> {
  const sealed = parseSealed(text);
  if (sealed === undefined) return { kind: 'unreadable', because: 'format' };
  const key = await keys.find(place.subject, sealed.purpose);
  if (key === undefined) return { kind: 'unreadable', because: 'key' };
  if (key.kind === 'destroyed') return key;
  if (key.keyVersion !== sealed.keyVersion) return { kind: 'unreadable', because: 'key' };
  const plain = decrypt(key.key, sealed, context(sealed.purpose, sealed.keyVersion, place));
  if (plain === undefined) return { kind: 'unreadable', because: 'place' };
  return { kind: 'text', text: plain.toString('utf8') };
}

const context = (purpose: Purpose, keyVersion: number, place: SealPlace): Buffer =>
  lengthPrefixed([
    'titian/sealed/v1',
    purpose,
    String(keyVersion),
    place.subject,
    place.commandId,
    place.field,
  ]);
