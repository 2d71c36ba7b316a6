/** When the record is verified by itself: a schedule in Temporal, made or changed as a worker starts. */
import {
  type Client,
  ScheduleAlreadyRunning,
  ScheduleNotFoundError,
  ScheduleOverlapPolicy,
} from '@temporalio/client';

/** @param cron five fields, UTC; undefined: never. */
export async function keepVerifySchedule(
  client: Client,
  taskQueue: string,
  cron: string | undefined,
): Promise<void> {
  const scheduleId = scheduleIdOf(taskQueue);
  const handle = client.schedule.getHandle(scheduleId);
  if (cron === undefined) {
    await handle.delete().catch((error: unknown) => {
      if (!(error instanceof ScheduleNotFoundError)) throw error;
    });
    return;
  }
  const wanted = {
    spec: { cronExpressions: [cron] },
    action: {
      type: 'startWorkflow' as const,
      workflowType: 'verify',
      workflowId: scheduleId,
      taskQueue,
    },
    // One that was missed while nobody was awake is made up for, once.
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 day' as const },
  };
  try {
    await client.schedule.create({ scheduleId, ...wanted });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    await handle.update((kept) => ({ ...kept, ...wanted, state: kept.state }));
  }
}

/** Installations that share a cluster have queues of their own. */
export const scheduleIdOf = (taskQueue: string): string => `${taskQueue}-verify`;
