/** Opaque places in a list. They hold ids that the caller has just been shown, and nothing else. */
import { requestRefused } from './problem.ts';

const LONGEST_CURSOR = 400;

export const writeCursor = (...parts: readonly string[]): string =>
  Buffer.from(JSON.stringify(parts), 'utf8').toString('base64url');

/** @throws RequestRefused MALFORMED for anything that was not written by `writeCursor`. */
export function readCursor(text: string, length: number): string[] {
  try {
    if (text.length > LONGEST_CURSOR) throw new RangeError('too long');
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (Array.isArray(parts) && parts.length === length && parts.every((part) => typeof part === 'string')) {
      return parts as string[];
    }
  } catch {
    // Not ours: answered below like any other text that is no cursor.
  }
  const errors = [{ path: 'cursor', reason: 'not a cursor of this list' }];
  throw requestRefused('MALFORMED', { field: 'cursor' }, { errors });
}
