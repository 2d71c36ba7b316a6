/** Ed25519 cosignatures of witnesses, `c2sp.org/tlog-cosignature`: over the time and the checkpoint's text. */

/** 2^63 − 1 seconds: the latest time that a cosignature may bear. */
const LATEST = 2n ** 63n - 1n;
const TIME_BYTES = 8;
const SIGNATURE_BYTES = 64;

/** The parts of a cosignature, after the key id. */
export interface Cosignature {
  /** Seconds since 1970. */
  readonly time: bigint;
  readonly signature: Buffer;
}

/** What the witness signs. */
export const cosignedText = (time: bigint, text: string): string => `cosignature/v1\ntime ${time}\n${text}`;

export function encodeCosignature({ time, signature }: Cosignature): Buffer {
  const bytes = Buffer.allocUnsafe(TIME_BYTES);
  bytes.writeBigUInt64BE(time);
  return Buffer.concat([bytes, signature]);
}

/** @returns `undefined` for bytes that are no cosignature */
export function decodeCosignature(bytes: Buffer): Cosignature | undefined {
  if (bytes.length !== TIME_BYTES + SIGNATURE_BYTES) return undefined;
  const time = bytes.readBigUInt64BE(0);
  return time > LATEST ? undefined : { time, signature: bytes.subarray(TIME_BYTES) };
}
