/**
 * The bitstring of a status list (W3C Bitstring Status List 1.0): one bit for each credential, the first
 * the left-most, GZIP-compressed and written in base64url without padding after the multibase letter `u`.
 */
import { gunzipSync, gzipSync } from 'node:zlib';

/** The least that the recommendation allows, so that one credential is lost among many. */
export const LIST_LENGTH = 131_072;

const MULTIBASE_BASE64URL = 'u';

/** @param set indexes whose bit is 1. @throws RangeError for one outside the list. */
export function encodeBits(set: Iterable<number>): string {
  const bytes = Buffer.alloc(LIST_LENGTH / 8);
  for (const index of set) {
    if (!Number.isInteger(index) || index < 0 || index >= LIST_LENGTH) {
      throw new RangeError('index outside the status list');
    }
    bytes[index >> 3]! |= 0x80 >> (index & 7);
  }
  return MULTIBASE_BASE64URL + gzipSync(bytes, { level: 9 }).toString('base64url');
}

/** @throws for anything but what {@link encodeBits} writes. */
export function decodeBits(encoded: string): (index: number) => boolean {
  if (!encoded.startsWith(MULTIBASE_BASE64URL)) throw new TypeError('not base64url in multibase');
  const bytes = gunzipSync(Buffer.from(encoded.slice(1), 'base64url'), { maxOutputLength: LIST_LENGTH });
  return (index) => (bytes[index >> 3]! & (0x80 >> (index & 7))) !== 0;
}
