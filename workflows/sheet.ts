/**
 * A sheet on its way. Durable: what is left to do stands in Postgres, line by line, so a killed worker's step is
 * taken up by another where it stopped. Workflow id: `sheet/<sheetId>`.
 */
import { continueAsNew, proxyActivities } from '@temporalio/workflow';
import type { SheetActivities } from '../activities/sheet-activities.ts';

export interface SheetInput {
  readonly sheetId: string;
}

/** Each step is a few events of history; a run of 20,000 lines takes about ten. */
const STEPS_PER_RUN = 200;

const { runSheet } = proxyActivities<SheetActivities>({
  // A step is 5 s and the chunk under way, which waits for locks and is retried line by line at worst.
  startToCloseTimeout: '5 minutes',
  // A killed worker's step is taken up after this long.
  heartbeatTimeout: '10 seconds',
  retry: { initialInterval: 500, maximumInterval: 30_000 },
});

export async function sheet(input: SheetInput): Promise<void> {
  for (let step = 0; step < STEPS_PER_RUN; step += 1) {
    if ((await runSheet(input)).done) return;
  }
  await continueAsNew<typeof sheet>(input);
}
