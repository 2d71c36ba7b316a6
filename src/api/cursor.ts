/** Opaque places in a list. They hold ids that the caller has just been shown, and nothing else. */
import { isInstant } from '../domain/time/instant.ts';
import { requestRefused } from './problem.ts';

const LONGEST_CURSOR = 400;

export const writeCursor = (...parts: readonly string[]): string =>
  Buffer.from(JSON.stringify(parts), 'utf8').toString('base64url');

/** What a part of a place may hold: no list of ours orders by anything else. */
const PARTS = {
  /** Ids, codes and tokens: printed characters alone, so that no database ever stumbles over one. */
  id: (part: string) => /^[\x21-\x7e]{1,200}$/.test(part),
  /** An instant as the lists write it. */
  instant: isInstant,
} as const;

/** @throws RequestRefused MALFORMED for anything that was not written by `writeCursor` for this list. */
export function readCursor(text: string, ...kinds: readonly (keyof typeof PARTS)[]): string[] {
  try {
    if (text.length > LONGEST_CURSOR) throw new RangeError('too long');
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (
      Array.isArray(parts) &&
      parts.length === kinds.length &&
      kinds.every((kind, at) => fits(kind, parts[at]))
    ) {
      return parts as string[];
    }
  } catch {
    // Not ours: answered below like any other text that is no cursor.
  }
  const errors = [{ path: 'cursor', reason: 'not a cursor of this list' }];
  throw requestRefused('MALFORMED', { field: 'cursor' }, { errors });
}

const fits = (kind: keyof typeof PARTS, part: unknown): boolean =>
  typeof part === 'string' && PARTS[kind](part);
