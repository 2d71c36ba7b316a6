import { join } from 'node:path';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { findTimeSkippingServer } from '../../src/runtime/time-skipping-server.ts';

/** A Temporal server of the caller's own whose clock skips over idle time. Call `teardown()` when done. */
export async function createTimeSkippingTemporal(): Promise<TestWorkflowEnvironment> {
  const path = await findTimeSkippingServer(join(process.cwd(), '.titian', 'temporal', 'program'));
  return TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path } },
  });
}
