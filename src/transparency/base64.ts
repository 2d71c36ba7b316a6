/**
 * @returns the bytes of padded base64 (RFC 4648, section 4), or `undefined` unless the text is their own only
 * spelling: what was signed or hashed must not have a second one
 */
export function decodeBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}
