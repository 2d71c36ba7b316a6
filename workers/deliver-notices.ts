/** Starts a delivery's workflow, or nudges the one that runs. Its id is the delivery's: there is never a second. */
import type { Client } from '@temporalio/client';
import { lookSignal, type NoticeInput } from '../workflows/notice.ts';

export const startDelivery =
  (client: Client, taskQueue: string) =>
  async (deliveryId: string): Promise<void> => {
    await client.workflow.signalWithStart('notice', {
      workflowId: `notice/${deliveryId}`,
      taskQueue,
      args: [{ deliveryId } satisfies NoticeInput],
      signal: lookSignal,
    });
  };
