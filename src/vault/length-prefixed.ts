/**
 * Joins texts so that no two different lists give the same bytes: each is preceded by its length in
 * bytes (4, big-endian). Without it `("ab","c")` and `("a","bc")` would authenticate each other.
 */
export function lengthPrefixed(parts: readonly string[]): Buffer {
  const chunks: Buffer[] = [];
  for (const part of parts) {
    const bytes = Buffer.from(part, 'utf8');
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    chunks.push(length, bytes);
  }
  return Buffer.concat(chunks);
}
