import { type Ciphertext, NONCE_BYTES, TAG_BYTES } from './authenticated-cipher.ts';

/** Each purpose has its own key, so that health notes can be made unreadable and the case stays. */
export type Purpose = 'identity' | 'case' | 'health';

export const PURPOSES: readonly Purpose[] = ['identity', 'case', 'health'];

export interface SealedText extends Ciphertext {
  readonly purpose: Purpose;
  readonly keyVersion: number;
}

const PATTERN =
  /^sealed:v1:(identity|case|health):([1-9][0-9]{0,8}):([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]*)\.([A-Za-z0-9_-]+)$/;

/** Whether a text is written as sealed; whether it opens is another question. */
export const isSealed = (text: string): boolean => parseSealed(text) !== undefined;

/** `sealed:v1:<purpose>:<key version>:<nonce>.<ciphertext>.<tag>`, the three parts in base64url. */
export function formatSealed(sealed: SealedText): string {
  const parts = [sealed.nonce, sealed.bytes, sealed.tag].map((bytes) => bytes.toString('base64url'));
  return `sealed:v1:${sealed.purpose}:${sealed.keyVersion}:${parts.join('.')}`;
}

export function parseSealed(text: string): SealedText | undefined {
  const match = PATTERN.exec(text);
  if (match === null) return undefined;
  const [nonce, bytes, tag] = [match[3]!, match[4]!, match[5]!].map((part) => Buffer.from(part, 'base64url'));
  const sealed: SealedText = {
    purpose: match[1] as Purpose,
    keyVersion: Number(match[2]),
    nonce: nonce!,
    bytes: bytes!,
    tag: tag!,
  };
  if (sealed.nonce.length !== NONCE_BYTES || sealed.tag.length !== TAG_BYTES) return undefined;
  // Base64url lets several spellings stand for the same bytes; the ledger's hash must see only one.
  return formatSealed(sealed) === text ? sealed : undefined;
}
