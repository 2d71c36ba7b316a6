/** The work of a scheduled verification. */
import type { VerificationOutcome } from '../src/ledger/verifications.ts';

export interface VerifyActivities {
  /** Reads the whole record, notes the outcome in the ledger once for each run, and alarms if it must. */
  verifyWholeRecord(): Promise<VerificationOutcome>;

  /** Notes that the record could not be verified at all, once for each run, and alarms. */
  noteUnfinished(why: string): Promise<VerificationOutcome>;
}
