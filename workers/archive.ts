/**
 * Keeps the history of every closed run before Temporal forgets it: evidence beside the ledger.
 * Stored as the protobuf bytes the server gave, with their SHA-256.
 */
import { createHash } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { WorkflowNotFoundError } from '@temporalio/client';
import * as proto from '@temporalio/proto';
import type { Ledger } from '../src/ledger/ledger.ts';

export interface ArchiveDependencies {
  readonly client: Client;
  readonly ledger: Ledger;
  readonly onLost?: (run: { stream: string; runId: string }) => void;
}

/** Runs looked at in one round. */
const BATCH = 50;

export async function archiveClosedRuns({ client, ledger, onLost }: ArchiveDependencies): Promise<number> {
  let archived = 0;
  for (const run of await ledger.unarchivedRuns(BATCH)) {
    const handle = client.workflow.getHandle(run.stream, run.runId);
    try {
      const { status } = await handle.describe();
      if (status.name === 'RUNNING') continue;
      const history = await handle.fetchHistory();
      const bytes = Buffer.from(proto.temporal.api.history.v1.History.encode(history).finish());
      await ledger.archiveRun(run.stream, run.runId, bytes, createHash('sha256').update(bytes).digest('hex'));
      archived += 1;
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
      // Temporal's own database was lost: the ledger still holds every decision, and says what is missing.
      onLost?.(run);
      await ledger.markRunLost(run.stream, run.runId);
    }
  }
  return archived;
}
