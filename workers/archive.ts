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
  readonly onLost?: (run: { stream: string; runId: string }) => void;
}

/** Runs looked at in one round. */
const BATCH = 50;

export async function archiveClosedRuns({ client, ledger, onLost }: ArchiveDependencies): Promise<number> {
  let archived = 0;
  let after: UnarchivedRun | undefined;
  for (;;) {
    const runs = await ledger.unarchivedRuns(BATCH, after);
    after = runs.at(-1);
    if (after === undefined) return archived;
    for (const run of runs)
      archived += (await archiveRun({ client, ledger, ...(onLost && { onLost }) }, run)) ? 1 : 0;
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
    if (!(error instanceof WorkflowNotFoundError)) throw error;
    // Temporal's own database was lost: the ledger still holds every decision, and says what is missing.
    onLost?.(run);
    await ledger.markRunLost(run.stream, run.runId);
    return false;
  }
}
