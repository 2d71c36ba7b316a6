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
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout: '30 seconds',
  retry: { initialInterval: 200, maximumInterval: 5_000 },
});

export async function worldClock(input: WorldClockInput): Promise<{ fired: number }> {
  if (input.mode === 'outage') return { fired: await jumpWorld(input) };
  let fired = 0;
  for (;;) {
    const step = await advanceWorld(input);
    fired += step.fired;
    if (step.arrived) return { fired };
  }
}
