/** The steps of moving a sandbox world's clock. */
import type { WorldClockInput } from '../workflows/world-clock.ts';

export interface WorldActivities {
  /** Fires what is due on the way to `to`, for at most one activity's time. */
  advanceWorld(input: WorldClockInput): Promise<{ fired: number; arrived: boolean }>;
  /** Sets the clock first, then lets every entity that is late act. */
  jumpWorld(input: WorldClockInput): Promise<{ fired: number; arrived: boolean }>;
}
