/** The faults of a run: drawn from the seed, done one after another while clients keep sending. */
import { setTimeout as delay } from 'node:timers/promises';
import { FAILPOINTS } from '../../activities/failpoint.ts';
import type { Dice } from './dice.ts';
import type { ChaosSystem, ProductName, ServerName } from './system.ts';

export type Fault =
  | { readonly kind: 'kill'; readonly part: ServerName | ProductName; readonly downMs: number }
  | { readonly kind: 'failpoint'; readonly point: string }
  | Blackout
  /** Longer than any part is patient: callers are told that the outcome is unknown. */
  | { readonly kind: 'long-outage'; readonly downMs: number }
  | { readonly kind: 'lose-temporal' };

/** Dies after a commit, and with it everything that could ask again: the shell never hears of it. */
export interface Blackout {
  readonly kind: 'blackout';
  readonly passes: number;
}

export interface PlannedFault {
  /** After the previous one is over, or after every part is ready again. */
  readonly pauseMs: number;
  readonly afterReady: boolean;
  readonly fault: Exclude<Fault, Blackout>;
}

const PAUSE_MS = [1_000, 5_500] as const;
/** On a slow machine a part needs long to start: if all faults met starting parts, nothing else would be met. */
const MEETS_STARTING = 0.25;
const DOWN_MS = [100, 2_500] as const;
const LONG_DOWN_MS = [33_000, 40_000] as const;
/** Few leave at a time. */
const BLACKOUT_PASSES = 3;
/** More passes than a point sees in some seconds would never be reached. */
const PASSES = { common: 12, rare: 2 } as const;
/** A point that is not reached by then, by a worker that is ready, was not on the way: the worker is killed at random instead. */
const FAILPOINT_PATIENCE_MS = 8_000;
const LOOK_MS = 20;

/** What every run must meet, and from which part of its time on, between 0 and 1. */
export function planned(dice: Dice, long: boolean): { readonly from: number; readonly fault: Fault }[] {
  const blackout = (from: number) =>
    ({ from, fault: { kind: 'blackout', passes: dice.whole(1, BLACKOUT_PASSES) } }) as const;
  const lose = (from: number) => ({ from, fault: { kind: 'lose-temporal' } }) as const;
  if (!long) return [blackout(0.4), lose(0.5)];
  const downMs = dice.between(...LONG_DOWN_MS);
  const outage = { from: 0.2, fault: { kind: 'long-outage', downMs } } as const;
  // What is forgotten before the loss is found by the revival; after it the sweep alone can.
  return [blackout(0.1), outage, lose(0.45), blackout(0.5), blackout(0.65), blackout(0.8)];
}

/** Endless: the run takes as many as fit into its time. Every point comes before any comes again. */
export function* planFaults(dice: Dice): Generator<PlannedFault> {
  for (;;) {
    for (const point of shuffled(FAILPOINTS, dice)) {
      const often = point === 'before-append' || point === 'after-commit';
      const passes = dice.whole(1, often ? PASSES.common : PASSES.rare + 1);
      yield { ...pauseOf(dice), fault: { kind: 'failpoint', point: `${point}:${passes}` } };
      const part = dice.one(['worker', 'temporal', 'postgres', 'api'] as const);
      yield {
        ...pauseOf(dice),
        fault: { kind: 'kill', part, downMs: dice.between(...DOWN_MS) },
      };
    }
  }
}

const pauseOf = (dice: Dice): Pick<PlannedFault, 'pauseMs' | 'afterReady'> => ({
  pauseMs: dice.between(...PAUSE_MS),
  afterReady: dice.between(0, 1) >= MEETS_STARTING,
});

/** Does one fault and puts right what no supervisor would. */
export async function commit(system: ChaosSystem, fault: Exclude<Fault, Blackout>): Promise<string> {
  switch (fault.kind) {
    case 'failpoint':
      return (await dieAt(system, fault.point)) ? `died at ${fault.point}` : `did not pass ${fault.point}`;
    case 'long-outage':
      await system.kill('postgres');
      await delay(fault.downMs);
      await system.restart('postgres');
      return `Postgres was away for ${(fault.downMs / 1_000).toFixed(0)} s`;
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
      // Until then no journey has a run that could keep its time.
      system.outages.down('temporal');
      await system.revive();
      system.outages.up('temporal');
      return 'lost all of Temporal, and revived';
  }
}

/** The next worker dies at a point; one that does not pass it is killed all the same, or it would die later. */
export async function dieAt(
  system: ChaosSystem,
  point: string,
  onKilled: () => void = () => undefined,
): Promise<boolean> {
  const before = system.deaths.worker;
  system.arm(point);
  // The worker must start anew to hear of it.
  await system.kill('worker');
  onKilled();
  let giveUpAt = Date.now() + FAILPOINT_PATIENCE_MS;
  while (system.deaths.worker < before + 2 && Date.now() < giveUpAt) {
    await delay(LOOK_MS);
    if (!system.isWorkerReady()) giveUpAt = Date.now() + FAILPOINT_PATIENCE_MS;
  }
  if (system.deaths.worker >= before + 2) return true;
  await system.kill('worker');
  return false;
}

function shuffled<Item>(items: readonly Item[], dice: Dice): Item[] {
  const left = [...items];
  const order: Item[] = [];
  while (left.length > 0) order.push(...left.splice(dice.whole(0, left.length), 1));
  return order;
}
