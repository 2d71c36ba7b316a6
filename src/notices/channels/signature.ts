/**
 * How a receiver knows that a notice is ours: HMAC-SHA256 over `<timestamp>.<body>`, in the header
 * `Titian-Signature` as `v1=<hex>`, the timestamp (seconds) in `Titian-Timestamp`.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

export const TIMESTAMP_HEADER = 'titian-timestamp';
export const SIGNATURE_HEADER = 'titian-signature';
export const NOTICE_HEADER = 'titian-notice-id';
export const DELIVERY_HEADER = 'titian-delivery-id';

/** A receiver refuses what is older: a recorded request cannot be played again later. */
export const REPLAY_WINDOW_SECONDS = 300;

export const signatureOf = (secret: string, timestamp: string, body: string): string =>
  `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;

/** What a receiver does, for its tests and ours. */
export function isGenuine(
  secret: string,
  {
    timestamp,
    signature,
    body,
  }: { readonly timestamp: string; readonly signature: string; readonly body: string },
  nowMs: number,
): boolean {
  if (!/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(nowMs / 1000 - Number(timestamp)) > REPLAY_WINDOW_SECONDS) return false;
  const expected = Buffer.from(signatureOf(secret, timestamp, body));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given);
}
