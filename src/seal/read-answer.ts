/** Reads what somebody else's server answers, as far as it may be believed to end. */

/** @returns undefined once it is longer than allowed: then the rest is not fetched. */
export async function readAnswer(response: Response, longestBytes: number): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  // Leaving the loop ends the connection.
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > longestBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
