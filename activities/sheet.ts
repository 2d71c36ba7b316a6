/** The steps of a running sheet: chunk after chunk through the bulk door, each of which may be repeated. */
import { Context } from '@temporalio/activity';
import type { SheetRunner } from '../src/sheets/runner.ts';
import type { SheetActivities } from './sheet-activities.ts';

/** One activity hands back after this long, so that a draining worker is soon free and history stays short. */
const STEP_MS = 5_000;
const HEARTBEAT_MS = 2_000;

export function createSheetActivities(runner: SheetRunner): SheetActivities {
  return {
    async runSheet({ sheetId }) {
      const { cancellationSignal, heartbeat } = Context.current();
      const endsAt = performance.now() + STEP_MS;
      // Also while a chunk waits for a lock: only a process that is gone falls silent.
      const alive = setInterval(() => heartbeat(), HEARTBEAT_MS);
      let settled = 0;
      try {
        do {
          const chunk = await runner.runChunk(sheetId);
          settled += chunk.settled;
          if (chunk.done) return { settled, done: true };
        } while (performance.now() < endsAt && !cancellationSignal.aborted);
        return { settled, done: false };
      } finally {
        clearInterval(alive);
      }
    },
  };
}
