/**
 * Keeps the history of every closed run before Temporal forgets it: evidence beside the ledger.
 * Stored as the protobuf bytes the server gave, with their SHA-256.
 */
import { createHash } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { WorkflowNotFoundError } from '@temporalio/client';
import proto from '@temporalio/proto';
import type { Ledger, UnarchivedRun } from '../src/ledger/ledger.ts';

export interface ArchiveDependencies {
  readonly client: Client;
  readonly ledger: Ledger;
  readonly onLost?: (run: UnarchivedRun) => void;
  /** A run that could not be archived this time; the next round tries it again. */
  readonly onFailure?: (run: UnarchivedRun, error: unknown) => void;
}

/** Runs looked at in one query. */
const BATCH = 50;
/** A server that knows nothing may be the wrong one, or not up yet: evidence is not written off before this. */
const LOST_AFTER_MS = 86_400_000;

export async function archiveClosedRuns(dependencies: ArchiveDependencies): Promise<number> {
  let archived = 0;
  let after: UnarchivedRun | undefined;
  for (;;) {
    const runs = await dependencies.ledger.unarchivedRuns(BATCH, after);
    after = runs.at(-1);
    if (after === undefined) return archived;
    for (const run of runs) {
      try {
        if (await archiveRun(dependencies, run)) archived += 1;
      } catch (error) {
        dependencies.onFailure?.(run, error);
      }
    }
  }
}

async function archiveRun(
  { client, ledger, onLost }: ArchiveDependencies,
  run: UnarchivedRun,
): Promise<boolean> {
  const handle = client.workflow.getHandle(run.stream, run.runId);
  try {
    const { status } = await handle.describe();
    if (status.name === 'RUNNING') return false;
    const history = await handle.fetchHistory();
    const bytes = Buffer.from(proto.temporal.api.history.v1.History.encode(history).finish());
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return await ledger.archiveRun(run.stream, run.runId, bytes, sha256, run.buildId);
  } catch (error) {
    const isOld = Date.parse(run.firstRecordedAt) < Date.now() - LOST_AFTER_MS;
    if (!(error instanceof WorkflowNotFoundError) || !isOld) throw error;
    // Temporal's own database was lost: the ledger still holds every decision, and says what is missing.
    onLost?.(run);
    await ledger.markRunLost(run.stream, run.runId);
    return false;
  }
}
