/** @returns `undefined` for bytes that are not UTF-8, and for a text that has half a surrogate pair */
export function decodeUtf8(input: Uint8Array | string): string | undefined {
  const bytes = Buffer.from(input as Uint8Array);
  const text = bytes.toString('utf8');
  // Whatever was wrong has been replaced, so that it does not come back.
  const isSame = typeof input === 'string' ? input === text : Buffer.from(text, 'utf8').equals(bytes);
  return isSame ? text : undefined;
}
