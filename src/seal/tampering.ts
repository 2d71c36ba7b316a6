/** The errors that say: what was sealed, or what it was made of, is no longer what it was. Each is an alarm. */
import { LeafMissing } from '../ledger/leaf-places.ts';
import { SigningRefused } from './signing-refused.ts';
import { TileMissing } from './tile-store.ts';

/** Of the database: something that is only added to was to be changed, or has lost a row. */
const APPEND_ONLY = 'TL002';

export function isTampering(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  if (error instanceof SigningRefused || error instanceof LeafMissing || error instanceof TileMissing)
    return true;
  return (error as Error & { code?: unknown }).code === APPEND_ONLY;
}
