/**
 * Carries one delivery of a notice to its end: attempt, wait, attempt again, for days if need be. All that
 * it knows stands in the delivery's row; lost with Temporal, it is started anew and goes on from there.
 */
import { condition, continueAsNew, defineSignal, proxyActivities, setHandler } from '@temporalio/workflow';
import type { NoticeActivities } from '../activities/notice-activities.ts';

export interface NoticeInput {
  readonly deliveryId: string;
}

/** Somebody asked for another try, or looks whether this still runs. */
export const lookSignal = defineSignal('look');

/** Each costs history. */
const LOOKS_MAX = 200;

const { attemptDelivery } = proxyActivities<NoticeActivities>({
  // An attempt gives up on the other side well before this.
  startToCloseTimeout: '60 seconds',
  // What fails here is our own database: the other side's refusals are answers.
  retry: { initialInterval: 1_000, backoffCoefficient: 2, maximumInterval: 60_000 },
});

export async function notice(input: NoticeInput): Promise<void> {
  let looked = false;
  setHandler(lookSignal, () => {
    looked = true;
  });
  for (let looks = 0; looks < LOOKS_MAX; looks += 1) {
    looked = false;
    const againInMs = await attemptDelivery(input);
    if (againInMs === null && !looked) return;
    if (againInMs !== null) await condition(() => looked, Math.max(againInMs, 1));
  }
  await continueAsNew<typeof notice>(input);
}
