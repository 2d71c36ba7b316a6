/** Entry bundles of `c2sp.org/tlog-tiles`: entries one after another, each after its length as two bytes. */

const LENGTH_BYTES = 2;
const LONGEST_ENTRY_BYTES = 0xffff;

/** @throws RangeError for an entry longer than 65,535 bytes */
export function encodeEntries(entries: Iterable<Uint8Array>): Buffer {
  const parts: Uint8Array[] = [];
  for (const entry of entries) {
    if (entry.length > LONGEST_ENTRY_BYTES)
      throw new RangeError(`An entry of ${entry.length} bytes does not fit into an entry bundle`);
    const length = Buffer.allocUnsafe(LENGTH_BYTES);
    length.writeUInt16BE(entry.length);
    parts.push(length, entry);
  }
  return Buffer.concat(parts);
}

/** @throws RangeError where the bytes end within an entry */
export function decodeEntries(bundle: Uint8Array): Buffer[] {
  const bytes = Buffer.from(bundle.buffer, bundle.byteOffset, bundle.byteLength);
  const entries: Buffer[] = [];
  let at = 0;
  while (at < bytes.length) {
    const begin = at + LENGTH_BYTES;
    const end = begin > bytes.length ? Number.POSITIVE_INFINITY : begin + bytes.readUInt16BE(at);
    if (end > bytes.length)
      throw new RangeError(
        `The entry bundle ends within its entry ${entries.length}, at byte ${bytes.length}`,
      );
    entries.push(bytes.subarray(begin, end));
    at = end;
  }
  return entries;
}
