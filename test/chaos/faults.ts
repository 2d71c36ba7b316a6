/** The faults of a run: drawn from the seed, done one after another while clients keep sending. */
import { setTimeout as delay } from 'node:timers/promises';
import { FAILPOINTS } from '../../activities/failpoint.ts';
import type { Dice } from './dice.ts';
import type { ChaosSystem, ProductName, ServerName } from './system.ts';

export type Fault =
  | { readonly kind: 'kill'; readonly part: ServerName | ProductName; readonly downMs: number }
  | { readonly kind: 'failpoint'; readonly point: string }
  | { readonly kind: 'lose-temporal' };

export interface PlannedFault {
  /** After the previous one is over. */
  readonly pauseMs: number;
  readonly fault: Fault;
}

/** A worker needs some seconds to start: more often than this nothing would happen but starting. */
const PAUSE_MS = [2_000, 5_500] as const;
const DOWN_MS = [100, 2_500] as const;
/** More passes than a point sees in some seconds would never be reached. */
const PASSES = { common: 12, rare: 2 } as const;
/** A point that is not reached by then was not on the way: the worker is killed at random instead. */
const FAILPOINT_PATIENCE_MS = 15_000;

/** Endless: the run takes as many as fit into its time. Every point comes before any comes again. */
export function* planFaults(dice: Dice): Generator<PlannedFault> {
  for (;;) {
    for (const point of shuffled(FAILPOINTS, dice)) {
      const often = point === 'before-append' || point === 'after-commit';
      const passes = dice.whole(1, often ? PASSES.common : PASSES.rare + 1);
      yield { pauseMs: dice.between(...PAUSE_MS), fault: { kind: 'failpoint', point: `${point}:${passes}` } };
      const part = dice.one(['worker', 'temporal', 'postgres', 'api'] as const);
      yield {
        pauseMs: dice.between(...PAUSE_MS),
        fault: { kind: 'kill', part, downMs: dice.between(...DOWN_MS) },
      };
    }
  }
}

/** Does one fault and puts right what no supervisor would. */
export async function commit(system: ChaosSystem, fault: Fault, until: number): Promise<string> {
  switch (fault.kind) {
    case 'failpoint': {
      system.arm(fault.point);
      // The worker must start anew to hear of it.
      await system.kill('worker');
      const before = system.deaths.worker;
      const giveUpAt = Math.min(Date.now() + FAILPOINT_PATIENCE_MS, until);
      while (system.deaths.worker < before + 2 && Date.now() < giveUpAt) await delay(50);
      return system.deaths.worker >= before + 2 ? `died at ${fault.point}` : `did not pass ${fault.point}`;
    }
    case 'kill':
      await system.kill(fault.part);
      if (fault.part === 'postgres' || fault.part === 'temporal') {
        await delay(fault.downMs);
        await system.restart(fault.part);
      }
      return `killed ${fault.part}`;
    case 'lose-temporal':
      await system.kill('temporal');
      system.deleteTemporalDatabase();
      await system.restart('temporal');
      await system.revive();
      return 'lost all of Temporal, and revived';
  }
}

function shuffled<Item>(items: readonly Item[], dice: Dice): Item[] {
  const left = [...items];
  const order: Item[] = [];
  while (left.length > 0) order.push(...left.splice(dice.whole(0, left.length), 1));
  return order;
}
