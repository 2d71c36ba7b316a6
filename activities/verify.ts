/** Verifies the whole record. Tried again after a worker died it begins anew: it only reads, until it notes the outcome. */
import { Context, cancellationSignal, heartbeat } from '@temporalio/activity';
import type { VerificationOutcome } from '../src/ledger/verifications.ts';
import type { VerifyActivities } from './verify-activities.ts';

export interface VerifyDependencies {
  verify(watch: {
    readonly signal: AbortSignal;
    onProgress(progress: { readonly share: number; readonly findings: number }): void;
  }): Promise<VerificationOutcome>;
  /** True if noted now, false if this run has told before. */
  note(runId: string, outcome: VerificationOutcome): Promise<boolean>;
  /** Told every outcome, once. */
  tell(outcome: VerificationOutcome): void;
}

/** Heartbeats are bundled by the SDK; this keeps one coming while a long statement runs. */
const HEARTBEAT_MS = 10_000;

export function createVerifyActivities({ verify, note, tell }: VerifyDependencies): VerifyActivities {
  /** Noted first: tried again after that, it tells nobody twice. */
  const noteAndTell = async (outcome: VerificationOutcome): Promise<VerificationOutcome> => {
    if (await note(Context.current().info.workflowExecution!.runId, outcome)) tell(outcome);
    return outcome;
  };
  return {
    noteUnfinished: (why) =>
      noteAndTell({
        ...{ outcome: 'unfinished', findings: 0, leaves: 0, rows: 0, seconds: 0 },
        sentence: `the record could not be verified: ${why}`,
      }),
    async verifyWholeRecord() {
      let seen = { share: 0, findings: 0 };
      const timer = setInterval(() => heartbeat(seen), HEARTBEAT_MS);
      try {
        const outcome = await verify({
          signal: cancellationSignal(),
          onProgress: ({ share, findings }) => {
            seen = { share, findings };
          },
        });
        return await noteAndTell(outcome);
      } finally {
        clearInterval(timer);
      }
    },
  };
}
