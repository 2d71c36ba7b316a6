/**
 * Moves the clock of a sandbox world. Durable: a killed worker goes on where it stopped.
 * Each step fires the world's earliest deadline with its own `dueAt` and lets its messages arrive,
 * so that a simulated half-year acts in the same order as a real one.
 */
import { proxyActivities } from '@temporalio/workflow';
import type { WorldActivities } from '../activities/world-activities.ts';
import type { Instant } from '../src/domain/time/moment.ts';

export interface WorldClockInput {
  readonly world: string;
  readonly to: Instant;
  /** `advance`: act at each point on the way. `outage`: nobody was awake; act late, at the end. */
  readonly mode: 'advance' | 'outage';
}

const { advanceWorld, jumpWorld } = proxyActivities<WorldActivities>({
  // One step is 20 s and one more update, which the gateway gives 45 s.
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout: '60 seconds',
  retry: { initialInterval: 200, maximumInterval: 5_000 },
});

export async function worldClock(input: WorldClockInput): Promise<{ fired: number }> {
  const move = input.mode === 'outage' ? jumpWorld : advanceWorld;
  let fired = 0;
  for (;;) {
    const step = await move(input);
    fired += step.fired;
    if (step.arrived) return { fired };
  }
}
