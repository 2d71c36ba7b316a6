/** One scheduled verification of the whole record. Its outcome stands in the ledger; an alarm has been raised. */
import { ActivityFailure, isCancellation, proxyActivities, rootCause } from '@temporalio/workflow';
import type { VerifyActivities } from '../activities/verify-activities.ts';
import type { VerificationOutcome } from '../src/ledger/verifications.ts';

const { verifyWholeRecord } = proxyActivities<VerifyActivities>({
  // A hundred million rows take hours; a worker that died is noticed by its silence.
  startToCloseTimeout: '20 hours',
  heartbeatTimeout: '2 minutes',
  // The next night's must not be kept waiting by one that never succeeds.
  scheduleToCloseTimeout: '23 hours',
  retry: {
    ...{ initialInterval: '1 minute', backoffCoefficient: 2, maximumInterval: '30 minutes' },
    maximumAttempts: 8,
  },
});

const { noteUnfinished } = proxyActivities<VerifyActivities>({
  startToCloseTimeout: '1 minute',
  scheduleToCloseTimeout: '12 hours',
  retry: { initialInterval: '10 seconds', backoffCoefficient: 2, maximumInterval: '10 minutes' },
});

export async function verify(): Promise<VerificationOutcome> {
  try {
    return await verifyWholeRecord();
  } catch (error) {
    if (!(error instanceof ActivityFailure) || isCancellation(error)) throw error;
    return noteUnfinished(rootCause(error) ?? error.message);
  }
}
