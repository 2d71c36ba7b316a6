/** One scheduled verification of the whole record. Its outcome stands in the ledger; an alarm has been raised. */
import { proxyActivities } from '@temporalio/workflow';
import type { VerifyActivities } from '../activities/verify-activities.ts';
import type { VerificationOutcome } from '../src/ledger/verifications.ts';

const { verifyWholeRecord } = proxyActivities<VerifyActivities>({
  // A hundred million rows take hours; a worker that died is noticed by its silence.
  startToCloseTimeout: '20 hours',
  heartbeatTimeout: '2 minutes',
  retry: { initialInterval: '1 minute', backoffCoefficient: 2, maximumInterval: '30 minutes' },
});

export const verify = (): Promise<VerificationOutcome> => verifyWholeRecord();
