/**
 * Against forged requests: every form carries a token of its session, and a request that changes something comes from
 * a page of ours. Both are asked, since an old browser sends neither `Sec-Fetch-Site` nor `Origin`.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

export const FORM_TOKEN_FIELD = '_token';

const TOKEN_BYTES = 32;

const digestOf = (secret: string): Buffer => createHash('sha256').update(`titian form ${secret}`).digest();

/**
 * Belongs to one cookie and tells nothing of it. Masked anew for each page, so that compressing pages gives nothing
 * away about it (BREACH).
 */
export function formTokenOf(secret: string): string {
  const mask = randomBytes(TOKEN_BYTES);
  return Buffer.concat([mask, xor(mask, digestOf(secret))]).toString('base64url');
}

export function isFormTokenOf(secret: string, token: unknown): boolean {
  if (typeof token !== 'string') return false;
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== 2 * TOKEN_BYTES) return false;
  const told = xor(bytes.subarray(0, TOKEN_BYTES), bytes.subarray(TOKEN_BYTES));
  return timingSafeEqual(told, digestOf(secret));
}

const xor = (one: Buffer, other: Buffer): Buffer => Buffer.from(one.map((byte, at) => byte ^ other[at]!));

/** Whether the browser says that a page of another origin sent this. */
export function isFromElsewhere(headers: { readonly [name: string]: unknown }): boolean {
  const site = headers['sec-fetch-site'];
  if (typeof site === 'string') return site !== 'same-origin' && site !== 'none';
  const { origin, host } = headers;
  if (typeof origin !== 'string') return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}
